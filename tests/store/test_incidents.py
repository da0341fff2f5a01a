"""Incidents are a fold: the same records give the same incidents, and people's decisions hold."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.incidents import incident_row
from onrecord.exports.linked import incidents_of
from onrecord.model import (
    Candidate,
    Claim,
    Interval,
    Kind,
    Origin,
    Participant,
    Passage,
    Place,
    Precision,
    Reading,
    Role,
    Stance,
    Status,
    Verdict,
)
from onrecord.store.incidents import find
from tests.stages.link.reports import MADE, MARKET, THREE_DAYS, TOWNS, day, report
from tests.store.incidents import TEXT, alike, chain, claim_ids, decided, folded, one

# the fold


@given(st.permutations([*MARKET, *THREE_DAYS]), st.randoms())
def test_the_fold_does_not_depend_on_order(shuffled: list[Reading], random: object) -> None:
    links = chain(MARKET)
    assert folded(shuffled, links[::-1]) == folded([*MARKET, *THREE_DAYS], links)


def test_an_id_is_made_from_the_smallest_claim_and_any_claim_finds_it() -> None:
    incident = one(MARKET)
    assert incident.id == "incident-" + min(claim_ids(MARKET)).removeprefix("claim-")
    for claim in claim_ids(MARKET):
        assert find([incident], claim) is incident
        assert find([incident], claim.replace("claim-", "incident-")) is incident
    assert find([incident], "claim-elsewhere") is None


def test_incidents_are_shown_by_day_unknown_days_last() -> None:
    undated = report("u", TEXT, 1)
    unknown = replace(undated, claims=(replace(undated.claims[0], when=Interval(None, None, "not told")),))
    shown = folded([unknown, *reversed(THREE_DAYS)], [])
    assert [i.documents[0] for i in shown] == ["s1", "s2", "s3", "u"]


# when and where


def with_days(reading: Reading, first: int | None, last: int | None) -> Reading:
    when = Interval(day(first) if first else None, day(last) if last else None, "told")
    return replace(reading, claims=(replace(reading.claims[0], when=when),))


@pytest.mark.parametrize(
    ("spans", "first", "last", "contested"),
    [
        ([(1, 5), (3, 9)], 3, 5, False),
        ([(None, 5), (3, 9)], 3, 5, False),
        ([(None, 5), (None, 4)], None, 4, False),
        ([(3, 3), (3, 3), (7, 7)], 3, 3, True),
        ([(3, 3), (7, 7)], 3, 7, True),
        ([(3, 4), (None, 2)], None, 4, True),
        ([(None, 2), (5, None)], None, None, True),
    ],
)
def test_days(
    spans: list[tuple[int | None, int | None]], first: int | None, last: int | None, contested: bool
) -> None:
    readings = [with_days(r, *span) for r, span in zip(alike(len(spans)), spans, strict=True)]
    incident = one(readings)
    assert incident.when.earliest == (day(first) if first else None)
    assert incident.when.latest == (day(last) if last else None)
    assert ("when" in incident.contested) is contested
    assert set(incident.when_claims) <= set(incident.claims)


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 3)), min_size=1, max_size=5))
def test_days_lie_within_what_claims_say(spans: list[tuple[int, int]]) -> None:
    readings = [with_days(r, a, min(28, a + n)) for r, (a, n) in zip(alike(len(spans)), spans, strict=True)]
    when = one(readings).when
    assert when.earliest is not None
    assert when.latest is not None
    assert day(min(a for a, _ in spans)) <= when.earliest <= when.latest <= day(31)


def test_the_most_precise_place_that_agrees() -> None:
    readings = [
        report("d0", TEXT, 4, town="North"),
        report("d1", TEXT, 4, town="Brask"),
        report("d2", TEXT, 4, town="North"),
    ]
    incident = one(readings)
    assert incident.place == TOWNS["Brask"]
    assert incident.place_claim == readings[1].claims[0].id
    assert "place" not in incident.contested


def test_places_far_apart_are_contested() -> None:
    assert (
        "place" in one([report("d0", TEXT, 4, town="Brask"), report("d1", TEXT, 4, town="Velin")]).contested
    )


# how it stands


@pytest.mark.parametrize(
    ("stances", "status", "stance"),
    [
        ([Stance.ASSERTED], Status.SINGLE_ORIGIN, Stance.ASSERTED),
        ([Stance.ASSERTED, Stance.ASSERTED], Status.CORROBORATED, Stance.ASSERTED),
        ([Stance.ASSERTED, Stance.DENIED], Status.CONTESTED, Stance.ASSERTED),
        ([Stance.DENIED], Status.DENIED, Stance.DENIED),
        ([Stance.NEGATED], Status.DENIED, Stance.NEGATED),
        ([Stance.PLANNED], Status.SINGLE_ORIGIN, Stance.PLANNED),
        ([Stance.POSSIBLE, Stance.PLANNED], Status.SINGLE_ORIGIN, Stance.POSSIBLE),
        ([Stance.POSSIBLE, Stance.POSSIBLE], Status.SINGLE_ORIGIN, Stance.POSSIBLE),
        ([Stance.ASSERTED, Stance.POSSIBLE], Status.SINGLE_ORIGIN, Stance.ASSERTED),
    ],
)
def test_status(stances: list[Stance], status: Status, stance: Stance) -> None:
    incident = one([report(f"d{n}", TEXT, 4, stance=s) for n, s in enumerate(stances)])
    assert (incident.status, incident.stance) == (status, stance)
    assert incident.status_reason


@pytest.mark.parametrize(
    ("stances", "reason"),
    [
        ([Stance.ASSERTED], "one origin (1 document)"),
        (
            [Stance.ASSERTED, Stance.NEGATED],
            "1 origin says that it happened, 1 that it is possible, planned or not so",
        ),
        (
            [Stance.PLANNED, Stance.PLANNED],
            "no origin says that it happened, 2 that it is possible, planned or not so",
        ),
    ],
)
def test_a_status_does_not_call_two_origins_one(stances: list[Stance], reason: str) -> None:
    assert one([report(f"d{n}", TEXT, 4, stance=s) for n, s in enumerate(stances)]).status_reason == reason


def test_a_correction_of_what_was_contested_settles_the_status() -> None:
    readings = [report("d0", TEXT, 4, killed=9), report("d1", TEXT, 6, killed=5)]
    fix = decided(Verdict.CORRECT, one(readings).id, field="killed", value="5")
    assert one(readings).status is Status.CONTESTED
    assert one(readings, [fix]).status is Status.CORROBORATED


def test_reprints_do_not_corroborate() -> None:
    readings = alike(3)
    origin = Origin("origin-1", ("d0", "d1", "d2"), "reprint", MADE)
    incident = one(readings, origins=[origin])
    assert incident.status is Status.SINGLE_ORIGIN
    assert incident.origins == ("origin-1",)
    assert one(readings).status is Status.CORROBORATED


def test_of_kinds_told_equally_often_the_one_published_first_holds() -> None:
    late, early = report("a", TEXT, 9, kind=Kind.SHELLING), report("b", TEXT, 4, kind=Kind.AIR_STRIKE)
    assert one([late, early]).kind is Kind.AIR_STRIKE


def test_a_settlement_outside_the_region_told_is_contested() -> None:
    def at(name: str, lat: float, precision: Precision, admin1: str) -> Reading:
        reading = report(name, TEXT, 4)
        found = Candidate(name, lat, 30.0, "XA", precision, admin1=admin1)
        return replace(
            reading,
            claims=(replace(reading.claims[0], place=Place(reading.claims[0].sentence, found, "told")),),
        )

    town = at("Brask", 50.0, Precision.SETTLEMENT, "North")
    assert "place" in one([town, at("South", 47.0, Precision.REGION, "South")]).contested
    assert "place" not in one([town, at("North", 47.0, Precision.REGION, "North")]).contested


def test_an_exact_kind_goes_before_a_vague_one() -> None:
    readings = [
        report(f"d{n}", TEXT, 4, kind=k) for n, k in enumerate((Kind.ATTACK, Kind.ATTACK, Kind.SHELLING))
    ]
    assert one(readings).kind is Kind.SHELLING


def test_an_actor_has_each_way_it_is_named() -> None:
    def acting(reading: Reading, *words: str) -> Reading:
        by = tuple(Participant(Role.PERPETRATOR, Passage(0, 0, w), "organisation") for w in words)
        return replace(reading, claims=(replace(reading.claims[0], participants=by),))

    a, b = alike(2)
    incident = one([acting(a, "the Kolvan Front"), acting(b, "Kolvan Front", "raiders")])
    assert sorted(sorted(actor.words) for actor in incident.actors) == [
        ["Kolvan Front", "the Kolvan Front"],
        ["raiders"],
    ]


# rows


def test_row() -> None:
    row = incident_row(one(MARKET))
    assert row["documents"] == ["m1", "m2", "m3"]
    assert row["killed"] == {"low": 4, "best": 4, "high": 6}
    assert row["injured"] is None
    assert (row["earliest"], row["latest"]) == ("2031-03-03", "2031-03-03")
    assert row["place"]["geonames_id"] == 1
    assert row["origins"] == 3


def test_each_document_on_its_own_tells_its_incidents_in_its_order() -> None:
    rows = list(incidents_of(MARKET, each=True))
    assert [row["documents"] for row in rows] == [["m1"], ["m2"], ["m3"]]
    assert [row["documents"] for row in incidents_of(MARKET, each=False)] == [["m1", "m2", "m3"]]


def test_a_site_has_the_place_of_its_settlement() -> None:
    site = Candidate("School", 50.0, 30.0, "XA", Precision.SITE)
    reading = report("d1", TEXT, 4, town="Brask")
    place = Place(reading.claims[0].sentence, site, "told")
    claim: Claim = replace(reading.claims[0], place=place)
    assert one([report("d0", TEXT, 4, town="Brask"), replace(reading, claims=(claim,))]).contested == ()
