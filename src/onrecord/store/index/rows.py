"""An incident as rows of the index."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from onrecord.model import Claim, Harm, Incident, Toll
from onrecord.store.fold.decided import Decided
from onrecord.store.incidents import Folded, incident_id
from onrecord.store.index import worth
from onrecord.store.index.words import spread

COLUMNS = (
    *("id", "kind", "stance", "status", "review", "contested", "first", "last", "likely"),
    *("lat", "lon", "precision", "country", "admin1", "place"),
    *("killed_low", "killed_high", "killed_open", "injured_low", "injured_high", "injured_open"),
    *("origins", "pages", "claims", "wrong", "weight", "worth"),
)
_MOST = 2**53  # what was kept before corrections had a limit must not be in the way of a number of SQLite
SETTLED = ("confirmed", "rejected", "unsure")
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Incident)


def body_of(incident: Incident) -> bytes:
    """The incident whole, as `incident_of` reads it."""
    return _encoder.encode(incident)


def incident_of(body: bytes) -> Incident:
    """The incident that a row holds."""
    return _decoder.decode(body)


def row(one: Folded, decided: Decided) -> tuple[Any, ...]:
    """The values of `COLUMNS`. `worth` is 0 for what is settled: nobody need look at it next."""
    i = one.incident
    place, review = i.place, reviewed(one, decided)
    wrong, weight = worth.wrong(i), worth.weight(i)
    return (
        *(i.id, i.kind.value, i.stance.value, i.status.value, review, len(i.contested)),
        *(_day(i.when.earliest), _day(i.when.latest), int(i.when.likely)),
        *(
            (place.lat, place.lon, place.precision.value, place.country, place.admin1, place.name)
            if place
            else (None,) * 6
        ),
        *_toll(i.toll(Harm.KILLED)),
        *_toll(i.toll(Harm.INJURED)),
        *(len(i.origins), len(i.documents), len(i.claims), wrong, weight),
        0.0 if review in SETTLED else wrong * weight,
    )


def reviewed(one: Folded, decided: Decided) -> str:
    """How far people have come with it: ``no``, ``waiting`` (for a second person), ``outdated`` (a page came after it was accepted),
    ``unsure``, ``confirmed``, ``rejected``."""
    names = [incident_id([c]) for c in one.group]
    if one.rejected:
        return "rejected"
    if one.incident.confirmed:
        return "confirmed"
    if decided.accepting(names, one.incident.claims):
        return "waiting"
    if any(decided.accepted.get(name) for name in names):
        return "outdated"
    return "unsure" if any(name in decided.unsure for name in names) else "no"


def facets(one: Incident, claims: Mapping[str, Claim], languages: Iterator[str]) -> set[tuple[str, str]]:
    """Names and values by which it can be found: who says so, for which side, what is protected, in what language, what is in dispute."""
    found = {("contested", field) for field in one.contested} | {("language", code) for code in languages}
    found |= {("protected", a.protected) for a in one.actors if a.protected}
    for claim in (claims[c] for c in one.claims):
        found.update(("says", said.speaker.value) for said in claim.attributions)
        found.update(("side", said.side) for said in claim.attributions if said.side)
        found |= set() if claim.attributions else {("says", "page")}
    return found


def words(one: Incident) -> str:
    """What of an incident no page need say: its id, its place as the gazetteer spells it."""
    place = one.place
    parts = (one.id.removeprefix("incident-"), *((place.name, place.admin1, place.admin2) if place else ()))
    return spread(" ".join(p for p in parts if p))


def _toll(toll: Toll | None) -> tuple[int | None, int | None, int]:
    """Low, high, and whether it is open: told without a number, or "at least"."""
    if toll is None:
        return None, None, 0
    low, high = (None if n is None else min(n, _MOST) for n in (toll.low, toll.high))
    return low, high, int(toll.high is None)


def _day(day: date | None) -> int | None:
    return day.toordinal() if day else None
