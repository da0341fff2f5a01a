"""Cases that cannot be written to, cannot be read, are in use, or run out of room."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.errors import CaseBusy, CaseDamaged, CaseError, CaseNewer, CaseReadOnly, DiskFull
from onrecord.model import Capture, Claim, Document
from onrecord.store.case import Case
from tests.store.examples import capture, claim, document, whole_page

ROOT = Path(__file__).parents[2]
NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A closed case that anyone may read, with 30 pages."""
    with tempfile.TemporaryDirectory() as outer:
        Path(outer).chmod(0o755)
        with Case.open(Path(outer) / "case", write=True, create=True) as case:
            for n in range(30):
                case.add(whole_page(n))
        yield Path(outer) / "case"


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """As a user who may only read: root may do anything, so as nobody."""
    paths = [*folder.iterdir(), folder, folder.parent]
    modes = [path.stat().st_mode for path in paths]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    try:
        if root:
            os.seteuid(NOBODY)
        yield
    finally:
        if root:
            os.seteuid(0)
        for path, mode in zip(paths, modes, strict=True):
            if path.exists():
                path.chmod(mode)


def test_a_read_only_case_can_be_read_and_says_why_it_cannot_be_written_to(folder: Path) -> None:
    before = (folder / "record.sqlite").read_bytes()
    with read_only(folder):
        with Case.open(folder) as case:
            assert case.ids(Claim) == {claim(n).id for n in range(30)}
            assert list(case.verify()) == []
        for create in (False, True):
            with (
                pytest.raises(CaseReadOnly, match="is read-only: copy"),
                Case.open(folder, write=True, create=create),
            ):
                pass
        with pytest.raises(CaseReadOnly), Case.open(folder.parent / "new", write=True, create=True):
            pass
    assert (folder / "record.sqlite").read_bytes() == before


@pytest.mark.parametrize("suffixes", [("", "-wal"), ("", "-wal", "-shm")])
def test_what_a_killed_run_left_in_the_log_is_read_too_where_nothing_can_be_written(
    folder: Path, suffixes: tuple[str, ...]
) -> None:
    copy = folder.parent / "copy"
    copy.mkdir()
    with Case.open(folder, write=True) as case:
        case.add(whole_page(77))
        for suffix in suffixes:  # as a kill would leave them: the newest rows are in the log alone
            shutil.copyfile(folder / f"record.sqlite{suffix}", copy / f"record.sqlite{suffix}")
    assert claim(77).id.encode() not in (copy / "record.sqlite").read_bytes()
    with read_only(copy), Case.open(copy) as case:
        assert case.get(Claim, claim(77).id) == claim(77)
        assert list(case.verify()) == []


def test_two_runs_on_one_case_at_once(folder: Path) -> None:
    with Case.open(folder, write=True) as first:
        with (
            pytest.raises(CaseBusy, match=rf"process {os.getpid()}, since 20.* UTC\): wait"),
            Case.open(folder, write=True),
        ):
            pass
        first.add([capture(99)])
    with Case.open(folder, write=True) as second:
        assert "capture-99" in second.ids(Capture)


_HOLDER = """
import sys, time
from pathlib import Path
from onrecord.store.case import Case
with Case.open(Path(sys.argv[1]), write=True):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_lock_of_another_process_holds_until_it_ends_however_it_ends(folder: Path) -> None:
    command = [sys.executable, "-c", _HOLDER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(CaseBusy, match=f"process {holder.pid}"), Case.open(folder, write=True):
            pass
        holder.send_signal(signal.SIGKILL)
    with Case.open(folder, write=True) as case:
        assert case.add([capture(99)]) == 1


def test_a_case_of_a_newer_version_is_left_alone(folder: Path) -> None:
    _pragma(folder, "user_version = 99")
    before = (folder / "record.sqlite").read_bytes()
    for write in (False, True):
        with pytest.raises(CaseNewer, match="newer version"), Case.open(folder, write=write, create=write):
            pass
    assert (folder / "record.sqlite").read_bytes() == before


def test_the_database_of_another_program_is_no_case(folder: Path) -> None:
    _pragma(folder, "application_id = 7")
    for write in (False, True):
        with pytest.raises(CaseError, match="is not a case"), Case.open(folder, write=write, create=write):
            pass


def test_what_is_no_database_is_told_plainly(folder: Path) -> None:
    (folder / "record.sqlite").write_bytes(b"hello, this is no database at all" * 200)
    for write in (False, True):
        with pytest.raises(CaseDamaged, match="restore it from a copy"), Case.open(folder, write=write):
            pass


def test_beginnings_of_a_case_that_a_kill_left_are_completed(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "record.lock").touch()
    (tmp_path / "record.sqlite").touch()
    with pytest.raises(CaseError, match="is not a case"), Case.open(tmp_path):
        pass
    with Case.open(tmp_path, create=True) as case:
        assert case.add([capture(1)]) == 1


def _pragma(folder: Path, setting: str) -> None:
    with sqlite3.connect(folder / "record.sqlite") as database:
        database.execute(f"PRAGMA {setting}")
    database.close()


def test_a_limit_on_the_size_of_files_is_a_full_disk_and_what_was_done_is_safe(folder: Path) -> None:
    done: list[str] = []
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Case.open(folder, write=True) as case:
        resource.setrlimit(resource.RLIMIT_FSIZE, ((folder / "record.sqlite").stat().st_size + 100_000, hard))
        try:
            with pytest.raises(DiskFull, match="What was reported as done is safe"):
                _fill(case, done)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert done
        assert case.add([capture(5_000)]) == 1
    _all_there(folder, done)


def _fill(case: Case, done: list[str]) -> None:
    for n in range(100, 2_000):
        case.add([capture(n), document(n)])
        done.append(document(n).id)


def _all_there(folder: Path, done: list[str]) -> None:
    with Case.open(folder) as case:
        assert set(done) <= case.ids(Document)
        assert len(case.ids(Document)) <= 30 + len(done) + 1
        assert list(case.verify()) == []


_SMALL_DISK = """
set -e
mount -t tmpfs -o size=6m none "$1"
exec "$2" - "$1/case" <<'END'
import sys
from pathlib import Path
from onrecord.errors import DiskFull
from onrecord.model import Document
from onrecord.store.case import Case
from tests.store.examples import capture, document
done, folder = set(), Path(sys.argv[1])
with Case.open(folder, create=True) as case:
    try:
        for n in range(5000):
            case.add([capture(n), document(n)])
            done.add(document(n).id)
    except DiskFull:
        print("full", len(done) > 20)
with Case.open(folder) as case:
    print("whole", done <= case.ids(Document), list(case.verify()))
try:
    with Case.open(folder, write=True) as case:
        case.add(document(n) for n in range(9000, 9999))
except DiskFull:
    print("still full")
END
"""


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    own_mounts = ["unshare", "--user", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or subprocess.run([*own_mounts, "true"], check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk")
    done = subprocess.run(
        [*own_mounts, "sh", "-c", _SMALL_DISK, "sh", str(tmp_path), sys.executable],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.splitlines() == ["full True", "whole True []", "still full"], done.stderr
