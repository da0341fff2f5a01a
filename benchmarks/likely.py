"""How often the most probable days are right, where no text tells when: ``python -m benchmarks.likely [CASE]`` (gva-dev-small).

Of the incidents that the program dates so, and whose day people wrote down: the day lies in the days guessed, a day beside them, or farther
off; by the basis of the guess (`stages/date/likely.py`).
"""

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from benchmarks.common import gold
from benchmarks.gva import settled
from benchmarks.scorer import SCORER
from onrecord.exports.linked import incidents_of
from onrecord.model import Interval, Reading

DAY = timedelta(1)


def main(case: str = "gva-dev-small") -> None:
    """Print one line a basis."""
    read = settled(case)
    guesses = guessed(read)
    right = list(gold(case))
    pairs = SCORER["align_incidents"](right, list(incidents_of(read, each=False)))
    found: Counter[tuple[str, str]] = Counter()
    for number, made in pairs.items():
        if made["date_basis"] == "most probable" and right[number].get("date"):
            found[_basis(made, guesses), _verdict(made, date.fromisoformat(right[number]["date"]))] += 1
    print(case)
    for basis in sorted({basis for basis, _ in found}):
        print(f"{basis:<20}", *(f"{found[basis, v]} {v};" for v in ("right", "a day off", "wrong")))


def guessed(read: Iterable[Reading]) -> dict[str, Interval]:
    """The most probable days of each claim that has some."""
    return {c.id: c.likely for r in read for c in r.claims if c.likely}


def _basis(made: dict[str, Any], guesses: dict[str, Interval]) -> str:
    reasons = [guesses[c].reason for c in made["claims"] if c in guesses]
    return "a day of the page" if any(r.startswith("most probably") for r in reasons) else "published"


def _verdict(made: dict[str, Any], day: date) -> str:
    first, last = date.fromisoformat(made["earliest"]), date.fromisoformat(made["latest"])
    if first <= day <= last:
        return "right"
    return "a day off" if first - DAY <= day <= last + DAY else "wrong"


if __name__ == "__main__":
    main(*sys.argv[1:])
