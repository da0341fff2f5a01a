"""What a document says, as a whole, about where it is about: its countries, its regions, the places that are sure, its publisher."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import exp

from onrecord.model import Candidate, Parse, Precision
from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.geometry import kilometres
from onrecord.stages.place.home import Home

_NEAR_KM = 105.0
_FAR = 4.0  # degrees of latitude beyond which nothing is near; spares the trigonometry
_MANY, _ALMOST_ALL = (
    2.0,
    0.75,
)  # mentions of a country, and their share, at which a small place in another one is doubted
_LOCAL = (Precision.SETTLEMENT, Precision.DISTRICT, Precision.SITE)


class Context:
    """The places held at the moment, each with how often it is named, by the key of its name."""

    def __init__(
        self, held: Mapping[str, tuple[Candidate, float]], peoples: Mapping[str, float], home: Home
    ) -> None:
        self._held, self._home = held, home
        self._countries: defaultdict[str, float] = defaultdict(float, peoples)
        self._regions: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._local = [(name, p, w) for name, (p, w) in held.items() if p.precision in _LOCAL]
        for place, weight in held.values():
            if place.country:
                self._countries[place.country] += weight
            if place.admin1 is not None:
                self._regions[place.country, place.admin1] += weight
        self._of_countries, self._of_regions = sum(self._countries.values()), sum(self._regions.values())

    def support(self, one: Candidate, name: str) -> Iterator[tuple[str, float]]:
        """How well a candidate for `name` agrees with everything else in the document: named evidence, each from 0 to 1."""
        own, weight = self._held.get(name, (None, 0.0))
        yield "other_country", self._in_country(one, own, weight)
        yield "other_region", self._in_region(one, own, weight)
        yield "home_country", float(one.country == self._home.country)
        yield "home_named", float(one in self._home.places)
        if one.precision in _LOCAL:
            yield "near", max((_nearness(one, p, w) for n, p, w in self._local if n != name), default=0.0)
            yield "home", max((_nearness(one, p, 2.0) for p in self._home.places), default=0.0)

    def foreign(self, one: Candidate, name: str) -> bool:
        """Whether the document is about one other country, all but alone, and names nothing else in this one."""
        own, weight = self._held.get(name, (None, 0.0))
        mine = weight if own and own.country == one.country else 0.0
        homes = (self._home.country, *(p.country for p in self._home.places))
        if (
            one.precision not in _LOCAL
            or one.country in homes
            or self._countries.get(one.country, 0.0) > mine
        ):
            return False
        elsewhere = max((n for country, n in self._countries.items() if country != one.country), default=0.0)
        return elsewhere >= _MANY and elsewhere >= _ALMOST_ALL * (self._of_countries - mine)

    def _in_country(self, one: Candidate, own: Candidate | None, weight: float) -> float:
        """The share of the other mentions that lie in its country; one is added to the whole, so that few mentions say little."""
        here = self._countries.get(one.country, 0.0)
        if own is None or not own.country:
            return here / (self._of_countries + 1)
        return (here - weight * (own.country == one.country)) / (self._of_countries - weight + 1)

    def _in_region(self, one: Candidate, own: Candidate | None, weight: float) -> float:
        if one.admin1 is None:
            return 0.0
        here = self._regions.get((one.country, one.admin1), 0.0)
        if own is None or own.admin1 is None:
            return here / (self._of_regions + 1)
        same = (own.country, own.admin1) == (one.country, one.admin1)
        return (here - weight * same) / (self._of_regions - weight + 1)


def _nearness(one: Candidate, other: Candidate, weight: float) -> float:
    if abs(one.lat - other.lat) > _FAR:
        return 0.0
    return min(1.0, 0.6 + 0.2 * weight) * exp(-kilometres(one, other) / _NEAR_KM)


def peoples(parse: Parse, gazetteer: Gazetteer) -> dict[str, float]:
    """Countries by the words for their people ("Ukrainian"), half a mention each."""
    counted: defaultdict[str, float] = defaultdict(float)
    for entity in parse.entities:
        code = gazetteer.country_of(parse.tokens[entity.last - 1].text) if entity.label == "NORP" else None
        if code:
            counted[code] += 0.5
    return counted
