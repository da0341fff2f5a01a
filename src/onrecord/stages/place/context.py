"""What a document says, as a whole, about where it is about: its countries, its regions, the places that are sure, its publisher."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from onrecord.model import Candidate, Document, Parse, Precision
from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.geometry import kilometres

_GENERIC_DOMAINS = {"tv", "co", "io", "me", "ai", "fm", "ws", "cc", "to", "ly", "la", "am", "eu", "su"}
_LEADS = ("the", "my", "daily", "news")
_PUBLISHER_PEOPLE = 20_000  # smaller places seldom name a paper, and their names are often plain words
_NEAR = 150.0  # km: over which nearness to another place of the text counts
_LOCAL = (Precision.SETTLEMENT, Precision.DISTRICT, Precision.SITE)


@dataclass(frozen=True, slots=True)
class Home:
    """Where the publisher sits, as far as its address tells: places it may be named after, and the country of its domain."""

    places: tuple[Candidate, ...] = ()
    country: str | None = None


class Context:
    """The places held at the moment, each with how often it is named. Scores are in the unit of `resolve`: ten times the people is 1."""

    def __init__(
        self, held: Mapping[str, tuple[Candidate, float]], peoples: Mapping[str, float], home: Home
    ) -> None:
        self._held, self._home = held, home
        self._countries: defaultdict[str, float] = defaultdict(float, peoples)
        self._regions: defaultdict[tuple[str, str], float] = defaultdict(float)
        for place, weight in held.values():
            if place.country:
                self._countries[place.country] += weight
            if place.admin1 is not None:
                self._regions[place.country, place.admin1] += weight
        self._of_countries, self._of_regions = sum(self._countries.values()), sum(self._regions.values())

    def support(self, one: Candidate, name: str) -> float:
        """How well a candidate for `name` agrees with everything else in the document."""
        own, weight = self._held.get(name, (None, 0.0))
        country = self._countries.get(one.country, 0) - (weight if own and own.country == one.country else 0)
        score = 3.0 * max(country, 0) / (self._of_countries - (weight if own and own.country else 0) + 1)
        if one.admin1 is not None:
            same = own is not None and (own.country, own.admin1) == (one.country, one.admin1)
            region = self._regions.get((one.country, one.admin1), 0) - (weight if same else 0)
            score += (
                2.5
                * max(region, 0)
                / (self._of_regions - (weight if own and own.admin1 is not None else 0) + 1)
            )
        if one.precision in _LOCAL:
            score += 2.0 * max(
                (_nearness(one, p, w) for n, (p, w) in self._held.items() if n != name), default=0.0
            )
            score += 2.0 * max((_nearness(one, p, 2.0) for p in self._home.places), default=0.0)
        return score + (1.0 if one.country == self._home.country else 0.0)


def _nearness(one: Candidate, other: Candidate, weight: float) -> float:
    if other.precision not in _LOCAL or abs(one.lat - other.lat) > 4:
        return 0.0
    return min(1.0, 0.6 + 0.2 * weight) * exp(-kilometres(one, other) / _NEAR)


def peoples(parse: Parse, gazetteer: Gazetteer) -> dict[str, float]:
    """Countries by the words for their people ("Ukrainian"), half a mention each."""
    counted: defaultdict[str, float] = defaultdict(float)
    for entity in parse.entities:
        code = gazetteer.country_of(parse.tokens[entity.last - 1].text) if entity.label == "NORP" else None
        if code:
            counted[code] += 0.5
    return counted


def home(document: Document, gazetteer: Gazetteer) -> Home:
    """What the publisher's domain tells: ``kyivpost.com`` is named after Kyiv, ``.com.ua`` lies in Ukraine."""
    domain = (document.publisher or "").casefold()
    labels = [part for part in domain.split(".") if part]
    if len(labels) < 2 or " " in domain:
        return Home()
    last = labels[-1]
    country = (
        {"uk": "GB"}.get(last, last.upper()) if len(last) == 2 and last not in _GENERIC_DOMAINS else None
    )
    return Home(_named_after(max(labels[:-1], key=len), gazetteer), country)


def _named_after(label: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Places whose name the label begins or ends with; the longest such name."""
    for lead in _LEADS:
        label = label.removeprefix(lead)
    for size in range(len(label), 4, -1):
        for part in (label[:size], label[-size:]):
            found = tuple(c for c in gazetteer.look_up(part) if (c.population or 0) >= _PUBLISHER_PEOPLE)
            if found:
                return found
    return ()
