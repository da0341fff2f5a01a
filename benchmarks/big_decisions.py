"""What three made-up reviewers decided about the generated case."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from random import Random

from benchmarks.big_places import near
from benchmarks.big_plan import Plan
from onrecord.model import Decision, Kind, Verdict
from onrecord.store.incidents import incident_id

REVIEWERS = ("Reviewer A", "Reviewer B", "Reviewer C")
_BEGAN = datetime(2026, 2, 2, 9, tzinfo=UTC)
_REASONS = {
    Verdict.ACCEPT: ("read all pages; they agree", "two independent sources, the same day", "checked against the council's list"),
    Verdict.REJECT: ("the page tells of a drill", "an old photograph, another year", "not in our area of work"),
    Verdict.UNSURE: ("only one page, and it names nobody", "the place could be either of two"),
    Verdict.CORRECT: ("the second page says so in its last paragraph", "misread: see the quoted sentence", "a later page is more exact"),
    Verdict.SAME: ("the same house and the same night", "one is the translation of the other"),
    Verdict.DIFFERENT: ("four days lie between them", "two streets, two times of day"),
}  # fmt: skip
_SINGLE = {Verdict.ACCEPT: 55, Verdict.CORRECT: 29, Verdict.REJECT: 9, Verdict.UNSURE: 7}

Known = Mapping[int, Sequence[str]]
"""The claims of each incident whose number is here, by their ids."""


def decisions(known: Known, plans: Mapping[int, Plan], draw: Random) -> Iterator[Decision]:
    """One for each incident; for a pair of nearly-same ones (the second a twin) whether they are the same."""
    at, twins = _BEGAN, {n for n, plan in plans.items() if plan.twin and n - 1 in plans}
    for number, plan in sorted(plans.items()):
        at += timedelta(seconds=draw.randint(20, 400))
        if number in twins:
            yield _pair(incident_id(known[number - 1]), incident_id(known[number]), at, draw)
        elif number + 1 not in twins:
            yield _single(known[number], plan, at, draw)


def _pair(one: str, other: str, at: datetime, draw: Random) -> Decision:
    verdict = Verdict.SAME if draw.random() < 0.4 else Verdict.DIFFERENT
    return Decision("", one, verdict, draw.choice(_REASONS[verdict]), draw.choice(REVIEWERS), at, other)


def _single(claims: Sequence[str], plan: Plan, at: datetime, draw: Random) -> Decision:
    (verdict,) = draw.choices(list(_SINGLE), list(_SINGLE.values()))
    about, by, why = incident_id(claims), draw.choice(REVIEWERS), draw.choice(_REASONS[verdict])
    if verdict is Verdict.CORRECT:
        field, value = _correction(plan, draw)
        return Decision("", about, verdict, why, by, at, field=field, value=value)
    judged = verdict in (Verdict.ACCEPT, Verdict.REJECT)
    return Decision("", about, verdict, why, by, at, seen=tuple(sorted(claims)) if judged else ())


def _correction(plan: Plan, draw: Random) -> tuple[str, str | None]:
    field = draw.choice(("kind", "when", "place", plan.harm.value, "injured"))
    if field == "kind":
        return field, draw.choice(list(Kind)).value
    if field == "when":
        return field, (plan.day + timedelta(draw.randint(-1, 1))).isoformat()
    if field == "place":
        return field, json.dumps(asdict(near(plan.spot, draw).settlement), ensure_ascii=False)
    low = draw.randint(0, 9)
    return field, draw.choice((f"{low}", f"{low}-{low + 3}", f"{low}+", None))


__all__ = ["REVIEWERS", "Known", "decisions"]
