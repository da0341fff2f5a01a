"""Times: finds and normalises them and prints the scorer's figures, and how the claims of dated incidents are dated.

``python -m benchmarks.times times-tbaq times-wikiwars`` for expressions; ``python -m benchmarks.times airwars-gaza-dev 150`` reads the claims
of that many documents, drawn by seed 1, and compares their days with the incident's.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date

from benchmarks.common import gold, readings, score
from onrecord.exports.readings import reading_row
from onrecord.model import Interval, Reading
from onrecord.stages.date import DATE
from onrecord.stages.read import READ


def expressions(case: str) -> None:
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


def claims(case: str, sample: int) -> None:
    """How the days of claims stand to the day of an incident of their document, and the first claim with one day of each document."""
    days = _incident_days(case)
    drawn = [r for r in readings(case) if days.get(r.document.id)]
    random.Random(1).shuffle(drawn)
    read: Sequence[Reading] = list(READ.run(drawn[:sample], None))
    found: Counter[str] = Counter()
    for reading in DATE.run(read, None):
        whens = [c.when for c in reading.claims]
        found.update(_verdict(w, days[reading.document.id]) for w in whens)
        first = next((w for w in whens if w.earliest is not None and w.earliest == w.latest), None)
        found[f"first: {_verdict(first, days[reading.document.id]) if first else 'no day'}"] += 1
    print(case, len(read), *(f"{n} {what};" for what, n in sorted(found.items())))


def _incident_days(case: str) -> dict[str, set[date]]:
    days: dict[str, set[date]] = {}
    for row in gold(case):
        for document in row.get("documents", [row["id"]]):
            if row.get("date"):
                days.setdefault(document, set()).add(date.fromisoformat(row["date"]))
    return days


def _verdict(when: Interval, days: set[date]) -> str:
    if when.earliest is None and when.latest is None:
        return "unknown"
    low, high = when.earliest or date.min, when.latest or date.max
    right = "right" if any(low <= d <= high for d in days) else "wrong"
    kind = (
        "day" if low == high else "bound" if date.min in (low, high) or date.max in (low, high) else "range"
    )
    return f"{kind} {right}"


def main(arguments: Sequence[str]) -> None:
    """Cases of expressions, or a case of incidents and how many documents."""
    if len(arguments) == 2 and arguments[1].isdecimal():
        claims(arguments[0], int(arguments[1]))
        return
    for case in arguments or ["times-tbaq"]:
        expressions(case)


if __name__ == "__main__":
    main(sys.argv[1:])
