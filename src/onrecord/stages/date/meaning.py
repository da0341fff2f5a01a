"""What each kind of time expression means: its words and the context → a TIMEX3 value, None when it cannot be told."""

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.stages.date import days
from onrecord.stages.date.context import Context
from onrecord.stages.date.lex import Word


NOT_A_TIME = ""  # a value that says: these words are no time here


@dataclass(frozen=True, slots=True)
class Found:
    """The words of one expression."""

    words: tuple[Word, ...]

    def has(self, *kinds: str) -> bool:
        """Whether a word is of one of these kinds."""
        return any(w.kind in kinds for w in self.words)

    def number(self, *kinds: str) -> int | None:
        """The number of the first word of one of these kinds."""
        return next((w.value for w in self.words if w.kind in kinds and isinstance(w.value, int)), None)

    def code(self, *kinds: str) -> str:
        """The code of the first word of one of these kinds, empty when there is none."""
        return next((w.value for w in self.words if w.kind in kinds and isinstance(w.value, str)), "")

    @property
    def side(self) -> int:
        """-1 for "last", 0 for "this", 1 for "next"."""
        return self.number("last", "previous", "this", "next", "following") or 0

    @property
    def count(self) -> int | None:
        """How many: None for "several"."""
        tens, ones = self.number("tens"), self.number("number", "day", "digits", "short_year", "pair")
        if self.has("some"):
            return None
        if tens is not None:
            return tens + (ones or 0)
        if ones is None:
            return 1
        factor = [w.value for w in self.words if w.kind == "number" and w.value in (12, 100, 1000)]
        return ones * int(factor[0] or 1) if factor and factor[0] != ones else ones


def _date(year: int | None, month: int | None, day: int | None) -> str | None:
    try:
        return date(year or 0, month or 0, day or 0).isoformat()
    except ValueError:
        return None


def iso(found: Found, _: Context) -> str | None:
    """``2022-02-24``."""
    return _date(*map(int, found.words[0].low.split("-")))


def numeric(found: Found, _: Context) -> str | None:
    """``24.02.2022``, ``2/24/22``; None when day and month could change places."""
    first, second, year = map(int, found.words[0].low.replace(".", "/").split("/"))
    year = year if year > 99 else _century(year)
    if first == second or first > 12 or "." in found.words[0].low:
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 else None


def _century(year: int) -> int:
    return year + (2000 if year < 32 else 1900)


def _day(found: Found) -> int | None:
    return found.number("day", "ordinal")


def day_of_year(found: Found, _: Context) -> str | None:
    """``24 February 2022``, ``4 FEB 90``."""
    year = found.number("year")
    short = found.number("short_year")
    return _date(year or (_century(short) if short else None), found.number("month"), _day(found))


def day_of_month(found: Found, context: Context) -> str | None:
    """``24 February``; in ``Thursday, 24 February`` the weekday tells the year too."""
    month, day, name = found.number("month") or 1, _day(found) or 1, found.number("weekday", "short_weekday")
    year = context.year_of(month, day)
    if year is None or name is None:
        return _date(year, month, day)
    near = (_date(y, month, day) for y in (year, year - 1, year + 1, year - 2, year + 2))
    return next((d for d in near if d and date.fromisoformat(d).isoweekday() == name), _date(year, month, day))


def day_of_that_year(found: Found, context: Context) -> str | None:
    """``July 25 of that year``."""
    return _date(context.told.year, found.number("month"), _day(found)) if context.told else None


def day_of_that_month(found: Found, context: Context) -> str | None:
    """``the 28th of that month``."""
    anchor = context.told if found.has("that") else context.here
    return _date(anchor.year, anchor.month, _day(found)) if anchor else None


def _month(year: int | None, month: int | None) -> str | None:
    return f"{year:04}-{month:02}" if year and month else None


def month_of_year(found: Found, _: Context) -> str | None:
    """``February 2022``."""
    return _month(found.number("year"), found.number("month"))


def month_of_that_year(found: Found, context: Context) -> str | None:
    """``March of that year``, ``March of last year``."""
    anchor = context.told if found.has("that") else context.here
    return _month(anchor.year + found.side, found.number("month")) if anchor else None


