"""Several incidents in one document, all slots (muc-dev): ``python -m benchmarks.muc [muc-train]``."""

import sys

from benchmarks.common import score
from benchmarks.harm import each, settled


def main(case: str = "muc-dev") -> None:
    """Print the scorer's table."""
    print(score(case, each(settled(case)), suffix="incidents"))


if __name__ == "__main__":
    main(*sys.argv[1:])
