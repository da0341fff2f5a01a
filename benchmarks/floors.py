"""The gate: figures that must not fall.

``python -m benchmarks.floors [--whole] [CASE…]`` prints each figure beside its floor; exit code 1 if one falls. The cases are not part of the
project (their texts belong to others): without them beside the checkout nothing is measured, and it says so.
"""

import argparse
import json
import os
import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.commands import measure
from benchmarks.common import BENCH


@dataclass(frozen=True)
class Floor:
    """A figure of a case and what it must reach; see floors.toml."""

    case: str
    figure: tuple[str, ...]
    every: int
    whole: float
    sample: float
    at_most: bool = False

    @property
    def name(self) -> str:
        """The case and the figure, for a person."""
        return f"{self.case}: {' '.join(self.figure).removesuffix(' value')}"


def floors() -> list[Floor]:
    """All of them, in the order of the file."""
    rows = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["floor"]
    return [Floor(**row | {"figure": tuple(row["figure"])}) for row in rows]


def figures(case: str, every: int) -> dict[str, Any]:
    """What the scorer says of a case."""
    printed = measure(case, every, "--json")
    found: dict[str, Any] = json.loads(printed)
    return found


def value(floor: Floor, found: Any) -> float:
    """The figure as it is now, in what was measured of its case."""
    for key in floor.figure:
        found = found[key]
    return float(found)


def holds(floor: Floor, now: float, *, whole: bool) -> bool:
    """Whether the figure is where it must be."""
    asked = floor.whole if whole else floor.sample
    return now <= asked if floor.at_most else now >= asked


def lines(cases: list[str], *, whole: bool) -> Iterator[tuple[bool, str]]:
    """Each figure with its floor. Cases are measured side by side, each once for all of its floors."""
    wanted = [floor for floor in floors() if not cases or floor.case in cases]
    parts = [(floor.case, 1 if whole else floor.every) for floor in wanted]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        measured = {part: pool.submit(figures, *part) for part in dict.fromkeys(parts)}
        for floor, part in zip(wanted, parts, strict=True):
            now = value(floor, measured[part].result())
            good = holds(floor, now, whole=whole)
            asked = floor.whole if whole else floor.sample
            yield (
                good,
                f"{'' if good else 'FELL  '}{floor.name}: {now:.3f} ({'at most' if floor.at_most else 'at least'} {asked})",
            )


def main() -> None:
    """Print and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE")
    parser.add_argument("--whole", action="store_true")
    given = parser.parse_args()
    if not BENCH.exists():
        print(f"{BENCH} is not there: no accuracy was measured")
        return
    fell = 0
    for good, line in lines(given.cases, whole=given.whole):
        print(line, flush=True)
        fell += not good
    sys.exit(1 if fell else 0)


if __name__ == "__main__":
    main()
