"""A run that is stopped, killed, or whose reader goes away: what was reported as done is there, and the next run goes on."""

import os
import random
import signal
import sqlite3
import subprocess
import time
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
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


def _run(pages: Path, case: Path) -> None:
    os.setsid()
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, 1)
    os.dup2(devnull, 2)
    app(["run", str(pages), "--case", str(case)])


def _killed(pages: Path, case: Path, seconds: float) -> BaseProcess:
    """A run in a process of its own, which has the language model from this one, killed after so many seconds."""
    run = get_context("fork").Process(target=_run, args=(pages, case))
    run.start()
    time.sleep(seconds)
    assert run.pid is not None
    os.kill(run.pid, signal.SIGKILL)
    run.join()
    return run


def test_killed_at_any_moment_then_again_is_the_record_of_a_run_that_was_not(
    pages: Path, whole: str, tmp_path: Path
) -> None:
    began = time.perf_counter()
    call("run", pages, "--case", tmp_path / "timed")
    takes, chance = time.perf_counter() - began, random.Random()
    killed = 0
    for turn in range(3):
        case = tmp_path / f"case-{turn}"
        for _ in range(2):
            if _killed(pages, case, chance.uniform(0, takes)).exitcode == -signal.SIGKILL:
                killed += 1
            else:
                takes /= 2  # it was done before: the machine was slower when the run was timed
        told = call("run", pages, "--case", case).output
        assert told.startswith(f"{_PAGES + 2} articles"), turn
        assert incidents(case) == whole, turn
        assert call("show", "--case", case, "--failures").output.count("\n") == 1
        assert "are what was recorded" in call("verify", "--case", case).output
    assert killed > 0


def test_ctrl_c_is_one_line_and_running_again_goes_on(pages: Path, whole: str, tmp_path: Path) -> None:
    case = tmp_path / "case"
    with waiting(case, pages) as run:
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=60)
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
