"""Reading → Reading: the times of the text, and when each claim's happening was."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Claim, Parse, Reading
from onrecord.stage import Stage
from onrecord.stages.date.dateline import stamps
from onrecord.stages.date.find import find_times
from onrecord.stages.date.retold import statements
from onrecord.stages.date.when import Issued, Page, own_time, when_of


def run(readings: Sequence[Reading], _: None) -> Iterator[Reading]:
    """Date each document; one that was not parsed passes through."""
    for reading in readings:
        yield _dated(reading, reading.parse) if reading.parse is not None else reading.by(DATE.made_by)


def _dated(reading: Reading, parse: Parse) -> Reading:
    text, published = reading.document.text, reading.document.published
    times = find_times(text, parse, published)
    own = stamps(text, times)
    day = next((t.earliest for t in own if t.earliest and t.earliest == t.latest), None)
    if published is None and day is not None:
        times = find_times(text, parse, day)
        own = stamps(text, times)
    called = "publication date" if published or not day else "date the text gives itself"
    issued = Issued(published or day, called, own)
    heads = (parse.head_of(c.trigger.start, c.trigger.end) for c in reading.claims)
    triggers = frozenset(t.i for t in heads if t is not None)
    page = Page(parse, times, issued, triggers, statements(parse, times, triggers))
    return reading.by(DATE.made_by, times=times, claims=tuple(_claims(reading.claims, page)))


def _claims(claims: Sequence[Claim], page: Page) -> Iterator[Claim]:
    timed = [(c, own) for c in claims if (own := own_time(c, page)) is not None]
    dated = [(c, own) for c, own in timed if own[1].earliest is not None]
    dated.sort(key=lambda pair: pair[0].trigger)
    for claim in claims:
        time, when = when_of(claim, page, dated)
        yield replace(claim, time=time, when=when)


DATE = Stage("date", 1, (Reading,), Reading, run)
