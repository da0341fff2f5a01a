"""Finds time expressions in a text and says what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model import Parse, Passage, Time
from onrecord.stages.date.checks import is_narrative, is_time
from onrecord.stages.date.context import Context
from onrecord.stages.date.days import days_of
from onrecord.stages.date.found import NOT_A_TIME, Found
from onrecord.stages.date.lex import Word, lex
from onrecord.stages.date.relative import ago, bare_part, later, year_ago_period
from onrecord.stages.date.rules import Rule, match
from onrecord.stages.date.tense import direction_of

_JOINS = {"comma", "on", "of", "in", "at", "the", "about", "dash", "part_of", "zone"}


@dataclass(slots=True)
class _Piece:
    rule: Rule
    first: int
    last: int
    value: str | None
    direction: int = 0


def find_times(text: str, parse: Parse | None, published: date | None) -> tuple[Time, ...]:
    """Every time expression in text order, with its TIMEX3 type and value and the days it covers.

    `parse` may be None: then the tense of verbs does not help. A relative expression without `published` keeps `value` None.
    """
    words = lex(text, parse)
    matches = [m for m in match(words) if is_time(words, m, parse)]
    context = Context(published, narrative=is_narrative(words, matches, published))
    pieces = []
    for n, found in enumerate(matches):
        context.year_ahead = _year_ahead(words, matches, n)
        pieces.append(_read(words, found, parse, context))
    kept = [p for p in pieces if p.value != NOT_A_TIME]
    return tuple(_time(text, words, p) for p in _merged(words, kept))


_ALSO = {"and", "to", "dash", "from", "comma", "the"}


def _year_ahead(words: Sequence[Word], matches: Sequence[tuple[Rule, int, int]], n: int) -> int | None:
    """The year of the next expression when only "and", "to" or the like stands between."""
    if n + 1 == len(matches):
        return None
    (_, _, end), (_, first, last) = matches[n], matches[n + 1]
    if first - end > 2 or not all(w.kind in _ALSO for w in words[end:first]) or words[first].kind == "year":
        return None
    return next((w.value for w in words[first:last] if w.kind == "year" and isinstance(w.value, int)), None)


def _read(
    words: Sequence[Word], found: tuple[Rule, int, int], parse: Parse | None, context: Context
) -> _Piece:
    rule, first, last = found
    context.direction = direction_of(parse, words[first].start, words[last - 1].end)
    try:
        value = rule.means(Found(tuple(words[first:last])), context)
    except (ValueError, OverflowError):  # outside the calendar: "200,000 years ago"
        value = None
    if rule.kind in ("DATE", "TIME") and rule.means not in (ago, later, year_ago_period):
        context.remember(value)
    return _Piece(rule, first, last, value, context.direction)


def _merged(words: Sequence[Word], pieces: Sequence[_Piece]) -> list[_Piece]:
    """Joins a time of day and its day ("about 2 a.m. on Saturday"); a time of day alone takes the day told last in its paragraph."""
    out: list[_Piece] = []
    for piece in pieces:
        if out and _joins(words, out[-1], piece):
            out[-1] = _joined(out[-1], piece)
        else:
            out.append(piece)
    for n, piece in enumerate(out):
        day = _day_told(words, out, n) if _loose(piece) and piece.rule.means is not bare_part else None
        if day and piece.value:
            piece.value = day + piece.value[10:]
    return [p for p in out if not (p.rule.means is bare_part and p.value and p.value[0] == "X")]


def _day_told(words: Sequence[Word], pieces: Sequence[_Piece], n: int) -> str | None:
    """The day of the nearest expression before, in the same paragraph, that is exact to the day."""
    at = pieces[n].first
    for piece in reversed(pieces[:n]):
        if any(w.kind == "break" for w in words[piece.last : at]):
            return None
        if piece.value and piece.value[:4].isdecimal() and piece.value[4:5] == "-" and len(piece.value) >= 10:
            return piece.value[:10]
    return None


def _joins(words: Sequence[Word], left: _Piece, right: _Piece) -> bool:
    between = words[left.last : right.first]
    if len(between) > 4 or any(w.kind not in _JOINS for w in between):
        return False
    return (_loose(left) and _is_day(right)) or (_loose(right) and _is_day(left))


def _loose(piece: _Piece) -> bool:
    return piece.value is not None and piece.value.startswith("XXXX-XX-XXT")


def _is_day(piece: _Piece) -> bool:
    return piece.rule.kind == "DATE" and (piece.value is None or len(piece.value) == 10)


def _joined(left: _Piece, right: _Piece) -> _Piece:
    day, clock = (right, left) if _loose(left) else (left, right)
    value = f"{day.value}{clock.value[10:]}" if day.value and clock.value else None
    return _Piece(clock.rule, left.first, right.last, value, left.direction)


def _time(text: str, words: Sequence[Word], piece: _Piece) -> Time:
    start, end = words[piece.first].start, words[piece.last - 1].end
    earliest, latest = days_of(piece.value) if piece.rule.kind in ("DATE", "TIME") else (None, None)
    kinds = {w.kind for w in words[piece.first : piece.last]}
    codes = {w.value for w in words[piece.first : piece.last]}
    if latest and "overnight" in kinds and latest < date.max:
        latest += timedelta(1)  # the night has two days
    if (
        earliest
        and codes & {"TH", "TM", "TS"}
        and kinds & {"ago", "earlier", "before"}
        and earliest > date.min
    ):
        earliest -= timedelta(1)  # "two hours earlier" may be the day before
    if piece.rule.means in (ago, later) and earliest and latest:
        earliest, latest = _rough(earliest, latest)
    return Time(Passage.of(text, start, end), piece.rule.kind, piece.value, earliest, latest)


def _rough(earliest: date, latest: date) -> tuple[date, date]:
    """Half the unit more on both sides. A day stays a day."""
    half = (latest - earliest) / 2
    try:
        return earliest - half, latest + half
    except OverflowError:
        return earliest, latest
