"""Places found and resolved: ``python -m benchmarks.places [CASE …]``."""

import sys
import time

from benchmarks.common import readings, score
from onrecord.exports.readings import reading_row
from onrecord.stages.place import PLACE

CASES = ("places-lgl", "places-geovirus")


def main(cases: list[str]) -> None:
    """Print the scorer's figures and the speed of the stage alone."""
    gazetteer = PLACE.open()
    for case in cases or CASES:
        given = readings(case)
        start = time.perf_counter()
        done = list(PLACE.run(given, gazetteer))
        seconds = time.perf_counter() - start
        print(score(case, map(reading_row, done)))
        words = sum(len(r.document.text.split()) for r in done)
        print(f"{len(done) / seconds:.0f} documents a second, {words / seconds / 400:.0f} of 400 words")


if __name__ == "__main__":
    main(sys.argv[1:])
