"""Closes a reading: every claim gets its id and what made it, and the grammar is let go."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Claim, Reading, content_id
from onrecord.stage import Stage


def run(readings: Sequence[Reading], _: None) -> Iterator[Reading]:
    """Stamp the claims: an id is made from the document, all the steps behind the claim, its trigger, and its place among equals."""
    for reading in readings:
        claims = []
        seen: dict[tuple[int, int], int] = {}
        for claim in reading.claims:
            position = (claim.trigger.start, claim.trigger.end)
            seen[position] = seen.get(position, -1) + 1
            claims.append(_stamp(claim, reading, seen[position]))
        yield replace(reading, parse=None, marks=None, claims=tuple(claims))


def _stamp(claim: Claim, reading: Reading, ordinal: int) -> Claim:
    id_ = content_id(
        "claim", reading.document.id, *reading.made_by, claim.trigger.start, claim.trigger.end, ordinal
    )
    return replace(claim, id=id_, document=reading.document.id, made_by=reading.made_by)


SETTLE = Stage("settle", 1, (Reading,), Reading, run)
