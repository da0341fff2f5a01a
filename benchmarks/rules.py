"""What the rules read without the trained reader: ``python -m benchmarks.rules`` prints the scorer's output.

Of the same cases and records as `benchmarks.attribution`, `stance`, `eventplace` and `muc` measure with the reader.
"""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.common import readings, score
from benchmarks.harm import each
from benchmarks.split import measured
from onrecord.exports.readings import reading_row
from onrecord.model import Reading
from onrecord.stages.date import DATE
from onrecord.stages.place import PLACE
from onrecord.stages.read import READ, READ_WITH_EVENTS
from onrecord.stages.read.attribution import find_attributions
from onrecord.stages.read.events import find_events
from onrecord.stages.settle import SETTLE


def main() -> None:
    """Who says what, did it happen, where, and who takes part in what."""
    print(score("attribution-dev", map(reading_row, attributed("attribution-dev"))))
    print(score("stance-dev", map(reading_row, READ_WITH_EVENTS.run(held_out("stance-dev"), None))))
    print(score("eventplace-dev", map(reading_row, placed("eventplace-dev"))))
    located = PLACE.run(list(READ.run(readings("muc-dev"), None)), PLACE.open())
    told = SETTLE.run(list(DATE.run(list(located), DATE.open())), SETTLE.open())
    print(score("muc-dev", each(told), suffix="incidents"))


def held_out(case: str) -> list[Reading]:
    """Those that the reader never saw, as where it is measured."""
    return [r for r in readings(case) if measured(case, r.document.id)]


def attributed(case: str) -> Iterator[Reading]:
    """With every attribution of the text, by the grammar."""
    for reading in readings(case):
        assert reading.parse
        yield reading.by(
            reading.made_by[0], attributions=find_attributions(reading.document.told, reading.parse)
        )


def placed(case: str) -> Iterator[Reading]:
    """With the place of every event-like word."""
    given = [replace(r, events=find_events(r.parse)) for r in held_out(case) if r.parse]
    return iter(PLACE.run(given, PLACE.open()))


if __name__ == "__main__":
    main()
