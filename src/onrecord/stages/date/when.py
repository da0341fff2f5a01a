"""When a claim's happening was: which time belongs to it, and what that time bounds. The date of a report is not the date of its incident."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import Claim, Interval, Parse, Stance, Time, Token
from onrecord.stages.date.attach import Attached, Relation, attach
from onrecord.stages.date.tense import direction_of

When = tuple[Time | None, Interval]


@dataclass(frozen=True, slots=True)
class Issued:
    """The document's own date, None when unknown, and how it is called in a reason."""

    day: date | None
    called: str = "publication date"
    stamps: tuple[Time, ...] = ()  # times that date the document: its dateline, "Posted: …"


def when_of(
    claim: Claim,
    parse: Parse,
    times: Sequence[Time],
    issued: Issued,
    *,
    dated: Sequence[tuple[Claim, When]] = (),
    triggers: frozenset[int] = frozenset(),
) -> When:
    """The time of a claim and the days its happening lies between, with a plain reason.

    `dated` are claims of the same document whose days are known: another mention of one happening takes them.
    `triggers` are the head tokens of all claims of the document.
    """
    usable = [t for t in times if t not in issued.stamps]
    found = attach(claim, parse, usable, triggers, issued.day)
    if found and found.relation is Relation.SAME:
        return found.times[0], _clipped(_own(found, issued), claim, issued)
    told = _told_elsewhere(claim, parse, dated)
    if told is not None:
        return told
    if found:
        return found.times[0], _bounded(found.times[0], found.relation, issued)
    return None, _only_published(claim, parse, issued)


def _own(found: Attached, issued: Issued) -> Interval:
    first, last = found.times[0], found.times[-1]
    words = " … ".join(f"“{t.passage.words}”" for t in dict.fromkeys((first, last)))
    if first.value is None and first.earliest is None:
        return Interval(None, None, f"{words} is relative to an unknown {issued.called}")
    if first.earliest is None or last.latest is None:
        return Interval(None, issued.day, f"{words} names no day; not after the {issued.called}")
    if found.preposition in ("since", "after"):
        return Interval(first.earliest, issued.day, f"{found.preposition} {words}")
    if found.preposition in ("by", "until", "before", "till"):
        return Interval(None, last.latest, f"{found.preposition} {words}")
    return Interval(min(first.earliest, last.earliest or first.earliest), last.latest, f"{words}, said of it")


def _clipped(when: Interval, claim: Claim, issued: Issued) -> Interval:
    """What is told as done cannot be later than the telling: "this year" ends with the publication date."""
    if claim.stance is Stance.PLANNED or issued.day is None or when.latest is None or when.earliest is None:
        return when
    if when.earliest < issued.day < when.latest:
        return Interval(when.earliest, issued.day, f"{when.reason}; not after the {issued.called}")
    return when


def _bounded(time: Time, relation: Relation, issued: Issued) -> Interval:
    called = "is when it was reported" if relation is Relation.REPORT else "is when what came after was"
    words = f"“{time.passage.words}” {called}"
    if time.latest is None:
        told = "and names no day" if time.value else f"relative to an unknown {issued.called}"
        return Interval(None, issued.day, f"{words}, {told}")
    return Interval(None, time.latest, f"{words}: it happened on or before that day")


_DEFINITE = {"the", "this", "that", "these", "those", "its", "their", "his", "her"}


def _told_elsewhere(claim: Claim, parse: Parse, dated: Sequence[tuple[Claim, When]]) -> When | None:
    """The days of the same happening: of the same group anywhere, or told earlier and named again ("the attack")."""
    known = [(c, w) for c, w in dated if w[1].earliest is not None]
    same = [(c, w) for c, w in known if claim.group is not None and c.group == claim.group]
    if not same and _definite(claim, parse):
        same = [(c, w) for c, w in known if c.kind is claim.kind and c.trigger.start < claim.trigger.start]
        same = same[-1:]
    return _inherited(*same[0]) if same else None


def _inherited(claim: Claim, when: When) -> When:
    time, interval = when
    reason = f"as “{claim.trigger.words}” of the same happening: {interval.reason}"
    return time, Interval(interval.earliest, interval.latest, reason)


def _definite(claim: Claim, parse: Parse) -> bool:
    head = _head(claim, parse)
    return head is not None and any(
        t.text.lower() in _DEFINITE for t in parse.children(head.i) if t.dep in ("det", "poss")
    )


def _head(claim: Claim, parse: Parse) -> Token | None:
    return parse.head_of(claim.trigger.start, claim.trigger.end)


def _only_published(claim: Claim, parse: Parse, issued: Issued) -> Interval:
    if issued.day is None:
        return Interval(None, None, "the text does not say when, and the publication date is not known")
    if claim.stance is Stance.PLANNED or (claim.stance is Stance.POSSIBLE and _ahead(claim, parse)):
        return Interval(None, None, "the text does not say when, and it may not have happened yet")
    return Interval(None, issued.day, f"the text does not say when: not after the {issued.called}")


def _ahead(claim: Claim, parse: Parse) -> bool:
    """Whether the trigger is a verb that looks ahead ("may attack"), and not one that looks back ("may have attacked")."""
    head = _head(claim, parse)
    return head is not None and head.pos == "VERB" and direction_of(parse, head.start, head.end) > 0
