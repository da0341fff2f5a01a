"""What a person decides changes the record and can be undone."""

import subprocess
from pathlib import Path

from onrecord.model import Decision, Record
from onrecord.store.case import Case
from tests.cli.command import ONRECORD, call


def test_decisions_change_the_record_and_can_be_undone(case: Path, practice: Record) -> None:
    one, other = practice.incidents[:2]
    before = call("show", "--case", case).output
    call(
        "decide", "--case", case, one.id, "same", other.id, "--reason", "one attack told twice", "--by", "ed"
    )
    joined = call("show", "--case", case).output
    assert len(joined.splitlines()) == len(before.splitlines()) - 1
    call("decide", "--case", case, one.id, "unsure", other.id, "--reason", "not sure after all", "--by", "ed")
    assert len(call("show", "--case", case).output.splitlines()) == len(before.splitlines())
    with Case.open(case) as opened:
        kept = list(opened.records(Decision))
    assert [d.by for d in kept] == ["ed", "ed"]
    assert kept[1].replaces == kept[0].id


def test_a_joined_incident_answers_to_both_names_and_says_who_joined_it(case: Path, practice: Record) -> None:
    one, other = practice.incidents[:2]
    call(
        "decide", "--case", case, one.id, "same", other.id, "--reason", "one attack told twice", "--by", "ed"
    )
    for name in (one.id[:19], other.id[:19]):
        assert "decided by ed" in call("why", "--case", case, name).output
        call("export", "--case", case, "--format", "csv", "--incident", name)


def test_a_rejected_incident_says_by_whom_and_comes_back(case: Path, practice: Record) -> None:
    one, other = practice.incidents[:2]
    refused = call(
        "decide", "--case", case, one.id, "reject", other.id, "--reason", "r", "--by", "ed", code=2
    )
    assert "one id" in refused.output
    call("decide", "--case", case, one.id, "reject", "--reason", "a test of the siren", "--by", "ed")
    assert one.id[:19] not in call("show", "--case", case).output
    assert "a test of the siren" in call("why", "--case", case, one.claims[0]).output
    call("decide", "--case", case, one.id, "unsure", "--reason", "no, it was real", "--by", "ed")
    assert one.id[:19] in call("show", "--case", case).output


def test_a_place_is_corrected_by_name_and_one_of_several_by_its_number(case: Path, practice: Record) -> None:
    id_ = practice.incidents[-1].id
    fix = (
        "decide",
        "--case",
        case,
        id_,
        "correct",
        "--reason",
        "the prisoner's unit",
        "--by",
        "ed",
        "--field",
        "place",
    )
    call(*fix, "--value", "Chasiv Yar")
    assert "Chasiv Yar, Donetsk" in call("show", "--case", case).output
    done = subprocess.run(
        [ONRECORD, *map(str, fix), "--value", "Olenivka"], capture_output=True, text=True, check=False
    )
    assert "Olenivka#698614 = Olenivka, Donetsk Oblast, UA" in done.stderr
    call(*fix, "--value", "Olenivka#698614")
    assert call("show", "--case", case).output.count("Olenivka, Donetsk") == 2


def test_why_tells_a_correction_as_a_persons(case: Path, practice: Record) -> None:
    one = practice.incidents[0]
    words = ("correct", "--field", "killed", "--value", "4", "--reason", "the registry", "--by", "ed")
    call("decide", "--case", case, one.id, *words)
    assert "correct killed = 4: the registry" in call("why", "--case", case, one.id).output


def test_a_rejected_claim_leaves_the_incident(case: Path, practice: Record) -> None:
    incident = max(practice.incidents, key=lambda i: len(i.claims))
    claim = incident.claims[0]
    call("decide", "--case", case, claim, "reject", "--reason", "a slip of the pen", "--by", "ed")
    assert claim[:16] not in call("show", "--case", case, incident.claims[1]).output


def test_decide_asks_for_what_is_missing(case: Path, practice: Record) -> None:
    id_ = practice.incidents[0].id
    assert "two ids" in call("decide", "--case", case, id_, "same", "--reason", "r", code=2).output
    assert "--field" in call("decide", "--case", case, id_, "correct", "--reason", "r", code=2).output
