"""Incidents are a fold: the same records give the same incidents, and people's decisions hold."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInput
from onrecord.exports.incidents import incident_row
from onrecord.exports.linked import incidents_of
from onrecord.model import (
    Attribution,
    Candidate,
    Claim,
    Clue,
    Count,
    Decision,
    Harm,
    Incident,
    Interval,
    Kind,
    Link,
    MadeBy,
    Origin,
    Participant,
    Passage,
    Place,
    Precision,
    Reading,
    Role,
    SpeakerKind,
    Stance,
    Status,
    Verdict,
)
from onrecord.store.fold.corrections import check
from onrecord.store.incidents import find, fold
from tests.stages.link.reports import MADE, MARKET, THREE_DAYS, TOWNS, day, report

TEXT = "Shells hit the town in the night, the council said."


def joined(left: Reading, right: Reading, score: float = 0.9) -> Link:
    low, high = sorted((left.claims[0].id, right.claims[0].id))
    return Link(f"link-{low}-{high}", low, high, score, (Clue("text", 1.0, "test"),), True, MadeBy("link", 1))


def chain(readings: Sequence[Reading], scores: Sequence[float] | None = None) -> list[Link]:
    steps = scores or [0.9] * len(readings)
    return [joined(a, b, s) for a, b, s in zip(readings, readings[1:], steps, strict=False)]


def folded(
    readings: Sequence[Reading],
    links: Sequence[Link] | None = None,
    decisions: Sequence[Decision] = (),
    origins: Sequence[Origin] = (),
) -> tuple[Incident, ...]:
    claims = [c for r in readings for c in r.claims]
    linked = chain(readings) if links is None else links
    return fold(claims, [r.document for r in readings], linked, decisions, origins)


def decided(
    verdict: Verdict,
    about: str,
    other: str | None = None,
    at: int = 1,
    *,
    field: str | None = None,
    value: str | None = None,
    replaces: str | None = None,
) -> Decision:
    when = datetime(2031, 4, at, tzinfo=UTC)
    name = f"decision-{at}-{verdict}"
    return Decision(name, about, verdict, "because", "a person", when, other, field, value, replaces)


def one(
    readings: Sequence[Reading], decisions: Sequence[Decision] = (), origins: Sequence[Origin] = ()
) -> Incident:
    (incident,) = folded(readings, None, decisions, origins)
    return incident


def alike(n: int) -> list[Reading]:
    return [report(f"d{k}", TEXT, 4, town="Brask", on=3, killed=4) for k in range(n)]


def claim_ids(readings: Sequence[Reading]) -> list[str]:
    return [r.claims[0].id for r in readings]


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


# decisions


@given(st.integers(3, 7), st.data())
def test_a_split_holds_though_the_two_are_joined_indirectly(n: int, data: st.DataObject) -> None:
    readings = alike(n)
    ids = claim_ids(readings)
    scores = data.draw(st.lists(st.floats(0.3, 1.0), min_size=n - 1, max_size=n - 1))
    a, b = data.draw(st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda p: p[0] != p[1]))
    incidents = folded(readings, chain(readings, scores), [decided(Verdict.DIFFERENT, a, b)])
    assert find(incidents, a) is not find(incidents, b)
    assert sorted(c for i in incidents for c in i.claims) == sorted(ids)


def test_a_split_breaks_the_weakest_link_of_the_path() -> None:
    readings = alike(4)
    ids = claim_ids(readings)
    incidents = folded(
        readings, chain(readings, [0.9, 0.4, 0.8]), [decided(Verdict.DIFFERENT, ids[0], ids[3])]
    )
    assert {frozenset(i.documents) for i in incidents} == {frozenset({"d0", "d1"}), frozenset({"d2", "d3"})}


def test_same_joins_and_the_latest_decision_about_a_pair_holds() -> None:
    a, b = claim_ids(THREE_DAYS[:2])
    same, different = decided(Verdict.SAME, a, b, at=1), decided(Verdict.DIFFERENT, b, a, at=2)
    unsure = decided(Verdict.UNSURE, a, b, at=3)
    assert len(folded(THREE_DAYS[:2], [], [same])) == 1
    assert len(folded(THREE_DAYS[:2], [], [different, same])) == 2
    assert len(folded(THREE_DAYS[:2], chain(THREE_DAYS[:2]), [same, different, unsure])) == 1
    assert len(folded(THREE_DAYS[:2], [], [same, different, unsure])) == 2


def test_of_two_joins_that_a_split_keeps_apart_the_newer_holds() -> None:
    a, b, c = claim_ids(THREE_DAYS[:3])
    said = [
        decided(Verdict.SAME, a, b, at=1),
        decided(Verdict.DIFFERENT, a, c, at=2),
        decided(Verdict.SAME, b, c, at=3),
    ]
    assert {frozenset(i.claims) for i in folded(THREE_DAYS[:3], [], said)} == {
        frozenset({a}),
        frozenset({b, c}),
    }


def test_a_replaced_decision_is_out_of_force_though_a_wrong_clock_dates_it_later() -> None:
    accept = decided(Verdict.ACCEPT, one(MARKET).id, at=5)
    unsure = replace(decided(Verdict.UNSURE, one(MARKET).id, at=2), replaces=accept.id)
    assert one(MARKET, [accept]).confirmed
    assert not one(MARKET, [accept, unsure]).confirmed


def test_decisions_about_incidents_hold_when_other_claims_join() -> None:
    readings = alike(3)
    alone = {i.documents[0]: i for i in folded(readings, [])}
    accept = decided(Verdict.ACCEPT, alone["d2"].id)
    incident = one(readings, [accept])
    assert incident.confirmed
    assert incident.decisions == (accept.id,)
    assert not one(readings).confirmed


def test_a_rejected_claim_gives_no_value_and_what_it_held_together_stays() -> None:
    readings = [
        report("d0", TEXT, 4, town="Brask", on=3, killed=4),
        report("d1", TEXT, 4, town="Brask", on=3, killed=90),
        report("d2", TEXT, 4, town="Brask", on=3, killed=4),
    ]
    incident = one(readings, [decided(Verdict.REJECT, readings[1].claims[0].id)])
    assert incident.documents == ("d0", "d2")
    toll = incident.toll(Harm.KILLED)
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (4, 4, 4)


def test_a_rejected_incident_is_gone() -> None:
    assert folded(MARKET, None, [decided(Verdict.REJECT, one(MARKET).id)]) == ()


def test_a_correction_overrides_a_field_and_claims_stay() -> None:
    before = one(MARKET)
    fix = [
        decided(Verdict.CORRECT, before.id, at=1, field="killed", value="7-9"),
        decided(Verdict.CORRECT, before.id, at=2, field="when", value="2031-03-02/2031-03-03"),
        decided(Verdict.CORRECT, before.id, at=3, field="place", value=None),
        decided(Verdict.CORRECT, before.id, at=4, field="kind", value="air_strike"),
    ]
    after = one(MARKET, fix)
    toll = after.toll(Harm.KILLED)
    assert toll is not None
    assert (toll.low, toll.high) == (7, 9)
    assert (after.when.earliest, after.when.latest) == (day(2), day(3))
    assert after.place is None
    assert after.kind is Kind.AIR_STRIKE
    assert after.claims == before.claims


def test_a_corrected_claim_changes_what_is_computed() -> None:
    fix = decided(Verdict.CORRECT, MARKET[2].claims[0].id, field="killed", value="4")
    toll = one(MARKET, [fix]).toll(Harm.KILLED)
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (4, 4, 4)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("colour", "red"),
        ("killed", "many"),
        ("killed", "7-5"),
        ("killed", "7-"),
        ("killed", "-1+"),
        ("when", "Monday"),
        ("when", "2031-03-04/2031-03-02"),
        ("kind", "war"),
        ("place", "Brask"),
        ("place", "[" * 100_000),
        ("place", '{"name": "Brask", "lat": "50", "lon": 30, "country": "XA", "precision": "site"}'),
        ("place", '{"name": "Brask", "lat": NaN, "lon": 30, "country": "XA", "precision": "site"}'),
        ("place", '{"name": "Brask", "lat": 50, "lon": 300, "country": "XA", "precision": "site"}'),
        ("place", '{"name": "Brask", "lat": 50, "lon": 30, "country": "XA", "precision": "site", "x": 1}'),
    ],
)
def test_a_correction_that_cannot_be_read_is_refused(field: str, value: str) -> None:
    with pytest.raises(BadInput):
        check(field, value)


# tolls


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
