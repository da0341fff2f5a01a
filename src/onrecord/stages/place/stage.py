"""Reading → Reading with its places, and its claims with theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Claim, Event, MadeBy, Parse, Passage, Place, Precision, Reading
from onrecord.resources.gazetteer import GAZETTEER, Gazetteer, open_gazetteer
from onrecord.stage import Stage
from onrecord.stages.place.anaphora import anaphors
from onrecord.stages.place.attach import place_of
from onrecord.stages.place.elsewhere import outside
from onrecord.stages.place.locate import locate
from onrecord.stages.place.namesakes import without_places
from onrecord.stages.place.sites import with_sites

_EXACT = (Precision.SITE, Precision.SETTLEMENT)


def run(readings: Sequence[Reading], gazetteer: Gazetteer) -> Iterator[Reading]:
    """Find and resolve the places of each reading; a claim at several places becomes several claims."""
    for reading in readings:
        made_by = MadeBy(PLACE.name, PLACE.version, gazetteer.name)
        if reading.parse is None:
            yield reading.by(made_by)
            continue
        text, parse = reading.document.told, reading.parse
        located = locate(reading.document, parse, gazetteer)
        places = tuple(with_sites(text, parse, [place for _, place in located]))
        meant = with_sites(text, parse, anaphors(text, parse, places))
        named = without_places(reading.claims, text, parse, located, gazetteer)
        claims = tuple(
            c for claim in named for c in _placed(claim, reading, parse, [*places, *meant], places)
        )
        events = tuple(
            replace(e, places=place_of(parse, e.word, [*places, *meant], reading.marks))
            for e in reading.events
        )
        yield reading.by(made_by, places=_used(places, meant, claims, events), claims=claims, events=events)


def _used(
    places: Sequence[Place], meant: Sequence[Place], claims: Sequence[Claim], events: Sequence[Event]
) -> tuple[Place, ...]:
    """The names of the text, and of the words that only stand for one those on which something rests."""
    rests = [*(c.place for c in claims), *(p for e in events for p in e.places)]
    return tuple(sorted([*places, *(m for m in meant if m in rests)], key=lambda p: p.passage.start))


def _placed(
    claim: Claim, reading: Reading, parse: Parse, within: Sequence[Place], places: Sequence[Place]
) -> Iterator[Claim]:
    found = place_of(parse, claim.trigger, within, reading.marks) or _before(claim.trigger, parse, places)
    yield from (replace(claim, place=place) for place in found or (None,))


def _before(trigger: Passage, parse: Parse, places: Sequence[Place]) -> tuple[Place, ...]:
    """When its own sentence names no place at all: the only settlement that the sentence before names, if it is in the same paragraph."""
    event = parse.head_of(trigger.start, trigger.end)
    if event is None or event.sentence == 0 or any(_in_sentence(parse, p, event.sentence) for p in places):
        return ()
    first, last = parse.sentences[event.sentence - 1]
    if any("\n" in t.text for t in parse.tokens[first:last]) or "\n" in parse.tokens[last].text:
        return ()
    earlier = [p for p in places if _in_sentence(parse, p, event.sentence - 1) and not outside(parse, p)]
    settlements = [p for p in earlier if p.resolved and p.resolved.precision in _EXACT]
    return tuple(settlements[:1]) if len({p.resolved for p in settlements}) == 1 else ()


def _in_sentence(parse: Parse, place: Place, sentence: int) -> bool:
    first, last = parse.sentences[sentence]
    return parse.tokens[first].start <= place.passage.start < parse.tokens[last - 1].end


PLACE = Stage("place", 2, (Reading,), Reading, run, open=open_gazetteer, batch=16, model=GAZETTEER)
