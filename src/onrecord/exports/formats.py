"""The formats a record can leave in. Each writer gets only what may be shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TextIO

from onrecord.exports import csv, geojson, html, jsonl
from onrecord.exports.protect import Mentions, Shown, Withheld, shown
from onrecord.model import Record


@dataclass(frozen=True)
class Options:
    """`incident`: the id of the only one to export (all of them when None). `names`: show the names of private persons. `known`: who is
    named in the case that the record is a part of (None: it is the whole case)."""

    incident: str | None = None
    names: bool = False
    known: Mentions | None = None


Export = Callable[[Record, TextIO, Options], Withheld]
"""Writes a record, and says what it left out."""


def _protected(write: Callable[[Shown, TextIO], None]) -> Export:
    def export(record: Record, out: TextIO, options: Options = Options()) -> Withheld:
        part = shown(record, incident=options.incident, names=options.names, known=options.known)
        write(part, out)
        return part.withheld

    return export


FORMATS: Mapping[str, Export] = {
    "jsonl": _protected(jsonl.write),
    "csv": _protected(csv.write),
    "geojson": _protected(geojson.write),
    "html": _protected(html.write),
}

__all__ = ["FORMATS", "Options"]
