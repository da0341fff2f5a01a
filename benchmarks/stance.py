"""Did it happen: ``python -m benchmarks.stance [CASE]`` prints the scorer's output and our speed.

Sentences that the trained reader learnt from are left out. As ``onrecord read`` gives them: claims of harm, and every other event-like word.
"""

import sys
import time

from benchmarks.common import readings, score
from benchmarks.split import measured
from onrecord.exports.readings import reading_row
from onrecord.resources.reader import open_reader
from onrecord.stages.read import READ_WITH_EVENTS


def main() -> None:
    case = sys.argv[1] if len(sys.argv) > 1 else "stance-dev"
    read = [r for r in readings(case) if measured(case, r.document.id)]
    reader = open_reader()
    began = time.perf_counter()
    made = list(map(reading_row, READ_WITH_EVENTS.run(read, reader)))
    took = time.perf_counter() - began
    print(score(case, made))
    words = sum(len(r.document.text.split()) for r in read)
    print(f"{words / 400 / took:.0f} documents of 400 words a second")


if __name__ == "__main__":
    main()
