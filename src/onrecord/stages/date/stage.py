"""Reading → Reading: the times of the text, and when each claim's happening was."""

from collections.abc import Iterator, Sequence

from onrecord.model import Reading
from onrecord.stage import Stage
from onrecord.stages.date.find import find_times


def run(readings: Sequence[Reading], _: None) -> Iterator[Reading]:
    """Read the times of each document; one that was not parsed passes through."""
    for reading in readings:
        if reading.parse is None:
            yield reading.by(DATE.made_by)
            continue
        times = find_times(reading.document.text, reading.parse, reading.document.published)
        yield reading.by(DATE.made_by, times=times)


DATE = Stage("date", 1, (Reading,), Reading, run)
