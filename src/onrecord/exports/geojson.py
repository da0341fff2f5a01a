"""GeoJSON (RFC 7946): a FeatureCollection, one incident a feature. A place that is not known, or only by its country, has no point."""

import json
from typing import Any, TextIO

from onrecord.exports import csv, told
from onrecord.exports.protect import Shown
from onrecord.model import Candidate, Incident, Precision


def write(shown: Shown, out: TextIO) -> None:
    """The whole collection; `withheld` says what was left out."""
    collection = {
        "type": "FeatureCollection",
        "withheld": str(shown.withheld),
        "credit": told.CREDIT,
        "features": [feature(i, shown) for i in shown.record.incidents],
    }
    json.dump(collection, out, ensure_ascii=False, indent=1)
    out.write("\n")


def feature(incident: Incident, shown: Shown) -> dict[str, Any]:
    """An incident with the cells of its CSV row as properties, and how exact its place is."""
    place = incident.place
    cells = {
        k: v
        for k, v in csv.row(incident, shown).items()
        if k not in ("id", "latitude", "longitude", "withheld", "credit")
    }
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": _point(place),
        "properties": cells
        | {
            "when": told.days(incident.when),
            "precision": place.precision.value if place else None,
            "radius_km": told.RADIUS_KM[place.precision.value] if place else None,
        },
    }


def _point(place: Candidate | None) -> dict[str, Any] | None:
    """The middle of a country is no place where anything happened."""
    if place is None or place.precision is Precision.COUNTRY:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}
