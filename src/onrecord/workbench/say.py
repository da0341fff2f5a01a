"""Values in the words that pages show; beside `onrecord.exports.told`, which exports share."""

from collections.abc import Iterable
from datetime import date, datetime

from onrecord.exports import told
from onrecord.model import Attribution, Decision, Harm, Incident, Interval, Toll, Verdict
from onrecord.store.fold.corrections import placed
from onrecord.store.index.ask import Sum

FIELDS = {
    "kind": "Kind",
    "stance": "Stance",
    "when": "When",
    "place": "Where",
    "killed": "Killed",
    "injured": "Injured",
    "missing": "Missing",
    "detained": "Detained",
    "displaced": "Displaced",
    "perpetrator": "Said to have done it",
    "victim": "Victims",
    "target": "What was hit",
    "weapon": "Weapons",
    "incident": "It is an incident",
    "together": "Same or different",
}
REVIEWS = {
    "no": "not reviewed",
    "waiting": "waits for a second reviewer",
    "outdated": "changed since it was accepted",
    "unsure": "left open",
    "confirmed": "confirmed",
    "rejected": "rejected",
}
_VERBS = {
    Verdict.ACCEPT: "accepted",
    Verdict.REJECT: "rejected",
    Verdict.SAME: "called the same",
    Verdict.DIFFERENT: "called different",
    Verdict.UNSURE: "left open",
    Verdict.CORRECT: "corrected",
    Verdict.UNDO: "took back",
}


def spoken(word: str) -> str:
    """A word of ours as people write it: ``air_strike`` → "Air strike"."""
    return word.replace("_", " ").capitalize()


def field(name: str) -> str:
    """What a field is called."""
    return FIELDS.get(name, spoken(name))


def toll(of: Toll | None) -> str:
    """ "20–27", "21 or more", "not reported"; an en dash, since it is a range."""
    if of is None:
        return "not reported"
    if of.low is None:
        return "some" if of.high is None else f"up to {of.high}"
    if of.high is None:
        return f"{of.low} or more" if of.best in (None, of.low) else f"{of.low}–{of.best} or more"
    return str(of.low) if of.low == of.high else f"{of.low}–{of.high}"


def best(of: Toll | None) -> str:
    """The best number, where it is not the whole range."""
    return f"best {of.best}" if of and of.best is not None and of.low != of.high else ""


def summed(of: Sum) -> str:
    """ "3,020–3,911 or more": from all the lowest numbers to all the highest."""
    if not of.told:
        return "some" if of.open else "not reported"
    low, high = f"{of.low:,}", f"{of.high:,}"
    return (low if of.low == of.high else f"{low}–{high}") + (" or more" if of.open else "")


def where(incident: Incident) -> str:
    """The name of the place, short."""
    return incident.place.name if incident.place else "Place unknown"


def region(incident: Incident) -> str:
    """What it lies in."""
    place = incident.place
    parts = [p for p in (place.admin1, place.country) if p and p != place.name] if place else []
    return ", ".join(dict.fromkeys(parts))


def days(when: Interval) -> str:
    """As exports say it."""
    return told.days(when)


def title(incident: Incident) -> str:
    """One line that names an incident."""
    return f"{spoken(incident.kind.value)}, {where(incident)}, {days(incident.when)}"


def decided(decision: Decision) -> str:
    """What somebody did, without whom and why: "corrected killed: 7", "called the same"."""
    words = _VERBS[decision.verdict]
    if decision.verdict is Verdict.DIFFERENT and decision.seen:
        words = "split"
    if decision.field:
        words += f" {field(decision.field).lower()}: {value(decision.field, decision.value)}"
    return words


def value(name: str | None, written: str | None) -> str:
    """A corrected value as it was written; a place by its name."""
    if written is None:
        return "unknown"
    if name == "place" and written.startswith("{"):
        return told.place(placed(written))
    return written.replace("_", " ")


def speaker(said: Attribution) -> str:
    """Who says it."""
    return told.speaker(said)


def at(moment: datetime) -> str:
    """To the minute, in UTC."""
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def day(of: date | None) -> str:
    """Or "undated"."""
    return of.isoformat() if of else "undated"


def counted(number: int, noun: str) -> str:
    """ "1 page", "2,411 pages"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def percent(share: float | None) -> str:
    """Whole percents; a dash where it is not known."""
    return "–" if share is None else f"{share:.0%}".replace("%", " %")


def harms(incident: Incident) -> Iterable[Harm]:
    """Killed and injured always, others where somebody tells of them."""
    return (h for h in Harm if h in (Harm.KILLED, Harm.INJURED) or incident.toll(h))
