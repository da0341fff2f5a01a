"""What can be done in the workbench can be done on the command line: finding, the queue, history, undo, splits, filtered exports."""

import csv
import json
from pathlib import Path

import pytest

from onrecord.model import Decision, Incident, Record
from onrecord.store.case import Case
from tests.cli.command import call


def station(practice: Record) -> Incident:
    return next(i for i in practice.incidents if i.place and i.place.name == "Kramatorsk")


def test_incidents_are_found_by_words_and_by_the_filter_of_the_workbench(
    case: Path, practice: Record
) -> None:
    found = call("find", "--case", case, "Kramatorsk").output
    assert station(practice).id[:19] in found
    assert found.endswith("1 incident\n")
    both = call("find", "--case", case, "--filter", "?kind=air_strike&since=2022-03-10").output
    assert both.endswith("1 incident\n")
    assert call("find", "--case", case, "zzzz").output.endswith("0 incidents\n")
    assert "kind cannot be 'war'" in call("find", "--case", case, "--filter", "kind=war", code=1).output


def test_pages_are_found_in_their_own_script(case: Path) -> None:
    found = call("find", "--case", case, "--pages", "Охтирц").output
    assert "language uk is not read yet" in found


def test_the_queue_begins_with_what_is_most_in_doubt(case: Path, practice: Record) -> None:
    told = call("queue", "--case", case).output
    worths = [
        float(line.split()[0]) for line in told.splitlines() if line[:1].isdigit() and "." in line.split()[0]
    ]
    assert worths == sorted(worths, reverse=True)
    assert "same or different?" in told
    call("decide", "--case", case, station(practice).id, "accept", "--reason", "read", "--by", "ed")
    after = call("queue", "--case", case).output
    assert f"review              {station(practice).id[:19]}" not in after
    assert "killed: people agreed 1 of 1 times (100%)" in after


def test_an_old_decision_is_undone_by_its_id(case: Path, practice: Record) -> None:
    one, other = practice.incidents[:2]
    call("decide", "--case", case, one.id, "same", other.id, "--reason", "told twice", "--by", "ed")
    call("decide", "--case", case, practice.incidents[4].id, "accept", "--reason", "read", "--by", "ed")
    with Case.open(case) as opened:
        merge = next(opened.records(Decision))
    call("decide", "--case", case, merge.id[:16], "undo", "--reason", "two after all", "--by", "ann")
    assert len(call("show", "--case", case).output.splitlines()) == len(practice.incidents) + 1
    assert "(taken back by ann: two after all)" in call("why", "--case", case, one.id).output
    told = call("history", "--case", case, one.id).output
    assert f"same {other.id[:19]}" in told
    assert "taken back by ann" in told
    assert "read" not in told
    assert (
        "lists them"
        in call("decide", "--case", case, "decision-00000000", "undo", "--reason", "r", code=1).output
    )


def test_claims_are_taken_out_of_an_incident(case: Path, practice: Record) -> None:
    whole = station(practice)
    out = whole.claims[:3]
    options = [word for claim in out for word in ("--out", claim)]
    call(
        "decide", "--case", case, whole.id, "different", *options, "--reason", "another strike", "--by", "ed"
    )
    lines = call("find", "--case", case, "Kramatorsk").output
    assert lines.endswith("2 incidents\n")
    every = [word for claim in whole.claims for word in ("--out", claim)]
    refused = call("decide", "--case", case, whole.id, "different", *every, "--reason", "r", code=2).output
    assert "not all of them" in refused
    assert (
        "--out goes with different"
        in call("decide", "--case", case, whole.id, "accept", *options, "--reason", "r", code=2).output
    )


def test_two_reviewers_are_laid_down_for_the_case(case: Path, practice: Record) -> None:
    call("reviewers", "2", "--case", case, "--reason", "two pairs of eyes", "--by", "ed")
    for by, number in (("ed", 0), ("ed", 0), ("ann", 1)):
        call("decide", "--case", case, station(practice).id, "accept", "--reason", "read", "--by", by)
        assert call("show", "--case", case).output.count(", confirmed") == number


