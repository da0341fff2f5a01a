"""A run that is stopped, killed, or whose reader goes away: what was reported as done is there, and the next run goes on."""

import os
import random
import signal
import sqlite3
import subprocess
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from onrecord.cli import app
from tests.bad_input.given import ONRECORD, call, good, incidents, page, waiting

_PAGES = 12


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = good(tmp_path_factory.mktemp("stopped") / "pages")
    for n in range(_PAGES):
        (folder / f"page-{n}.html").write_bytes(page(f"house number {n}", f"{n + 3} others were wounded."))
    (folder / "empty.html").touch()
    return folder


@pytest.fixture(scope="module")
def whole(pages: Path) -> str:
    """The record of a run that nothing stopped."""
    call("run", pages, "--case", pages.parent / "whole")
    return incidents(pages.parent / "whole")


def _run(pages: Path, case: Path, seconds: float) -> None:
    os.setsid()
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, 1)
    os.dup2(devnull, 2)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, max(seconds, 0.001))
    app(["run", str(pages), "--case", str(case)])


def _killed(pages: Path, case: Path, seconds: float) -> bool:
    """A run in a process of its own, which has the language model from this one. The system kills it when it has used so many seconds of
    processor time, which a busy machine does not lengthen; false when it was done before."""
    run = get_context("fork").Process(target=_run, args=(pages, case, seconds))
    run.start()
    run.join()
    return run.exitcode == -signal.SIGPROF


def test_killed_at_any_moment_then_again_is_the_record_of_a_run_that_was_not(
    pages: Path, whole: str, tmp_path: Path
) -> None:
    began = time.process_time()
    call("run", pages, "--case", tmp_path / "timed")
    takes, chance = time.process_time() - began, random.Random()
    killed = 0
    for turn in range(
        3
    ):  # in the first, the second and the last third of the run, and once more in what is left
        case, first = tmp_path / f"case-{turn}", takes * (turn + chance.random()) / 3
        killed += _killed(pages, case, first) + _killed(pages, case, chance.uniform(0, takes - first))
        told = call("run", pages, "--case", case).output
        assert told.startswith(f"{_PAGES + 2} articles"), turn
        assert incidents(case) == whole, turn
        assert call("show", "--case", case, "--failures").output.count("\n") == 1
        assert "are what was recorded" in call("verify", "--case", case).output
    assert killed > 0  # the first was, unless this machine has become three times as fast


def test_ctrl_c_is_one_line_and_running_again_goes_on(pages: Path, whole: str, tmp_path: Path) -> None:
    case = tmp_path / "case"
    with waiting(case, pages) as run:
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=120)
    assert (run.returncode, out) == (130, "")
    assert (
        err == "onrecord: stopped; what was reported as done is kept, run the same command again to go on\n"
    )
    call("run", pages, "--case", case)
    assert incidents(case) == whole


def test_the_reader_goes_away(pages: Path, whole: str) -> None:
    case = pages.parent / "whole"
    assert whole
    for words in ("show", "export --format html", "verify"):
        done = subprocess.run(
            ["sh", "-c", f"{ONRECORD} {words} --case {case} | head -c 20"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        assert len(done.stdout) == 20
    with sqlite3.connect(case / "record.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
