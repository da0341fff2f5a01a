"""What a case keeps, and what is current in it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import BadInput, CaseError, CaseReadOnly, NotFound
from onrecord.model import Capture, Claim, Decision, Document, Failure, Link, Origin, Receipt, Rule, Verdict
from onrecord.store.case import Case
from onrecord.store.runs import Ended, Run, Snapshot
from tests.store.examples import NOON, capture, claim, decision, document, link, origin, receipt, whole_page


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "case", write=True, create=True) as one:
        yield one


def test_what_was_added_is_there_in_its_order_when_opened_again(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case", write=True, create=True) as case:
        assert case.add(claim(n) for n in range(450)) == 450
    with Case.open(tmp_path / "case") as case:
        assert list(case.records(Claim)) == [claim(n) for n in range(450)]
        assert case.ids(Claim) == {claim(n).id for n in range(450)}
        assert case.count(Claim) == 450
        assert case.get(Claim, claim(7).id) == claim(7)
    assert sorted(p.name for p in (tmp_path / "case").iterdir()) == [
        "evidence",
        "record.lock",
        "record.sqlite",
    ]


def test_the_same_record_is_kept_once(case: Case) -> None:
    assert case.add([document(1), document(1), document(2)]) == 2
    assert case.add([document(2), document(3)]) == 1
    assert [d.id for d in case.records(Document)] == [document(n).id for n in (1, 2, 3)]


def test_a_batch_is_added_whole_or_not_at_all(case: Case) -> None:
    def broken() -> Iterator[Claim]:
        yield from (claim(n) for n in range(300))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        case.add(broken())
    assert case.count(Claim) == 0
    assert case.add([claim(1)]) == 1
    assert next(case.verify()).record == claim(1).id  # its document is missing; the chain is whole


def test_what_is_no_record_is_refused(case: Case) -> None:
    with pytest.raises(TypeError, match="not kept"):
        case.add([claim(1), claim(1).trigger])
    with pytest.raises(TypeError, match="could not be read back"):
        case.add([link(claim(1), claim(2), float("nan"))])
    assert case.head().seq == 0


def test_half_a_character_is_kept_as_it_is(case: Case) -> None:
    odd = Failure("caf\udce9.html", "intake", "it is empty \ud800")
    assert case.add([odd]) == 1
    assert case.add([odd]) == 0
    assert list(case.records(Failure)) == [odd]
    assert list(case.verify()) == []


def test_reading_begins_and_ends_with_what_was_there_at_its_beginning(case: Case) -> None:
    case.add(claim(n) for n in range(250))
    for added, _ in enumerate(case.records(Claim), start=1):
        case.add([claim(1000 + added)])
        assert added <= 250
    assert case.count(Claim) == 500


def test_records_of_one_thing(case: Case) -> None:
    for n in range(3):
        case.add(whole_page(n))
    case.add([claim(1, ordinal=1), Failure("capture-2", "clean", "it is empty: give another")])
    assert [c.id for c in case.records(Claim, about=document(1).id)] == [claim(1).id, claim(1, ordinal=1).id]
    assert [d.id for d in case.records(Document, about="capture-2")] == [document(2).id]
    assert [f.stage for f in case.records(Failure, about="capture-2")] == ["clean"]
    assert list(case.records(Claim, about="document-of-nobody")) == []


def test_the_newest_reading_of_the_newest_document_is_current(case: Case) -> None:
    old, new = document(1), document(1, version=2)
    case.add([*whole_page(1), *whole_page(2)])
    case.add([new, claim(1, of=new), receipt(new, claim(1, of=new))])
    again = claim(2, ordinal=5)
    case.add([again, receipt(document(2), again, version=2)])
    assert {d.id for d in case.current(Document)} == {new.id, document(2).id}
    assert {r.document for r in case.current(Receipt)} == {new.id, document(2).id}
    assert {c.id for c in case.current(Claim)} == {claim(1, of=new).id, again.id}
    assert case.get(Document, old.id) == old
    assert case.count(Claim) == 4


def test_origins_made_anew_supersede_the_earlier_ones_and_lose_none(case: Case) -> None:
    one, two, both = origin(document(1)), origin(document(2)), origin(document(1), document(2))
    assert case.renew(Origin, [one, two]) == (2, 0)
    assert case.renew(Origin, [both]) == (1, 2)
    assert list(case.current(Origin)) == [both]
    assert case.renew(Origin, [both]) == (0, 0)
    assert case.renew(Origin, [two, one]) == (2, 1)
    assert list(case.current(Origin)) == [one, two]
    assert list(case.records(Origin)) == [one, two, both]
    assert case.count(Snapshot) == 3


def test_nothing_renewed_is_nothing_current(case: Case) -> None:
    stray = link(claim(1), claim(2))
    case.add([stray])
    assert list(case.current(Link)) == [stray]
    assert case.renew(Link, []) == (0, 0)
    assert list(case.current(Link)) == []
    assert list(case.records(Link)) == [stray]


def test_a_large_snapshot_is_cut_into_rows_and_read_as_one(case: Case) -> None:
    claims = [claim(n) for n in range(150)]
    links = [link(a, b) for i, a in enumerate(claims) for b in claims[:i]]
    assert case.renew(Link, links) == (11_175, 0)
    assert case.count(Snapshot) == 3
    assert case.renew(Link, links[:10]) == (0, 11_165)
    assert {found.id for found in case.current(Link)} == {one.id for one in links[:10]}


def test_a_decision_replaces_the_one_before_it_about_the_same_thing(case: Case) -> None:
    first = case.decide(decision("claim-a"))
    second = case.decide(decision("claim-a", Verdict.REJECT))
    corrected = case.decide(decision("claim-a", Verdict.CORRECT, field="killed", value="3"))
    joined = case.decide(decision("claim-a", Verdict.SAME, other="claim-b"))
    parted = case.decide(decision("claim-b", Verdict.DIFFERENT, other="claim-a"))
    assert first.replaces is None
    assert second.replaces == first.id
    assert corrected.replaces is None
    assert joined.replaces is None
    assert parted.replaces == joined.id
    assert case.history("claim-a") == (first, second, corrected, joined, parted)
    assert case.history("claim-b") == (joined, parted)
    assert list(case.current(Decision)) == [second, corrected, parted]


def test_an_undo_names_the_decision_that_it_takes_back(case: Case) -> None:
    first = case.decide(decision("claim-a"))
    second = case.decide(decision("claim-a", Verdict.REJECT))
    back = case.decide(decision(second.id, Verdict.UNDO))
    assert back.replaces is None
    assert list(case.current(Decision)) == [first]
    assert case.decide(decision("claim-a", Verdict.UNSURE)).replaces == first.id
    with pytest.raises(BadInput, match="no decision decision-nowhere"):
        case.decide(decision("decision-nowhere", Verdict.UNDO))


def test_the_newest_rule_of_a_case_holds(case: Case) -> None:
    assert case.rule() is None
    case.add([Rule("rule-1", 2, "two pairs of eyes", "an editor", NOON)])
    case.add([Rule("rule-2", 1, "too slow", "an editor", NOON)])
    assert case.rule() == Rule("rule-2", 1, "too slow", "an editor", NOON)


def test_some_records_by_their_ids(case: Case) -> None:
    case.add(record for n in range(3) for record in whole_page(n))
    wanted = [document(0).id, document(2).id, "document-nowhere"]
    assert sorted(d.id for d in case.some(Document, wanted)) == sorted(wanted[:2])
    assert [row.seq for row in case.since(case.head().seq - 2)] == [case.head().seq - 1, case.head().seq]


def test_a_correction_that_could_not_be_applied_is_not_kept(case: Case) -> None:
    for field, value in (("killed", "many"), ("earliest", "Monday"), (None, None)):
        with pytest.raises(BadInput):
            case.decide(replace(decision("claim-a", Verdict.CORRECT), field=field, value=value))
    assert not case.count(Decision)


def test_the_same_decision_twice_is_two_decisions(case: Case) -> None:
    first, second = case.decide(decision("claim-a")), case.decide(decision("claim-a"))
    assert second.replaces == first.id
    assert case.history("claim-a") == (first, second)


def test_a_run_is_written_down_and_names_what_it_added(case: Case) -> None:
    run = case.begin("run pages")
    case.add([capture(1)])
    case.end({"captures": 1})
    case.add([capture(2)])
    assert list(case.records(Run)) == [run]
    [ended] = case.records(Ended)
    assert (ended.run, ended.counts) == (run.id, (("captures", 1),))
    with pytest.raises(ValueError, match="no run has begun"):
        case.end({})
    assert [row.run for row in case.rows()] == [None, run.id, run.id, None]


def test_an_id_is_found_by_its_beginning(case: Case) -> None:
    case.add([claim(n) for n in range(40)])
    case.add([capture(1), capture(12)])
    whole = claim(3).id
    assert (
        case.find(whole) == case.find(whole[:14]) == case.find(whole.removeprefix("claim-")[:8]) == claim(3)
    )
    assert case.find("capture-1") == capture(1)
    with pytest.raises(NotFound, match=r"more than one id .*capture-12"):
        case.find("capture-")
    with pytest.raises(NotFound, match=r"nothing has the id claim-zz; the nearest are claim-"):
        case.find("claim-zz")
    with pytest.raises(NotFound, match="no claim has the id capture-1"):
        case.get(Claim, "capture-1")


def test_nothing_is_found_in_an_empty_case(case: Case) -> None:
    with pytest.raises(NotFound, match="the case is empty"):
        case.find("x")


def test_a_case_opened_for_reading_cannot_be_written_to(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case", write=True, create=True) as case:
        case.add([capture(1)])
    with Case.open(tmp_path / "case") as case, pytest.raises(CaseReadOnly, match="for reading only"):
        case.add([capture(2)])


def test_a_reader_sees_what_a_writer_added_meanwhile(tmp_path: Path) -> None:
    with (
        Case.open(tmp_path / "case", write=True, create=True) as writer,
        Case.open(tmp_path / "case") as reader,
    ):
        writer.add([capture(1)])
        assert list(reader.records(Capture)) == [capture(1)]


@pytest.mark.parametrize("what", ["nothing", "an empty folder", "a file"])
def test_what_is_no_case_is_told_with_the_command_that_makes_one(tmp_path: Path, what: str) -> None:
    path = tmp_path / "case"
    if what == "an empty folder":
        path.mkdir()
    elif what == "a file":
        path.write_text("hello")
    for write in (False, True):
        with pytest.raises(CaseError, match=f"onrecord run PATH --case {path}"), Case.open(path, write=write):
            pass
    assert what != "nothing" or not path.exists()


def test_a_folder_with_other_things_is_not_made_into_a_case(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("hello")
    with (
        pytest.raises(CaseError, match=r"holds other files \(letters.txt"),
        Case.open(tmp_path, write=True, create=True),
    ):
        pass
    assert [p.name for p in tmp_path.iterdir()] == ["letters.txt"]


def test_a_case_that_holds_other_things_too_can_still_be_used(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case", write=True, create=True) as case:
        case.add([capture(1)])
    (tmp_path / "case" / "notes.txt").write_text("hello")
    with Case.open(tmp_path / "case", write=True, create=True) as case:
        assert case.ids(Capture) == {"capture-1"}
