"""Places by name, offline: built once from packages that carry GeoNames data, and from a country dump that a user adds."""

from onrecord.resources.gazetteer.gazetteer import Gazetteer
from onrecord.resources.gazetteer.names import alike, fold
from onrecord.resources.gazetteer.opening import (
    ADDED,
    GAZETTEER,
    Added,
    add_geonames,
    gazetteer_name,
    open_gazetteer,
)

__all__ = [
    "ADDED",
    "GAZETTEER",
    "Added",
    "Gazetteer",
    "add_geonames",
    "alike",
    "fold",
    "gazetteer_name",
    "open_gazetteer",
]
