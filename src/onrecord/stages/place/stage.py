"""Reading → Reading with its places, and its claims with theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Claim, Place, Reading
from onrecord.resources.gazetteer import GAZETTEER, Gazetteer, open_gazetteer
from onrecord.stage import Stage
from onrecord.stages.place.attach import place_of
from onrecord.stages.place.mentions import find_mentions
from onrecord.stages.place.resolve import resolve


def run(readings: Sequence[Reading], gazetteer: Gazetteer) -> Iterator[Reading]:
    """Find and resolve the places of each reading; a claim at several places becomes several claims."""
    by = replace(PLACE.made_by, model=gazetteer.name)
    for reading in readings:
        if reading.parse is None:
            yield reading.by(by)
            continue
        mentions = find_mentions(reading.document.text, reading.parse, gazetteer)
        places = tuple(resolve(reading.document, reading.parse, mentions, gazetteer))
        claims = tuple(c for claim in reading.claims for c in _placed(claim, reading, places))
        events = tuple(replace(e, places=place_of(reading.parse, e.word, places)) for e in reading.events)
        yield reading.by(by, places=places, claims=claims, events=events)


def _placed(claim: Claim, reading: Reading, places: Sequence[Place]) -> Iterator[Claim]:
    assert reading.parse is not None  # noqa: S101  checked by run
    found = place_of(reading.parse, claim.trigger, places)
    yield from (replace(claim, place=place) for place in found or (None,))


PLACE = Stage("place", 1, (Reading,), Reading, run, open=open_gazetteer, batch=16, model=GAZETTEER)
