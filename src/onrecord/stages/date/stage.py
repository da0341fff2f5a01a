"""Reading → Reading: the times of the text, and when each claim's happening was."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Claim, Parse, Reading, Time
from onrecord.stage import Stage
from onrecord.stages.date.dateline import dateline
from onrecord.stages.date.find import find_times
from onrecord.stages.date.when import Issued, When, when_of


def run(readings: Sequence[Reading], _: None) -> Iterator[Reading]:
    """Date each document; one that was not parsed passes through."""
    for reading in readings:
        yield _dated(reading, reading.parse) if reading.parse is not None else reading.by(DATE.made_by)


def _dated(reading: Reading, parse: Parse) -> Reading:
    text, published = reading.document.text, reading.document.published
    times = find_times(text, parse, published)
    line = dateline(text, times)
    if line is None or published is not None:
        issued = Issued(published, dateline=line)
    else:
        issued = Issued(line.earliest, "date of the dateline", line)
        times = find_times(text, parse, line.earliest)
        issued = replace(issued, dateline=next(t for t in times if t.passage == line.passage))
    return reading.by(DATE.made_by, times=times, claims=tuple(_claims(reading, parse, times, issued)))


def _claims(reading: Reading, parse: Parse, times: Sequence[Time], issued: Issued) -> Iterator[Claim]:
    order = sorted(range(len(reading.claims)), key=lambda n: reading.claims[n].trigger.start)
    done: list[tuple[Claim, When]] = []
    found: dict[int, When] = {}
    for n in order:
        claim = reading.claims[n]
        found[n] = when_of(claim, parse, times, issued, done)
        done.append((claim, found[n]))
    for n, claim in enumerate(reading.claims):
        yield replace(claim, time=found[n][0], when=found[n][1])


DATE = Stage("date", 1, (Reading,), Reading, run)
