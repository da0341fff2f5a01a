"""What dates told from somewhere mean: words and context → a TIMEX3 value, None when it cannot be told."""

from datetime import date, timedelta

from onrecord.stages.date import days
from onrecord.stages.date.context import SLACK, Context
from onrecord.stages.date.found import NOT_A_TIME, Found


def day_of_month(found: Found, context: Context) -> str | None:
    """``24 February``; in ``Thursday, 24 February`` the weekday tells the year too."""
    month, day, name = found.number("month") or 1, found.day or 1, found.number("weekday", "short_weekday")
    year = context.year_of(month, day)
    if year is None or name is None:
        return days.iso_day(year, month, day)
    near = (days.iso_day(y, month, day) for y in (year, year - 1, year + 1, year - 2, year + 2))
    return next(
        (d for d in near if d and date.fromisoformat(d).isoweekday() == name), days.iso_day(year, month, day)
    )


def day_before(found: Found, context: Context) -> str | None:
    """``16`` in ``16-17 March 2022``: the month and year come after it."""
    month, day = found.number("month") or 1, found.day
    return days.iso_day(found.number("year") or context.year_of(month, day), month, day)


def day_after(found: Found, context: Context) -> str | None:
    """``17`` in ``March 16 to 17``: the month and year were told just before."""
    told = context.said_day
    return days.iso_day(told.year, told.month, found.day) if told else None


def day_of_that_year(found: Found, context: Context) -> str | None:
    """``July 25 of that year``."""
    return days.iso_day(context.told.year, found.number("month"), found.day) if context.told else None


def day_of_that_month(found: Found, context: Context) -> str | None:
    """``the 28th of that month``."""
    anchor = context.told if found.has("that") else context.here
    return days.iso_day(anchor.year, anchor.month, found.day) if anchor else None


def month_of_that_year(found: Found, context: Context) -> str | None:
    """``March of that year``, ``March of last year``."""
    anchor = context.told if found.has("that") else context.here
    return days.iso_month(anchor.year + found.side, found.number("month")) if anchor else None


def month(found: Found, context: Context) -> str | None:
    """``February``."""
    number = found.number("month")
    return days.iso_month(context.year_of(number), number) if number else None


def day_of_last_month_name(found: Found, context: Context) -> str | None:
    """``last Oct. 23``."""
    of = last_month_name(found, context)
    return days.iso_day(int(of[:4]), int(of[5:]), found.day) if of else None


def last_month_name(found: Found, context: Context) -> str | None:
    """``last April``: the most recent one; ``next April``; ``this April``."""
    here, number = context.here, found.number("month") or 0
    if here is None:
        return None
    gap = number - here.month
    shift = {-1: -(gap >= 0), 0: 0, 1: gap <= 0}[found.side]
    return days.iso_month(here.year + shift, number)


_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season(found: Found, context: Context) -> str | None:
    """``last fall``, ``the summer``."""
    code = found.code("season")
    start = _SEASON_START[code]
    if found.has("last", "next", "this") and context.here:
        return f"{context.here.year + _turn(found.side, start, context.here.month):04}-{code}"
    at = context.year_of(start)
    return f"{at:04}-{code}" if at else None


def _turn(side: int, start: int, now: int) -> int:
    if side < 0:
        return -(start + 2 >= now)
    return int(start <= now) if side > 0 else 0


def quarter(found: Found, context: Context) -> str | None:
    """``the third quarter``: the most recent one, unless a year is told."""
    number = found.number("ordinal") or 0
    if not 1 <= number <= 4:
        return None
    told = found.number("year")
    at = told or _year_of_quarter(found, context, number)
    return f"{at:04}-Q{number}" if at else None


def _year_of_quarter(found: Found, context: Context, number: int) -> int | None:
    here = context.told if context.narrative else context.here
    if here is None or context.narrative:
        return here.year if here else None
    if found.has("last", "this", "next"):
        return here.year + found.side
    now = (here.month + 2) // 3
    return here.year - (number > now)


def quarter_a_year_ago(found: Found, context: Context) -> str | None:
    """``the year-earlier third quarter``."""
    value = quarter(found, context)
    return f"{int(value[:4]) - 1:04}{value[4:]}" if value else None


def same_quarter(found: Found, context: Context) -> str | None:
    """``the quarter``: the one told last, else the one that ended last."""
    if context.said and context.exact() == "Q":
        return context.said
    return days.quarter(context.here, -1) if context.here else None


def near_quarter(found: Found, context: Context) -> str | None:
    """``the latest quarter``, ``this quarter``, ``the next quarter``; "period" means the quarter of a report."""
    if found.has("that", "period"):
        return same_quarter(found, context)
    side = -1 if found.has("latest") else found.side
    return days.quarter(context.here, side) if context.here else None


def year_ago_period(found: Found, context: Context) -> str | None:
    """``the year-ago quarter``."""
    return _units_from(context, "Y", -1)


def holiday(found: Found, context: Context) -> str | None:
    """``Christmas``, ``last Thanksgiving``: the nearest one the verb looks at."""
    here, name = context.here, found.code("holiday")
    if here is None:
        return None
    side = found.side or context.direction
    around = [days.holiday(name, here.year + by) for by in (-1, 0, 1) if 1 < here.year + by < 9999]
    fit = [d for d in around if (d >= here if side > 0 else d <= here if side else (d - here).days <= SLACK)]
    return min(fit or around, key=lambda d: abs(d - here)).isoformat()


