"""What a person should look at next: how much is probably wrong, times how much hangs on it."""

from math import log2

from onrecord.model import Harm, Incident, Status

_UNMEASURED = 0.5  # of a value whose sure-ness is not known nothing is known: as likely wrong as right
_FIELDS = ("kind", "stance", "when", "place", Harm.KILLED.value, Harm.INJURED.value)


def wrong(incident: Incident) -> float:
    """How many of its values are expected to be wrong: the sum of (1 - sure) over those that are told, and 1 for each dispute: a field, or a
    denial."""
    sure = (incident.how_sure(field) for field in _FIELDS if _told(incident, field))
    denied = not incident.contested and incident.status in (Status.CONTESTED, Status.DENIED)
    return sum(1 - (_UNMEASURED if p is None else p) for p in sure) + len(incident.contested) + denied


def weight(incident: Incident) -> float:
    """1 where nobody is said to have died; each doubling of the dead adds 1, the injured count a quarter (not measured: a choice)."""
    return 1 + log2(1 + _most(incident, Harm.KILLED) + _most(incident, Harm.INJURED) / 4)


def open_question(score: float) -> float:
    """How undecided the machine is about two incidents: 1 at even odds, 0 where it is sure."""
    return 1 - abs(2 * score - 1)


def _told(incident: Incident, field: str) -> bool:
    match field:
        case "when":
            return incident.when.earliest is not None or incident.when.latest is not None
        case "place":
            return incident.place is not None
        case "killed" | "injured":
            return incident.toll(Harm(field)) is not None
    return True


def _most(incident: Incident, harm: Harm) -> int:
    toll = incident.toll(harm)
    return next((n for n in (toll.high, toll.best, toll.low) if n is not None), 0) if toll else 0
