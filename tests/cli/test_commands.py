"""The commands as a person types them, on the practice case."""

import json
import subprocess
from pathlib import Path

import pytest

from onrecord.model import Record
from onrecord.stages.sure.weights import MODEL
from tests.cli.command import ONRECORD, call
from tests.practice import PAGES


def test_run_sums_up_in_plain_words(tmp_path: Path) -> None:
    case = tmp_path / "case"
    first = call("run", PAGES / "visnyk", PAGES / "valley-post", "--case", case).output
    assert first.startswith("5 articles from 5 origins, ")
    assert "2 articles kept but not read: language uk is not read yet" in first
    assert "slowest step: " in first
    assert f"next: onrecord show --case {case}" in first


def test_show_lists_every_incident_and_one_whole(practice: Record, practice_case: Path) -> None:
    table = call("show", "--case", practice_case).output
    assert all(i.id[:19] in table for i in practice.incidents)
    incident = max(practice.incidents, key=lambda i: len(i.claims))
    whole = " ".join(call("show", "--case", practice_case, incident.id).output.split())
    for claim in (practice.claims[c] for c in incident.claims):
        assert claim.id[:16] in whole
        assert " ".join(claim.sentence.words.split()) in whole


def test_show_takes_the_beginning_of_an_id_and_a_claim_of_the_incident(
    practice: Record, practice_case: Path
) -> None:
    incident = practice.incidents[0]
    assert incident.id[:19] in call("show", "--case", practice_case, incident.id[:19]).output
    assert incident.id[:19] in call("show", "--case", practice_case, incident.claims[-1]).output


def test_why_names_words_place_time_and_maker(practice: Record, practice_case: Path) -> None:
    claim = next(c for c in practice.claims.values() if c.place and c.time and c.counts)
    told = call("why", "--case", practice_case, claim.id).output
    assert claim.trigger.words in told
    assert claim.place and claim.place.reason in told
    assert claim.when.reason in told
    assert "made by: parse/" in told
    assert "SHA-256" in told


def test_why_and_show_say_how_sure_each_field_is(practice: Record, practice_case: Path) -> None:
    incident = next(i for i in practice.incidents if i.how_sure("stance") is not None)
    claim = next(c for c in practice.claims.values() if c.how_sure("stance") is not None)
    for told in (
        call("why", "--case", practice_case, incident.id).output,
        call("show", "--case", practice_case, incident.id).output,
    ):
        assert f"stance {incident.how_sure('stance'):.2f}" in told
    told = call("why", "--case", practice_case, claim.id).output
    assert f"stance {claim.how_sure('stance'):.2f}" in told
    assert f"sure/1 ({MODEL})" in told


def test_why_explains_links_origins_and_pages(practice: Record, practice_case: Path) -> None:
    link = practice.links[0]
    assert all(clue.detail in call("why", "--case", practice_case, link.id).output for clue in link.clues)
    origin = max(practice.origins.values(), key=lambda o: len(o.documents))
    assert origin.shared[0].words[:40] in call("why", "--case", practice_case, origin.id).output
    document = next(iter(practice.documents.values()))
    assert str(document.published_by) in call("why", "--case", practice_case, document.id).output