def test_an_export_of_a_filter_is_the_same_part_of_the_whole_export(case: Path) -> None:
    rows = {}
    for name, options in {"whole": [], "part": ["--filter", "kind=air_strike"]}.items():
        file = case.parent / f"{name}.csv"
        done = call("export", "--case", case, "--format", "csv", "-o", file, *options)
        rows[name] = [
            row
            for row in csv.DictReader(file.open(encoding="utf-8", newline=""))
            if row["kind"] == "air_strike"
        ]
    assert [{**row, "withheld": ""} for row in rows["part"]] == [
        {**row, "withheld": ""} for row in rows["whole"]
    ]
    assert len(rows["part"]) == 2
    assert "2 incidents written. People who do not act in public office" in done.stderr


def test_who_is_protected_anywhere_is_protected_in_a_part(case: Path, practice: Record) -> None:
    """The same names are withheld from a part as from the whole, also those that another page says are to be protected."""
    files = {name: case.parent / f"{name}.jsonl" for name in ("whole", "part")}
    call("export", "--case", case, "--format", "jsonl", "-o", files["whole"])
    call("export", "--case", case, "--format", "jsonl", "-o", files["part"], "--filter", "q=Okhtyrka")
    whole, part = (
        {row["id"]: row for row in map(json.loads, file.open(encoding="utf-8"))} for file in files.values()
    )
    assert part
    for id_, row in part.items():
        assert row["evidence"] == whole[id_]["evidence"]


@pytest.mark.parametrize("wanted", ["kinds=shelling", "http://127.0.0.1:8765/?kinds=shelling", "shelling"])
def test_a_filter_that_is_misspelt_does_not_ask_for_everything(case: Path, wanted: str) -> None:
    for command in (("find",), ("queue",), ("export", "--format", "csv")):
        said = call(*command, "--case", case, "--filter", wanted, code=1).output
        assert "there is no filter" in said
    pasted = call("find", "--case", case, "--filter", "http://127.0.0.1:8765/?kind=bombing&page=1").output
    assert pasted.endswith("1 incident\n")


def test_what_says_nothing_is_not_kept(case: Path, practice: Record) -> None:
    id_ = practice.incidents[0].id
    for reason in ("", "  "):
        said = call("decide", "--case", case, id_, "accept", "--reason", reason, code=1).output
        assert "say in one line why" in said
        assert "why" in call("reviewers", "2", "--case", case, "--reason", reason, code=1).output
    said = call("decide", "--case", case, id_, "same", id_, "--reason", "r", code=1).output
    assert "these are one" in said
    with Case.open(case) as opened:
        assert not list(opened.records(Decision))


def test_why_tells_of_a_decision(case: Path, practice: Record) -> None:
    id_ = practice.incidents[0].id
    first = call("decide", "--case", case, id_, "accept", "--reason", "read", "--by", "ed").output[:29]
    second = call("decide", "--case", case, id_, "reject", "--reason", "a film", "--by", "ann").output[:29]
    call("decide", "--case", case, second, "undo", "--reason", "a slip", "--by", "ann")
    told = call("why", "--case", case, first).output
    assert f"about {id_}" in told
    assert "decided by ed" in told
    assert f"{second} took its place" in told
    again = call("why", "--case", case, second).output
    assert f"in place of {first}" in again
    assert "taken back by ann: a slip" in again
    assert "history" in call("why", "--case", case, "decision-zz", code=1).output


def test_what_is_not_found_is_named_as_it_was_typed(case: Path) -> None:
    for words in (("show", "incident-zz"), ("decide", "incident-zz", "accept", "--reason", "r")):
        assert "incident-zz" in call(words[0], "--case", case, *words[1:], code=1).output
