"""When a claim's happening was: which time belongs to it, and what that time bounds. The date of a report is not the date of its incident."""

from dataclasses import dataclass, replace
from datetime import date

from onrecord.model import Claim, Interval, Parse, Stance, Time, Token
from onrecord.stages.date.attach import Attached, BySentence, attach
from onrecord.stages.date.past import gone_by
from onrecord.stages.date.quoted import counts_from_speaking, from_speaking, not_after, said_on
from onrecord.stages.date.relation import Relation, Scene
from onrecord.stages.date.retold import Told, When, told_elsewhere
from onrecord.stages.date.tense import direction_of

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Issued:
    """The document's own date, None when unknown, and how it is called in a reason."""

    day: date | None
    called: str = "publication date"


@dataclass(frozen=True, slots=True)
class Page:
    """What the claims of one document share: its grammar, times by sentence, own date, and the head tokens of all triggers."""

    parse: Parse
    times: BySentence
    issued: Issued
    triggers: frozenset[int] = frozenset()
    text: str = ""


def when_of(claim: Claim, page: Page, told: Told) -> When:
    """The time of a claim and the days its happening lies between, with a plain reason; `told` is what the document dates elsewhere."""
    own = own_time(claim, page)
    if own:
        return own
    bound, elsewhere = bound_time(claim, page), told_elsewhere(claim, page.parse, told)
    if elsewhere and not (
        bound and bound[0] == elsewhere[0]
    ):  # "died on Monday after he was shot": one time, two meanings
        return elsewhere
    return bound or (None, _only_published(claim, page.parse, page.issued))


def own_time(claim: Claim, page: Page) -> When | None:
    """The time said of the happening itself in its sentence; None when there is none."""
    found = _attached(claim, page)
    if found is None or found.relation is not Relation.SAME or _of_no_day(found.times[0]):
        return None
    told = found.times[0]
    if page.issued.day is not None and claim.stance is Stance.ASSERTED:
        found = _before_the_page(found, page.parse, page.issued.day)
    time = found.times[0]
    if page.issued.day is not None and counts_from_speaking(page.text, time):
        said = said_on(claim, page.text, page.parse, page.times)
        return from_speaking(time, said, page.issued.day) if said else None
    when = _clipped(_own(found, page.issued), claim, page.issued)
    return time, _with_move(when, told, time)


def _before_the_page(found: Attached, parse: Parse, issued: date) -> Attached:
    """What is told as done was before it was told; not the two ends of a span, and no month of which the text speaks as of the future."""
    if len(found.times) > 1:
        return found
    time = found.times[0]
    moved = gone_by(time, issued)
    by_a_year = time.earliest and moved.earliest and (time.earliest - moved.earliest).days > _WEEK
    return found if by_a_year and _looks_ahead(parse, time) else replace(found, times=(moved,))


def _looks_ahead(parse: Parse, time: Time) -> bool:
    """Whether the verb that a day hangs on is of the present or future ("the trial over the attack begins on May 16")."""
    said = time.passage
    head = parse.head_of(said.start, said.end)
    above = [head, *parse.ancestors(head.i)] if head else []
    finite = next((t for t in above if t.pos in ("VERB", "AUX") and t.tag != "VBG"), None)
    direct = head is None or head.dep not in ("compound", "nmod", "amod", "poss")
    present = finite is not None and finite.tag in ("VBZ", "VBP")
    return direct and (present or direction_of(parse, said.start, said.end) > 0)


def _with_move(when: Interval, told: Time, taken: Time) -> Interval:
    """The reason says it when the day is not the one that the words alone mean."""
    if told.earliest == taken.earliest or told.earliest is None:
        return when
    return replace(when, reason=f"{when.reason}; the one before {told.earliest}, which lies after the page")


def bound_time(claim: Claim, page: Page) -> When | None:
    """The time in its sentence that only bounds the happening: of the report, or of what came after or before; None when there is none."""
    found = _attached(claim, page)
    if found is None:
        return None
    if found.relation is Relation.SAME and counts_from_speaking(page.text, found.times[0]):
        return found.times[0], not_after(found.times[0], page.issued.called)
    return found.times[0], _bounded(found.times[0], found.relation, page.issued)


def _of_no_day(time: Time) -> bool:
    """A time of day whose day is not told."""
    return time.value is not None and time.value.startswith("XXXX-XX-XXT")


def _attached(claim: Claim, page: Page) -> Attached | None:
    trigger = _head(claim, page.parse)
    scene = Scene(claim, page.parse, trigger, page.triggers, page.issued.day) if trigger else None
    return attach(scene, page.times) if scene else None


def _own(found: Attached, issued: Issued) -> Interval:
    told = [t for t in found.times if t.earliest is not None] or list(found.times)
    words = " … ".join(f"“{t.passage.words}”" for t in dict.fromkeys((told[0], told[-1])))
    firsts = [t.earliest for t in told if t.earliest is not None]
    lasts = [t.latest for t in told if t.latest is not None]
    if not firsts or not lasts:
        known = "names no day" if told[0].value else f"is relative to an unknown {issued.called}"
        return Interval(None, issued.day, f"{words} {known}")
    if found.preposition in ("since", "after"):
        return Interval(min(firsts), _not_before(min(firsts), issued.day), f"{found.preposition} {words}")
    if found.preposition in ("by", "until", "before", "till"):
        return Interval(None, max(lasts), f"{found.preposition} {words}")
    return Interval(min(firsts), max(lasts), f"{words}, said of it")


def _not_before(earliest: date, day: date | None) -> date | None:
    return day if day is not None and day >= earliest else None


def _clipped(when: Interval, claim: Claim, issued: Issued) -> Interval:
    """What is told as done cannot be later than the telling: "this year" ends with the publication date."""
    if claim.stance is Stance.PLANNED or issued.day is None or when.latest is None or when.earliest is None:
        return when
    if when.earliest < issued.day < when.latest:
        return Interval(when.earliest, issued.day, f"{when.reason}; not after the {issued.called}")
    return when


_CALLED = {
    Relation.SAME: "is the time of day",
    Relation.REPORT: "is when it was reported: it happened on or before that day",
    Relation.LATER: "is when what came after happened: it happened on or before that day",
    Relation.EARLIER: "is when what came before happened: it happened on or after that day",
}


def _bounded(time: Time, relation: Relation, issued: Issued) -> Interval:
    words = f"“{time.passage.words}” {_CALLED[relation]}"
    if time.value is None:
        return Interval(None, issued.day, f"{words}, which is relative to an unknown {issued.called}")
    if time.latest is None or time.earliest is None:
        return Interval(None, issued.day, f"{words}, which is not told")
    if relation is Relation.EARLIER:
        return Interval(time.earliest, _not_before(time.earliest, issued.day), words)
    return Interval(None, min(time.latest, issued.day or time.latest), words)


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
