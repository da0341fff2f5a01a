"""The small tables that lie beside this module: what is general knowledge and in none of the packages."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from onrecord.model import Precision, content_id
from onrecord.resources.gazetteer.entry import Entry
from onrecord.resources.gazetteer.names import fold


@dataclass(frozen=True, slots=True)
class CountryPoint:
    """The point near the middle of a country, and names that the packages lack."""

    lat: float
    lon: float
    aliases: tuple[str, ...]


def country_points() -> dict[str, CountryPoint]:
    """By ISO 3166 code."""
    return {
        code: CountryPoint(float(lat), float(lon), _split(names))
        for code, lat, lon, names in _rows("countries.tsv", 4)
    }


def region_points() -> dict[str, tuple[float, float]]:
    """Points of wide regions by GeoNames code, where the settlements tell the middle wrong."""
    return {code: (float(lat), float(lon)) for code, lat, lon in _rows("regions.tsv", 3)}


def abbreviations() -> dict[str, tuple[str, ...]]:
    """News-style and postal abbreviations by the GeoNames code of the state or province."""
    return {code: _split(forms) for code, forms in _rows("abbreviations.tsv", 2)}


def demonyms() -> dict[str, str]:
    """Country codes by folded words for their people and things, singular and plural."""
    words = ((word, code) for code, forms in _rows("demonyms.tsv", 2) for word in _split(forms))
    return {fold(form): code for word, code in words for form in (word, word + "s")}


def landscapes() -> Iterator[Entry]:
    """Continents are in a package; these are the seas, lands and coasts that news names. Their ids are negative: not GeoNames'."""
    for number, (names, lat, lon, country) in enumerate(_rows("landscapes.tsv", 4), start=1):
        name, *aliases = names.split("|")
        yield Entry(-number, name, float(lat), float(lon), country, Precision.REGION, aliases=tuple(aliases))


def _split(names: str) -> tuple[str, ...]:
    return tuple(names.split("|")) if names else ()


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (columns - len(cells))


def fingerprint() -> str:
    """What the tables hold, so that an index made from other tables is not taken for this one."""
    names = ("countries.tsv", "abbreviations.tsv", "landscapes.tsv", "regions.tsv")
    return content_id("tables", *((files(__package__) / name).read_text(encoding="utf-8") for name in names))
