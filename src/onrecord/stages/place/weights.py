"""How much each kind of evidence counts when a name can mean several places: the unit is a factor of ten in people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Found by random search on places-lgl and places-geovirus together (docs/explanation/places.md tells how and what it gave)."""

    people: float = 1.0
    country: float = 8.0  # a country, as if it were a town of 10 to the power of this
    region: float = 6.3
    district: float = 3.2
    capital: float = 1.0
    other_name: float = 1.0  # taken off when the name is not the main one
    other_country: float = 3.0  # times the share of the text's places in the same country
    other_region: float = 2.5
    near: float = 2.0
    near_km: float = 150.0
    home: float = 2.0
    home_country: float = 1.0
    kind: float = 3.0
    wrong_kind: float = 2.0
    held: float = 6.0
    holds: float = 3.0


WEIGHTS = Weights()
