"""Days told from the moment of speaking, in quoted words, count from when it was said; and nights that have two days."""

from datetime import date

import pytest

from onrecord.stages.date import DATE
from tests.stages.test_date_when import THURSDAY, reading, whens

WEDNESDAY = date(2022, 3, 2)


@pytest.mark.parametrize(
    "text",
    [
        '"The school was attacked today," the mayor said on Wednesday.',
        'Among the letters is one of the ministry: "The school was attacked today." The statement was published on Wednesday.',
        '"The school was attacked this morning. It burns," the mayor wrote. The message was sent on Wednesday.',
    ],
)
def test_today_is_the_day_on_which_it_was_said(text: str) -> None:
    assert whens(text, "attacked") == [(WEDNESDAY, WEDNESDAY)]


def test_yesterday_is_the_day_before_it_was_said() -> None:
    text = '"The school was attacked yesterday," the mayor said on Wednesday.'
    assert whens(text, "attacked") == [(date(2022, 3, 1), date(2022, 3, 1))]


def test_when_nobody_tells_when_it_was_said_it_is_a_bound() -> None:
    text = "“The school was attacked today,” the mayor said."
    assert whens(text, "attacked") == [(None, THURSDAY)]
    (done,) = DATE.run([reading(text, "attacked")], None)
    assert "quoted words" in done.claims[0].when.reason


@pytest.mark.parametrize(
    "text",
    [
        "The school was attacked today, the mayor said.",
        '"We will rebuild," the mayor said. The school was attacked today.',
        '"We will rebuild," he said, "soon." The school was attacked today.',
    ],
)
def test_the_page_itself_counts_from_its_own_date(text: str) -> None:
    assert whens(text, "attacked") == [(THURSDAY, THURSDAY)]


def test_a_weekday_in_quoted_words_is_that_day() -> None:
    text = '"The school was attacked on Saturday," the mayor said.'
    assert whens(text, "attacked") == [(date(2022, 2, 26), date(2022, 2, 26))]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in the night to Wednesday", 1, 2),
        ("overnight into Wednesday", 1, 2),
        ("in the night from Tuesday to Wednesday", 1, 2),
        ("on Wednesday night", 2, 2),
    ],
)
def test_a_night_has_two_days(words: str, first: int, last: int) -> None:
    text = f"The school was attacked {words}."
    assert whens(text, "attacked") == [(date(2022, 3, first), date(2022, 3, last))]
