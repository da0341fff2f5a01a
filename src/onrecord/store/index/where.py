"""A `Filter` as SQL over the incidents' table."""

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock
from typing import Any

from onrecord.store.index.filters import Filter
from onrecord.store.index.words import question

Clause = tuple[str, tuple[Any, ...]]
ORDER = {
    "worth": "worth DESC, id",
    "first": "first IS NULL, first, id",
    "last": "last IS NULL, last DESC, id",
    "killed": "killed_high IS NULL AND killed_low IS NULL, coalesce(killed_high, killed_low) DESC, id",
    "origins": "origins DESC, id",
}
_COLUMNS = ("kind", "stance", "status", "precision")
_FACETS = ("contested", "says", "side", "protected", "language")
_SHELF = {
    "no place": "precision IS NULL",
    "country only": "precision = 'country'",
    "no date": "first IS NULL AND last IS NULL",
}
# Those of a page's words and those of the incident's own (its place as the gazetteer spells it)
_WORDS = (
    "SELECT DISTINCT c.incident FROM page_words w JOIN claim c ON c.page = w.rowid WHERE page_words MATCH :q AND c.incident IS NOT NULL "
    "UNION SELECT rowid FROM incident_words WHERE incident_words MATCH :q"
)
_REMEMBERED = 32  # questions; each at most the rows of all incidents, as JSON
_found: OrderedDict[tuple[str, str], str] = OrderedDict()
_finding = Lock()


def where(connection: sqlite3.Connection, wanted: Filter, *, but: str = "") -> Clause:
    """The condition and its values; without what the field `but` asks for, to count what else could be chosen in it."""
    clauses = [c for name, c in _clauses(connection, wanted) if name != but]
    text = " AND ".join(f"({sql})" for sql, _ in clauses) or "1"
    return text, tuple(value for _, values in clauses for value in values)


def _clauses(connection: sqlite3.Connection, wanted: Filter) -> Iterator[tuple[str, Clause]]:
    for name in _COLUMNS:
        if chosen := getattr(wanted, name):
            yield name, (f"{name} IN ({_marks(chosen)})", chosen)
    for name in _FACETS:
        if chosen := getattr(wanted, name):
            asked = f"row IN (SELECT incident FROM facet WHERE name = ? AND value IN ({_marks(chosen)}))"  # noqa: S608
            yield name, (asked, (name, *chosen))
    if wanted.q and (words := question(wanted.q)):
        yield "q", ("row IN (SELECT value FROM json_each(?))", (_rows(connection, words),))
    if wanted.place:
        yield "place", _place(wanted.place)
    if wanted.shelf:
        yield "shelf", (" OR ".join(f"({_SHELF[s]})" for s in wanted.shelf), ())
    if wanted.origins:
        yield "origins", ("origins >= ?", (wanted.origins,))
    yield from _days(wanted)
    if wanted.box:
        yield "box", _box(*wanted.box)
    chosen = wanted.review
    yield "review", (f"review IN ({_marks(chosen)})", chosen) if chosen else ("review != 'rejected'", ())


def _rows(connection: sqlite3.Connection, words: str) -> str:
    """The incidents of a question as a JSON array, looked up once and not in each of the queries that make up a page."""
    (seen,) = connection.execute("SELECT value FROM meta WHERE key = 'hash'").fetchone()
    with _finding:
        known = _found.get((seen, words))
    if known is None:
        rows = connection.execute(_WORDS, {"q": words})
        known = json.dumps([row for (row,) in rows], separators=(",", ":"))
        with _finding:
            _found[seen, words] = known
            while len(_found) > _REMEMBERED:
                _found.popitem(last=False)
    return known


def _days(wanted: Filter) -> Iterator[tuple[str, Clause]]:
    """What may have happened then: an end that is not known is open."""
    if wanted.since:
        yield (
            "when",
            (
                "coalesce(last, first) >= ? OR (first IS NOT NULL AND last IS NULL)",
                (wanted.since.toordinal(),),
            ),
        )
    if wanted.until:
        yield (
            "when",
            (
                "coalesce(first, last) <= ? OR (last IS NOT NULL AND first IS NULL)",
                (wanted.until.toordinal(),),
            ),
        )


def _place(chosen: tuple[str, ...]) -> Clause:
    parts, values = [], list[str]()
    for one in chosen:
        country, _, region = one.partition("/")
        parts.append("(country = ? AND admin1 = ?)" if region else "country = ?")
        values += [country, region] if region else [country]
    return " OR ".join(parts), tuple(values)


def _box(west: float, south: float, east: float, north: float) -> Clause:
    across = "lon BETWEEN ? AND ?" if west <= east else "(lon >= ? OR lon <= ?)"
    return f"precision != 'country' AND lat BETWEEN ? AND ? AND {across}", (south, north, west, east)


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
