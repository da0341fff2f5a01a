"""Reading → Reading with who says what, and what is claimed to have happened."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from onrecord.model import Claim, Parse, Person, Reading, Role
from onrecord.resources.reader import MODEL as READER
from onrecord.resources.reader import Reader, open_reader
from onrecord.stage import Stage
from onrecord.stages.read.attribution import find_attributions
from onrecord.stages.read.claims import find_claims
from onrecord.stages.read.events import find_events
from onrecord.stages.read.participants_marked import marked_victims
from onrecord.stages.read.people import find_people, named
from onrecord.stages.read.sense import is_harm
from onrecord.stages.read.treated import with_treated
from onrecord.stages.read.triggers import triggers


def run(readings: Sequence[Reading], reader: Reader | None) -> Iterator[Reading]:
    """Fill in attributions and claims; a reading without grammar (a language not read yet) passes through.

    The trained reader is asked only about the windows with a sentence that tells of harm: a little more than half of an article in which one
    paragraph in four does. Without a reader (None) the grammar alone tells.
    """
    for reading in readings:
        yield reading.by(READ.made_by) if reading.parse is None else _read(reading, reading.parse, reader)


def _read(reading: Reading, parse: Parse, reader: Reader | None, *, through: bool = False) -> Reading:
    text = reading.document.told
    marks = reader.read(text, parse) if reader else None
    attributions = find_attributions(text, parse, marks, None if through else list(_harmful(parse)))
    read = partial(find_claims, text, parse, attributions=attributions, marks=marks)
    claims = read(paragraphs=reading.document.told_in)
    if not claims and len(text) > len(reading.document.text):
        claims = read(paragraphs=[(len(reading.document.text), len(text))], headline=True)
    victims = [p.passage for c in claims for p in c.participants if p.role is Role.VICTIM]
    victims += marked_victims(text, parse, claims, marks) if marks else []
    people = find_people(text, parse, attributions, victims)
    claims = tuple(replace(c, people=named(c, people)) for c in claims)
    own = tuple(c for c in claims if c.trigger.start < len(reading.document.text))
    # a title is only read for a text that claims nothing: one that plays with words above a report is no second report
    return reading.by(
        READ.made_by, marks=marks, attributions=attributions, claims=_with_others(own or claims, people)
    )


def _harmful(parse: Parse) -> Iterator[tuple[int, int]]:
    """The sentences that tell of harm, before anything is asked about who and where."""
    for first, last in parse.sentences:
        harm = [one for one in triggers(parse, first, last) if is_harm(parse, one)]
        if with_treated(parse, first, last, harm):
            yield parse.tokens[first].start, parse.tokens[last - 1].end


def _with_others(claims: tuple[Claim, ...], people: Sequence[Person]) -> tuple[Claim, ...]:
    """The first claim also carries who is named only elsewhere on the page: an export shows its title, its address, the words it shares
    with other pages and whom a pronoun stands for, and can withhold only the names it is told."""
    named = {p.passage.words for c in claims for p in c.people}
    others = {p.passage.words: p for p in reversed(people) if p.passage.words not in named}
    first = [replace(c, people=(*c.people, *reversed(others.values()))) for c in claims[:1]]
    return (*first, *claims[1:])


def run_with_events(readings: Sequence[Reading], reader: Reader | None) -> Iterator[Reading]:
    """The same of the whole text, and every other word that may tell of a happening (`Reading.events`)."""
    for reading in readings:
        if reading.parse is None:
            yield reading.by(READ.made_by)
        else:
            read = _read(reading, reading.parse, reader, through=True)
            yield replace(read, events=find_events(reading.parse, read.marks))


READ = Stage("read", 4, (Reading,), Reading, run, open=open_reader, model=READER)
READ_WITH_EVENTS = replace(READ, run=run_with_events)

__all__ = ["READ", "READ_WITH_EVENTS"]
