"""What people take back is as if it had not been said; splits say what stays together; some cases need two people."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Decision, Verdict
from onrecord.store.fold.decided import in_order, standing, undone
from onrecord.store.incidents import find, fold, incident_id
from tests.store.incidents import alike, chain, claim_ids, decided, folded, one


def undo(of: Decision, at: int) -> Decision:
    return replace(decided(Verdict.UNDO, of.id, at=at), reason="a slip")


def test_an_undone_merge_falls_apart_again() -> None:
    readings = alike(2)
    a, b = claim_ids(readings)
    merge = decided(Verdict.SAME, a, b)
    assert len(folded(readings, [], [merge])) == 1
    assert len(folded(readings, [], [merge, undo(merge, 2)])) == 2


def test_undoing_the_undo_brings_it_back() -> None:
    readings = alike(2)
    a, b = claim_ids(readings)
    merge = decided(Verdict.SAME, a, b)
    back = undo(merge, 2)
    assert len(folded(readings, [], [merge, back, undo(back, 3)])) == 1


def test_what_an_undone_decision_had_replaced_holds_again() -> None:
    readings = alike(2)
    about = one(readings).id
    first = decided(Verdict.CORRECT, about, at=1, field="kind", value="arson")
    second = replace(decided(Verdict.CORRECT, about, at=2, field="kind", value="bombing"), replaces=first.id)
    assert one(readings, [first, second]).kind == "bombing"
    assert one(readings, [first, second, undo(second, 3)]).kind == "arson"
    assert one(readings, [first, second, undo(first, 3)]).kind == "bombing"


def test_an_old_decision_is_undone_whatever_came_since() -> None:
    readings = alike(3)
    a, b, c = claim_ids(readings)
    old, later = decided(Verdict.SAME, a, b, at=1), decided(Verdict.SAME, b, c, at=2)
    incidents = folded(readings, [], [old, later, undo(old, 9)])
    assert {frozenset(i.claims) for i in incidents} == {frozenset({a}), frozenset({b, c})}


def test_an_undo_that_a_wrong_clock_dates_earlier_still_comes_after() -> None:
    merge = decided(Verdict.SAME, "claim-a", "claim-b", at=5)
    assert standing([undo(merge, 2), merge]) == []
    assert list(undone([merge, undo(merge, 2)])) == [merge.id]


def test_decisions_that_name_one_another_in_a_circle_are_put_in_some_order() -> None:
    a = replace(decided(Verdict.ACCEPT, "claim-a", at=1), id="x", replaces="y")
    b = replace(decided(Verdict.ACCEPT, "claim-a", at=2), id="y", replaces="x")
    assert {d.id for d in in_order([a, b])} == {"x", "y"}


@given(st.integers(3, 7), st.data())
def test_a_split_leaves_exactly_the_two_sides_it_names(n: int, data: st.DataObject) -> None:
    readings = alike(n)
    ids = sorted(claim_ids(readings))
    scores = data.draw(st.lists(st.floats(0.3, 1.0), min_size=n - 1, max_size=n - 1))
    out = sorted(data.draw(st.sets(st.sampled_from(ids), min_size=1, max_size=n - 1)))
    rest = [c for c in ids if c not in out]
    split = replace(
        decided(Verdict.DIFFERENT, incident_id(out), incident_id(rest)), seen=tuple(out), rest=tuple(rest)
    )
    incidents = folded(readings, chain(readings, scores), [split])
    assert sorted(sorted(i.claims) for i in incidents) == sorted([out, rest])


def test_two_reviewers_must_be_two_people() -> None:
    readings = alike(2)
    about = one(readings)
    first = replace(decided(Verdict.ACCEPT, about.id, at=1), by="A", seen=about.claims)
    again = replace(decided(Verdict.ACCEPT, about.id, at=2), by="A", seen=about.claims, replaces=first.id)
    second = replace(decided(Verdict.ACCEPT, about.id, at=3), by="B", seen=about.claims, replaces=again.id)
    assert not confirmed([first, again])
    assert confirmed([first, again, second])
    assert not confirmed([first, again, second, undo(first, 4), undo(again, 5)])
    doubted = replace(decided(Verdict.UNSURE, about.id, at=6), by="C", replaces=second.id)
    assert not confirmed([first, again, second, doubted])


def confirmed(decisions: list[Decision]) -> bool:
    readings = alike(2)
    documents = [r.document for r in readings]
    claims = [c for r in readings for c in r.claims]
    (incident,) = fold(claims, documents, chain(readings), decisions, reviewers=2)
    return incident.confirmed


def test_what_a_split_takes_a_claim_from_must_be_looked_at_again() -> None:
    readings = alike(3)
    links, (a, b, c) = chain(readings), sorted(claim_ids(readings))
    whole = replace(decided(Verdict.ACCEPT, incident_id([a]), at=1), seen=(a, b, c))
    parted = decided(Verdict.DIFFERENT, incident_id([a]), incident_id([b, c]), at=2)
    split = replace(parted, seen=(a,), rest=(b, c))
    assert [i.confirmed for i in folded(readings, links, [whole])] == [True]
    assert [i.confirmed for i in folded(readings, links, [whole, split])] == [False, False]
    assert [i.confirmed for i in folded(readings, links, [whole, split, undo(split, 3)])] == [True]


def test_a_split_that_is_undone_is_whole_again() -> None:
    readings = alike(3)
    a, b, c = sorted(claim_ids(readings))
    split = replace(decided(Verdict.DIFFERENT, incident_id([a]), incident_id([b, c])), seen=(a,), rest=(b, c))
    apart = folded(readings, None, [split])
    assert find(apart, a) is not find(apart, b)
    assert len(folded(readings, None, [split, undo(split, 2)])) == 1


def test_in_order_is_by_time_where_nothing_else_is_said() -> None:
    times = [datetime(2031, 4, day, tzinfo=UTC) for day in (3, 1, 2)]
    made = [replace(decided(Verdict.ACCEPT, "claim-a"), id=str(n), at=at) for n, at in enumerate(times)]
    assert [d.id for d in in_order(made)] == ["1", "2", "0"]
