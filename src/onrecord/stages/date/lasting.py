"""What durations and repeated times mean: words → a TIMEX3 value (ISO 8601 periods; X for a number not told)."""

from onrecord.stages.date import days
from onrecord.stages.date.context import Context
from onrecord.stages.date.found import Found


def duration(found: Found, _: Context) -> str | None:
    """``three years``, ``the past two months``, ``several days``."""
    code = found.code("unit", "units", "quarter", "century", "centuries", "weekend")
    if found.has("half") and not found.number("day", "number", "digits"):
        return {"TH": "PT30M", "Y": "P6M", "D": "PT12H"}.get(code, f"P0.5{code}")
    return days.period(found.count, code)


_HALF = {"Y": "P{}Y6M", "D": "P{}DT12H", "TH": "PT{}H30M", "TM": "PT{}M30S"}


def and_a_half(found: Found, _: Context) -> str | None:
    """``2 1/2 years``, ``a minute and a half``."""
    code, count = found.code("unit", "units"), found.number("day", "number") or 1
    return _HALF[code].format(count) if code in _HALF else f"P{count}.5{code}"


def durations(found: Found, _: Context) -> str | None:
    """``for years``, ``the past weeks``."""
    return days.period(None, found.code("units", "centuries"))


def every(found: Found, _: Context) -> str | None:
    """``every day``, ``every two years``."""
    return days.period(found.count, found.code("unit", "units", "quarter", "century", "centuries", "weekend"))


def every_month(found: Found, _: Context) -> str | None:
    """``each July``."""
    return f"XXXX-{found.number('month'):02}"


def every_weekday(found: Found, _: Context) -> str | None:
    """``every Friday``."""
    return f"XXXX-WXX-{found.number('weekday', 'weekdays')}"


def adverb(found: Found, _: Context) -> str | None:
    """``daily``."""
    return found.code("adverb")
