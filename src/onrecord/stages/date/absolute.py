"""What dates told in full mean: words → a TIMEX3 value, None when no calendar has it."""

from onrecord.stages.date import days
from onrecord.stages.date.context import Context
from onrecord.stages.date.found import Found


def iso(found: Found, _: Context) -> str | None:
    """``2022-02-24``."""
    return days.iso_day(*map(int, found.words[0].low.split("-")))


def numeric(found: Found, _: Context) -> str | None:
    """``24.02.2022``, ``2/24/22``; None when day and month could change places."""
    first, second, year = map(int, found.words[0].low.replace(".", "/").split("/"))
    year = year if year > 99 else _century(year)
    if first == second or first > 12 or "." in found.words[0].low:
        return days.iso_day(year, second, first)
    return days.iso_day(year, first, second) if second > 12 else None


def _century(year: int) -> int:
    return year + (2000 if year < 32 else 1900)


def day_of_year(found: Found, _: Context) -> str | None:
    """``24 February 2022``, ``4 FEB 90``."""
    year = found.number("year")
    short = found.number("short_year")
    return days.iso_day(year or (_century(short) if short else None), found.number("month"), found.day)


def month_of_year(found: Found, _: Context) -> str | None:
    """``February 2022``."""
    return days.iso_month(found.number("year"), found.number("month"))


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


def holiday_of_year(found: Found, _: Context) -> str | None:
    """``Christmas 1963``."""
    return days.holiday(found.code("holiday"), found.number("year") or 1).isoformat()
