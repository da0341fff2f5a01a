"""Reading → Reading with who says what, and what is claimed to have happened."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Claim, Parse, Person, Reading
from onrecord.stage import Stage
from onrecord.stages.read.attribution import find_attributions
from onrecord.stages.read.claims import find_claims
from onrecord.stages.read.events import find_events
from onrecord.stages.read.people import find_people


def run(readings: Sequence[Reading], _: None) -> Iterator[Reading]:
    """Fill in attributions and claims; a reading without grammar (a language not read yet) passes through."""
    for reading in readings:
        yield reading.by(READ.made_by) if reading.parse is None else _read(reading, reading.parse)


def _read(reading: Reading, parse: Parse) -> Reading:
    text = reading.document.text
    attributions = find_attributions(text, parse)
    people = find_people(text, parse, attributions)
    claims = find_claims(
        text, parse, paragraphs=reading.document.paragraphs, attributions=attributions, people=people
    )
    return reading.by(READ.made_by, attributions=attributions, claims=_with_others(claims, people))


def _with_others(claims: tuple[Claim, ...], people: Sequence[Person]) -> tuple[Claim, ...]:
    """The first claim also carries who is named only elsewhere on the page: an export shows its title, its address, the words it shares
    with other pages and whom a pronoun stands for, and can withhold only the names it is told."""
    named = {p.passage.words for c in claims for p in c.people}
    others = {p.passage.words: p for p in reversed(people) if p.passage.words not in named}
    first = [replace(c, people=(*c.people, *reversed(others.values()))) for c in claims[:1]]
    return (*first, *claims[1:])


def run_with_events(readings: Sequence[Reading], _: None) -> Iterator[Reading]:
    """The same, and every other word that may tell of a happening (`Reading.events`)."""
    for reading in run(readings, None):
        yield reading if reading.parse is None else replace(reading, events=find_events(reading.parse))


READ = Stage("read", 1, (Reading,), Reading, run)
READ_WITH_EVENTS = replace(READ, run=run_with_events)

__all__ = ["READ", "READ_WITH_EVENTS"]
