"""What the pages about an incident show, from the practice case."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from math import exp
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInput, NotAllowed, NotFound
from onrecord.model import Decision, Harm, Kind, Precision, Verdict
from onrecord.store.index import Filter, ask
from onrecord.workbench import say
from onrecord.workbench.bench import Bench
from onrecord.workbench.chart import HEIGHT, chart
from onrecord.workbench.joined import waterfalls
from onrecord.workbench.judging import judgement, seen_as, split, taken_back, unchanged
from onrecord.workbench.pages.overview import view
from onrecord.workbench.people.roles import Person, Role
from onrecord.workbench.preview import brief, merged, parted, rows
from onrecord.workbench.quotes import cut, quote
from onrecord.workbench.sides import fields
from onrecord.workbench.whole import Whole, whole

ANN, BEN = Person("Ann", Role.EDITOR), Person("Ben", Role.REVIEWER)


@pytest.fixture
def bench(practice_case: Path, tmp_path: Path) -> Iterator[Bench]:
    shutil.copytree(practice_case, tmp_path / "case")
    with Bench.open(tmp_path / "case") as opened:
        yield opened


def found(bench: Bench, query: str) -> Whole:
    (first, *_) = ask.ids(bench.index.read(), Filter.parse(query))
    return whole(bench, first)


OLENIVKA, KRAMATORSK = "q=Olenivka&kind=bombing", "q=Kramatorsk"


def test_every_claim_stands_in_each_field_that_it_speaks_of(bench: Bench) -> None:
    of = found(bench, OLENIVKA)
    by_name = {f.name: f for f in fields(of)}
    told = {w.claim.id for side in by_name["kind"].sides for w in side.words}
    assert told == {c.id for c in of.claims}
    numbers = {n.passage for c in of.claims for n in c.counts if n.harm is Harm.INJURED}
    assert {w.passage for side in by_name["injured"].sides for w in side.words} == numbers


def test_sides_are_counted_in_origins_and_denials_stand_last(bench: Bench) -> None:
    of = found(bench, OLENIVKA)
    stances = next(f for f in fields(of) if f.name == "stance").sides
    assert [s.against for s in stances] == [False, True]
    assert stances[0].origins == 2
    injured = next(f for f in fields(of) if f.name == "injured")
    assert injured.contested
    assert {s.value for s in injured.sides} == {"73", "75"}


def test_what_a_person_corrected_stands_beside_what_the_machine_read(bench: Bench) -> None:
    of = found(bench, KRAMATORSK)
    before = next(f for f in fields(of) if f.name == "killed")
    assert before.machine is None
    bench.decide(
        lambda: [
            judgement(
                bench, ANN, of.incident.id, Verdict.CORRECT, "the list of names", field="killed", value="61"
            )
        ]
    )
    after = next(f for f in fields(found(bench, KRAMATORSK)) if f.name == "killed")
    assert (after.value, after.machine, after.sure) == ("61", before.value, None)


def test_the_chart_has_one_mark_for_each_page_that_gives_a_number(bench: Bench) -> None:
    of = found(bench, KRAMATORSK)
    made = chart(of, Harm.KILLED)
    assert made is not None
    assert all(0 <= r.high <= r.low <= HEIGHT for r in made.ranges)
    assert [n for _, n in made.ticks] == sorted(n for _, n in made.ticks)
    assert chart(of, Harm.MISSING) is None


def test_the_chart_reaches_up_to_a_corrected_number(bench: Bench) -> None:
    of = found(bench, KRAMATORSK)
    said = judgement(
        bench, ANN, of.incident.id, Verdict.CORRECT, "the list of names", field="killed", value="4000"
    )
    bench.decide(lambda: [said])
    made = chart(found(bench, KRAMATORSK), Harm.KILLED)
    assert made is not None
    assert made.best is not None
    assert 0 <= made.best <= HEIGHT


def test_links_hold_the_pages_together_with_no_more_than_are_needed(bench: Bench) -> None:
    of = found(bench, KRAMATORSK)
    shown, joined = waterfalls(bench, of)
    assert 0 < len(shown) <= len(of.documents) - 1
    assert joined >= len(shown)
    scores = [w.link.score for w in shown]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= s.left <= 100 and s.left + s.width <= 101 for w in shown for s in w.steps)
    for w in shown:  # the steps add up to the score
        odds = sum(s.score for s in w.steps)
        assert 1 / (1 + exp(-odds)) == pytest.approx(w.link.score, abs=1e-5)


def test_what_people_joined_is_not_called_a_correction(bench: Bench) -> None:
    one, other = found(bench, OLENIVKA), found(bench, KRAMATORSK)
    ids = one.incident.id, other.incident.id
    bench.decide(lambda: [judgement(bench, ANN, ids[0], Verdict.SAME, "a test", other=ids[1])])
    killed = next(f for f in fields(whole(bench, ids[0])) if f.name == "killed")
    assert killed.machine is not None
    assert not killed.corrected
    say = judgement(bench, ANN, ids[0], Verdict.CORRECT, "the list", field="killed", value="61")
    bench.decide(lambda: [say])
    assert next(f for f in fields(whole(bench, ids[0])) if f.name == "killed").corrected


def test_a_merge_is_previewed_as_it_then_comes_out(bench: Bench) -> None:
    one, other = found(bench, OLENIVKA), found(bench, KRAMATORSK)
    would = merged(bench, {*one.group.claims, *other.group.claims}, one.incident.id, other.incident.id)
    assert len(would) == 1
    bench.decide(
        lambda: [judgement(bench, ANN, one.incident.id, Verdict.SAME, "a test", other=other.incident.id)]
    )
    came = whole(bench, one.incident.id).incident
    assert brief(came).values == would[0].values
    assert whole(bench, other.incident.id).incident.id == came.id


def test_a_split_is_previewed_as_it_then_comes_out_and_can_be_undone(bench: Bench) -> None:
    of = found(bench, KRAMATORSK)
    page = of.claims[0].document
    out = [c.id for c in of.claims if c.document == page]
    would = parted(bench, of.group.claims, split(bench, ANN, of.incident.id, out, "a test"))
    assert len(would) == 2
    (kept,) = bench.decide(lambda: [split(bench, ANN, of.incident.id, out, "a test")])
    came = {
        brief(whole(bench, c).incident).values
        for c in (out[0], *(c for c in of.incident.claims if c not in out))
    }
    assert came == {side.values for side in would}
    bench.decide(lambda: [taken_back(bench, ANN, kept.id, "a slip")])
    assert whole(bench, out[0]).incident.claims == of.incident.claims


def test_a_split_names_some_claims_of_the_incident_and_no_others(bench: Bench) -> None:
    of, other = found(bench, KRAMATORSK), found(bench, OLENIVKA)
    for out in ([], list(of.group.claims), [other.claims[0].id], ["claim-nowhere"]):
        with pytest.raises(BadInput, match="not all and not none"):
            split(bench, ANN, of.incident.id, out, "a test")


@pytest.mark.parametrize("why", ["", "   ", "\n", "x" * 1001])
def test_a_reason_is_one_line_and_not_empty(bench: Bench, why: str) -> None:
    of = found(bench, OLENIVKA)
    with pytest.raises(BadInput):
        judgement(bench, ANN, of.incident.id, Verdict.ACCEPT, why)


def test_a_verdict_is_given_just_what_it_needs(bench: Bench) -> None:
    one, other = found(bench, OLENIVKA).incident.id, found(bench, KRAMATORSK).incident.id
    with pytest.raises(BadInput, match="name the second one"):
        judgement(bench, ANN, one, Verdict.SAME, "why")
    with pytest.raises(BadInput, match="about one thing"):
        judgement(bench, ANN, one, Verdict.ACCEPT, "why", other=other)
    with pytest.raises(BadInput, match="names the field"):
        judgement(bench, ANN, one, Verdict.CORRECT, "why")
    with pytest.raises(BadInput, match="one incident already"):
        judgement(bench, ANN, one, Verdict.SAME, "why", other=one)
    with pytest.raises(NotFound):
        judgement(bench, ANN, "incident-nowhere", Verdict.ACCEPT, "why")


def test_an_accepted_incident_is_accepted_with_the_claims_that_it_has(bench: Bench) -> None:
    of = found(bench, OLENIVKA)
    (kept,) = bench.decide(lambda: [judgement(bench, ANN, of.incident.id, Verdict.ACCEPT, "read")])
    assert kept.seen == of.incident.claims
    assert found(bench, OLENIVKA).listed.review == "confirmed"


def test_only_an_editor_undoes_what_others_decided_and_nobody_twice(bench: Bench) -> None:
    of = found(bench, OLENIVKA)
    (kept,) = bench.decide(lambda: [judgement(bench, ANN, of.incident.id, Verdict.ACCEPT, "read")])
    with pytest.raises(NotAllowed):
        taken_back(bench, BEN, kept.id, "why")
    bench.decide(lambda: [taken_back(bench, ANN, kept.id, "why")])
    with pytest.raises(BadInput, match="took this back already"):
        taken_back(bench, ANN, kept.id, "why")
    with pytest.raises(NotFound):
        taken_back(bench, ANN, "decision-nowhere", "why")


def test_a_rejected_incident_can_still_be_looked_at(bench: Bench) -> None:
    of = found(bench, OLENIVKA)
    bench.decide(lambda: [judgement(bench, ANN, of.incident.id, Verdict.REJECT, "a test")])
    assert whole(bench, of.incident.id).listed.review == "rejected"
    assert of.incident.id not in ask.ids(bench.index.read(), Filter())
    assert ask.ids(bench.index.read(), Filter(review=("rejected",))) == [of.incident.id]


def test_only_what_was_seen_can_be_accepted(bench: Bench) -> None:
    one, other = found(bench, OLENIVKA), found(bench, KRAMATORSK)
    shown = seen_as(one.incident)
    unchanged(bench, one.incident.id, shown)
    bench.decide(
        lambda: [judgement(bench, BEN, one.incident.id, Verdict.SAME, "told twice", other=other.incident.id)]
    )
    with pytest.raises(BadInput, match="has changed since you opened the page"):
        unchanged(bench, one.incident.id, shown)


def test_a_value_corrected_after_it_was_accepted_must_be_looked_at_again(bench: Bench) -> None:
    of = found(bench, OLENIVKA)
    bench.decide(lambda: [judgement(bench, ANN, of.incident.id, Verdict.ACCEPT, "read")])
    (fix,) = bench.decide(
        lambda: [judgement(bench, BEN, of.incident.id, Verdict.CORRECT, "no", field="killed", value="999")]
    )
    assert whole(bench, of.incident.id).listed.review != "confirmed"
    bench.decide(lambda: [taken_back(bench, BEN, fix.id, "a slip")])
    assert whole(bench, of.incident.id).listed.review == "confirmed"
    bench.decide(lambda: [judgement(bench, BEN, of.incident.claims[0], Verdict.REJECT, "misread")])
    assert whole(bench, of.incident.id).listed.review != "confirmed"


def test_a_number_that_nobody_can_count_is_refused_and_years_far_away_are_drawn_at_the_edge(
    bench: Bench,
) -> None:
    of = found(bench, OLENIVKA)
    with pytest.raises(BadInput, match="cannot be read as killed"):
        bench.decide(
            lambda: [
                judgement(bench, ANN, of.incident.id, Verdict.CORRECT, "why", field="killed", value="9" * 30)
            ]
        )
    bench.decide(
        lambda: [
            judgement(bench, ANN, of.incident.id, Verdict.CORRECT, "why", field="when", value="9999-12-31")
        ]
    )
    for query in ("", "until=9999-12-31", "since=0001-01-01&until=9999-12-30"):
        made = view(bench, Filter.parse(query), 1).timeline
        assert made is None or made.until.year <= 2201


def test_saying_again_that_two_differ_keeps_the_split(bench: Bench) -> None:
    of = found(bench, KRAMATORSK)
    out = [c.id for c in of.claims][:5]
    bench.decide(lambda: [split(bench, ANN, of.incident.id, out, "another day")])
    sides = sorted(
        len(whole(bench, c).incident.claims)
        for c in (out[0], next(c for c in of.incident.claims if c not in out))
    )
    one, other = (
        whole(bench, c).incident.id for c in (out[0], next(c for c in of.incident.claims if c not in out))
    )
    bench.decide(lambda: [judgement(bench, ANN, one, Verdict.DIFFERENT, "yes", other=other)])
    assert sorted(len(whole(bench, i).incident.claims) for i in (one, other)) == sides


def test_rows_say_what_agrees_and_what_clashes(bench: Bench) -> None:
    one, other = found(bench, OLENIVKA).incident, found(bench, KRAMATORSK).incident
    verdicts = {name: verdict for name, verdict, _ in rows([brief(one), brief(other)])}
    assert verdicts["kind"] == verdicts["when"] == "clash"
    assert verdicts["status"] == ""
    assert {verdict for _, verdict, _ in rows([brief(one), brief(one)])} <= {"agree", ""}


def test_quotes_hold_the_sentence_whole_and_mark_the_words(bench: Bench) -> None:
    of = found(bench, OLENIVKA)
    for claim in of.claims:
        made = quote(claim, of.documents[claim.document])
        assert "".join(words for words, _ in made.pieces) == claim.sentence.words
        assert "".join(words for words, kind in made.pieces if kind) == claim.trigger.words


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("abc")), max_size=6),
)
def test_cutting_a_text_loses_nothing(text: str, spans: list[tuple[int, int, str]]) -> None:
    inside = [(min(a, b), min(max(a, b), len(text)), kind) for a, b, kind in spans]
    pieces = cut(text, 0, len(text), inside)
    assert "".join(words for words, _ in pieces) == text
    at = 0
    for words, kinds in pieces:
        middle = at + len(words) / 2
        assert (
            set(kinds.split()) == {kind for a, b, kind in inside if a <= at and middle < b and words}
            or not words
        )
        at += len(words)


def test_a_corrected_place_is_said_by_its_name() -> None:
    value = '{"name":"Brask","lat":50.0,"lon":30.0,"country":"XA","precision":"site"}'
    assert say.value("place", value) == f"Brask, XA ({Precision.SITE.value})"
    assert say.value("kind", Kind.AIR_STRIKE.value) == "air strike"
    assert say.value("killed", None) == "unknown"
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    split_ = Decision(
        "d",
        "incident-a",
        Verdict.DIFFERENT,
        "r",
        "me",
        moment,
        "incident-b",
        seen=("claim-b",),
        rest=("claim-a",),
    )
    assert say.decided(split_) == "split"
