"""What should a person look at next? Incidents and nearly-same pairs in one order: doubt times weight, the greatest first."""

import sqlite3
from dataclasses import dataclass

from onrecord.store.index.filters import Filter
from onrecord.store.index.where import where


@dataclass(frozen=True, slots=True)
class Task:
    """An incident to be judged, or (`other` is not None) two that may be one. Row numbers; `link` and `score` belong to a pair."""

    worth: float
    incident: int
    other: int | None = None
    link: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Fared:
    """How often people agreed with the machine in a field."""

    field: str
    agreed: int
    disagreed: int

    @property
    def share(self) -> float:
        """Of all that people judged, the part they agreed with."""
        return self.agreed / (self.agreed + self.disagreed)


def tasks(
    connection: sqlite3.Connection, wanted: Filter, person: str, *, skip: int = 0, most: int = 1
) -> list[Task]:
    """The next ones for this person: not what they accepted already where a second person must."""
    open_, values = _open(connection, wanted)
    query = f"{open_} ORDER BY worth DESC, one, other LIMIT ? OFFSET ?"
    return [Task(*row) for row in connection.execute(query, (*values, person, *values, most, skip))]


def waiting(connection: sqlite3.Connection, wanted: Filter, person: str) -> int:
    """How many there are."""
    open_, values = _open(connection, wanted)
    query = f"SELECT count(*) FROM ({open_})"  # noqa: S608
    return int(connection.execute(query, (*values, person, *values)).fetchone()[0])


def fared(connection: sqlite3.Connection) -> list[Fared]:
    """Field by field, over all that people judged so far."""
    query = (
        "SELECT field, sum(yes), sum(no) FROM agreed GROUP BY field ORDER BY sum(yes) + sum(no) DESC, field"
    )
    return [Fared(*row) for row in connection.execute(query)]


def _open(connection: sqlite3.Connection, wanted: Filter) -> tuple[str, tuple[object, ...]]:
    condition, values = where(connection, wanted)
    inside = f"(SELECT row FROM incident WHERE {condition})"  # noqa: S608 - made of our words and marks
    query = (
        f"SELECT worth, row AS one, NULL AS other, NULL, NULL FROM incident WHERE worth > 0 AND row IN {inside} "  # noqa: S608
        "AND row NOT IN (SELECT incident FROM accepted WHERE person = ?) "
        f"UNION ALL SELECT worth, one, other, link, score FROM near WHERE NOT judged AND one IN {inside}"
    )
    return query, values
