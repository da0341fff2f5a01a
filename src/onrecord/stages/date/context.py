"""What a relative expression is resolved against."""

from dataclasses import dataclass
from datetime import date

from onrecord.stages.date.days import coarse, days_of

# A day a little on the wrong side of the verb is of this year all the same: a date without a year is a near one, and tense is read
# wrongly more often than a reporter leaves out a year. times-tbaq: 0 days .782, 15 .783, 45 .788, 90 .789.
SLACK = 45
_AHEAD = 122  # without a verb news looks back, but "the March vote" told of in December is the next
_ASIDE = 10  # years: "in a 2004 book" in a story of 1920 is an aside; two dates of the new time are a move


@dataclass(slots=True)
class Context:
    """`published` is the document's own date; `said` the last date told, `said_day` the last one exact to the day.

    `narrative`: the document tells of a time far from its own date (or has none), so that "in May" leans on what was told before.
    `direction` is where the verb looks: -1 past, 1 future, 0 not known.
    """

    published: date | None
    narrative: bool = False
    direction: int = 0
    said: str | None = None
    said_day: date | None = None
    only_year: int | None = None  # the year of all full dates of the document
    aside: int | None = None  # the year of the date passed over last in a narrative
    year_ahead: int | None = None  # the year that follows a joined date: "in April and June 1955"

    @property
    def here(self) -> date | None:
        """The day that "last week" is counted from: in a narrative the last date told; None when the document has no date."""
        return self.told if self.narrative and self.published else self.published

    @property
    def told(self) -> date | None:
        """The first day of the last date told."""
        return days_of(self.said)[0]

    def remember(self, value: str | None) -> None:
        """Note a date as the last one told."""
        first, last = days_of(value)
        if value is None or first is None:
            return
        if self.narrative and self._is_aside(first):
            return
        self.said = value
        if first == last:
            self.said_day = first

    def _is_aside(self, day: date) -> bool:
        """Whether a date lies far from the story so far and from the date before it; it is noted as a place the story may move to."""
        told = self.told
        near = told is None or abs(day.year - told.year) <= _ASIDE
        moved = self.aside is not None and abs(day.year - self.aside) <= _ASIDE
        self.aside = None if near else day.year
        return not (near or moved)

    def year_of(self, month: int, day: int | None = None) -> int | None:
        """The year that a month or day without a year means: by the verb from the published date, else the year told last."""
        if self.year_ahead:
            return self.year_ahead
        if self.narrative:
            return self.told.year if self.told else self.only_year
        if self.published is None:
            return None
        gap = (month - self.published.month) * 30.4 + (day or 15) - (self.published.day if day else 15)
        if self.direction > 0:
            return self.published.year + (gap < -SLACK)
        if self.direction < 0:
            return self.published.year - (gap > SLACK)
        return self.published.year + (gap < -183) - (gap > _AHEAD)

    def exact(self) -> str:
        """How exact the last date told is (`days.coarse`), empty when there is none."""
        return coarse(self.said) if self.said else ""
