"""Days as a picture: how many incidents fall into each day, week, month or year, or, where there are few, each as a bar from its first
possible day to its last."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

Span = tuple[int | None, int | None, int]
"""First and last day as ordinals (None: open on that side), and how many incidents have both."""

WIDTH, HEIGHT = 720, 120
_BINS = 96  # at most so many columns: at 720 px a column is 7 px, wide enough to be hit
_UNITS = (("day", 1), ("week", 7), ("month", 31), ("quarter", 92), ("year", 366))
_FIRST, _LAST = date(1000, 1, 1).toordinal(), date(2200, 12, 31).toordinal()
_MOST_DAYS = 366 * 400  # whoever dates something to the year 3 does not make the picture a line


@dataclass(frozen=True, slots=True)
class Column:
    """The days `since` to `until`: `sure` incidents lie wholly in it, `maybe` others may have happened in it. Geometry in pixels."""

    since: date
    until: date
    sure: int
    maybe: int
    x: float
    width: float
    sure_height: float
    maybe_height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A date below the axis."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """`since` to `until` is what is drawn."""

    unit: str
    since: date
    until: date
    columns: tuple[Column, ...]
    marks: tuple[Mark, ...]
    most: int


def timeline(spans: Sequence[Span], since: date | None = None, until: date | None = None) -> Timeline | None:
    """The days from `since` to `until`, or from the first to the last that is known; None where no day is known."""
    ends = sorted(day for first, last, _ in spans for day in (first, last) if day is not None)
    if not ends:
        return None
    low = since.toordinal() if since else max(ends[0], ends[-1] - _MOST_DAYS)
    high = max(low, until.toordinal() if until else ends[-1])
    high = min(max(high, _FIRST), _LAST)
    low = min(max(low, _FIRST, high - _MOST_DAYS), high)
    unit, start, step = _unit(low, high)
    bounds = [start]
    while bounds[-1] <= date.fromordinal(high):
        bounds.append(step(bounds[-1]))
    sure, maybe = _counted(spans, [b.toordinal() for b in bounds])
    most = max(1, *(s + m for s, m in zip(sure, maybe, strict=True)))
    columns = tuple(_columns(bounds, sure, maybe, most))
    return Timeline(unit, bounds[0], bounds[-1] - timedelta(1), columns, tuple(_marks(bounds)), most)


def _unit(low: int, high: int) -> tuple[str, date, Callable[[date], date]]:
    unit = next((name for name, days in _UNITS if (high - low) / days < _BINS), "year")
    first = date.fromordinal(low)
    starts = {
        "day": first,
        "week": first - timedelta(first.weekday()),
        "month": first.replace(day=1),
        "quarter": first.replace(month=(first.month - 1) // 3 * 3 + 1, day=1),
        "year": first.replace(month=1, day=1),
    }
    return unit, starts[unit], lambda day: _after(day, unit)


def _after(day: date, unit: str) -> date:
    match unit:
        case "day" | "week":
            return day + timedelta(7 if unit == "week" else 1)
        case "year":
            return day.replace(year=day.year + 1)
    months = day.year * 12 + day.month - 1 + (3 if unit == "quarter" else 1)
    return date(months // 12, months % 12 + 1, 1)


def _counted(spans: Iterable[Span], bounds: Sequence[int]) -> tuple[list[int], list[int]]:
    """How many lie wholly in each column, and how many others may: by the differences at the columns where they begin and end."""
    sure, change = [0] * (len(bounds) - 1), [0] * len(bounds)
    column = _finder(bounds)
    for first, last, number in spans:
        begin = column(first if first is not None else bounds[0])
        end = column(last if last is not None else bounds[-1] - 1)
        if (
            begin == end
            and first is not None
            and last is not None
            and bounds[0] <= first
            and last < bounds[-1]
        ):
            sure[begin] += number
        else:
            change[begin] += number
            change[end + 1] -= number
    maybe, running = [], 0
    for step in change[:-1]:
        running += step
        maybe.append(running)
    return sure, maybe


def _finder(bounds: Sequence[int]) -> Callable[[int], int]:
    def column(day: int) -> int:
        return min(max(bisect_right(bounds, day) - 1, 0), len(bounds) - 2)

    return column


def _columns(
    bounds: Sequence[date], sure: Sequence[int], maybe: Sequence[int], most: int
) -> Iterable[Column]:
    width = WIDTH / (len(bounds) - 1)
    for n, (since, after) in enumerate(pairwise(bounds)):
        heights = sure[n] / most * HEIGHT, maybe[n] / most * HEIGHT
        yield Column(since, after - timedelta(1), sure[n], maybe[n], n * width, max(width - 1, 0.5), *heights)


def _marks(bounds: Sequence[date]) -> Iterable[Mark]:
    """About eight dates."""
    every = max(1, (len(bounds) - 1) // 8)
    width = WIDTH / (len(bounds) - 1)
    for n in range(0, len(bounds) - 1, every):
        yield Mark(n * width, bounds[n].isoformat()[: 10 if bounds[1] - bounds[0] <= timedelta(7) else 7])


def bar(first: date | None, last: date | None, since: date, until: date) -> tuple[float, float] | None:
    """Where an interval lies in `since` to `until`: its left edge and its width as parts (0 to 1) of the whole; None when nothing is known."""
    if first is None and last is None:
        return None
    days = (until - since).days + 1
    left = max(0, ((first or since) - since).days) / days
    right = min(days, ((last or until) - since).days + 1) / days
    return left, max(right - left, 0.0)
