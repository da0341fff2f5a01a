"""How well copies are found: adjusted Rand index and hard negatives joined.

python -m benchmarks.copies [CASE]
"""

import sys
import time

from benchmarks.common import documents, score
from onrecord.exports.origins import origin_row
from onrecord.stages.copies import COPIES


def main(case: str = "copies-dev") -> None:
    given = documents(case)
    start = time.perf_counter()
    origins = list(COPIES.run(given, None))
    seconds = time.perf_counter() - start
    print(f"{case}: {len(given)} documents, {len(origins)} origins, {seconds:.2f} s")
    print(score(case, map(origin_row, origins), suffix="origins"), end="")


if __name__ == "__main__":
    main(*sys.argv[1:])
