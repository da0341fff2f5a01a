"""Days that stand beside the happening's own: of its telling, of a charge, of what became of somebody, of a copy, and numbers that are none."""

from datetime import date

import pytest

from tests.stages.test_date_when import whens

MONDAY = date(2022, 3, 7)
SATURDAY = date(2022, 3, 5)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "A man was shot in the chest Saturday, the mayor's office announced in a release Monday.",
            "shot",
            (SATURDAY, SATURDAY),
        ),
        (
            "A clerk was charged with the killing of a guard at a bar on Jan. 26.",
            "killing",
            (date(2022, 1, 26), date(2022, 1, 26)),
        ),
        ("A clerk was charged on Thursday with killing a guard.", "killing", (None, date(2022, 3, 3))),
    ],
)
def test_the_day_of_the_happening_and_not_of_its_telling(
    text: str, trigger: str, expected: tuple[date | None, date | None]
) -> None:
    assert whens(text, trigger, MONDAY) == [expected]


def test_a_number_before_a_street_is_no_year() -> None:
    text = "Officers were called to 1101 W. Mill St. around 2 p.m. A man was shot there."
    assert whens(text, "shot", MONDAY) == [(None, MONDAY)]


def test_a_weekday_of_what_is_done_does_not_lie_ahead() -> None:
    found = whens("The coroner found the shooting of a guard Tuesday to be accidental.", "shooting", MONDAY)
    assert found == [(date(2022, 3, 1), date(2022, 3, 1))]


def test_the_date_of_a_copy_is_not_that_of_the_page() -> None:
    text = "Published: Sept. 2, 2021\n\nA guard was shot near the mill on Thursday."
    assert whens(text, "shot", MONDAY) == [(date(2021, 9, 2), date(2021, 9, 2))]
    assert whens(text.replace("Sept. 2, 2021", "March 4, 2022"), "shot", MONDAY) == [
        (date(2022, 3, 3), date(2022, 3, 3))
    ]
