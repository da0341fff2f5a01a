"""Where: a name in the text, and what the gazetteer says it is."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.passage import Passage


class Precision(StrEnum):
    """How exactly a place is known. UCDP `where_prec` and ACLED `geo_precision` codes: `WHERE_PREC`, `GEO_PRECISION`."""

    SITE = "site"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"


WHERE_PREC = {
    Precision.SITE: 1,
    Precision.SETTLEMENT: 1,
    Precision.DISTRICT: 3,
    Precision.REGION: 4,
    Precision.COUNTRY: 6,
}
GEO_PRECISION = {
    Precision.SITE: 1,
    Precision.SETTLEMENT: 1,
    Precision.DISTRICT: 2,
    Precision.REGION: 3,
    Precision.COUNTRY: 3,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry of the gazetteer. `geonames_id` is None for a place that is not in GeoNames; `admin1`, `admin2` are names."""

    name: str
    lat: float
    lon: float
    country: str
    precision: Precision
    geonames_id: int | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place. `resolved` is None when unknown; then `candidates` (best first) says what it might be.

    `reason` is one plain sentence: why this entry, or why none. `site` names a place within the settlement ("a kindergarten in …").
    """

    passage: Passage
    resolved: Candidate | None
    reason: str
    candidates: tuple[Candidate, ...] = ()
    site: Passage | None = None
