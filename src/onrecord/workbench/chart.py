"""A toll over the time of publication: each page's number as a range, so that growing, disagreeing and copied numbers can be told apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, log10

from onrecord.model import Harm
from onrecord.store.fold.tolls import Told, tolls_told
from onrecord.workbench.whole import Whole

WIDTH, HEIGHT = 640, 170
_LEFT, _RIGHT, _TOP, _FOOT = 44, 16, 12, 28
_SLOT = 9.0  # pixels between two pages of one day, fewer where there are many


@dataclass(frozen=True)
class Range:
    """What one page says. `x`, `low` and `high` in pixels; `open` where it says "at least"."""

    told: Told
    x: float
    low: float
    high: float
    open: bool
    words: str


@dataclass(frozen=True)
class Chart:
    """`ticks` are (y, number), `days` are (x, day); `best` is the height of the best number, None where there is none."""

    harm: Harm
    ranges: tuple[Range, ...]
    ticks: tuple[tuple[float, int], ...]
    days: tuple[tuple[float, str], ...]
    best: float | None
    contested: bool


def chart(of: Whole, harm: Harm) -> Chart | None:
    """None where fewer than two pages give a number: one number is no chart."""
    told = sorted(tolls_told(harm, of.sources), key=lambda t: (t.published or date.max, t.origin, t.document))
    if len({t.document for t in told}) < 2:
        return None
    toll = of.incident.toll(harm)
    best = toll.best if toll else None  # a person's correction may lie above all that the pages say
    top = max(best or 0, *(t.high if t.high is not None else t.low for t in told))
    step = _step(max(top, 1))
    scale = (HEIGHT - _TOP - _FOOT) / (step * ceil(max(top, 1) / step))

    def y(number: int) -> float:
        return HEIGHT - _FOOT - number * scale

    xs = _places(told)
    ranges = tuple(
        _range(t, x, y(t.low), y(t.low if t.high is None else t.high), of)
        for t, x in zip(told, xs, strict=True)
    )
    ticks = tuple((y(n), n) for n in range(0, top + step, step))
    return Chart(
        harm,
        ranges,
        ticks,
        _days(told, xs),
        None if best is None else y(best),
        harm.value in of.incident.contested,
    )


def _range(told: Told, x: float, low: float, high: float, of: Whole) -> Range:
    number = (
        f"{told.low} or more"
        if told.high is None
        else str(told.low)
        if told.low == told.high
        else f"{told.low}–{told.high}"
    )
    page = of.documents[told.document]
    who = f"{told.speaker}, in " if told.speaker else ""
    words = f"{number}: {who}{page.publisher or 'unknown publisher'}, {told.published or 'undated'}"
    return Range(told, x, low, high, told.high is None, words)


def _step(top: int) -> int:
    """1, 2 or 5 times a power of ten, so that about four lines are drawn."""
    rough = max(1, ceil(top / 4))
    power = int(10 ** int(log10(rough)))
    return next(n * power for n in (1, 2, 5, 10) if n * power >= rough)


def _places(told: Sequence[Told]) -> list[float]:
    """By day; pages of one day side by side, those without a day after all others."""
    days = sorted({t.published for t in told if t.published})
    span = max(1, (days[-1] - days[0]).days) if days else 1
    slot = min(_SLOT, (WIDTH - _LEFT - _RIGHT) / 2 / len(told))
    room = WIDTH - _LEFT - _RIGHT - slot * len(told)
    xs = []
    for used, t in enumerate(told):
        at = (t.published - days[0]).days / span if t.published and days else 1.0
        xs.append(_LEFT + at * room + slot * used + slot / 2)
    return xs


def _days(told: Sequence[Told], xs: Sequence[float]) -> tuple[tuple[float, str], ...]:
    """The first page of each day, where there is room for its date."""
    found: list[tuple[float, str]] = []
    seen: set[date | None] = set()
    for t, x in zip(told, xs, strict=True):
        if t.published not in seen and (not found or x - found[-1][0] > 64):
            found.append((x, t.published.isoformat() if t.published else "undated"))
        seen.add(t.published)
    return tuple(found)


__all__ = ["HEIGHT", "WIDTH", "Chart", "Range", "chart"]
