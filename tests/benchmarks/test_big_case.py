"""The generated case is a real one: whole, linked up, as large as asked for, and the same for the same seed."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
from benchmarks.big_case import KINDS, write
from benchmarks.big_making import Size
from benchmarks.big_plan import is_twin, plan, sizes
from benchmarks.big_words import LANGUAGES, Marked, tongue

from onrecord.intake.evidence import check_evidence, read_capture
from onrecord.model import (
    Attribution,
    Capture,
    Claim,
    Document,
    Harm,
    Kind,
    Passage,
    Precision,
    Receipt,
    Record,
    SpeakerKind,
    Stance,
    Status,
    Verdict,
)
from onrecord.stages.link.weights import PRIOR, probability
from onrecord.store.case import Case
from onrecord.store.record import record_of
from onrecord.store.rows import encode, id_of

SIZE = Size(documents=200, incidents=40, seed=12)  # of which some incidents are nearly the same


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("big") / "case"
    write(folder, SIZE)
    return folder


@pytest.fixture(scope="module")
def case(folder: Path) -> Iterator[Case]:
    with Case.open(folder) as case:
        yield case


@pytest.fixture(scope="module")
def record(case: Case) -> Record:
    return record_of(case)


def test_it_is_whole(case: Case) -> None:
    assert not list(case.verify())
    assert not list(check_evidence(case.folder, case.records(Capture)))


def test_it_is_as_large_as_asked_for(case: Case, record: Record) -> None:
    assert len(record.documents) == len(record.captures) == case.count(Receipt) == SIZE.documents
    assert abs(len(record.incidents) - SIZE.incidents) <= 6  # people rejected, joined and split some
    assert 1.2 <= len(record.claims) / len(record.documents) <= 1.8
    assert Counter(bool(r.claims) for r in case.current(Receipt)) == {True: 160, False: 40}


def test_the_same_seed_gives_the_same_records(case: Case, tmp_path: Path) -> None:
    assert _written(tmp_path / "again", SIZE) == _records(case)
    other = _written(tmp_path / "other", Size(60, 12, seed=2))
    assert other["Claim"].keys().isdisjoint(_records(case)["Claim"])


def test_a_second_process_gives_the_same_records(case: Case, tmp_path: Path) -> None:
    assert _written(tmp_path / "beside", SIZE, beside=True) == _records(case)


def test_more_incidents_than_pages_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="9 incidents need more than 8 pages"):
        write(tmp_path / "case", Size(documents=10, incidents=9), beside=True)
    assert not list(tmp_path.iterdir())


def _written(folder: Path, size: Size, *, beside: bool = False) -> dict[str, dict[str, str]]:
    write(folder, size, beside=beside)
    with Case.open(folder) as case:
        return _records(case)


def _records(case: Case) -> dict[str, dict[str, str]]:
    """By type and id, in the order in which they came."""
    return {kind.__name__: {id_of(r): encode(r) for r in case.records(kind)} for kind in KINDS}


def test_all_words_that_a_claim_rests_on_stand_in_its_page(record: Record) -> None:
    for claim in record.claims.values():
        told = record.documents[claim.document].told
        passages = list(_passages(claim))
        assert [told[p.start : p.end] for p in passages] == [p.words for p in passages]
        assert all(p.words.strip() for p in passages)


def _passages(claim: Claim) -> Iterator[Passage]:
    yield from (claim.trigger, claim.sentence)
    yield from (one.passage for one in claim.counts)
    yield from (one.passage for one in claim.participants)
    yield from (one.passage for one in claim.people)
    yield from (p for said in claim.attributions for p in _said(said))
    yield from [claim.place.passage] if claim.place else []
    yield from [claim.time.passage] if claim.time else []
    yield from [claim.stance_cue] if claim.stance_cue else []


def _said(said: Attribution) -> Iterator[Passage]:
    yield from (said.cue, said.content)
    yield from [said.source] if said.source else []


def test_every_page_has_its_original_and_its_paragraphs(case: Case, record: Record) -> None:
    for document in record.documents.values():
        original = read_capture(case.folder, record.captures[document.capture]).decode()
        parts = [document.text[start:end] for start, end in document.paragraphs]
        assert "\n".join(parts) == document.text
        assert all(f"<p>{escape(part)}</p>" in original for part in parts)
        assert f'lang="{document.language}"' in original
    sizes = sorted(len(d.text.encode()) for d in record.documents.values())
    assert 1_500 <= sizes[len(sizes) // 2] <= 2_500


def test_each_page_is_of_one_origin_and_copies_share_their_words(record: Record) -> None:
    held = Counter(d for o in record.origins.values() for d in o.documents)
    assert held == Counter(list(record.documents))
    copied = [o for o in record.origins.values() if len(o.documents) > 1]
    assert copied and max(len(o.documents) for o in copied) <= 12
    for origin in copied:
        first, *others = (record.documents[d] for d in origin.documents)
        assert {row.document for row in origin.shared} == {d.id for d in others}
        for page in others:
            shorter, longer = sorted((first.text, page.text), key=len)
            assert longer.startswith(shorter)


def test_links_hold_incidents_together_and_their_clues_add_up(record: Record) -> None:
    between = [k for k in record.links if k.clues[0].name != "told as one"]
    assert all(k.left < k.right for k in record.links)
    for link in between:
        told = probability(PRIOR + sum(clue.score for clue in link.clues))
        assert told == pytest.approx(link.score, abs=0.001)
    of = {claim: i.id for i in record.incidents for claim in i.claims}
    missed = [k for k in between if not k.joined]
    assert missed and all(0.10 <= k.score <= 0.35 for k in missed)
    same = {d.other for d in record.decisions if d.verdict is Verdict.SAME}
    apart = [of.get(k.left) != of.get(k.right) for k in missed]
    assert all(apart) or same


def test_three_people_decided_something(record: Record) -> None:
    assert {d.by for d in record.decisions} <= {f"Reviewer {letter}" for letter in "ABC"}
    assert Counter(d.verdict for d in record.decisions)[Verdict.ACCEPT] > 0
    assert any(i.confirmed for i in record.incidents)
    assert record.failures


def test_incidents_are_of_all_sorts() -> None:
    plans = [plan(3, n) for n in range(4_000)]
    assert {p.kind for p in plans} == set(Kind)
    assert {p.outlook for p in plans} == set(Stance)
    assert {p.harm for p in plans} == set(Harm)
    places = Counter(p.place.precision if p.place else None for p in plans)
    assert set(places) == {*Precision, None}
    assert _share(places[None]) == pytest.approx(0.06, abs=0.015)
    assert _share(places[Precision.COUNTRY]) == pytest.approx(0.03, abs=0.01)
    assert _share(sum(not p.days for p in plans)) == pytest.approx(0.08, abs=0.015)
    assert _share(2 * sum(p.twin for p in plans)) == pytest.approx(0.05, abs=0.015)
    assert max(p.toll or 0 for p in plans) > 100
    countries = Counter(p.spot.settlement.country for p in plans)
    assert len(countries) > 60
    assert _share(sum(count for _, count in countries.most_common(6))) > 0.7


def _share(count: int) -> float:
    return count / 4_000


def test_a_twin_is_much_like_the_incident_before_it() -> None:
    numbers = [n for n in range(1, 2_000) if is_twin(1, n)]
    assert numbers
    for n in numbers:
        before, after = plan(1, n - 1), plan(1, n)
        assert (before.kind, before.place) == (after.kind, after.place)
        assert after.twin and not before.twin


def test_most_incidents_are_told_by_few_pages_and_one_by_150() -> None:
    counts = sorted(sizes(1, 2_000, 8_000))
    assert sum(counts) == 8_000 and len(counts) == 2_000
    assert counts[-1] == 150 and counts[-2] < 60
    assert sum(n <= 6 for n in counts) > 0.7 * len(counts)
    assert sum(n >= 13 for n in counts) > 20
    assert sizes(1, 5, 5) == [1] * 5
    with pytest.raises(ValueError, match="6 incidents need more than 5 pages"):
        sizes(1, 6, 5)


def test_marks_are_taken_out_of_a_sentence() -> None:
    said = Marked.of("[weapon|shells] [trigger|hit] a school").then(Marked.of(", [source|she] [cue|said]"), 0)
    whole = said.closed()
    assert whole.text == "Shells hit a school, she said."
    words = {role: whole.text[start:end] for role, (start, end) in whole.spans.items()}
    expected = {"weapon": "Shells", "trigger": "hit", "source0": "she", "cue0": "said"}
    assert words == expected | {"content0": "Shells hit a school"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_has_words_for_everything(code: str) -> None:
    words: dict[str, Any] = dict(tongue(code).given)
    assert words.keys() == tongue("en").given.keys()
    assert set(words["acts"]) == set(words["names"]) == {k.value for k in Kind}
    assert set(words["harms"]) == {h.value for h in Harm}
    assert set(words["speakers"]) == {s.value for s in SpeakerKind}
    assert len(words["months"]) == 12


def test_statuses_come_from_the_fold(record: Record) -> None:
    found = Counter(i.status for i in record.incidents)
    assert {Status.SINGLE_ORIGIN, Status.CORROBORATED, Status.CONTESTED} <= set(found)


def test_documents_are_in_four_languages(case: Case) -> None:
    assert {d.language for d in case.records(Document)} == set(LANGUAGES)