def month(found: Found, context: Context) -> str | None:
    """``February``."""
    number = found.number("month")
    return _month(context.year_of(number), number) if number else None


def day_of_last_month_name(found: Found, context: Context) -> str | None:
    """``last Oct. 23``."""
    of = last_month_name(found, context)
    return _date(int(of[:4]), int(of[5:]), _day(found)) if of else None


def last_month_name(found: Found, context: Context) -> str | None:
    """``last April``: the most recent one; ``next April``; ``this April``."""
    here, number = context.here, found.number("month") or 0
    if here is None:
        return None
    gap = number - here.month
    shift = {-1: -(gap >= 0), 0: 0, 1: gap <= 0}[found.side]
    return _month(here.year + shift, number)


def year(found: Found, _: Context) -> str | None:
    """``1998``, ``fiscal 1998``."""
    return f"{found.number('year'):04}"


def era(found: Found, _: Context) -> str | None:
    """``264 BC`` is ``BC0264``."""
    number = found.number("year", "digits", "day", "short_year") or 0
    return f"BC{number:04}" if found.code("era") == "BC" else f"{number:04}"


def decade(found: Found, _: Context) -> str | None:
    """``the 1990s`` is ``199``, ``the '90s`` too."""
    code = found.code("decade", "short_decade")
    return (code if len(code) == 4 else f"19{code}")[:3]


def century(found: Found, _: Context) -> str | None:
    """``the 20th century`` is ``19``."""
    before = (found.number("ordinal") or 1) - 1
    return f"BC{before:02}" if found.code("era") == "BC" else f"{before:02}"


def season_of_year(found: Found, _: Context) -> str | None:
    """``the spring of 1862``."""
    return f"{found.number('year'):04}-{found.code('season')}"


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
    fit = [d for d in around if (d <= here if side < 0 else d >= here if side > 0 else True)]
    return min(fit or around, key=lambda d: abs(d - here)).isoformat()


def holiday_of_year(found: Found, _: Context) -> str | None:
    """``Christmas 1963``."""
    return days.holiday(found.code("holiday"), found.number("year") or 1).isoformat()


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
        return _period(1, code)
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
    return _units_from(context, found.code("unit", "units", "quarter", "century", "centuries", "weekend"), by * found.count)


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


_PERIOD = {"TH": "PT{}H", "TM": "PT{}M", "TS": "PT{}S", "N": "P{}D", "WE": "P{}WE", "F": "P{}W"}


def _period(count: int | None, code: str) -> str:
    if code in ("E", "C", "F") and count is not None:
        count, code = count * {"E": 10, "C": 100, "F": 2}[code], "W" if code == "F" else "Y"
    shape = _PERIOD.get(code, "P{}" + {"Q": "Q", "E": "E", "C": "C"}.get(code, code))
    return shape.format("X" if count is None else count)


def duration(found: Found, _: Context) -> str | None:
    """``three years``, ``the past two months``, ``several days``."""
    code = found.code("unit", "units", "quarter", "century", "centuries", "weekend")
    if found.has("half") and not found.number("day", "number", "digits"):
        return {"TH": "PT30M", "Y": "P6M", "D": "PT12H"}.get(code, f"P0.5{code}")
    return _period(found.count, code)


def durations(found: Found, _: Context) -> str | None:
    """``for years``, ``the past weeks``."""
    return _period(None, found.code("units", "centuries"))


def every(found: Found, _: Context) -> str | None:
    """``every day``, ``every two years``."""
    return _period(found.count, found.code("unit", "units", "quarter", "century", "centuries", "weekend"))


def every_month(found: Found, _: Context) -> str | None:
    """``each July``."""
    return f"XXXX-{found.number('month'):02}"


def every_weekday(found: Found, _: Context) -> str | None:
    """``every Friday``."""
    return f"XXXX-WXX-{found.number('weekday', 'weekdays')}"


def adverb(found: Found, _: Context) -> str | None:
    """``daily``."""
    return found.code("adverb")
