"""Counts, dates and places where sources conflict (airwars-gaza-dev): ``python -m benchmarks.airwars``."""

import sys

from benchmarks.common import score
from benchmarks.harm import each, settled


def main(case: str = "airwars-gaza-dev") -> None:
    """Print the scorer's table."""
    print(score(case, each(settled(case)), suffix="incidents"))


if __name__ == "__main__":
    main(*sys.argv[1:])
