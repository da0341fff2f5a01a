"""How many: every form of words with its low and high."""

import pytest

from onrecord.model import Count, Harm, Passage
from onrecord.stages.read.who import who
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


@pytest.mark.parametrize(
    ("text", "harm", "whole", "part"),
    [
        ("Missiles hit the town, killing at least 20 people, among them three children.", Harm.KILLED, (20, None), (3, "children")),
        ("The strike killed twelve people, two of whom were nurses.", Harm.KILLED, (12, 12), (2, "nurses")),
        ("Sixty people had died, seven of them children, and 114 were wounded.", Harm.KILLED, (60, 60), (7, "children")),
        ("Ten people were killed and 89 wounded, 11 of them children, in the blast.", Harm.INJURED, (89, 89), (11, "children")),
        ("The death toll now stands at 12, including three children.", Harm.KILLED, (12, 12), (3, "children")),
    ],
)  # fmt: skip
def test_some_of_them_are_no_further_people(
    text: str, harm: Harm, whole: Bounds, part: tuple[int, str]
) -> None:
    assert counted(text, harm) == [whole]
    assert parts(text, harm) == [part]


def test_some_of_the_dead_are_a_part_of_a_number_told_elsewhere() -> None:
    assert counted("Three of the dead were children.", Harm.KILLED) == []
    assert parts("Three of the dead were children.", Harm.KILLED) == [(3, "children")]
    assert counted("He was one of five people shot in the bar.", Harm.INJURED) != [(1, 1)]


@pytest.mark.parametrize(
    ("text", "harm", "bounds"),
    [
        ("The number of people killed in the strike on the port has reached 27.", Harm.KILLED, (27, 27)),
        ("Officials have put the number of people killed in the bombing at three.", Harm.KILLED, (3, 3)),
        ("The death toll stands at nine.", Harm.KILLED, (9, 9)),
        ("The death toll has climbed past 30.", Harm.KILLED, (30, None)),
        ("The number of wounded rose to 40.", Harm.INJURED, (40, 40)),
    ],
)
def test_a_running_number_is_read_and_replaces(text: str, harm: Harm, bounds: Bounds) -> None:
    assert counted(text, harm) == [bounds]
    assert [n.replaces for c in claims(text) for n in c.counts if n.harm is harm] == [True]


def test_a_number_without_its_noun_after_those_killed() -> None:
    text = "Fifty prisoners were killed and 73 wounded in the blast at the camp."
    assert counted(text, Harm.INJURED) == [(73, 73)]


def test_a_number_that_was_worked_out_says_how() -> None:
    text = "Four people were shot in the park. One of the women died."
    (left,) = [n for c in claims(text) for n in c.counts if n.harm is Harm.INJURED]
    assert (left.low, left.how) == (3, "4 hit, less 1 dead")
    assert [n.how for c in claims("Four people were killed.") for n in c.counts] == [None]


def test_the_wounded_who_are_visited_are_not_counted_again() -> None:
    assert claims("The charity asked for access to the site and to the wounded.") == ()
    assert claims("Two nurses were among the wounded.") != ()


def test_a_dateline_is_not_killed() -> None:
    text = "ODESA, Ukraine - At least 30 people, including two children, were killed in a strike on the port."
    assert counted(text, Harm.KILLED) == [(30, None)]
    assert parts(text, Harm.KILLED) == [(2, "children")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("About 300 people were killed.", "about"),
        ("Nearly 50 people were killed.", "nearly"),
        ("Close to 600 people were killed.", "close to"),
        ("Some 130 people were killed.", "some"),
    ],
)
def test_a_number_that_is_not_meant_exactly_says_so(text: str, word: str) -> None:
    (count,) = [c for claim in claims(text) for c in claim.counts]
    assert count.how == f"“{word}” in the text: not exact"


