"""Who says what: PolNeAR. ``python -m benchmarks.attribution [CASE]`` prints the scorer's output and our speed."""

import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks.common import readings, score
from onrecord.exports.readings import reading_row
from onrecord.model import Reading
from onrecord.resources.reader import open_reader
from onrecord.stages.read.attribution import find_attributions


def rows(read: list[Reading]) -> Iterator[dict[str, Any]]:
    reader = open_reader()
    for reading in read:
        assert reading.parse
        text = reading.document.told
        found = find_attributions(text, reading.parse, reader.read(text, reading.parse))
        yield reading_row(reading.by(reading.made_by[0], attributions=found))


def main() -> None:
    case = sys.argv[1] if len(sys.argv) > 1 else "attribution-dev"
    read = readings(case)
    began = time.perf_counter()
    made = list(rows(read))
    took = time.perf_counter() - began
    words = sum(len(r.document.text.split()) for r in read)
    print(score(case, made))
    print(f"{words / 400 / took:.0f} documents of 400 words a second")


if __name__ == "__main__":
    main()
