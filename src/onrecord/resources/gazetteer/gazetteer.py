"""Looks names up in the index, and in the index of an added dump."""

import sqlite3
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from onrecord.model import Candidate, Precision
from onrecord.resources.gazetteer.index import JOINED_MARK, LOOSE_MARK, MAIN, SHORT_MARK
from onrecord.resources.gazetteer.names import fold, loose
from onrecord.resources.gazetteer.world import demonyms

_LOOK_UP = """
SELECT place.id, place.name, lat, lon, country, precision, admin1, admin2, population, rank
FROM name JOIN place ON place.id = name.place WHERE key = ?"""
_NEAR = "SELECT DISTINCT key FROM name WHERE key >= ? AND key < ? AND rank = 0"
_SIMILAR = 84  # of 100 (rapidfuzz ratio): about one letter in six
_SAME_START = 3  # letters; 0.3 ms a name, where 2 letters cost 2 ms and no comparison 150 ms
_CACHED = 20_000  # names; some 20 MB
_WIDTH = {p: n for n, p in enumerate(Precision)}


class Gazetteer:
    """Read-only, and the same name always gives the same candidates. One for each process: SQLite connections do not travel."""

    def __init__(self, paths: Iterable[Path], name: str) -> None:
        self.name = name
        """What it was made from: the model of the place stage."""
        addresses = (f"{path.resolve().as_uri()}?mode=ro&immutable=1" for path in paths)
        self._dbs = [sqlite3.connect(address, uri=True, check_same_thread=False) for address in addresses]
        self._found = lru_cache(_CACHED)(self._look_up)
        self._similar = lru_cache(_CACHED)(self._suggest)

    def look_up(self, name: str) -> tuple[Candidate, ...]:
        """Every entry with this name, folded: main names before other names, then the widest, then the most people.

        After them, or alone, names that differ from it in the Arabic article, in -ah, -eh, -a, or in a doubled letter; beside an
        exact one only those of its country.
        """
        exact = self._found(fold(name))
        countries = {c.country for c in exact}
        return exact + tuple(
            c for c in self._loosely(name) if c not in exact and (not exact or c.country in countries)
        )

    def abbreviation(self, form: str) -> tuple[Candidate, ...]:
        """States and provinces with this abbreviation, exactly as written: "Fla.", "FL", "N.S.W."."""
        return self._found(SHORT_MARK + form)

    def joined(self, letters: str) -> tuple[Candidate, ...]:
        """Entries whose main name, written in one word, is this: "lasvegas", "springfield"."""
        single = tuple(c for c in self._found(letters) if fold(c.name) == letters)
        return single + self._found(JOINED_MARK + letters)

    def known(self, name: str) -> bool:
        """Whether some entry has exactly this name, folded."""
        return bool(self._found(fold(name)))

    def is_capital(self, candidate: Candidate) -> bool:
        """Whether it is the capital of its country."""
        return candidate.geonames_id in self._capitals

    def country_of(self, demonym: str) -> str | None:
        """The ISO code of the country whose people or things a word names ("Ukrainian" → ``UA``); None when it names none."""
        return self._demonyms.get(fold(demonym))

    def suggest(self, name: str, limit: int = 3) -> tuple[Candidate, ...]:
        """Entries with a similar main name, most similar first: suggestions for a person, never an answer."""
        return self._similar(fold(name), limit)

    def _suggest(self, key: str, limit: int) -> tuple[Candidate, ...]:
        if len(key) < 5:
            return ()
        start, end = key[:_SAME_START], key[:_SAME_START] + "\U0010ffff"
        near = [row[0] for db in self._dbs for row in db.execute(_NEAR, (start, end))]
        best = process.extract(key, near, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=limit)
        found = (candidate for similar, _, _ in best for candidate in self._found(similar)[:1])
        return tuple(dict.fromkeys(found))

    @cached_property
    def _demonyms(self) -> dict[str, str]:
        return demonyms()

    @cached_property
    def _capitals(self) -> frozenset[int]:
        return frozenset(r[0] for db in self._dbs for r in db.execute("SELECT id FROM place WHERE capital"))

    def _loosely(self, name: str) -> tuple[Candidate, ...]:
        key = loose(name)
        return self._found(LOOSE_MARK + key) if len(key) > 3 else ()

    def _look_up(self, key: str) -> tuple[Candidate, ...]:
        if not key:
            return ()
        rows = {row[0]: row for db in self._dbs for row in db.execute(_LOOK_UP, (key,))}
        return tuple(map(_candidate, sorted(rows.values(), key=_order)))


def _order(row: tuple[Any, ...]) -> tuple[bool, int, int, int]:
    return row[9] != MAIN, -_WIDTH[Precision(row[5])], -(row[8] or 0), row[0]


def _candidate(row: tuple[Any, ...]) -> Candidate:
    id_, name, lat, lon, country, precision, admin1, admin2, population, _ = row
    return Candidate(
        name, lat, lon, country, Precision(precision), id_ if id_ > 0 else None, admin1, admin2, population
    )
