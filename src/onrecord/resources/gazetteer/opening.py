"""Where the indexes lie, and who makes them."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from onrecord.errors import MissingResource
from onrecord.model import Failure, content_id
from onrecord.resources.gazetteer.dump import Dump
from onrecord.resources.gazetteer.gazetteer import Gazetteer
from onrecord.resources.gazetteer.index import SCHEMA, codes, write
from onrecord.resources.gazetteer.packages import entries, loose_countries, versions
from onrecord.resources.gazetteer.world import fingerprint
from onrecord.settings import settings

GAZETTEER = f"GeoNames in {versions()}"
ADDED = "places.sqlite"


@dataclass(frozen=True, slots=True)
class Added:
    """What a dump gave: the index written, how many places it holds, and the lines left out (`failures` names the first 100)."""

    path: Path
    places: int
    broken: int
    failures: tuple[Failure, ...]


@cache
def open_gazetteer(extra: Path | None = None) -> Gazetteer:
    """Open the gazetteer, building it first where it is not there yet (once; some 20 seconds).

    `extra` is the index that `add_geonames` wrote: its places are found too, and of a place in both the added one is taken.

    Raises:
        MissingResource: `extra` is not there.
    """
    if extra is not None and not extra.exists():
        raise MissingResource(f"{extra} is not there: add the dump again with onrecord places add")
    return Gazetteer([_built(), *([extra] if extra else [])], gazetteer_name(extra))


def gazetteer_name(extra: Path | None = None) -> str:
    """What `open_gazetteer` opens, in words: the packages, and the SHA-256 of an added index."""
    if extra is None:
        return GAZETTEER
    return f"{GAZETTEER} + {extra.name} {sha256(extra.read_bytes()).hexdigest()[:16]}"


def add_geonames(dump: Path, folder: Path) -> Added:
    """Index an official GeoNames country dump as ``places.sqlite`` in `folder`; one that is there already is replaced.

    Raises:
        BadInput: `dump` cannot be read, or is not a GeoNames dump.
        TooLarge: `dump` is larger than any official one.
    """
    reading = Dump(dump, codes(_built()))
    path = folder / ADDED
    places = write(path, reading.entries(), loose_countries())
    return Added(path, places, reading.broken, tuple(reading.failures))


def _built() -> Path:
    version = content_id("gazetteer", SCHEMA, versions(), fingerprint())
    path = settings().cache / f"{version}.sqlite"
    if not path.exists():
        write(path, entries(), loose_countries())
    return path
