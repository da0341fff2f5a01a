"""Where an incident happened: the most precise place that most origins agree with."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from onrecord.model import Candidate, Claim, Precision
from onrecord.store.fold.sources import Sources

FAR_KM = 50.0  # two settlements further apart cannot be one place told by its larger neighbour's name
_RANK = {p: n for n, p in enumerate(Precision)}  # 0 is the most precise
_SETTLED = (Precision.SITE, Precision.SETTLEMENT)
_EARTH_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Where:
    """`claim` is the one the place was read in; `contested` when an origin that nowhere agrees with it names a place far from it."""

    place: Candidate | None = None
    claim: str | None = None
    contested: bool = False


def where(sources: Sources) -> Where:
    """Each origin speaks for every place it names and for the wider places these lie in; the most precise of the best supported wins."""
    placed = [(c, c.place.resolved) for c in sources.telling() if c.place and c.place.resolved]
    if not placed:
        return Where()
    support = [_support(found, placed, sources) for _, found in placed]
    best = min(
        range(len(placed)),
        key=lambda n: (-support[n][0], _RANK[placed[n][1].precision], -support[n][1], n),
    )
    claim, place = placed[best]
    agreeing = {sources.origin(c) for c, other in placed if within(place, other) or within(other, place)}
    rivals = (other for c, other in placed if sources.origin(c) not in agreeing)
    return Where(place, claim.id, any(far_apart(place, other) for other in rivals))


def _support(
    found: Candidate, placed: Sequence[tuple[Claim, Candidate]], sources: Sources
) -> tuple[int, int]:
    """Origins, then claims, whose place is this one or lies with it in one another."""
    agreeing = [c for c, other in placed if within(found, other) or within(other, found)]
    return len({sources.origin(c) for c in agreeing}), len(agreeing)


def within(inner: Candidate, outer: Candidate) -> bool:
    """Whether a place is, or by the gazetteer lies in, another."""
    if inner.country != outer.country:
        return False
    match outer.precision:
        case Precision.COUNTRY:
            return True
        case Precision.REGION:
            return (outer.admin1 or outer.name) == (inner.admin1 or inner.name)
        case Precision.DISTRICT:
            return (outer.admin2 or outer.name) == (inner.admin2 or inner.name) or distance_km(
                inner, outer
            ) <= FAR_KM / 2
        case _:
            return same_place(inner, outer)


def same_place(one: Candidate, other: Candidate) -> bool:
    """One entry of the gazetteer, or one point."""
    if one.geonames_id is not None and other.geonames_id is not None:
        return one.geonames_id == other.geonames_id
    return distance_km(one, other) < 1.0


def far_apart(one: Candidate, other: Candidate) -> bool:
    """Two settlements that cannot be one place, or a settlement outside the country or region that the other names."""
    if one.precision in _SETTLED and other.precision in _SETTLED:
        return distance_km(one, other) > FAR_KM
    return not (within(one, other) or within(other, one)) and distance_km(one, other) > 4 * FAR_KM


def distance_km(one: Candidate, other: Candidate) -> float:
    """Great-circle distance (haversine)."""
    a, b = radians(one.lat), radians(other.lat)
    across = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(across)))
