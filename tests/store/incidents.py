"""Incidents of invented reports, for the tests of the fold."""

from collections.abc import Sequence
from datetime import UTC, datetime

from onrecord.model import (
    Clue,
    Decision,
    Incident,
    Link,
    MadeBy,
    Origin,
    Reading,
    Verdict,
)
from onrecord.store.incidents import fold
from tests.stages.link.reports import report

TEXT = "Shells hit the town in the night, the council said."


def joined(left: Reading, right: Reading, score: float = 0.9) -> Link:
    low, high = sorted((left.claims[0].id, right.claims[0].id))
    return Link(f"link-{low}-{high}", low, high, score, (Clue("text", 1.0, "test"),), True, MadeBy("link", 1))


def chain(readings: Sequence[Reading], scores: Sequence[float] | None = None) -> list[Link]:
    steps = scores or [0.9] * len(readings)
    return [joined(a, b, s) for a, b, s in zip(readings, readings[1:], steps, strict=False)]


def folded(
    readings: Sequence[Reading],
    links: Sequence[Link] | None = None,
    decisions: Sequence[Decision] = (),
    origins: Sequence[Origin] = (),
) -> tuple[Incident, ...]:
    claims = [c for r in readings for c in r.claims]
    linked = chain(readings) if links is None else links
    return fold(claims, [r.document for r in readings], linked, decisions, origins)


def decided(
    verdict: Verdict,
    about: str,
    other: str | None = None,
    at: int = 1,
    *,
    field: str | None = None,
    value: str | None = None,
    replaces: str | None = None,
) -> Decision:
    when = datetime(2031, 4, at, tzinfo=UTC)
    name = f"decision-{at}-{verdict}"
    return Decision(name, about, verdict, "because", "a person", when, other, field, value, replaces)


def one(
    readings: Sequence[Reading], decisions: Sequence[Decision] = (), origins: Sequence[Origin] = ()
) -> Incident:
    (incident,) = folded(readings, None, decisions, origins)
    return incident


def alike(n: int) -> list[Reading]:
    return [report(f"d{k}", TEXT, 4, town="Brask", on=3, killed=4) for k in range(n)]


def claim_ids(readings: Sequence[Reading]) -> list[str]:
    return [r.claims[0].id for r in readings]
