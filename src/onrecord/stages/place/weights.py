"""How much each kind of evidence counts when a name can mean several places: the unit is a factor of ten in people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Found by random search on places-lgl and places-geovirus together (docs/explanation/places.md tells how and what it gave)."""

    people: float = 0.6
    country: float = 8.0  # a country, as if it were a town of 10 to the power of this
    region: float = 6.4
    landscape: float = 7.0  # a land or sea without a border of its own
    district: float = 3.8
    capital: float = 0.8
    other_name: float = 1.7  # taken off when the name is not the main one
    other_spelling: float = 0.4  # the same when it is only spelt otherwise
    other_country: float = 7.0  # times the share of the text's places in the same country
    other_region: float = 3.6
    near: float = 2.0
    near_km: float = 105.0
    home: float = 2.4
    home_country: float = 2.4
    kind: float = 3.0
    wrong_kind: float = 2.0
    unsaid_kind: float = 2.0  # taken off a district whose type word the text does not say
    namesake: float = (
        3.0  # taken off a region that is named after a town in it, when the text does not say "region"
    )
    held: float = 2.6
    holds: float = 2.6


WEIGHTS = Weights()
