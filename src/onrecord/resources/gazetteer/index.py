"""The SQLite file of places and of the keys of their names: written once, whole or not at all, and then only read."""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from onrecord.resources.gazetteer.entry import Entry
from onrecord.resources.gazetteer.names import fold, loose

SCHEMA = 5
_TABLES = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, country TEXT NOT NULL, precision TEXT NOT NULL,
    admin1 TEXT, admin2 TEXT, population INTEGER, code TEXT NOT NULL, capital INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
MAIN, ALIAS, LOOSE = range(3)
LOOSE_MARK, SHORT_MARK, JOINED_MARK = (
    "~",
    ",",
    "=",
)  # cannot occur in a key: all kinds of keys lie in the same table


def write(path: Path, entries: Iterable[Entry], loose_countries: frozenset[str]) -> int:
    """Write an index under a temporary name and put it in place in one move; how many places it holds.

    Two processes may do this at once: each writes a file of its own, and either is complete. `loose_countries` (ISO codes) are those
    whose names get a loose key too.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    try:
        with closing(sqlite3.connect(temporary)) as db:
            held = _fill(db, entries, loose_countries)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)
    return held


def _fill(db: sqlite3.Connection, entries: Iterable[Entry], loose_countries: frozenset[str]) -> int:
    # No journal: a broken temporary file is thrown away, not repaired.
    db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
    keys: list[tuple[str, int, int]] = []
    held = 0
    for entry in entries:
        db.execute("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", _row(entry))
        keys += _keys(entry, loose_countries)
        held += 1
    keys.sort()  # in key order the table is written front to back; MAIN comes before ALIAS and stays
    db.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", keys)
    db.commit()
    return held


def _row(entry: Entry) -> tuple[object, ...]:
    return (
        entry.id,
        entry.name,
        entry.lat,
        entry.lon,
        entry.country,
        entry.precision.value,
        entry.admin1,
        entry.admin2,
        entry.population,
        entry.code,
        entry.capital,
    )


def _keys(entry: Entry, loose_countries: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    names = (entry.name, *entry.aliases)
    folded = dict.fromkeys(map(fold, names))
    yield from ((key, entry.id, ALIAS if n else MAIN) for n, key in enumerate(folded) if key)
    main = fold(entry.name)
    if " " in main and main.isascii():
        yield JOINED_MARK + main.replace(" ", ""), entry.id, ALIAS
    yield from ((SHORT_MARK + form, entry.id, ALIAS) for form in entry.short)
    if entry.country in loose_countries:
        latin = (loose(name) for name in names if name[:1].isascii())
        yield from ((LOOSE_MARK + key, entry.id, LOOSE) for key in dict.fromkeys(latin) if key)


def codes(path: Path) -> dict[str, str]:
    """The names of the subdivisions of an index by their GeoNames codes."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        return dict(db.execute("SELECT code, name FROM place WHERE code != ''"))