def edge_of_unit(found: Found, context: Context) -> str | None:
    """``the end of the year``, ``late in the year``: the year itself, counted from the last date told in a narrative."""
    anchor = context.told if found.has("that") else context.here
    return days.shift(anchor, found.code("unit"), 0) if anchor else None


def weekday(found: Found, context: Context) -> str | None:
    """``Friday``, ``last Friday``, ``next Friday``."""
    here, wanted = context.here, found.number("weekday", "short_weekday") or 1
    if here is None:
        return None
    if found.has("last", "next"):
        return days.weekday(here, wanted, found.side, strict=True).isoformat()
    direction = context.direction or (1 if found.has("this") else -1)
    return days.weekday(here, wanted, direction).isoformat()


def today(found: Found, context: Context) -> str | None:
    """``today``, ``yesterday``, ``tomorrow``."""
    by = found.number("today") or 0
    return (context.published + timedelta(by)).isoformat() if context.published else None


def unit(found: Found, context: Context) -> str | None:
    """``last week``, ``this year``, ``next month``."""
    here, code = context.here, found.code("unit", "weekend", "century")
    if code in ("E", "C") and found.side:
        return days.period(1, code)
    return days.shift(here, code, found.side) if here else None


def told_unit(found: Found, context: Context) -> str | None:
    """``the next day``, ``that year``: counted from the last date told."""
    code = found.code("unit")
    by = found.side or found.number("before", "after") or 0
    anchor = context.said_day if code in ("D", "W", "WE") else context.told
    return days.shift(anchor, code, by) if anchor else None


def ago(found: Found, context: Context) -> str | None:
    """``two weeks ago``; ``several years ago`` is ``PAST_REF``."""
    if found.count is None:
        return "PAST_REF"
    code = found.code("unit", "units", "quarter", "century", "centuries", "weekend")
    if found.count == 1 and code == "Y" and not context.narrative and context.exact() == "Q":
        return _units_from(context, "Y", -1)
    return days.shift(context.published, code, -found.count) if context.published else None


def long_ago(_: Found, __: Context) -> str | None:
    """``years ago``."""
    return "PAST_REF"


def later(found: Found, context: Context) -> str | None:
    """``two days later``, ``a year earlier``: counted from the last date told."""
    by = found.number("earlier", "later", "before", "after") or 0
    if found.count is None:
        return "PAST_REF" if by < 0 else "FUTURE_REF"
    return _units_from(
        context, found.code("unit", "units", "quarter", "century", "centuries", "weekend"), by * found.count
    )


def _units_from(context: Context, code: str, by: int) -> str | None:
    """A year from a quarter is the same quarter, from a month the same month."""
    if code == "Y" and context.said and context.exact() in ("Q", "M"):
        return f"{int(context.said[:4]) + by:04}{context.said[4:]}"
    anchor = context.said_day if code in ("D", "W") and context.said_day else context.told
    if anchor is None and not context.narrative:
        anchor = context.published
    return days.shift(anchor, code, by) if anchor else None


def reference(found: Found, context: Context) -> str | None:
    """``now``, ``recently``; ``the current year`` is this year."""
    if found.has("unit", "quarter") and found.code("reference") == "PRESENT_REF":
        return days.shift(context.here, found.code("unit", "quarter"), 0) if context.here else None
    return found.code("reference")


def the_reference(found: Found, _: Context) -> str | None:
    """``the past``, ``the future``; other words ("the recent…") only describe."""
    if found.words[-1].low == "past":
        return "PAST_REF"
    return found.code("reference") if found.words[-1].low == "future" else NOT_A_TIME


def weekend(_: Found, context: Context) -> str | None:
    """``the weekend``: the last one, unless the verb looks ahead."""
    if context.here is None:
        return None
    by = -1 if context.direction <= 0 and context.here.isoweekday() < 6 else 0
    return days.shift(context.here, "WE", by)


def year_end(found: Found, context: Context) -> str | None:
    """``year-end``."""
    if found.words[-1].low != "end" or found.code("unit") not in ("Y", "M"):
        return NOT_A_TIME
    return days.shift(context.here, found.code("unit"), 0) if context.here else None


def full_year(found: Found, context: Context) -> str | None:
    """``the full year``: the year of the report, of which companies tell."""
    if found.code("unit") != "Y":
        return NOT_A_TIME
    return days.shift(context.here, "Y", 0) if context.here else None


def part(found: Found, context: Context) -> str | None:
    """``this morning``, ``last night``, ``that evening``."""
    code = found.code("part")
    if found.has("that", "following") or (found.has("next") and context.said_day):
        return f"{context.said_day + timedelta(found.side)}T{code}" if context.said_day else None
    return f"{context.published + timedelta(found.side)}T{code}" if context.published else None


def bare_part(found: Found, _: Context) -> str | None:
    """``the morning``: of no day that is told."""
    return f"XXXX-XX-XXT{found.code('part', 'noon')}"


def night(found: Found, context: Context) -> str | None:
    """``tonight``; ``overnight`` is the night that ended on the day of the report."""
    back = 1 if found.has("overnight") else 0
    return f"{context.published - timedelta(back)}TNI" if context.published else None


def clock(found: Found, _: Context) -> str | None:
    """``11:40 p.m.``, ``2 a.m.``, ``19:15``, ``noon``: of no day that is told."""
    told = found.code("clock", "noon") or f"{found.number('day', 'number') or 0}:00"
    hour, minute = (int(n) for n in told.split(":")[:2])
    if found.has("half_day"):
        hour = hour % 12 + (found.number("half_day") or 0)
    elif found.has("part"):
        hour = hour % 12 + (0 if found.code("part") == "MO" else 12)
    return f"XXXX-XX-XXT{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None
