"""What an id that a person typed means: its beginning is enough, and an incident answers to every name it ever had."""

from collections.abc import Iterable

from onrecord.errors import NotFound
from onrecord.model import Claim, Decision, Document, Incident, Link, Origin, Record

INCIDENT, CLAIM, DECISION = (
    "incident-",
    "claim-",
    "decision-",
)  # an incident bears the name of its first claim
Thing = Incident | Claim | Document | Origin | Link


def find(record: Record, id_: str) -> Thing:
    """The one thing with this id or beginning of an id.

    Raises:
        NotFound: nothing has it, or several things have.
    """
    everything: Iterable[Thing] = (
        *record.incidents,
        *record.claims.values(),
        *record.documents.values(),
        *record.origins.values(),
        *record.links,
    )
    found = {one.id: one for one in everything if one.id.startswith(id_)}
    if id_ in found or len(found) == 1:
        return found.get(id_) or next(iter(found.values()))
    if found:
        raise NotFound(
            f"{id_} is the beginning of {len(found)} ids: {', '.join(sorted(found)[:4])} …; give more of it"
        )
    if id_.startswith(INCIDENT):
        claim = CLAIM + id_.removeprefix(INCIDENT)
        if any(one.startswith(claim) for one in record.claims):
            return find_incident(record, claim)
    raise NotFound(f"nothing in this case has the id {id_}: ids are printed by onrecord show --case DIR")


def find_decision(record: Record, id_: str) -> Decision:
    """The one decision with this id or beginning of an id.

    Raises:
        NotFound: none has it, or several have.
    """
    found = [d for d in record.decisions if d.id.startswith(id_)]
    if len(found) != 1:
        raise NotFound(
            f"{len(found) or 'no'} decisions have an id that begins with {id_}: onrecord history --case DIR lists them"
        )
    return found[0]


def find_incident(record: Record, id_: str) -> Incident:
    """The incident called so, also by a name it had before it was joined to another, or by a claim of it.

    Raises:
        NotFound: no incident is meant; the message says what it is instead.
    """
    found = find(record, id_)
    if isinstance(found, Incident):
        return found
    if not isinstance(found, Claim):
        raise NotFound(f"{id_} is not an incident: onrecord why {id_} --case DIR says what it is")
    for incident in record.incidents:
        if found.id in incident.claims:
            return incident
    raise NotFound(
        f"{found.id} is in no incident, since it was rejected: onrecord why {found.id} --case DIR says by whom"
    )
