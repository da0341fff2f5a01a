"""The decisions in force: the latest about each thing, as the fold needs them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model import Decision, Verdict

_PAIRED = frozenset({Verdict.SAME, Verdict.DIFFERENT})

Pair = tuple[str, str]


def anchor(id_: str) -> str:
    """The claim an incident id is made from (its own id for a claim): it stays in the incident when other claims join it."""
    return "claim-" + id_.removeprefix("incident-") if id_.startswith("incident-") else id_


@dataclass(frozen=True, slots=True)
class Decided:
    """`same` is newest first. `corrections` is keyed by (what it is about, field); `by_claim` gives all in force that touch a claim.

    `accepted` gives the claims that a person had in view when accepting an incident (none: not written down); `rejected` are claims, those of
    rejected incidents too, and the ids of incidents of whose claims nothing was written down.
    """

    same: tuple[Pair, ...]
    different: frozenset[Pair]
    accepted: Mapping[str, frozenset[str]]
    rejected: frozenset[str]
    corrections: Mapping[tuple[str, str], Decision]
    by_claim: Mapping[str, tuple[str, ...]]

    def confirmed(self, names: Iterable[str], claims: Iterable[str]) -> bool:
        """Whether a person accepted the incident with all these claims in view; one more page, and it must be looked at again."""
        accepted = [self.accepted[name] for name in names if name in self.accepted]
        return any(not seen or seen.issuperset(claims) for seen in accepted)


def in_force(decisions: Iterable[Decision]) -> Decided:
    """Keep the latest decision about each thing; ``unsure`` supersedes what was said before and itself changes nothing."""
    latest = _latest(decisions)
    same = [d for d in latest if d.verdict is Verdict.SAME]
    by_claim: dict[str, list[str]] = {}
    for decision in latest:
        for id_ in dict.fromkeys((decision.about, decision.other)):
            if id_ is not None:
                by_claim.setdefault(anchor(id_), []).append(decision.id)
    return Decided(
        same=tuple(_pair(d) for d in reversed(same)),
        different=frozenset(_pair(d) for d in latest if d.verdict is Verdict.DIFFERENT),
        accepted={d.about: frozenset(d.seen) for d in latest if d.verdict is Verdict.ACCEPT},
        rejected=frozenset(
            id_ for d in latest if d.verdict is Verdict.REJECT for id_ in d.seen or (d.about,)
        ),
        corrections={(d.about, d.field or ""): d for d in latest if d.verdict is Verdict.CORRECT},
        by_claim={claim: tuple(ids) for claim, ids in by_claim.items()},
    )


def _latest(decisions: Iterable[Decision]) -> list[Decision]:
    """Oldest first. What two decisions have in common is the pair, or the thing and the field, that they judge."""
    ordered = sorted(decisions, key=lambda d: (d.at, d.id))
    replaced = {d.replaces for d in ordered}
    last = {_about(d): d for d in ordered if d.id not in replaced}
    return [d for d in ordered if last.get(_about(d)) is d]


def _about(decision: Decision) -> tuple[str, ...]:
    if decision.other is not None:
        return _pair(decision)
    if decision.verdict is Verdict.CORRECT:
        return decision.about, "correct", decision.field or ""
    return (decision.about,)


def _pair(decision: Decision) -> Pair:
    low, high = sorted((anchor(decision.about), anchor(decision.other or decision.about)))
    return low, high