def test_an_exact_number_says_nothing_of_the_kind() -> None:
    (count,) = [c for claim in claims("Five people were killed.") for c in claim.counts]
    assert count.how is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("One man was killed and three other people were shot in the house.", [(3, 3)]),
        ("Five people were shot and one was killed.", [(4, 4)]),
        ("A father was killed and his 4-year-old son was shot.", [(1, 1)]),
        ("A girl was killed. Her stepfather was also shot.", [(1, 1)]),
        ("A man was shot and died. A 29-year-old man was shot in the arm.", []),
        ("A 22-year-old man was shot and died. A 29-year-old woman was shot in the arm.", [(1, 1)]),
        ("A baby was killed after his brother fired a pistol, hitting the boy in his playpen.", []),
        ("A 16-year-old girl accidentally shot and killed her boyfriend.", []),
    ],
)
def test_whether_those_hit_are_the_dead(text: str, left: list[Bounds]) -> None:
    assert counted(text, Harm.INJURED) == left


def test_one_who_was_wounded_and_died_is_among_the_dead() -> None:
    text = "A woman died on Saturday, a week after she was critically wounded in a shooting."
    assert counted(text, Harm.KILLED) == [(1, 1)]
    assert counted(text, Harm.INJURED) == []


def test_two_of_the_wounded_who_die_are_no_longer_wounded() -> None:
    text = "Five people were wounded in the blast on Monday. Two of the wounded later died."
    assert counted(text, Harm.INJURED) == [(3, 3)]
    assert counted(text, Harm.KILLED) == [(2, 2)]
    told = "Nine people had died and 40 were wounded in the blast. Two of the wounded died this week."
    assert counted(told, Harm.INJURED) == [(40, 40)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The gunman opened fire, sending five men to the hospital.", [(5, 5)]),
        ("The shooting left a student in critical condition.", [(1, 1)]),
        ("Gunmen opened fire in the park. Three people were taken to Hillside Medical Center.", [(3, 3)]),
        ("Seven young men remained hospitalized on Tuesday.", [(7, 7)]),
        ("Police say the two girls were hit by shots from a passing car.", [(2, 2)]),
        ("The mayor was taken to hospital with the flu.", []),
        ("The mayor is in critical condition after an operation.", []),
    ],
)
def test_people_in_hospital_are_hurt_where_violence_is_told(text: str, bounds: list[Bounds]) -> None:
    assert counted(text, Harm.INJURED) == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("He shot and killed his wife, two young children and his guest.", [(4, 4)]),
        ("The raid left three men and three women dead.", [(6, 6)]),
        ("HARBOR COUNTY (WXYZ) – A three-year-old boy was killed in a shooting.", [(1, 1)]),
        ("A rapper is dead after a shooting.", [(1, 1)]),
        ("A number of guards were killed.", [(2, None)]),
        ("An unknown number of guards were killed.", [(None, None)]),
    ],
)
def test_who_is_counted(text: str, bounds: list[Bounds]) -> None:
    assert counted(text, Harm.KILLED) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "He is accused of trying to kill two officers.",
        "Police could not say whether the man had died.",
        "These are the town's 47th and 48th homicides of 2013.",
        "Police are investigating four separate shootings that left 10 people dead.",
        "At least eight children have been killed this year in shootings in the city.",
    ],
)
def test_numbers_that_are_no_toll_of_this_happening(text: str) -> None:
    assert counted(text, Harm.KILLED) == []


def test_wounds_are_not_people() -> None:
    assert counted("He died from multiple blunt-force injuries.", Harm.INJURED) == []
    assert counted("Sources reported 14 injuries.", Harm.INJURED) == [(14, 14)]


def test_a_list_that_explains_a_number_is_not_added_to_it() -> None:
    text = "After the shooting three other victims, a man, a woman and a boy, were taken to hospital."
    assert counted(text, Harm.INJURED) == [(3, 3)]


def test_nobody_is_in_hospital_by_violence_that_was_only_planned() -> None:
    ill = "Two men were taken to hospital with food poisoning."
    assert counted(f"The gang planned to attack the hall. {ill}", Harm.INJURED) == []
    assert counted(f"Gunmen attacked the hall. {ill}", Harm.INJURED) == [(2, 2)]


def test_an_occupation_tells_no_sex() -> None:
    hurt = Count(Harm.INJURED, 1, 1, Passage(0, 7, "A nurse"), whom="nurse")
    assert who(hurt).sex is None
