"""Killed and injured by single documents (gva-dev-small): ``python -m benchmarks.gva_counts``.

Only documents of exactly one gold incident, each read alone; the first incident of a document speaks for it. As in the scorer a count
that is not reported is read as 0.
"""

from collections import Counter
from typing import Any

from benchmarks.common import gold
from benchmarks.harm import each, settled

CASE = "gva-dev-small"


def best(row: dict[str, Any] | None, harm: str) -> int:
    """The best number of a predicted incident; 0 when none is told."""
    count = (row or {}).get(harm) or {}
    return count.get("best") or 0


def wanted() -> dict[str, dict[str, Any]]:
    """The gold incident of every document that has exactly one, with values."""
    times = Counter(d for row in gold(CASE) for d in row["documents"])
    return {
        d: row
        for row in gold(CASE)
        if row.get("killed") is not None
        for d in row["documents"]
        if times[d] == 1
    }


def figures(first: dict[str, dict[str, Any]], right: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Shares of documents with the exact number."""
    killed = [(best(first.get(d), "killed"), row["killed"]) for d, row in right.items()]
    injured = [(best(first.get(d), "injured"), row["injured"]) for d, row in right.items()]
    return {
        "killed exact": _share(killed),
        "killed exact where gold > 0": _share([p for p in killed if p[1]]),
        "injured exact": _share(injured),
        "injured exact where gold > 0": _share([p for p in injured if p[1]]),
        "documents": len(right),
    }


def _share(pairs: list[tuple[int, int]]) -> float:
    return sum(a == b for a, b in pairs) / len(pairs)


def main() -> None:
    """Print the figures."""
    right = wanted()
    rows = each(r for r in settled(CASE) if r.document.id in right)
    first: dict[str, dict[str, Any]] = {}
    for row in rows:
        first.setdefault(row["documents"][0], row)
    for name, value in figures(first, right).items():
        print(f"{name:<30}{value:.3f}")


if __name__ == "__main__":
    main()
