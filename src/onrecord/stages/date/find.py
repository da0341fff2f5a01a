"""Finds time expressions in a text and says what they mean."""

from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.model import Parse, Passage, Time
from onrecord.stages.date import words as words_of
from onrecord.stages.date.checks import Match, is_narrative, is_time
from onrecord.stages.date.context import Context
from onrecord.stages.date.days import NO_DAYS, Days, days_of
from onrecord.stages.date.found import NOT_A_TIME, Found
from onrecord.stages.date.lex import Word, lex
from onrecord.stages.date.merge import Piece, merged
from onrecord.stages.date.relative import ago, later, weekday, year_ago_period
from onrecord.stages.date.rules import match
from onrecord.stages.date.tense import direction_of


def find_times(text: str, parse: Parse | None, published: date | None) -> tuple[Time, ...]:
    """Every time expression in text order, with its TIMEX3 type and value and the days it covers.

    `parse` may be None: then the tense of verbs does not help. A relative expression without `published` keeps `value` None.
    """
    words = lex(text, parse)
    matches = [m for m in match(words) if is_time(words, m, parse)]
    context = Context(
        published, is_narrative(words, matches, published), only_year=_only_year(words, matches)
    )
    pieces = []
    for n, found in enumerate(matches):
        context.year_ahead = _year_ahead(words, matches, n)
        pieces.append(_read(words, found, parse, context))
    kept = [p for p in pieces if p.value != NOT_A_TIME]
    return tuple(_time(text, words, p) for p in merged(words, kept))


def _only_year(words: Sequence[Word], matches: Sequence[Match]) -> int | None:
    """The year of the document's full dates when all have the same one: then a day told before the first of them is of it too."""
    years = {
        w.value
        for _, i, j in matches
        if j - i > 1
        for w in words[i:j]
        if w.kind == "year" and isinstance(w.value, int)
    }
    return years.pop() if len(years) == 1 else None


_ALSO = {"and", "to", "dash", "from", "comma", "the"}


def _year_ahead(words: Sequence[Word], matches: Sequence[Match], n: int) -> int | None:
    """The year of the next expression when only "and", "to" or the like stands between."""
    if n + 1 == len(matches):
        return None
    (_, _, end), (_, first, last) = matches[n], matches[n + 1]
    if first - end > 2 or not all(w.kind in _ALSO for w in words[end:first]) or words[first].kind == "year":
        return None
    return next((w.value for w in words[first:last] if w.kind == "year" and isinstance(w.value, int)), None)


def _read(words: Sequence[Word], found: Match, parse: Parse | None, context: Context) -> Piece:
    rule, first, last = found
    if words[last - 1].kind == "dot" and words[last - 2].low in words_of.FULL_MONTHS:
        last -= 1  # the end of the sentence, and not of an abbreviation
    context.direction = direction_of(parse, words[first].start, words[last - 1].end)
    try:
        value = rule.means(Found(tuple(words[first : last + rule.sees])), context)
    except (ValueError, OverflowError):  # outside the calendar: "200,000 years ago"
        value = None
    if rule.kind in ("DATE", "TIME") and rule.means not in (ago, later, year_ago_period):
        context.remember(value)
    return Piece(rule, first, last, value, weekday=rule.means is weekday)


def _time(text: str, words: Sequence[Word], piece: Piece) -> Time:
    inside = words[piece.first : piece.last]
    passage = Passage.of(text, inside[0].start, inside[-1].end)
    days = days_of(piece.value) if piece.rule.kind in ("DATE", "TIME") else NO_DAYS
    try:
        return Time(passage, piece.rule.kind, piece.value, *_widened(days, piece, inside))
    except OverflowError:  # at an end of the calendar
        return Time(passage, piece.rule.kind, piece.value, *days)


def _widened(days: Days, piece: Piece, inside: Sequence[Word]) -> Days:
    """The days that are meant where the value is more exact than the words.

    A night has two days; "two hours earlier" may be the day before; "two weeks ago" is told roughly, half a unit more on both sides.
    """
    earliest, latest = days
    if earliest is None or latest is None:
        return days
    to = any(w.kind == "to" for w in inside)  # "overnight to Sunday", "the night to Sunday"
    night = any(w.kind == "part" and w.value == "NI" for w in inside)
    if inside[0].kind == "overnight" or inside[-1].kind == "overnight" or (to and night):
        known = len(inside) == 1 or to  # "overnight on Saturday" may be either night
        return earliest if known else earliest - timedelta(1), latest + timedelta(1)
    if piece.rule.means not in (ago, later):
        return days
    if any(w.value in ("TH", "TM", "TS") for w in inside):
        return earliest - timedelta(1), latest
    half = (latest - earliest) / 2
    return earliest - half, latest + half
