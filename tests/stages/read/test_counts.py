"""How many: every form of words with its low and high."""

import pytest

from onrecord.model import Harm
from tests.stages.read.harm import claims, counted, parts

Bounds = tuple[int | None, int | None]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Five people were killed.", (5, 5)),
        ("The shelling killed 1,200 people.", (1200, 1200)),
        ("Forty-two miners were killed in the attack.", (42, 42)),
        ("At least five people were killed.", (5, None)),
        ("More than 100 people were killed.", (100, None)),
        ("Up to 20 soldiers were killed.", (None, 20)),
        ("Fewer than ten soldiers were killed.", (None, 9)),
        ("Between five and seven soldiers were killed.", (5, 7)),
        ("Six to eight people died.", (6, 8)),
        ("Dozens of people were killed.", (24, None)),
        ("Hundreds of people were killed in the attack.", (200, None)),
        ("Several people were killed.", (3, None)),
        ("A family of four was killed.", (4, 4)),
        ("The blast killed a man and his two sons.", (3, 3)),
        ("A 12-year-old boy was killed.", (1, 1)),
        ("Ann Lee, Bo Li and Cy Roe were killed.", (3, 3)),
        ("Both drivers were killed.", (2, 2)),
        ("One of them died later.", (1, 1)),
        ("The attack left ten people dead.", (10, 10)),
        ("Civilians were killed.", (None, None)),
        ("No one was killed.", (0, 0)),
        ("The blast claimed the lives of four guards.", (4, 4)),
        ("The bodies of three men were found.", (3, 3)),
        ("The bomb killed two and wounded five others.", (2, 2)),
    ],
)
def test_killed(text: str, bounds: Bounds) -> None:
    assert counted(text, Harm.KILLED) == [bounds]


@pytest.mark.parametrize(
    ("text", "harm", "bounds"),
    [
        ("The bomb killed two and wounded five others.", Harm.INJURED, (5, 5)),
        ("One man was killed and three others injured.", Harm.INJURED, (3, 3)),
        ("Two women were taken to hospital with gunshot wounds.", Harm.INJURED, (2, 2)),
        ("Four people were shot in the park.", Harm.INJURED, (4, 4)),
        ("The raid left dozens of people wounded.", Harm.INJURED, (24, None)),
        ("Sources reported 14 injuries.", Harm.INJURED, (14, 14)),
        ("The strike resulted in at least five deaths.", Harm.KILLED, (5, None)),
        ("Dozens of other civilians were reported injured.", Harm.INJURED, (24, None)),
        ("Five people are missing after the strike on the dam.", Harm.MISSING, (5, 5)),
        ("Soldiers detained 25 villagers.", Harm.DETAINED, (25, 25)),
        ("Thousands of people were displaced.", Harm.DISPLACED, (2000, None)),
    ],
)
def test_other_harms(text: str, harm: Harm, bounds: Bounds) -> None:
    assert counted(text, harm) == [bounds]


def test_no_casualties_is_nobody_killed_and_nobody_injured() -> None:
    text = "There were no casualties in the shelling."
    assert counted(text, Harm.KILLED) == counted(text, Harm.INJURED) == [(0, 0)]


def test_casualties_do_not_say_how_many_died() -> None:
    assert counted("The attack caused five casualties.", Harm.KILLED) == []


def test_parts_are_no_further_people() -> None:
    text = "At least 12 people, including two children, were killed."
    assert counted(text, Harm.KILLED) == [(12, None)]
    assert parts(text, Harm.KILLED) == [(2, "children")]


def test_children_among_the_dead_without_a_number() -> None:
    text = "Among dead and injured are children."
    assert counted(text, Harm.KILLED) == counted(text, Harm.INJURED) == [(None, None)]
    assert {n.whom for c in claims(text) for n in c.counts} == {"children"}


def test_a_toll_that_rises_replaces() -> None:
    (count,) = [n for c in claims("The strike brought the death toll to 15.") for n in c.counts]
    assert (count.harm, count.low, count.replaces) == (Harm.KILLED, 15, True)


def test_another_three_are_added() -> None:
    (count,) = [n for c in claims("Another three people died in hospital.") for n in c.counts]
    assert (count.low, count.adds) == (3, True)


@pytest.mark.parametrize(
    "text",
    [
        "A shell of 155 mm killed a man at 10.30 on 4 May.",
        "The bomb at 14 Hill Street killed a man aged 67.",
        "A gunman with an AK-47 killed a man 300 metres away for 500 dollars.",
    ],
)
def test_ages_times_calibres_and_money_are_no_people(text: str) -> None:
    assert counted(text, Harm.KILLED) == [(1, 1)]


def test_those_shot_who_died_are_not_injured() -> None:
    assert counted("Five men were shot, two of them fatally.", Harm.KILLED) == [(2, 2)]
    assert counted("Five men were shot, two of them fatally.", Harm.INJURED) == [(3, 3)]
    assert counted("A man was shot on Monday. He died in hospital.", Harm.INJURED) == []
    assert counted("A boy was killed. A woman was shot in the leg.", Harm.INJURED) == [(1, 1)]


def test_someone_not_hurt_is_not_counted() -> None:
    assert counted("The driver was not injured.", Harm.INJURED) == []
