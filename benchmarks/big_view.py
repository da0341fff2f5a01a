"""How one report of the generated case sees an incident: where, when and how many by its own account."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from benchmarks.big_places import Spot, pick
from benchmarks.big_plan import Plan
from benchmarks.big_words import Tongue
from onrecord.model import UNKNOWN, Candidate, Interval, Precision

_NO_DAY = "the text does not say when: not after the publication date"


@dataclass(frozen=True, slots=True)
class View:
    """What the report holds true. `draw` is the report's own."""

    plan: Plan
    tongue: Tongue
    draw: Random
    place: Candidate | None
    spot: Spot
    when: Interval
    likely: Interval | None
    count: tuple[int, int | None] | None
    target: str

    @property
    def where(self) -> str:
        """The place as a part of a sentence."""
        if self.place is None and not self.unresolved:
            return self.tongue.say("nowhere")
        return self.tongue.say("where", place=self.name)

    @property
    def name(self) -> str:
        """The place as this language writes it; the gazetteer has areas in English alone."""
        area = self.place is not None and self.place.precision not in (Precision.SETTLEMENT, Precision.SITE)
        if self.place is not None and (area or self.tongue.code == "en"):
            return self.place.name
        return self.spot.name(self.tongue.code)

    @property
    def unresolved(self) -> bool:
        """Whether a place is named that could be several."""
        return self.plan.place is None and bool(self.spot.namesakes) and self.plan.number % 2 == 0

    @property
    def time(self) -> str:
        """The days as a part of a sentence."""
        day, given = self.when.earliest or self.when.latest, self.tongue.given
        if not self.plan.days or day is None:
            return ""
        return self.tongue.say(
            self.plan.days, day=day.day, month=given["months"][day.month - 1], year=day.year
        )


def view(plan: Plan, tongue: Tongue, report: int, draw: Random) -> View:
    """How the report of this number tells it; every other one takes the other side where something is in dispute."""
    other = report % 2 == 1
    shift = timedelta(3 if other and "when" in plan.disputes else 0)
    place, spot = plan.place, plan.spot
    if other and place and "place" in plan.disputes:
        spot = pick(draw)
        place = spot.settlement
    return View(
        plan=plan,
        tongue=tongue,
        draw=draw,
        place=place,
        spot=spot,
        when=_when(plan, shift),
        likely=_likely(plan, draw),
        count=_count(plan, draw, other=other),
        target=tongue.any("targets", plan.target, draw),
    )


def _when(plan: Plan, shift: timedelta) -> Interval:
    first, last = plan.interval
    if first is None and last is None:
        return UNKNOWN
    moved = first + shift if first else None, last + shift if last else None
    day = plan.day + shift
    words = f"{day:%B}" if plan.days == "month" else f"{day.day} {day:%B}"
    return Interval(*moved, _NO_DAY if first is None else f"“{words}”, said of it")


def _likely(plan: Plan, draw: Random) -> Interval | None:
    if plan.days != "until" or draw.random() < 0.4:
        return None
    day = plan.day - timedelta(draw.randint(0, 3))
    return Interval(day, plan.day, f"most probably “{day:%A}”, the day that the page tells of", likely=True)


def _count(plan: Plan, draw: Random, *, other: bool) -> tuple[int, int | None] | None:
    if plan.toll is None:
        return None
    toll = plan.toll + (2 + plan.toll // 2 if other and "toll" in plan.disputes else 0)
    chance = draw.random()
    if toll > 2 and chance < 0.25:  # counted early: fewer, and open
        return draw.randint(max(1, toll * 2 // 3), toll), None
    if toll > 2 and chance < 0.40:
        return toll - draw.randint(1, max(1, toll // 4)), toll
    return toll, toll


__all__ = ["View", "view"]
