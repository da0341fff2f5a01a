"""What is told as done happened before it was told: a day named without its year or week that would lie after the page is one earlier."""

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.model import Time
from onrecord.stages.date.days import days_of
from onrecord.stages.date.words import MONTHS, SHORT_WEEKDAYS, WEEKDAYS

_WORD = re.compile(r"[a-z]+")
_YEAR = re.compile(r"\d{4}|['’/-]\d\d\b", re.ASCII)
_OF_WEEK = {*WEEKDAYS, *SHORT_WEEKDAYS, "weekend"}
_WEEK = timedelta(7)
# A page of the evening before, by another clock: "March 3" on a page of 2 March is that day.
_SLIP = timedelta(2)
_LONGEST = timedelta(31)


def gone_by(time: Time, issued: date) -> Time:
    """`time` as said of what is done on a page of `issued`: "Friday", "this weekend" a week earlier, "April 16", "in February" a year earlier.

    The verb above it, or its sentence, looks ahead in vain. With a year told, or both weekday and month, the page's own date is as likely
    the wrong one, and the day stays.
    """
    first, last = time.earliest, time.latest
    if first is None or last is None or first <= issued or last - first > _LONGEST:
        return time
    said = time.passage.words.lower()
    words = set(_WORD.findall(said))
    of_week, of_year = bool(words & _OF_WEEK), bool(words & MONTHS.keys())
    if _YEAR.search(said) or of_week == of_year or (of_year and first <= issued + _SLIP):
        return time
    if of_week:
        return _moved(time, first - _WEEK, last - _WEEK)
    return _a_year_earlier(time, time.value) if time.value else time


def _a_year_earlier(time: Time, value: str) -> Time:
    earlier = f"{int(value[:4]) - 1}{value[4:]}"
    first, last = days_of(earlier)
    return time if first is None else replace(time, value=earlier, earliest=first, latest=last)


def _moved(time: Time, first: date, last: date) -> Time:
    """Weeks have no plain place in a value ("2016-W30-WE"): it becomes that of the first day; a clock after the day is kept."""
    value = time.value or ""
    rest = value[10:] if re.match(r"\d{4}-\d\d-\d\d", value) else ""
    year, week, _ = first.isocalendar()
    told = f"{year}-W{week:02}-WE" if value.endswith("-WE") else f"{first}{rest}"
    return replace(time, value=told, earliest=first, latest=last)


__all__ = ["gone_by"]
