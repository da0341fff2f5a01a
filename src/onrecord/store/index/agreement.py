"""How the machine fared: field by field, whether a person who judged an incident left its reading as it was."""

from collections.abc import Iterable, Mapping

from onrecord.model import Claim, Document, Incident, Link, Origin
from onrecord.store.fold.components import components
from onrecord.store.fold.decided import Decided, Pair, in_force
from onrecord.store.incidents import Folded, folded, incident_id

FIELDS = ("kind", "stance", "when", "place", "killed", "injured")
Agreed = dict[str, tuple[int, int]]
"""For a field how often people agreed and how often not."""


def machine(
    claims: Iterable[Claim], documents: Iterable[Document], links: Iterable[Link], origins: Iterable[Origin]
) -> tuple[Incident, ...]:
    """The incidents as they would be had nobody decided anything."""
    return tuple(one.incident for one in folded(claims, documents, links, in_force(()), origins))


def agreement(one: Folded, read: Incident | None, decided: Decided) -> Agreed:
    """What people said of an incident against what the machine had `read` of its first claim, nothing where nobody judged it.

    An accepted incident was judged in every field, another one in those that were corrected.
    """
    names = [incident_id([c]) for c in one.group]
    accepted = bool(decided.accepting(names, one.incident.claims))
    corrected = {_named(f) for id_, f in decided.corrections if id_ in names}
    found: Agreed = {"incident": (int(accepted), int(one.rejected))} if accepted or one.rejected else {}
    for field in FIELDS if read else ():
        if accepted or field in corrected:
            same = value(one.incident, field) == value(read, field)
            found[field] = int(same), int(not same)
    return found


def together(
    pairs: Mapping[Pair, bool], claims: Iterable[str], links: Iterable[Link]
) -> dict[str, tuple[int, int]]:
    """For the smaller claim of each pair that people called the same (true) or different: whether the machine had said so too.

    A claim that no joined link leads to from the other is in another incident, whether or not it is among these.
    """
    groups = components(claims, links, in_force(()))
    group_of = {claim: n for n, group in enumerate(groups) for claim in group}
    found: dict[str, tuple[int, int]] = {}
    for (low, high), same in pairs.items():
        if low in group_of:
            right = (group_of[low] == group_of.get(high)) is same
            yes, no = found.get(low, (0, 0))
            found[low] = yes + right, no + (not right)
    return found


def value(incident: Incident | None, field: str) -> object:
    """The value of a field, to be compared."""
    if incident is None:
        return None
    match field:
        case "when":
            return incident.when.earliest, incident.when.latest
        case "place":
            place = incident.place
            return (place.geonames_id or place.name, place.precision) if place else None
        case "killed" | "injured":
            toll = next((t for t in incident.tolls if t.harm.value == field), None)
            return (toll.low, toll.high) if toll else None
    return getattr(incident, field)


def _named(field: str) -> str:
    return "when" if field in ("earliest", "latest") else field
