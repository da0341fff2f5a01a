"""What people decide holds: splits, joins, rejections, corrections."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInput
from onrecord.model import (
    Harm,
    Kind,
    Verdict,
)
from onrecord.store.fold.corrections import check
from onrecord.store.incidents import find
from tests.stages.link.reports import MARKET, THREE_DAYS, day, report
from tests.store.incidents import TEXT, alike, chain, claim_ids, decided, folded, one


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