@pytest.mark.parametrize("command", ["show", "why"])
def test_an_unknown_id_says_where_ids_are(practice_case: Path, command: str) -> None:
    done = subprocess.run(
        [ONRECORD, command, "--case", practice_case, "nonsense"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "onrecord show --case" in done.stderr


def test_a_folder_that_is_no_case_says_how_to_make_one(tmp_path: Path) -> None:
    done = subprocess.run(
        [ONRECORD, "show", "--case", tmp_path / "none"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "onrecord run" in done.stderr


@pytest.mark.parametrize("format_", ["jsonl", "csv", "geojson", "html"])
def test_export_writes_a_file_and_standard_output(practice_case: Path, tmp_path: Path, format_: str) -> None:
    out = tmp_path / "out"
    call("export", "--case", practice_case, "--format", format_, "-o", out)
    printed = call("export", "--case", practice_case, "--format", format_).output
    assert "Okhtyrka" in out.read_text(encoding="utf-8")
    assert "Okhtyrka" in printed


def test_an_export_that_fails_leaves_what_was_there(practice_case: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("before")
    call(
        "export", "--case", practice_case, "--format", "csv", "--incident", "incident-none", "-o", out, code=1
    )
    assert out.read_text() == "before"
    call("export", "--case", practice_case, "--format", "csv", "-o", out)
    assert out.read_text(encoding="utf-8").startswith("id,")
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_export_of_one_incident(practice: Record, practice_case: Path) -> None:
    chosen = practice.incidents[0]
    rows = call("export", "--case", practice_case, "--format", "jsonl", "--incident", chosen.id).output
    assert [json.loads(row)["id"] for row in rows.splitlines() if json.loads(row).get("id")] == [chosen.id]


def test_an_unknown_format_names_the_known_ones(practice_case: Path) -> None:
    assert "geojson" in call("export", "--case", practice_case, "--format", "xls", code=2).output


def test_verify_is_clean_and_tells_an_altered_byte(case: Path) -> None:
    assert "are what was recorded" in call("verify", "--case", case).output
    warc = next((case / "evidence").glob("*.warc.gz"))
    content = bytearray(warc.read_bytes())
    content[len(content) // 2] ^= 1
    warc.write_bytes(content)
    assert "problem" in call("verify", "--case", case, code=1).output


def test_published_dates_the_pages_that_do_not_say(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Shells hit a school in Okhtyrka, Ukraine, on Friday, killing two people, the governor said.\n"
    )
    call("run", page, "--case", tmp_path / "a", "--published", "2022-03-03")
    call("run", page, "--case", tmp_path / "b")
    assert "2022-02-25" in call("show", "--case", tmp_path / "a").output
    assert "2022" not in call("show", "--case", tmp_path / "b").output


def test_standard_input_is_a_page(tmp_path: Path) -> None:
    text = "Two people were killed when shells hit a market in Kherson, Ukraine, the governor said.\n"
    done = subprocess.run(
        [ONRECORD, "run", "-", "--case", tmp_path / "case"],
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("1 article from 1 origin,"), done.stderr


def test_read_link_and_copies_on_rows(tmp_path: Path) -> None:
    text = (
        "Two people were killed when shells hit a market in Kherson, Ukraine, on Monday, the governor said."
    )
    rows = [
        {"id": "a", "published": "2022-05-03", "language": "en", "text": text},
        {"id": "b", "published": "2022-05-03", "language": "en", "text": text + " Five others were wounded."},
        {"id": "c", "language": "uk", "text": "Двоє людей загинули."},
    ]
    inputs = tmp_path / "inputs.jsonl"
    inputs.write_text("".join(json.dumps(r) + "\n" for r in rows) + "{broken\n", encoding="utf-8")
    call("read", inputs, "-o", tmp_path / "readings.jsonl")
    readings = [
        json.loads(line) for line in (tmp_path / "readings.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    whole = {r["id"]: r for r in readings if "failure" not in r}
    assert [r["text"] for r in whole.values()] == [r["text"] for r in rows]
    assert whole["c"]["note"] == "language uk is not read yet"
    assert [r["failure"] for r in readings if "failure" in r]
    call("link", tmp_path / "readings.jsonl", "-o", tmp_path / "incidents.jsonl")
    incident = json.loads((tmp_path / "incidents.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert incident["documents"] == ["a", "b"]
    assert incident["killed"]["best"] == 2
    call("link", "--each", tmp_path / "readings.jsonl", "-o", tmp_path / "each.jsonl")
    assert len((tmp_path / "each.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    call("copies", inputs, "-o", tmp_path / "origins.jsonl")
    origins = [
        json.loads(line)["documents"] for line in (tmp_path / "origins.jsonl").read_text().splitlines()
    ]
    assert sorted(map(sorted, origins)) == [["a", "b"], ["c"]]


def test_link_says_which_line_is_broken(tmp_path: Path) -> None:
    broken = tmp_path / "readings.jsonl"
    broken.write_text('{"id": "a"}\n')
    done = subprocess.run([ONRECORD, "link", broken], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "readings.jsonl:1" in done.stderr


def test_places_added_to_a_case_are_found(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Two people were killed when shells hit the village of Testivka in Ukraine, the governor said.\n"
    )
    dump = tmp_path / "UA.txt"
    row = [
        "99000001",
        "Testivka",
        "Testivka",
        "",
        "49.1",
        "36.2",
        "P",
        "PPL",
        "UA",
        "",
        "07",
        "",
        "",
        "",
        "120",
        "",
        "",
        "",
        "",
    ]
    dump.write_text("\t".join(row) + "\n", encoding="utf-8")
    case = tmp_path / "case"
    call("run", page, "--case", case)
    assert "Testivka" not in call("show", "--case", case).output
    assert call("places", "add", dump, "--case", case).output.startswith("1 place added")
    call("run", page, "--case", case)
    assert "Testivka" in call("show", "--case", case).output
