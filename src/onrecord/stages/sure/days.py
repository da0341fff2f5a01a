"""Features of when: the rule that made the interval, how exact it is, and whether the rest of the text agrees."""

from math import log1p

from onrecord.model import Interval
from onrecord.stages.sure.scene import Features, Scene, listed, near, reasons, standing
from onrecord.stages.sure.whole import Whole, ends

_WEEK = listed("monday tuesday wednesday thursday friday saturday sunday")
_NOW = listed("today yesterday tonight overnight")
_PART = listed("morning afternoon evening night noon midnight a.m p.m a.m. p.m. am pm")
_LENGTHS = (
    (1, "one day"),
    (2, "two days"),
    (7, "up to a week"),
    (31, "up to a month"),
    (366, "up to a year"),
)


def features(scene: Scene, when: Interval) -> Features:
    """Of the days that are told, or of those that are only likely; empty when nothing is known of them."""
    if when.earliest is None and when.latest is None:
        return
    yield from standing(scene)
    yield from reasons(when.reason)
    length = _length(when)
    yield f"spans {length}", 1.0
    yield from _since(when, scene.whole.published)
    yield from _agreeing(when, scene.whole)
    if scene.claim.time is not None:
        passage = scene.claim.time.passage
        yield from near(scene, passage.start, passage.end)
        yield from _named(passage.words, length)


def _length(when: Interval) -> str:
    if when.earliest is None or when.latest is None:
        return "up to a day" if when.earliest is None else "from a day on"
    days = (when.latest - when.earliest).days + 1
    return next((name for last, name in _LENGTHS if days <= last), "more than a year")


def _since(when: Interval, published: int | None) -> Features:
    """How long before the page's own date it ends."""
    if published is None:
        yield "the page is undated", 1.0
    elif when.latest is not None:
        gap = published - when.latest.toordinal()
        yield "after the page" if gap < 0 else "on the page's day" if gap == 0 else "before the page", 1.0
        yield "days before the page", min(8.0, log1p(max(gap, 0)))


def _agreeing(when: Interval, whole: Whole) -> Features:
    against = whole.days_outside(when)
    yield "others say the same", log1p(max(whole.days[ends(when)] - 1, 0))
    yield "others say another day", log1p(against)
    if whole.exact and not against:
        yield "no other day is told", 1.0


def _named(words: str, length: str) -> Features:
    """What kind of words the time is: the same kind is more or less sure in a day than in a month."""
    said = set(words.casefold().replace(",", " ").split())
    for name, some in (("a weekday", _WEEK), ("today or yesterday", _NOW), ("a part of the day", _PART)):
        if said & some:
            yield f"{name} is named", 1.0
    if any(c.isdigit() for c in words):
        yield f"a number is named, {length}", 1.0
    if said & {"last", "next", "this", "ago", "previous"}:
        yield "counted from another day", 1.0
