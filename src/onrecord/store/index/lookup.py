"""Finding one thing in an index: an incident by any name it ever had, its claims, its neighbours, its pages."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from onrecord.errors import NotFound
from onrecord.store.fold.decided import anchor
from onrecord.store.index.words import question

_SHORTEST = 8  # letters of an id that is found by its beginning


@dataclass(frozen=True, slots=True)
class Beside:
    """An incident that is nearly the same as another: by which link, how likely one, and whether people judged the pair."""

    number: int
    link: str
    score: float
    judged: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page in a list. `claims` is None when it was not read, and `note` says why; `incidents` are the row numbers that it tells of."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    note: str | None
    claims: int | None


def number_of(connection: sqlite3.Connection, id_: str) -> int:
    """The row of the incident called so, also by a name it had before claims joined it, by a claim of it, or by the beginning of an id.

    Raises:
        NotFound: there is none, or there are several.
    """
    claim = anchor(id_)
    found = connection.execute("SELECT incident FROM claim WHERE id = ?", (claim,)).fetchone()
    if found is None and len(claim) >= len("claim-") + _SHORTEST:
        query = "SELECT DISTINCT incident FROM claim WHERE id >= ? AND id < ? LIMIT 2"
        near = connection.execute(query, (claim, claim + "\U0010ffff")).fetchall()
        found = near[0] if len(near) == 1 else None
    if found is None or found[0] is None:
        raise NotFound(
            f"no incident has the id {id_[:60]}: it may be of another case, or its page was read anew"
        )
    return int(found[0])


def claims_of(connection: sqlite3.Connection, number: int) -> dict[str, bool]:
    """The claims of an incident, and whether a person rejected each."""
    query = "SELECT id, rejected FROM claim WHERE incident = ? ORDER BY id"
    return {id_: bool(rejected) for id_, rejected in connection.execute(query, (number,))}


def beside(connection: sqlite3.Connection, number: int, most: int = 8) -> list[Beside]:
    """The incidents that it might be one with, the likeliest first."""
    query = (
        "SELECT CASE one WHEN :n THEN other ELSE one END, link, score, judged FROM near WHERE one = :n OR other = :n "
        "ORDER BY judged, score DESC LIMIT :most"
    )
    return [
        Beside(n, link, score, bool(judged))
        for n, link, score, judged in connection.execute(query, {"n": number, "most": most})
    ]


def links_of(connection: sqlite3.Connection, number: int) -> list[tuple[str, str, str, float]]:
    """Id, both claims and score of the joined links within an incident, the strongest first."""
    query = (
        "SELECT l.id, l.a, l.b, l.score FROM link l JOIN claim x ON x.id = l.a JOIN claim y ON y.id = l.b "
        "WHERE l.joined AND x.incident = ? AND y.incident = ? ORDER BY l.score DESC, l.id"
    )
    return connection.execute(query, (number, number)).fetchall()


def incidents_on(connection: sqlite3.Connection, page: str) -> list[int]:
    """The rows of the incidents that a page tells of."""
    query = "SELECT DISTINCT c.incident FROM claim c JOIN page p ON p.row = c.page WHERE p.id = ? AND c.incident IS NOT NULL"
    return [number for (number,) in connection.execute(query, (page,))]


def pages(
    connection: sqlite3.Connection, *, q: str = "", unread: bool = False, first: int = 0, most: int = 50
) -> tuple[int, list[Page]]:
    """Pages in which all words stand, and how many there are; with `unread` only those that were kept and not read."""
    conditions, values = ["note IS NOT NULL"] if unread else ["1"], list[Any]()
    if words := question(q) if q else None:
        conditions.append("row IN (SELECT rowid FROM page_words WHERE page_words MATCH ?)")
        values.append(words)
    condition = " AND ".join(conditions)
    total = connection.execute(f"SELECT count(*) FROM page WHERE {condition}", values).fetchone()[0]  # noqa: S608 - our words
    query = (
        f"SELECT id, title, publisher, published, language, note, claims FROM page WHERE {condition} "  # noqa: S608
        "ORDER BY published IS NULL, published DESC, row LIMIT ? OFFSET ?"
    )
    return int(total), [Page(*row) for row in connection.execute(query, (*values, most, first))]


def origin_pages(connection: sqlite3.Connection, origin: str) -> int:
    """How many pages repeat one report."""
    return int(connection.execute("SELECT count(*) FROM page WHERE origin = ?", (origin,)).fetchone()[0])
