"""When: an expression in the text, and the days it can mean."""

from dataclasses import dataclass
from datetime import date

from onrecord.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Interval:
    """The days between which something happened, both included; None means not bounded on that side, both None unknown.

    `likely`: the text does not say when, and these are the most probable days, on the basis that `reason` names.
    """

    earliest: date | None
    latest: date | None
    reason: str
    likely: bool = False

    @property
    def basis(self) -> str | None:
        """``told`` by the text, or ``most probable``; None when nothing is known."""
        if self.earliest is None and self.latest is None:
            return None
        return "most probable" if self.likely else "told"

    @property
    def date_prec(self) -> int | None:
        """UCDP GED `date_prec`: 1 day, 2 up to 6 days, 3 up to 30 days, 4 up to 31 days (a month), 5 longer; None when open.

        A day that is only likely is no exact date: 2.
        """
        if self.earliest is None or self.latest is None:
            return None
        days = (self.latest - self.earliest).days + 1
        limits = ((0 if self.likely else 1, 1), (6, 2), (30, 3), (31, 4))
        return next((code for limit, code in limits if days <= limit), 5)


UNKNOWN = Interval(None, None, "the text does not say when")


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with TimeML TIMEX3 `type` (DATE, TIME, DURATION, SET) and `value`.

    `value` is None when it cannot be told (a relative date without a published date). `earliest` and `latest` are the days it
    covers, None for durations, sets and what is unknown.
    """

    passage: Passage
    type: str
    value: str | None
    earliest: date | None = None
    latest: date | None = None
