"""What pages and commands ask an index: lists, counts, days, points. Every answer is of one moment and holds no open cursor."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model import Incident
from onrecord.store.index.filters import Filter
from onrecord.store.index.rows import incident_of
from onrecord.store.index.where import ORDER, where


@dataclass(frozen=True, slots=True)
class Listed:
    """An incident in a list. `number` is its row, which lasts until a decision changes it; `wrong` and `weight` make up its `worth`."""

    number: int
    incident: Incident
    review: str
    wrong: float
    weight: float
    worth: float


@dataclass(frozen=True, slots=True)
class Sum:
    """A number over many incidents: `low` to `high` in the `told` ones that give one; `open`: in some of them more, or not told how many."""

    low: int
    high: int
    open: int
    told: int


@dataclass(frozen=True, slots=True)
class Totals:
    """`undated` and the like count the incidents of each shelf."""

    incidents: int
    killed: Sum
    injured: Sum
    no_place: int
    country_only: int
    no_date: int
    first: int | None
    last: int | None


def listed(connection: sqlite3.Connection, wanted: Filter, *, first: int = 0, most: int = 50) -> list[Listed]:
    """A part of the list; all of it with `most` -1."""
    condition, values = where(connection, wanted)
    chosen = f"SELECT * FROM incident WHERE {condition} ORDER BY {ORDER[wanted.sort]} LIMIT ? OFFSET ?"  # noqa: S608 - our words and marks
    return _listed(
        connection,
        f"{_LISTED} ({chosen}) i JOIN body b USING (row) ORDER BY {ORDER[wanted.sort]}",
        (*values, most, first),
    )


_LISTED = "SELECT i.row, b.incident, i.review, i.wrong, i.weight, i.worth FROM"


def _listed(connection: sqlite3.Connection, query: str, values: Sequence[object]) -> list[Listed]:
    return [Listed(n, incident_of(body), *rest) for n, body, *rest in connection.execute(query, values)]


def ids(connection: sqlite3.Connection, wanted: Filter) -> list[str]:
    """The ids of all that match, in order."""
    condition, values = where(connection, wanted)
    query = f"SELECT id FROM incident WHERE {condition} ORDER BY {ORDER[wanted.sort]}"  # noqa: S608
    return [id_ for (id_,) in connection.execute(query, values)]


def totals(connection: sqlite3.Connection, wanted: Filter) -> Totals:
    """Counts of all that match."""
    condition, values = where(connection, wanted)
    toll = (
        "total(coalesce({0}_low, 0)), total(coalesce({0}_high, {0}_low, 0)), total({0}_open), "
        "count(coalesce({0}_low, {0}_high))"
    )
    query = (
        f"SELECT count(*), total(precision IS NULL), total(precision = 'country'), total(first IS NULL AND last IS NULL), "  # noqa: S608
        f"min(coalesce(first, last)), max(coalesce(last, first)), {toll.format('killed')}, {toll.format('injured')} "
        f"FROM incident WHERE {condition}"
    )
    number, none, country, undated, first, last, *tolls = connection.execute(query, values).fetchone()
    killed, injured = (Sum(*map(int, tolls[n : n + 4])) for n in (0, 4))
    return Totals(number, killed, injured, int(none), int(country), int(undated), first, last)


def spans(connection: sqlite3.Connection, wanted: Filter) -> list[tuple[int | None, int | None, int]]:
    """First and last day (as ordinals) and how many incidents have both, of all that match and have a day."""
    condition, values = where(connection, wanted)
    query = (
        f"SELECT first, last, count(*) FROM incident WHERE ({condition}) AND NOT (first IS NULL AND last IS NULL) "  # noqa: S608
        "GROUP BY first, last"
    )
    return connection.execute(query, values).fetchall()


def points(connection: sqlite3.Connection, wanted: Filter) -> list[tuple[Any, ...]]:
    """Row, longitude, latitude, precision, status, review and killed of all that match and lie somewhere within a country."""
    condition, values = where(connection, wanted)
    query = (
        f"SELECT row, lon, lat, precision, status, review, coalesce(killed_high, killed_low, 0) FROM incident "  # noqa: S608
        f"WHERE ({condition}) AND precision IS NOT NULL AND precision != 'country'"
    )
    return connection.execute(query, values).fetchall()


def regions(
    connection: sqlite3.Connection, wanted: Filter, most: int = 40
) -> list[tuple[str, str | None, int]]:
    """Countries and regions with the number of incidents in each: the map in words."""
    condition, values = where(connection, wanted)
    query = (
        f"SELECT country, admin1, count(*) FROM incident WHERE ({condition}) AND country IS NOT NULL "  # noqa: S608
        "GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?"
    )
    return connection.execute(query, (*values, most)).fetchall()


def by_number(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Listed]:
    """The incidents with these row numbers."""
    marks = ", ".join("?" * len(numbers))
    return _listed(
        connection, f"{_LISTED} incident i JOIN body b USING (row) WHERE row IN ({marks})", tuple(numbers)
    )


__all__ = [
    "Listed",
    "Sum",
    "Totals",
    "by_number",
    "ids",
    "listed",
    "points",
    "regions",
    "spans",
    "totals",
]
