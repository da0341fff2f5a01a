"""What can be chosen in each field, counted: the columns of all incidents in memory as small numbers, read once for each state of the index.

SQLite counts by sorting: 360 ms for all fields of 20,000 incidents where this takes 10 (benchmarks/workbench.py).
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from onrecord.store.index.filters import Filter
from onrecord.store.index.where import where

COLUMNS = {
    "kind": "kind",
    "status": "status",
    "precision": "precision",
    "review": "review",
    "stance": "stance",
    "place": "country",
}
FACETS = ("contested", "says", "side", "protected", "language")
Counts = dict[str, list[tuple[str, int]]]
"""For each field the values and in how many incidents each occurs, the most frequent first."""
_KEPT = 2  # states of indexes: the one that is read, and the one before it while that is still asked for
_known: OrderedDict[str, "Columns"] = OrderedDict()
_knowing = Lock()


@dataclass(frozen=True, slots=True)
class Column:
    """One field: for each of its entries the place of its incident in `Columns.rows`, and which of `values` it is."""

    values: tuple[str, ...]
    of: NDArray[np.int32]
    code: NDArray[np.int32]

    def counted(self, chosen: NDArray[np.bool_]) -> list[tuple[str, int]]:
        """How often each value occurs among the chosen incidents."""
        numbers = np.bincount(self.code[chosen[self.of]], minlength=len(self.values))
        found = [(value, int(n)) for value, n in zip(self.values, numbers, strict=True) if n]
        return sorted(found, key=lambda item: (-item[1], item[0]))


@dataclass(frozen=True, slots=True)
class Columns:
    """`rows` are the numbers of all incidents, rising."""

    rows: NDArray[np.int64]
    columns: dict[str, Column]


def counts(connection: sqlite3.Connection, wanted: Filter) -> Counts:
    """How many there would be of each value: in each field without regard to what is chosen in it."""
    known = _columns(connection)
    everywhere = _chosen(connection, known, wanted, "")
    found: Counts = {}
    for name, column in known.columns.items():
        apart = bool(getattr(wanted, name))
        found[name] = column.counted(_chosen(connection, known, wanted, name) if apart else everywhere)
    return found


def _chosen(connection: sqlite3.Connection, known: Columns, wanted: Filter, but: str) -> NDArray[np.bool_]:
    condition, values = where(connection, wanted, but=but)
    query = f"SELECT row FROM incident WHERE {condition}"  # noqa: S608 - made of our words and marks
    rows = np.fromiter((row for (row,) in connection.execute(query, values)), dtype=np.int64)
    chosen = np.zeros(len(known.rows), dtype=bool)
    if len(known.rows):
        places = np.searchsorted(known.rows, rows)
        chosen[places[places < len(known.rows)]] = True
    return chosen


def _columns(connection: sqlite3.Connection) -> Columns:
    (state,) = connection.execute("SELECT value FROM meta WHERE key = 'hash'").fetchone()
    with _knowing:
        if state not in _known:
            _known[state] = _read(connection)
            while len(_known) > _KEPT:
                _known.popitem(last=False)
        return _known[state]


def _read(connection: sqlite3.Connection) -> Columns:
    query = f"SELECT row, {', '.join(COLUMNS.values())} FROM incident ORDER BY row"  # noqa: S608 - names are ours
    listed = connection.execute(query).fetchall()
    rows = np.array([row[0] for row in listed], dtype=np.int64)
    columns = {
        name: _column([(place, str(row[n])) for place, row in enumerate(listed) if row[n] is not None])
        for n, name in enumerate(COLUMNS, start=1)
    }
    for name in FACETS:
        columns[name] = _column(list(_facet(connection, name, rows)))
    return Columns(rows, columns)


def _facet(connection: sqlite3.Connection, name: str, rows: NDArray[np.int64]) -> Iterator[tuple[int, str]]:
    entries = connection.execute("SELECT incident, value FROM facet WHERE name = ?", (name,)).fetchall()
    places = np.searchsorted(rows, np.array([row for row, _ in entries], dtype=np.int64))
    yield from zip(places.tolist(), (value for _, value in entries), strict=True)


def _column(entries: Sequence[tuple[int, str]]) -> Column:
    codes = {value: n for n, value in enumerate(dict.fromkeys(value for _, value in entries))}
    of = np.fromiter((place for place, _ in entries), dtype=np.int32, count=len(entries))
    code = np.fromiter((codes[value] for _, value in entries), dtype=np.int32, count=len(entries))
    return Column(tuple(codes), of, code)
