"""Incidents as JSON Lines rows (docs/reference/formats.md)."""

from typing import Any

from onrecord.model import Actor, Candidate, Incident, Interval, Sure, Toll

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
        "sure": sure_row(incident.sure),
    }


def sure_row(sure: tuple[Sure, ...]) -> Row:
    """How sure each field is, where that was measured."""
    return {s.field.value: s.probability for s in sure}


def _when(interval: Interval) -> Row:
    return {
        "earliest": interval.earliest.isoformat() if interval.earliest else None,
        "latest": interval.latest.isoformat() if interval.latest else None,
        "date_basis": interval.basis,
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
