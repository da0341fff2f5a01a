"""Numbers as headlines, lists and court reports write them, and numbers that are no people."""

import pytest

from onrecord.model import Harm
from tests.stages.read.harm import claims, counted


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Two dead, two injured in shooting near the river.", [2], [2]),
        ("Police: Two dead, five injured in shooting near the river.", [2], [5]),
        ("1 dead, 5 injured in shooting near the mill.", [1], [5]),
        ("A shooting that left one dead and three injured is being investigated.", [1], [3]),
        ("Father of 3 fatally shot outside a shop.", [1], []),
        ("Five people were shot, two of them fatally.", [2], [3]),
        ("He shot and killed his sons, ages 3 and 4.", [2], []),
        ("A total of 50 people were killed in the shooting.", [50], []),
        ("A teen accused of fatally shooting her older brother was in court.", [1], []),
        ("The shots that killed Peter Lee, Dallas and Bo Roe came from a rifle.", [3], []),
    ],
)
def test_who_is_counted(text: str, killed: list[int], injured: list[int]) -> None:
    assert counted(text, Harm.KILLED) == [(n, n) for n in killed]
    assert counted(text, Harm.INJURED) == [(n, n) for n in injured]


def test_ages_from_and_to_are_no_number() -> None:
    assert counted("Brothers aged 18 to 24 were shot.", Harm.INJURED) == [(None, None)]


def test_a_list_behind_its_number_is_counted_once() -> None:
    text = "When they arrived, 13 people, 11 men and two women, were found with gunshot wounds."
    assert counted(text, Harm.INJURED) == [(13, 13)]


@pytest.mark.parametrize(
    "text",
    [
        "He is believed to have shot about 10 times at the guards.",
        "The family left just after 10 p.m. when two people shot at them.",
        "He was one of three people killed and 27 wounded over an eight-hour stretch that night.",
        "The 85 homicides recorded throughout the city in 2016 are too many.",
        "Some 30,000 people are killed by guns each year.",
        "The guard was almost killed by a falling beam.",
    ],
)
def test_these_are_the_toll_of_no_happening(text: str) -> None:
    assert counted(text, Harm.KILLED) + counted(text, Harm.INJURED) == []


@pytest.mark.parametrize(
    ("text", "number", "how"),
    [
        (
            "A farmer shot and killed his wife and two sons, before killing himself.",
            4,
            "3 killed, and the killer",
        ),
        (
            "He fatally shot his wife and four guests and then took his own life.",
            6,
            "5 killed, and the killer",
        ),
        ("A man killed his daughter, then himself.", 2, "1 killed, and the killer"),
        (
            "A man shot and killed two girls, then turned the gun on himself in a murder-suicide.",
            3,
            "2 killed, and the killer",
        ),
        ("A man shot and killed two girls, then turned the gun on himself and was arrested.", 2, None),
        ("He killed his brother and then tried to kill himself.", 1, None),
        ("He killed his wife and himself.", 2, None),
    ],
)
def test_a_killer_who_dies_is_one_dead_more(text: str, number: int, how: str | None) -> None:
    most = max((n for c in claims(text) for n in c.counts if n.harm is Harm.KILLED), key=lambda n: n.low or 0)
    assert (most.low, most.high, most.how) == (number, number, how)
    assert most.passage.words in text


def test_three_killed_when_somebody_killed_himself_may_include_him() -> None:
    text = "Three people were killed when a man opened fire before killing himself."
    assert (3, 3) in counted(text, Harm.KILLED)
    assert (4, 4) not in counted(text, Harm.KILLED)


def test_a_page_may_end_with_a_group() -> None:
    assert claims("Soldiers killed a group")[0].trigger.words == "killed"
