"""What a person corrected: a field of a claim before the fold, a field of an incident after it.

Values are written as the person reads them: a number (``7``), a range (``6-8``) or an open one (``6+``) for `killed`, `injured`,
`missing`, `detained`, `displaced`; a day or two days (``2022-02-24/2022-02-26``) for `when`; a day for `earliest` or `latest`, one end of
it; a word of the list for `kind` and `stance`; for `place` the fields of a `Candidate` as JSON; names with a semicolon between two for who
took part in an incident (``perpetrator``, ``victim``, ``target``, ``weapon``). None is "not known".
"""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

import msgspec

from onrecord.errors import BadInput
from onrecord.model import (
    Actor,
    Candidate,
    Claim,
    Count,
    Decision,
    Harm,
    Incident,
    Interval,
    Kind,
    Passage,
    Place,
    Role,
    Stance,
    Toll,
)
from onrecord.store.fold.actors import words_of
from onrecord.store.fold.decided import Decided
from onrecord.store.fold.sureness import without

PARTS = tuple(role.value for role in (Role.PERPETRATOR, Role.VICTIM, Role.TARGET, Role.WEAPON))
"""Who took part, and in what: corrected for an incident, since a claim has the words of its page."""
FIELDS = ("kind", "stance", "when", "earliest", "latest", "place", *(h.value for h in Harm), *PARTS)

_MOST = 10**9  # nobody counts more people than live
_NAMES, _LONGEST = 50, 200  # names of one part, characters of a name
_JOINERS = {0x200C: None, 0x200D: None}  # between the letters of Persian and Indian names
_ENDS = ("when", "earliest", "latest")
_BY = "a person's correction"
_UNTOLD = Interval(None, None, _BY)


def check(field: str | None, value: str | None, about: str = "") -> None:
    """Whether a correction of the incident or claim with the id `about` can be applied.

    Raises:
        BadInput: no such field, or the value cannot be read.
    """
    if field not in FIELDS:
        raise BadInput(f"there is no field {field!r} to correct; the fields are {', '.join(FIELDS)}")
    if field in PARTS and about.startswith("claim-"):
        raise BadInput(f"{field} is corrected for the incident: a claim has the words of its page")
    try:
        _read(field, value)
    except (ValueError, msgspec.MsgspecError, RecursionError):
        raise BadInput(f"{value!r} cannot be read as {field}: write {_written(field)}") from None


def _written(field: str) -> str:
    """How the values of a field are written."""
    ways = {
        "kind": f"one of {', '.join(Kind)}",
        "stance": f"one of {', '.join(Stance)}",
        "when": "a day or two, such as 2022-02-24 or 2022-02-24/2022-02-26",
        "earliest": "a day, such as 2022-02-24",
        "latest": "a day, such as 2022-02-24",
        "place": "the fields of a place as JSON, with lat from -90 to 90 and lon from -180 to 180",
    } | dict.fromkeys(
        PARTS,
        f"1 to {_NAMES} names of at most {_LONGEST} letters, with a semicolon between two; leave it empty for unknown",
    )
    return ways.get(field, "a number such as 7, a range such as 6-8, or 6+ when it is open")


def of_claim(claim: Claim, decided: Decided) -> Claim:
    """The claim as corrected; its words and passages stay."""
    for field, decision in _given((claim.id,), decided):
        if field in PARTS:
            continue  # refused by `check`, but a case may come from elsewhere
        claim = _claim_with(claim, field, decision)
    return claim


def of_incident(incident: Incident, ids: tuple[str, ...], decided: Decided) -> Incident:
    """The incident as corrected under any of the ids it has had, which are those of its claims; the latest correction of a field holds."""
    for field, decision in _given(ids, decided):
        incident = _incident_with(incident, field, decision)
    return incident


def _given(ids: tuple[str, ...], decided: Decided) -> list[tuple[str, Decision]]:
    """Oldest first: `when` and one of its ends may both have been corrected, and the later word is the one that holds."""
    found = ((f, d) for f in FIELDS for id_ in ids if (d := decided.corrections.get((id_, f))))
    return sorted(found, key=lambda given: (given[1].at, given[1].id))


def _read(field: str, value: str | None) -> object:
    return None if value is None else _READERS.get(field, _range)(value)


def _claim_with(claim: Claim, field: str, decision: Decision) -> Claim:
    value = _read(field, decision.value)
    claim = replace(claim, sure=without(claim.sure, named(field)))
    if isinstance(value, Kind):
        return replace(claim, kind=value)
    if isinstance(value, Stance):
        return replace(claim, stance=value)
    if field in _ENDS:
        return replace(claim, when=_days_with(claim.when, field, value), likely=None)
    if field == "place":
        return replace(claim, place=_placed(claim, value) if isinstance(value, Candidate) else None)
    if field in ("kind", "stance"):
        return claim
    harm = Harm(field)
    kept = tuple(c for c in claim.counts if c.harm is not harm)
    return replace(claim, counts=kept + ((_count(harm, value, claim),) if isinstance(value, tuple) else ()))


