"""One entry of the gazetteer on its way into the index."""

from dataclasses import dataclass

from onrecord.model import Precision


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with all its names. `id` is the GeoNames id, or negative for a place that is not in GeoNames.

    `code` is the GeoNames code of a country or a subdivision (``UA``, ``UA.21``), empty for other places. `aliases` are matched, never shown.
    `capital` tells the capital of a country. `short` are abbreviations ("Fla."), found as they are written and not folded.
    """

    id: int
    name: str
    lat: float
    lon: float
    country: str
    precision: Precision
    admin1: str | None = None
    admin2: str | None = None
    population: int | None = None
    aliases: tuple[str, ...] = ()
    code: str = ""
    capital: bool = False
    short: tuple[str, ...] = ()
