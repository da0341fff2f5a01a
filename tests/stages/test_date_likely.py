"""The most probable days of a happening that the text dates nowhere: kept beside what is told, with their basis."""

from datetime import date

import pytest

from onrecord.model import Interval, Situation, Stance
from onrecord.stages.date import DATE
from tests.stages.test_date_when import THURSDAY, reading

FRIDAY = date(2022, 2, 25)
WEDNESDAY = date(2022, 3, 2)


def likely(text: str, triggers: str, published: date | None = THURSDAY, **changes: object) -> Interval | None:
    (done,) = DATE.run([reading(text, triggers, published, **changes)], None)
    found: Interval | None = done.claims[-1].likely
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot near the mill. Officers arrived just after 9 p.m. on Friday.",
        "Two men were shot near the mill. Neighbours were having dinner on Friday. The mayor spoke on Monday.",
        "A suspect was arrested on Tuesday. Two men were shot near the mill. The lights had gone out at 9 p.m. on Friday.",
    ],
)
def test_a_day_told_of_what_was_done_at_once(text: str) -> None:
    found = likely(text, "shot")
    assert found is not None
    assert (found.earliest, found.latest, found.likely) == (FRIDAY, FRIDAY, True)
    assert "Friday" in found.reason


def test_news_without_a_day_is_of_its_day_or_the_one_before() -> None:
    found = likely("Two men were shot near the mill. Both are in hospital.", "shot")
    assert found is not None
    assert (found.earliest, found.latest) == (WEDNESDAY, THURSDAY)
    assert "most probably" in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot near the mill. A jury will hear the case.",
        "Two men were shot near the mill. The bridge had been closed since 3 January.",
    ],
)
def test_a_page_that_looks_back_gives_no_guess(text: str) -> None:
    assert likely(text, "shot") is None


def test_what_is_told_needs_no_guess() -> None:
    assert likely("Two men were shot on Friday near the mill.", "shot") is None


def test_without_a_published_date_nothing_is_guessed() -> None:
    assert likely("Two men were shot near the mill.", "shot", None) is None


@pytest.mark.parametrize("stance", [Stance.PLANNED, Stance.NEGATED])
def test_what_did_not_happen_has_no_day(stance: Stance) -> None:
    assert likely("Two men were shot near the mill.", "shot", stance=stance) is None


def test_what_is_mentioned_far_down_has_no_guess() -> None:
    filler = "The river rose and the ferry stopped. " * 80
    assert (
        likely("Two men were shot near the mill. " + filler + "The shooting was near a school.", "shooting")
        is None
    )


def test_what_a_captive_tells_is_no_news_of_the_day() -> None:
    captive = (Situation.IN_CAPTIVITY,)
    assert likely("Two men were shot near the mill.", "shot", situations=captive) is None
