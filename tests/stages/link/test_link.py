"""Which reports are linked, and that nothing but what they say decides it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import exp

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Link, Reading
from onrecord.stages.link import LINK, link
from onrecord.stages.link.weights import PRIOR
from onrecord.store.incidents import fold
from tests.stages.link.reports import BRIDGE, FAR, MARKET, THREE_DAYS, TOWNS, report, settled, two_claims

EVERYTHING = [*MARKET, *BRIDGE, *THREE_DAYS, FAR]


def groups(readings: Sequence[Reading], links: Iterable[Link] | None = None) -> set[frozenset[str]]:
    found = list(link(readings)) if links is None else list(links)
    claims = [c for r in readings for c in r.claims]
    return {frozenset(i.documents) for i in fold(claims, [r.document for r in readings], found)}


def test_reports_of_one_happening_are_joined_and_others_are_not() -> None:
    assert groups([*MARKET, *BRIDGE, FAR]) == {
        frozenset({"m1", "m2", "m3"}),
        frozenset({"b1", "b2"}),
        frozenset({"f1"}),
    }


def test_three_strikes_on_one_town_on_three_days_stay_three() -> None:
    assert groups(THREE_DAYS) == {frozenset({"s1"}), frozenset({"s2"}), frozenset({"s3"})}


def test_claims_of_one_account_are_joined() -> None:
    reading = two_claims(MARKET[0])
    (only,) = link([reading])
    assert only.joined
    assert {only.left, only.right} == {c.id for c in reading.claims}
    assert only.clues[0].detail == "told as one happening in one document"


def test_joined_links_span_each_incident_without_a_ring() -> None:
    joined = [one for one in link(MARKET) if one.joined]
    assert len(joined) == len(MARKET) - 1


@given(st.permutations(EVERYTHING))
def test_order_of_input_does_not_matter(shuffled: list[Reading]) -> None:
    assert sorted(link(shuffled), key=lambda k: k.id) == sorted(link(EVERYTHING), key=lambda k: k.id)


@given(st.sets(st.sampled_from(range(len(EVERYTHING)))))
def test_an_unrelated_document_changes_no_incident(kept: set[int]) -> None:
    readings = [EVERYTHING[n] for n in sorted(kept) if EVERYTHING[n] is not FAR]
    assert groups([*readings, FAR]) == groups(readings) | {frozenset({"f1"})}


@given(st.sets(st.sampled_from(range(len(EVERYTHING)))))
def test_a_link_judged_anew_is_another_record(kept: set[int]) -> None:
    """Words weigh otherwise beside other pages; under one id a case would keep the first judgement."""
    before = {one.id: one for one in link([EVERYTHING[n] for n in sorted(kept)])}
    after = {one.id: one for one in link(EVERYTHING)}
    assert all(before[id_] == after[id_] for id_ in before.keys() & after.keys())


def test_a_link_says_what_it_rests_on() -> None:
    best = max((one for one in link(MARKET) if one.joined), key=lambda one: one.score)
    clues = {clue.name: clue.detail for clue in best.clues}
    assert clues["place and day"] == "both at Brask; both on 2031-03-03"
    assert "kolbe" in clues["names"]
    assert best.left < best.right
    assert 0 < best.score <= 1


def test_score_is_the_sum_of_its_clues() -> None:
    for one in link(MARKET):
        odds = PRIOR + sum(clue.score for clue in one.clues)
        assert abs(one.score - 1 / (1 + exp(-odds))) < 0.01


def test_what_was_joined_earlier_stays_joined_and_is_not_scored_again() -> None:
    first = list(link(MARKET[:2]))
    more = list(link([*MARKET, *BRIDGE], earlier=first, seen={"m1", "m2"}))
    assert groups([*MARKET, *BRIDGE], [*first, *more]) == {
        frozenset({"m1", "m2", "m3"}),
        frozenset({"b1", "b2"}),
    }
    pair = first[0].left, first[0].right
    assert [one.score for one in more if (one.left, one.right) == pair] == [first[0].score]


def test_an_earlier_link_is_taken_over_though_the_words_say_nothing() -> None:
    left, right = sorted((MARKET[0].claims[0].id, FAR.claims[0].id))
    given_ = Link("link-x", left, right, 1.0, (), True, LINK.made_by)
    links = list(link([MARKET[0], FAR], earlier=[given_]))
    assert groups([MARKET[0], FAR], links) == {frozenset({"m1", "f1"})}


def test_two_accounts_of_one_document_are_never_joined_by_way_of_others() -> None:
    """A round-up tells two strikes; a report of the first may join one of them only."""
    round_up = THREE_DAYS[0]
    second = replace(
        round_up.claims[0],
        trigger=THREE_DAYS[1].claims[0].trigger,
        when=THREE_DAYS[1].claims[0].when,
        time=None,
        place=replace(round_up.claims[0].place, resolved=TOWNS["Velin"])
        if round_up.claims[0].place
        else None,
    )
    both = settled(replace(round_up, claims=(round_up.claims[0], second)))
    other = report("s9", round_up.document.text, 4, town="Brask", on=3, killed=2)
    claims = [c for r in (both, other) for c in r.claims]
    incidents = fold(claims, [both.document, other.document], link([both, other]))
    assert sorted(len(i.documents) for i in incidents) == [1, 2]


def test_no_readings_no_links() -> None:
    assert list(LINK.run([], LINK.open())) == []
