"""Incidents as JSON Lines rows (docs/reference/formats.md), and ``onrecord link``: from readings to incidents."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.model import Actor, Candidate, Incident, Interval, Origin, Reading, Toll
from onrecord.stages.link import LINK
from onrecord.store.incidents import fold

Row = dict[str, Any]


def incident_row(incident: Incident) -> Row:
    """One line of ``incidents.jsonl``."""
    return {
        "id": incident.id,
        "documents": list(incident.documents),
        "origins": len(incident.origins),
        "claims": list(incident.claims),
        "kind": incident.kind.value,
        "stance": incident.stance.value,
        "status": incident.status.value,
        "status_reason": incident.status_reason,
        **_when(incident.when),
        "place": _place(incident.place) if incident.place else None,
        "killed": None,
        "injured": None,
        **{toll.harm.value: _toll(toll) for toll in incident.tolls},
        "participants": [_actor(a) for a in incident.actors],
        "contested": list(incident.contested),
        "confirmed": incident.confirmed,
    }


def incidents_of(readings: Iterable[Reading], *, each: bool, origins: Sequence[Origin] = ()) -> Iterator[Row]:
    """Link settled readings and give the rows; with `each`, every document on its own, its incidents in the order it tells them."""
    if not each:
        yield from map(incident_row, _incidents(list(readings), origins))
        return
    for reading in readings:
        position = {c.id: n for n, c in enumerate(reading.claims)}
        found = _incidents([reading], origins)
        yield from map(incident_row, sorted(found, key=lambda i: min(position[c] for c in i.claims)))


def _incidents(readings: Sequence[Reading], origins: Sequence[Origin]) -> tuple[Incident, ...]:
    links = list(LINK.run(readings, LINK.open()))
    claims = [c for r in readings for c in r.claims]
    return fold(claims, [r.document for r in readings], links, (), origins)


def _when(interval: Interval) -> Row:
    return {
        "earliest": interval.earliest.isoformat() if interval.earliest else None,
        "latest": interval.latest.isoformat() if interval.latest else None,
    }


def _place(place: Candidate) -> Row:
    return {
        "geonames_id": place.geonames_id,
        "lat": place.lat,
        "lon": place.lon,
        "name": place.name,
        "country": place.country,
        "precision": place.precision.value,
    }


def _toll(toll: Toll) -> Row:
    return {"low": toll.low, "best": toll.best, "high": toll.high}


def _actor(actor: Actor) -> Row:
    return {
        "role": actor.role.value,
        "words": list(actor.words),
        "kind": actor.kind,
        "protected": actor.protected,
    }
