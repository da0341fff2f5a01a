"""Joins what tells one time in two parts: a time of day and its day, a weekday and its date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.stages.date import absolute, relative
from onrecord.stages.date.lex import Word
from onrecord.stages.date.rules import Rule

_JOINS = {"comma", "on", "of", "in", "at", "the", "about", "dash", "part_of", "zone"}
_CALENDAR = (absolute.day_of_year, relative.day_of_month, absolute.iso, absolute.numeric)
_NO_DAY = "XXXX-XX-XX"
_LONGEST = 4  # joining words


@dataclass(slots=True)
class Piece:
    """An expression as one rule found it: words ``first`` to ``last - 1``. `weekday`: it names a day of the week only."""

    rule: Rule
    first: int
    last: int
    value: str | None
    weekday: bool = False


def merged(words: Sequence[Word], pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with their parts joined; a time of day alone takes the day told last in its paragraph."""
    out: list[Piece] = []
    for piece in pieces:
        join = _join(words, out[-1], piece) if out else None
        if join:
            out[-1] = join
        else:
            out.append(piece)
    _give_days(words, out)
    return [p for p in out if not (p.rule.means is relative.bare_part and not _dated(p))]


def _join(words: Sequence[Word], left: Piece, right: Piece) -> Piece | None:
    between = [w.kind for w in words[left.last : right.first]]
    if (
        _is_day(right)
        and relative.night in (left.rule.means, right.rule.means)
        and between in ([], ["on"], ["to"])
    ):
        return _overnight(left, right, before="to" in between)
    if _is_night(left) and _is_day(right) and between == ["to"]:  # "in the night to Sunday"
        return _overnight(left, right, before=True)
    if left.weekday and right.rule.means in _CALENDAR and between == ["open"]:  # "Sunday (March 6)"
        return _joined(left, right, day=right, clock=left)
    if len(between) > _LONGEST or not _JOINS.issuperset(between):
        return None
    if _is_loose(left) and _is_day(right):
        return _joined(left, right, day=right, clock=left)
    if _is_loose(right) and _is_day(left):
        return _joined(left, right, day=left, clock=right)
    if left.weekday and right.rule.means in _CALENDAR and between:  # "Tuesday morning, 17 October"
        return _joined(left, right, day=right, clock=left)
    return None


def _overnight(left: Piece, right: Piece, *, before: bool) -> Piece | None:
    """ "overnight into Sunday" is the night before that day."""
    try:
        day = date.fromisoformat(right.value or "") - timedelta(1 if before else 0)
    except (ValueError, OverflowError):
        return Piece(left.rule, left.first, right.last, None)
    return Piece(left.rule, left.first, right.last, f"{day}TNI")


def _joined(left: Piece, right: Piece, *, day: Piece, clock: Piece) -> Piece:
    time = clock.value[10:] if clock.value else ""
    value = day.value[:10] + time if day.value else None
    return Piece(clock.rule, left.first, right.last, value, weekday=day.weekday)


def _is_loose(piece: Piece) -> bool:
    return piece.value is not None and piece.value.startswith(_NO_DAY + "T")


def _is_night(piece: Piece) -> bool:
    return piece.rule.means is relative.bare_part and piece.value == f"{_NO_DAY}TNI"


def _is_clock(piece: Piece) -> bool:
    return _is_loose(piece) and piece.rule.means is relative.clock


def _is_day(piece: Piece) -> bool:
    return piece.rule.kind == "DATE" and (
        piece.value is None or (len(piece.value) == 10 and piece.value[4] == "-")
    )


def _dated(piece: Piece) -> bool:
    return piece.value is None or piece.value[0] != "X"


def _give_days(words: Sequence[Word], pieces: Sequence[Piece]) -> None:
    """A time of day alone takes the day of the nearest expression before, in the same paragraph, that is exact to the day."""
    day, night, at = None, False, 0
    for piece in pieces:
        if any(w.kind == "break" for w in words[at : piece.first]):
            day = None
        at = piece.last
        if day and piece.value and _is_clock(piece):
            piece.value = _in_night(day, piece.value[10:]) if night else day + piece.value[10:]
        if piece.value and piece.value[:4].isdecimal() and piece.value[4:5] == "-" and len(piece.value) >= 10:
            day, night = piece.value[:10], piece.value.endswith("TNI")


def _in_night(day: str, clock: str) -> str:
    """An hour of the night that began on a day: after midnight it is the next day's."""
    after = clock < "T12"
    try:
        return (date.fromisoformat(day) + timedelta(1 if after else 0)).isoformat() + clock
    except (ValueError, OverflowError):
        return day + clock
