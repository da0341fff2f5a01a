"""A case in use, read-only, on a full disk, of a newer version; and what leaves it to a place that is not there."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import steps
from onrecord.intake import gather
from onrecord.store.case import Case
from onrecord.watch import Watch
from tests.bad_input.given import ONRECORD, call, good, incidents, page, start, waiting


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    call("run", good(folder / "pages"), "--case", folder / "case")
    return folder


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    """A case with two good pages, which lie beside it."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "case"


def test_two_runs_at_once_and_a_look_meanwhile(case: Path) -> None:
    before = incidents(case)
    with waiting(case) as first:
        second = call("run", case.parent / "pages", "--case", case, code=1)
        assert second.output.count("\n") == 1
        assert f"another run is writing to {case} (process {first.pid}, since" in second.output
        assert incidents(case) == before
        assert "Kherson" in call("show", "--case", case).output
        assert "are what was recorded" in call("verify", "--case", case).output
        out, err = first.communicate(
            "Three people were killed in Izium, Ukraine, on 3 May 2022, officials said.\n"
        )
    assert (first.returncode, err) == (0, "")
    assert out.startswith("3 articles")
    assert "Izyum" in call("show", "--case", case).output


def test_a_case_of_a_newer_version_is_left_alone(case: Path) -> None:
    with sqlite3.connect(case / "record.sqlite") as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    before = (case / "record.sqlite").read_bytes()
    for words in (("run", case.parent / "pages"), ("show",), ("verify",), ("export", "--format", "csv")):
        told = call(*words, "--case", case, code=1).output
        assert told.count("\n") == 1
        assert "newer version of On Record: install that version" in told
    assert (case / "record.sqlite").read_bytes() == before


def test_evidence_that_was_damaged_is_told_and_the_rest_is_read(case: Path) -> None:
    (case.parent / "late.html").write_bytes(page("depot"))
    with Case.open(case, write=True) as opened:  # as a run leaves it that was stopped after this step
        steps.keep(opened, gather([case.parent / "late.html"]), Watch())
    warc = next((case / "evidence").glob("*.warc.gz"))
    warc.write_bytes(warc.read_bytes()[:-100] + b"\0" * 100)
    (case.parent / "new.html").write_bytes(page("mill"))
    told = call("run", case.parent / "new.html", "--case", case).output
    assert told.startswith("3 articles")
    assert "late.html" in told
    assert "restore the file from a copy of the case" in told
    assert "problem" in call("verify", "--case", case, code=1).output
    assert "a mill" in incidents(case)


def test_a_folder_of_other_things_is_no_case(tmp_path: Path) -> None:
    told = call("run", good(tmp_path / "pages"), "--case", tmp_path / "pages", code=1).output
    assert told.count("\n") == 1
    assert "holds other files" in told
    assert "onrecord run" in call("show", "--case", tmp_path / "none", code=1).output


@pytest.mark.parametrize("place", ["missing/out.csv", "pages", "/dev/full"])
def test_an_export_to_a_place_that_cannot_be_written_to(case: Path, place: str) -> None:
    told = call("export", "--case", case, "--format", "csv", "-o", case.parent / place, code=1).output
    assert told.count("\n") == 1
    assert f"{place} cannot be written (" in told
    assert "name a file in a folder that is there" in told


def test_a_full_standard_output_is_told(case: Path) -> None:
    with Path("/dev/full").open("w") as full:
        show = start("show", "--case", case, stdout=full)
    _, told = show.communicate()
    assert show.returncode == 1
    assert told.startswith("onrecord: standard output cannot be used (No space left")
    assert told.count("\n") == 1


def test_output_is_utf_8_whatever_the_terminal_says(case: Path) -> None:
    done = subprocess.run(
        [ONRECORD, "show", "--case", case, "nonsense-ї-\udcff"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 1
    assert "nonsense-ї-" in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_a_setting_that_is_no_number_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [ONRECORD, "run", tmp_path, "--case", tmp_path / "case"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "ONRECORD_WORKERS": "many"},
    )
    assert done.returncode == 1
    assert "ONRECORD_WORKERS must be a whole number, it is 'many'" in done.stderr
    assert done.stderr.count("\n") == 1


_DISK = """
set -e
mount -t tmpfs -o size=500k none "$1/disk"
"$2" run "$1/pages" --case "$1/disk/case" 2>&1 || echo "code $?"
mount -o remount,size=50m "$1/disk"
"$2" run "$1/pages" --case "$1/disk/case" 2>&1 && echo "code $?"
mount -o remount,ro "$1/disk"
"$2" run "$1/pages" --case "$1/disk/case" 2>&1 || echo "code $?"
"$2" show --case "$1/disk/case"
"$2" verify --case "$1/disk/case"
"""


def test_a_full_disk_then_more_room_then_a_read_only_one(tmp_path: Path) -> None:
    own_mounts = ["unshare", "--user", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or subprocess.run([*own_mounts, "true"], check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk")
    folder = good(tmp_path / "pages")
    (folder / "large.html").write_bytes(page("mill") + f"<!-- {os.urandom(450_000).hex()} -->".encode())
    (tmp_path / "disk").mkdir()
    done = subprocess.run(
        [*own_mounts, "sh", "-c", _DISK, "sh", str(tmp_path), ONRECORD],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
    )
    lines = done.stdout.splitlines()
    assert done.stderr == ""
    assert "disk is full" in lines[0]
    assert "run the same command again" in lines[0]
    assert lines[1] == "code 1"
    assert lines[2].startswith("3 articles"), lines
    read_only = lines.index("code 0") + 1
    assert "is read-only: copy the case to a folder you can write to" in lines[read_only]
    assert lines[read_only + 1] == "code 1"
    assert "Kherson" in done.stdout
    assert "3 captures are what was recorded" in done.stdout
