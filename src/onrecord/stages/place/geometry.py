"""Distances and containment between entries of the gazetteer."""

from math import asin, cos, radians, sin, sqrt

from onrecord.model import Candidate, Precision

_EARTH = 6371.0
_LANDSCAPE = 800.0  # km: how far from its middle a place may lie in a landscape that has no border


def kilometres(a: Candidate, b: Candidate) -> float:
    """The great-circle distance."""
    lat, lon = radians(b.lat - a.lat), radians(b.lon - a.lon)
    h = sin(lat / 2) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(lon / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, h)))


def inside(inner: Candidate, outer: Candidate) -> bool:
    """Whether the gazetteer puts one place in another, wider one."""
    if inner == outer or outer.precision not in (Precision.COUNTRY, Precision.REGION, Precision.DISTRICT):
        return False
    if not outer.country:
        return kilometres(inner, outer) < _LANDSCAPE
    if inner.country != outer.country or inner.precision is Precision.COUNTRY:
        return False
    if outer.precision is Precision.COUNTRY:
        return True
    if outer.precision is Precision.REGION:
        if outer.admin1 is None:
            return kilometres(inner, outer) < _LANDSCAPE / 2
        return inner.admin1 == outer.admin1 and inner.precision is not Precision.REGION
    return (
        inner.admin1 == outer.admin1
        and inner.admin2 == outer.admin2
        and inner.precision is not Precision.DISTRICT
    )
