"""A page returns to a happening by a definite word, by what was struck, or by a denial."""

from dataclasses import replace

import pytest

from onrecord.stages.link.within import accounts
from tests.stages.link.test_within import _on, told
from tests.stages.read.harm import claims, document

STRUCK = "An air strike hit a clinic in the valley on Monday, the mayor said. "


@pytest.mark.parametrize(
    "more",
    [
        "Doctors said that the bombing killed two nurses.",
        "The army said that rebels had blown up the clinic.",
        "The army said that rebels had blown up the building.",
        "A general denied that his forces had shelled the clinic.",
    ],
)
def test_it_goes_on_telling(more: str) -> None:
    assert len(told(STRUCK + more)) == 1


@pytest.mark.parametrize(
    "more",
    [
        "Rebels blew up a bridge.",
        "A bombing killed two nurses.",
        "Gunmen kidnapped two nurses from the clinic.",
    ],
)
def test_it_tells_of_something_else(more: str) -> None:
    assert len(told(STRUCK + more)) == 2


def test_nothing_is_known_before_it_was_told() -> None:
    text = "Rebels blew up the bridge. " + STRUCK
    assert len(accounts(claims(text), document(text))) == 2


def test_a_day_of_its_own_is_another_happening() -> None:
    text = STRUCK + "Rebels blew up the clinic."
    *first, last = claims(text)
    assert len(accounts([*first, last], document(text))) == 1
    assert len(accounts([*first, replace(last, **_on(4))], document(text))) == 2  # type: ignore[arg-type]
