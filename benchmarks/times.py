"""Times: finds and normalises them and prints the scorer's figures. ``python -m benchmarks.times times-tbaq times-wikiwars``."""

import sys
import time

from benchmarks.common import readings, score
from onrecord.exports.readings import reading_row
from onrecord.stages.date import DATE


def main(case: str) -> None:
    """Score one case and tell the speed of the stage alone."""
    parsed = readings(case)
    words = sum(len(r.document.text.split()) for r in parsed)
    start = time.process_time()
    dated = list(DATE.run(parsed, None))
    spent = time.process_time() - start
    print(score(case, map(reading_row, dated)))
    print(
        f"{len(parsed)} documents, {words} words: {words / 400 / spent:.0f} documents of 400 words a second"
    )


if __name__ == "__main__":
    for name in sys.argv[1:] or ["times-tbaq"]:
        main(name)
