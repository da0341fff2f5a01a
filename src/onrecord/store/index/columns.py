"""What can be chosen in each field, counted: the columns of all incidents in memory as small numbers, read once for each state of the index.

SQLite counts by sorting: 360 ms for all fields of 20,000 incidents where this takes 10 (benchmarks/workbench.py).
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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
_VALUES = "SELECT value, group_concat({0}) FROM (SELECT {0}, {1} FROM {2} WHERE {3}) WHERE value IS NOT NULL GROUP BY value"
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


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Several questions about one moment, whatever is decided meanwhile."""
    if connection.in_transaction:
        yield connection
        return
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        connection.execute("COMMIT")


def counts(connection: sqlite3.Connection, wanted: Filter) -> Counts:
    """How many there would be of each value: in each field without regard to what is chosen in it."""
    with snapshot(connection):
        known = _columns(connection)
        everywhere = _chosen(connection, known, wanted, "")
        found: Counts = {}
        for name, column in known.columns.items():
            apart = bool(getattr(wanted, name))
            found[name] = column.counted(_chosen(connection, known, wanted, name) if apart else everywhere)
        return found


def warm(connection: sqlite3.Connection) -> None:
    """Read the columns now, so that the first page need not wait for them: a tenth of a second for 20,000 incidents."""
    with snapshot(connection):
        _columns(connection)


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
    """SQLite hands the numbers of each value over as one text: a tuple for each would take three times as long."""
    (numbers,) = connection.execute("SELECT group_concat(row) FROM incident").fetchone()
    rows = np.sort(_numbers(numbers or ""))
    columns = {
        name: _column(rows, connection.execute(_VALUES.format("row", f"{of} AS value", "incident", 1)))
        for name, of in COLUMNS.items()
    }
    for name in FACETS:
        query = _VALUES.format("incident", "value", "facet", "name = ?")
        columns[name] = _column(rows, connection.execute(query, (name,)))
    return Columns(rows, columns)


def _column(rows: NDArray[np.int64], groups: Iterable[tuple[object, str]]) -> Column:
    """Of values with the incidents that have each."""
    found = [(str(value), _numbers(numbers)) for value, numbers in groups]
    incidents = np.concatenate([numbers for _, numbers in found]) if found else rows[:0]
    code = np.repeat(np.arange(len(found), dtype=np.int32), [len(numbers) for _, numbers in found])
    return Column(tuple(value for value, _ in found), np.searchsorted(rows, incidents).astype(np.int32), code)


def _numbers(text: str) -> NDArray[np.int64]:
    return np.fromstring(text, dtype=np.int64, sep=",")
