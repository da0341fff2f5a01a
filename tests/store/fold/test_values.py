"""Values that pages tell of different days, of some and of all, of parts and of the whole."""

from dataclasses import replace

import pytest

from onrecord.model import Count, Harm, Incident, Kind, Link, Participant, Passage, Reading, Role
from onrecord.store.incidents import fold
from tests.stages.link.reports import MADE, day, report
from tests.store.incidents import TEXT, alike, one


def counting(reading: Reading, harm: Harm, number: int, whom: str | None = None) -> Reading:
    count = Count(harm, number, number, Passage(0, 0, f"{number} {whom}"), whom)
    return replace(reading, claims=(replace(reading.claims[0], counts=(count,)),))


@pytest.mark.parametrize(
    ("harm", "first", "later", "contested"),
    [
        (Harm.MISSING, 30, 2, ()),
        (Harm.MISSING, 2, 30, ()),
        (Harm.INJURED, 30, 2, ("injured",)),
    ],
)
def test_the_missing_are_found(harm: Harm, first: int, later: int, contested: tuple[str, ...]) -> None:
    readings = [
        counting(report("d0", TEXT, 4), harm, first),
        counting(report("d1", TEXT, 6), harm, later),
    ]
    incident = one(readings)
    assert incident.contested == contested
    toll = incident.toll(harm)
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (2, later, 30)


def test_two_numbers_of_missing_on_one_day_are_contested() -> None:
    readings = [counting(report(f"d{n}", TEXT, 4), Harm.MISSING, n) for n in (3, 8)]
    assert one(readings).contested == ("missing",)


@pytest.mark.parametrize(("whom", "low"), [("children", 9), ("people", 0), (None, 0)])
def test_no_children_hurt_is_not_nobody_hurt(whom: str | None, low: int) -> None:
    readings = [
        counting(report("d0", TEXT, 4), Harm.INJURED, 0, whom),
        counting(report("d1", TEXT, 4), Harm.INJURED, 9),
    ]
    toll = one(readings).toll(Harm.INJURED)
    assert toll is not None
    assert (toll.low, toll.high) == (low, 9)


def test_only_an_origin_that_nowhere_agrees_contests_a_place() -> None:
    a, b = report("d0", TEXT, 4, town="Brask"), report("d1", TEXT, 4, town="Brask")
    far = report("d1", TEXT, 4, town="Velin").claims[0]
    aside = replace(far, id="claim-aside", trigger=Passage.of(TEXT, 6, 9), group=None)
    both = replace(b, claims=(*b.claims, replace(aside, participants=())))
    assert _joined([a, both]).contested == ()
    assert _joined([a, report("d1", TEXT, 4, town="Velin")]).contested == ("place",)


@pytest.mark.parametrize(
    ("kind", "day_told", "contested"),
    [
        (Kind.OTHER_HARM, 9, ()),  # died in hospital
        (Kind.OTHER_HARM, 1, ("when",)),  # before it happened
        (Kind.SHELLING, 9, ("when",)),
    ],
)
def test_a_later_death_does_not_contest_the_day(
    kind: Kind, day_told: int, contested: tuple[str, ...]
) -> None:
    struck = [report(f"d{n}", TEXT, 10, on=3) for n in range(2)]
    incident = one([*struck, report("d9", TEXT, 10, on=day_told, kind=kind)])
    assert incident.contested == contested
    assert (incident.when.earliest, incident.when.latest) == (day(3), day(3))


def _joined(readings: list[Reading]) -> Incident:
    claims = [c for r in readings for c in r.claims]
    ids = sorted(c.id for c in claims)
    links = [Link(f"link-{id_}", ids[0], id_, 1.0, (), True, MADE) for id_ in ids[1:]]
    (incident,) = fold(claims, [r.document for r in readings], links)
    return incident


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        ((Kind.DESTRUCTION, Kind.DESTRUCTION, Kind.SHELLING), Kind.SHELLING),
        ((Kind.DESTRUCTION, Kind.ATTACK), Kind.ATTACK),
        ((Kind.DESTRUCTION, Kind.OTHER_HARM), Kind.DESTRUCTION),
    ],
)
def test_how_it_was_done_goes_before_what_it_destroyed(kinds: tuple[Kind, ...], kind: Kind) -> None:
    assert one([report(f"d{n}", TEXT, 4, kind=k) for n, k in enumerate(kinds)]).kind is kind


def test_a_weapon_is_one_in_the_plural_and_a_victim_is_not() -> None:
    def with_words(reading: Reading, role: Role, words: str) -> Reading:
        participant = Participant(role, Passage(0, 0, words))
        return replace(reading, claims=(replace(reading.claims[0], participants=(participant,)),))

    for role, one_word, several, actors in (
        (Role.WEAPON, "missile", "cruise missiles", 1),
        (Role.VICTIM, "a villager", "villagers", 2),
    ):
        a, b = alike(2)
        incident = one([with_words(a, role, one_word), with_words(b, role, several)])
        assert len(incident.actors) == actors


@pytest.mark.parametrize(("dead", "best"), [(0, 7), (1, 4)])
def test_further_wounded_are_added_only_where_no_dead_are_told(dead: int, best: int) -> None:
    counts = [
        Count(Harm.INJURED, 4, 4, Passage(0, 0, "four")),
        Count(Harm.INJURED, 3, 3, Passage(0, 0, "another three"), adds=True),
        Count(Harm.KILLED, dead, dead, Passage(0, 0, "one" if dead else "nobody")),
    ]
    reading = report("d", TEXT, 4)
    toll = one([replace(reading, claims=(replace(reading.claims[0], counts=tuple(counts)),))]).toll(
        Harm.INJURED
    )
    assert toll is not None
    assert toll.best == best


@pytest.mark.parametrize(("number", "best"), [(1, 2), (5, 5)])
def test_one_who_also_died_is_one_more_only_beside_single_persons(number: int, best: int) -> None:
    counts = (
        Count(Harm.KILLED, number, number, Passage(0, 0, f"{number} guards")),
        Count(Harm.KILLED, 1, 1, Passage(0, 0, "Roe"), whom="Roe", adds=True),
    )
    reading = report("d", TEXT, 4)
    toll = one([replace(reading, claims=(replace(reading.claims[0], counts=counts),))]).toll(Harm.KILLED)
    assert toll is not None
    assert toll.best == best
