"""Arithmetic on TIMEX3 values and on days (ISO 8601 weeks; TimeML 1.2.1 season and quarter codes)."""

import re
from calendar import monthrange
from datetime import date, timedelta

_SPAN = {
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "H1": (1, 6),
    "H2": (7, 12),
    "SP": (3, 5),
    "SU": (6, 8),
    "FA": (9, 11),
}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_MONTHS = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI|\d\d)$")
_YEARS = re.compile(r"\d{2,4}$")

Days = tuple[date | None, date | None]
NO_DAYS: Days = (None, None)


def days_of(value: str | None) -> Days:
    """First and last day a DATE or TIME value covers; both None when it names no days."""
    if value is None:
        return NO_DAYS
    try:
        return _days_of(value)
    except ValueError:  # a value such as 1999-02-30 that no calendar has
        return NO_DAYS


def _days_of(value: str) -> Days:
    if found := _DAY.match(value):
        day = date(*map(int, found.groups()))
        return day, day
    if found := _WEEK.match(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday + timedelta(5 if found[3] else 0), monday + timedelta(6)
    if found := _MONTHS.match(value):
        return _months_of(int(found[1]), found[2])
    if _YEARS.match(value):
        width = 10 ** (4 - len(value))
        return date(int(value) * width, 1, 1), date(int(value) * width + width - 1, 12, 31)
    return NO_DAYS


def _months_of(year: int, code: str) -> Days:
    if code == "WI":  # "the winter of 1998" may mean the one before or the one after: both are covered
        return date(year - 1, 12, 1), _last(year + 1, 2)
    first, last = _SPAN.get(code) or (int(code), int(code))
    return date(year, first, 1), _last(year, last)


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def week(day: date) -> str:
    """The ISO week of a day, as a value."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def month(day: date, by: int = 0) -> str:
    """The month `by` months away, as a value.

    Raises:
        ValueError: it lies outside the years 1 to 9999.
    """
    year, number = divmod(day.year * 12 + day.month - 1 + by, 12)
    return date(year, number + 1, 1).isoformat()[:7]


def quarter(day: date, by: int = 0) -> str:
    """The calendar quarter `by` quarters away, as a value."""
    year, number = divmod(day.year * 4 + (day.month - 1) // 3 + by, 4)
    return f"{year:04}-Q{number + 1}"


def shift(day: date, unit: str, by: int) -> str:
    """The value of `by` units from a day, as exact as the unit ("two weeks ago" is a week).

    Raises:
        ValueError, OverflowError: it lies outside the calendar.
    """
    if unit in ("D", "N"):
        return (day + timedelta(by)).isoformat()
    if unit in ("W", "F"):
        return week(day + timedelta(weeks=by * (2 if unit == "F" else 1)))
    if unit == "WE":
        return week(day + timedelta(weeks=by)) + "-WE"
    if unit == "M":
        return month(day, by)
    if unit == "Q":
        return quarter(day, by)
    if unit in ("TH", "TM", "TS"):
        return day.isoformat()
    year = day.year + by * {"Y": 1, "E": 10, "C": 100}[unit]
    if unit == "Y":
        return f"{date(year, 1, 1).year:04}"
    return f"{year:04}" if abs(by) > 0 and unit == "E" else f"{year:04}"[: 3 if unit == "E" else 2]


def coarse(value: str) -> str:
    """How exact a value is: D, W, M, Q, S (season), Y, or E (decade) and C (century)."""
    if _DAY.match(value):
        return "D"
    if _WEEK.match(value):
        return "W"
    if found := _MONTHS.match(value):
        return {"Q": "Q", "S": "S", "F": "S", "W": "S", "H": "H"}.get(found[2][0], "M")
    return {4: "Y", 3: "E", 2: "C"}.get(len(value), "") if _YEARS.match(value) else ""


def weekday(day: date, wanted: int, direction: int, *, strict: bool = False) -> date:
    """The nearest Monday (1) to Sunday (7) before (`direction` < 0) or after a day; the day itself counts unless `strict`."""
    gap = (day.isoweekday() - wanted) % 7 if direction <= 0 else (wanted - day.isoweekday()) % 7
    if gap == 0 and strict:
        gap = 7
    return day + timedelta(-gap if direction <= 0 else gap)


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    j, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * j - k - h + m + 32) % 7
    number = (h - m + r + 90) // 25
    return date(year, number, (h - m + r + number + 19) % 32)


_FIXED = {
    "new year": (1, 1),
    "new year's eve": (12, 31),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "valentine": (2, 14),
    "halloween": (10, 31),
    "july 4": (7, 4),
}
_FROM_EASTER = {"easter": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7}


def holiday(name: str, year: int) -> date:
    """The day of a holiday in a year."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return easter(year) + timedelta(_FROM_EASTER[name])
    if name == "thanksgiving":  # fourth Thursday of November
        return weekday(date(year, 11, 1), 4, 1) + timedelta(21)
    if name == "memorial day":  # last Monday of May
        return weekday(date(year, 5, 31), 1, -1)
    return weekday(date(year, 9, 1), 1, 1)  # Labor Day: first Monday of September


def iso_day(year: int | None, month: int | None, day: int | None) -> str | None:
    """A day as a value; None when a part is not known or no calendar has it."""
    try:
        return date(year or 0, month or 0, day or 0).isoformat()
    except ValueError:
        return None


def iso_month(year: int | None, month: int | None) -> str | None:
    """A month as a value; None when a part is not known."""
    return f"{year:04}-{month:02}" if year and month else None


_PERIOD = {"TH": "PT{}H", "TM": "PT{}M", "TS": "PT{}S", "N": "P{}D", "WE": "P{}WE", "F": "P{}W"}


def period(count: int | None, code: str) -> str:
    """An ISO 8601 period of so many units; X when the number is not told."""
    if code in ("E", "C", "F") and count is not None:
        count, code = count * {"E": 10, "C": 100, "F": 2}[code], "W" if code == "F" else "Y"
    shape = _PERIOD.get(code, "P{}" + {"Q": "Q", "E": "E", "C": "C"}.get(code, code))
    return shape.format("X" if count is None else count)
