"""How many were killed or injured: a range over what is told."""

from dataclasses import replace

import pytest

from onrecord.model import (
    Attribution,
    Claim,
    Count,
    Harm,
    Incident,
    Link,
    Origin,
    Passage,
    Reading,
    SpeakerKind,
    Stance,
    Status,
)
from onrecord.store.incidents import fold
from tests.stages.link.reports import MADE, report
from tests.store.incidents import TEXT, alike, one


def test_a_growing_toll_is_a_range_and_not_contested() -> None:
    readings = [report(f"d{k}", TEXT, 4 + k, town="Brask", on=3, killed=k) for k in (2, 5, 9)]
    incident = one(readings)
    toll = incident.toll(Harm.KILLED)
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (2, 9, 9)
    assert toll.low_claim == readings[0].claims[0].id
    assert toll.best_claim == toll.high_claim == readings[2].claims[0].id
    assert incident.contested == ()


def test_a_number_that_is_only_possible_is_not_best_where_one_is_asserted() -> None:
    feared = report("d1", TEXT, 6, killed=100, stance=Stance.POSSIBLE)
    toll = one([report("d0", TEXT, 4, killed=5), feared]).toll(Harm.KILLED)
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (5, 5, 100)
    alone = one([feared]).toll(Harm.KILLED)
    assert alone is not None
    assert alone.best == 100


@pytest.mark.parametrize(
    ("more", "best"),
    [
        (Count(Harm.KILLED, 3, 3, Passage(0, 0, "another three"), adds=True), 12),
        (Count(Harm.KILLED, 5, 5, Passage(0, 0, "rose to five"), replaces=True), 5),
        (Count(Harm.KILLED, 5, 5, Passage(0, 0, "five")), 9),
    ],
)
def test_a_further_number_is_added_and_an_update_replaces(more: Count, best: int) -> None:
    reading = report("d", TEXT, 4, killed=9)
    claim = replace(reading.claims[0], counts=(*reading.claims[0].counts, more))
    toll = one([replace(reading, claims=(claim,))]).toll(Harm.KILLED)
    assert toll is not None
    assert toll.best == best


def test_a_later_lower_number_is_contested() -> None:
    readings = [report("d0", TEXT, 4, killed=9), report("d1", TEXT, 6, killed=5)]
    assert one(readings).contested == ("killed",)
    assert one(readings).status is Status.CONTESTED


def test_origins_vote_and_not_pages() -> None:
    copies = [report(f"c{k}", TEXT, 4, killed=3) for k in range(4)]
    others = [report(f"o{k}", TEXT, 4, killed=5) for k in range(2)]
    origin = Origin("origin-1", tuple(r.document.id for r in copies), "reprint", MADE)
    toll = one([*copies, *others], origins=[origin]).toll(Harm.KILLED)
    assert toll is not None
    assert toll.best == 5
    without = one([*copies, *others]).toll(Harm.KILLED)
    assert without is not None
    assert without.best == 3


def test_a_page_that_tells_only_of_a_part_gives_no_lowest_toll() -> None:
    whole, other = alike(2)
    part = Count(Harm.KILLED, 2, 2, Passage(0, 0, "two children"), "children", part=True)
    partly = replace(other, claims=(replace(other.claims[0], counts=(part,)),))
    toll = one([whole, partly]).toll(Harm.KILLED)
    assert toll and (toll.low, toll.best, toll.high) == (4, 4, 4)
    alone = one([partly]).toll(Harm.KILLED)
    assert alone and (alone.low, alone.high) == (2, None)


def test_a_part_is_not_added_and_not_the_whole() -> None:
    reading = report("d", TEXT, 4, killed=6)
    part = Count(Harm.KILLED, 2, 2, Passage(0, 0, "two children"), "children", part=True)
    claim = replace(reading.claims[0], counts=(*reading.claims[0].counts, part))
    toll = one([replace(reading, claims=(claim,))]).toll(Harm.KILLED)
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (6, 6, 6)


def test_single_persons_are_no_toll_where_a_number_is_given() -> None:
    toll = one([report("d0", TEXT, 4, killed=6), report("d1", TEXT, 5, killed=1, words="a woman")]).toll(
        Harm.KILLED
    )
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (6, 6, 6)
    alone = one([report("d1", TEXT, 5, killed=1, words="a woman")]).toll(Harm.KILLED)
    assert alone is not None
    assert alone.best == 1


def test_two_speakers_of_one_page_are_a_contested_range() -> None:
    """The governor said two, the ministry said seven."""

    def says(reading: Reading, who: str | None, killed: int, at: int) -> Claim:
        words = Passage(0, 5, "Shells")
        by = (Attribution(Passage(at, at + 1, who), words, words, SpeakerKind.OFFICIAL),) if who else ()
        count = Count(Harm.KILLED, killed, killed, Passage(0, 0, f"{killed} people"))
        claim = replace(reading.claims[0], id=f"claim-{at}", attributions=by, counts=(count,))
        return replace(claim, trigger=Passage(at, at + 1, "x"))

    def folded_from(*said: tuple[str | None, int]) -> Incident:
        reading = report("d", TEXT, 4)
        claims = tuple(says(reading, who, n, at) for at, (who, n) in enumerate(said))
        told = replace(reading, claims=claims)
        ids = [c.id for c in claims]
        links = [Link(f"link-{b}", ids[0], b, 1.0, (), True, MADE) for b in ids[1:]]
        (incident,) = fold(claims, [told.document], links)
        return incident

    rivals = folded_from(("the governor", 2), ("the ministry", 7))
    toll = rivals.toll(Harm.KILLED)
    assert toll is not None
    assert (toll.low, toll.high) == (2, 7)
    assert rivals.contested == ("killed",)
    part = folded_from((None, 2), ("the ministry", 7))
    toll = part.toll(Harm.KILLED)
    assert toll is not None
    assert (toll.low, toll.high, part.contested) == (7, 7, ())


def test_a_closed_number_above_an_open_one_closes_the_toll() -> None:
    reading = report("d0", TEXT, 4)
    at_least = replace(
        reading.claims[0], counts=(Count(Harm.KILLED, 50, None, Passage(0, 0, "at least 50")),)
    )
    toll = one([replace(reading, claims=(at_least,)), report("d1", TEXT, 9, killed=59)]).toll(Harm.KILLED)
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (50, 59, 59)


def test_not_reported_is_not_zero() -> None:
    assert one([report("d", TEXT, 4)]).toll(Harm.KILLED) is None
    nobody = one([report("d", TEXT, 4, killed=0)]).toll(Harm.KILLED)
    assert nobody is not None
    assert nobody.best == 0
    reading = report("d", TEXT, 4)
    some = replace(reading.claims[0], counts=(Count(Harm.KILLED, None, None, Passage(0, 0, "children")),))
    toll = one([replace(reading, claims=(some,))]).toll(Harm.KILLED)
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (None, None, None)


def test_an_open_number_is_open_above() -> None:
    reading = report("d", TEXT, 4)
    at_least = replace(
        reading.claims[0], counts=(Count(Harm.KILLED, 5, None, Passage(0, 0, "at least five")),)
    )
    toll = one([replace(reading, claims=(at_least,))]).toll(Harm.KILLED)
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (5, 5, None)
