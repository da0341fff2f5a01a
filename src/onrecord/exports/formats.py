"""The formats a record can leave in. Each writer gets only what may be shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TextIO

from onrecord.exports import csv, geojson, html, jsonl
from onrecord.exports.protect import Shown, shown
from onrecord.model import Record


@dataclass(frozen=True)
class Options:
    """`incident`: the id of the only one to export (all of them when None). `names`: show the names of private persons."""

    incident: str | None = None
    names: bool = False


def _protected(write: Callable[[Shown, TextIO], None]) -> Callable[[Record, TextIO, Options], None]:
    def export(record: Record, out: TextIO, options: Options = Options()) -> None:
        write(shown(record, incident=options.incident, names=options.names), out)

    return export


FORMATS: Mapping[str, Callable[[Record, TextIO, Options], None]] = {
    "jsonl": _protected(jsonl.write),
    "csv": _protected(csv.write),
    "geojson": _protected(geojson.write),
    "html": _protected(html.write),
}

__all__ = ["FORMATS", "Options"]