def _incident_with(incident: Incident, field: str, decision: Decision) -> Incident:
    value = _read(field, decision.value)
    settled = tuple(f for f in incident.contested if f != named(field))
    incident = replace(incident, sure=without(incident.sure, named(field)))
    if isinstance(value, Kind):
        return replace(incident, kind=value, contested=settled)
    if isinstance(value, Stance):
        return replace(incident, stance=value, contested=settled)
    if field in _ENDS:
        days = _days_with(incident.when, field, value)
        return replace(incident, when=days, when_claims=(), contested=settled)
    if field == "place":
        return replace(
            incident,
            place=value if isinstance(value, Candidate) else None,
            place_claim=None,
            contested=settled,
        )
    if field in ("kind", "stance"):
        return incident
    if field in PARTS:
        names = value if isinstance(value, tuple) else ()
        return replace(incident, actors=_actors_with(incident.actors, Role(field), names), contested=settled)
    kept = tuple(t for t in incident.tolls if t.harm.value != field)
    if isinstance(value, tuple):
        low, high = value
        kept = (*kept, Toll(Harm(field), low, low if low == high else None, high, None, None, None))
    return replace(incident, tolls=kept, contested=settled)


def named(field: str) -> str:
    """The field that a correction is about: either end is `when`."""
    return "when" if field in _ENDS else field


def _days_with(when: Interval, field: str, value: object) -> Interval:
    """With one end or both corrected; an end that a corrected one leaves behind is not known any more."""
    if field == "when":
        return value if isinstance(value, Interval) else _UNTOLD
    day = value if isinstance(value, date) else None
    first, last = (day, when.latest) if field == "earliest" else (when.earliest, day)
    if first and last and last < first:
        first, last = (first, None) if field == "earliest" else (None, last)
    return Interval(first, last, _BY)


def _actors_with(actors: tuple[Actor, ...], role: Role, names: tuple[str, ...]) -> tuple[Actor, ...]:
    """With these and no others in one role. Whoever was there under the same words, articles and capitals aside, keeps what else is known."""
    known: dict[frozenset[str], list[Actor]] = {}
    for one in actors:
        for word in one.words if one.role is role else ():
            known.setdefault(words_of(word, role), []).append(one)
    named = (
        replace(one, words=(name,))
        for name in names
        for one in known.get(words_of(name, role), [Actor(role, ())])
    )
    return (*(one for one in actors if one.role is not role), *dict.fromkeys(named))


def _count(harm: Harm, value: tuple[int, int | None], claim: Claim) -> Count:
    return Count(harm, *value, claim.sentence)


def _placed(claim: Claim, found: Candidate) -> Place:
    words: Passage = claim.place.passage if claim.place else claim.sentence
    return Place(words, found, _BY)


def _range(value: str) -> tuple[int, int | None]:
    first, dash, last = value.partition("-")
    if value.endswith("+"):
        low, high = int(value[:-1]), None
    else:
        low, high = int(first), int(last if dash else first)
    if low < 0 or (high is not None and high < low) or max(low, high or 0) > _MOST:
        raise ValueError("a range goes from a lower to a higher number, from 0 on")
    return low, high


def _names(value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name for part in value.split(";") if (name := " ".join(part.split()))))
    if not names or len(names) > _NAMES or max(map(len, names)) > _LONGEST:
        raise ValueError("a part is taken by some names, and not by too many")
    if not all(name.translate(_JOINERS).isprintable() for name in names):
        raise ValueError(
            "a name holds signs that change the direction of what stands beside it, or none at all"
        )
    return names


def _days(value: str) -> Interval:
    first, _, last = value.partition("/")
    interval = Interval(date.fromisoformat(first), date.fromisoformat(last or first), _BY)
    if interval.latest and interval.earliest and interval.latest < interval.earliest:
        raise ValueError("the last day is before the first")
    return interval


def placed(value: str) -> Candidate:
    """The place that a correction holds.

    Raises:
        ValueError, msgspec.MsgspecError: it holds none.
    """
    given = msgspec.json.decode(value, type=dict[str, Any])
    if strange := given.keys() - {f.name for f in fields(Candidate)}:
        raise ValueError(f"a place has no {min(strange)}")
    place = msgspec.convert(given, Candidate)
    if abs(place.lat) > 90 or abs(place.lon) > 180:
        raise ValueError("lat goes to 90 and lon to 180 degrees")
    return place


_READERS: dict[str, Callable[[str], object]] = {
    "kind": Kind,
    "stance": Stance,
    "when": _days,
    "earliest": date.fromisoformat,
    "latest": date.fromisoformat,
    "place": placed,
    **dict.fromkeys(PARTS, _names),
}
