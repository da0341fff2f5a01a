"""Pages of our own, and the program as a person starts it."""

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from onrecord.cli import app

ONRECORD = Path(sys.executable).with_name("onrecord")
_PAGE = """<html><head><title>{title}</title>
<meta property="article:published_time" content="2022-05-03T10:00:00Z"></head><body><article>
<p>Two people were killed when shells hit {what} in Kherson, Ukraine, on Monday, the governor said. {more}</p>
<p>The mayor said that rescue workers were still searching the rubble of {what} on Tuesday morning.</p></article></body></html>"""
_WHAT = {"market": "Shells fall on the market", "school": "A lesson that nobody had"}


def page(what: str = "market", more: str = "") -> bytes:
    return _PAGE.format(title=_WHAT.get(what, what), what=f"a {what}", more=more).encode()


def good(folder: Path) -> Path:
    """A folder with two good pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for what in _WHAT:
        (folder / f"good-{what}.html").write_bytes(page(what))
    return folder


def call(*words: object, code: int = 0, stdin: bytes | None = None) -> Result:
    """The command in this process, which has the language model open already."""
    result = CliRunner().invoke(app, list(map(str, words)), input=stdin)
    assert result.exit_code == code, result.output + repr(result.exception)
    assert "Traceback" not in result.output
    return result


def start(*words: object, **options: Any) -> "subprocess.Popen[str]":
    """The command as a process of its own. It hears Ctrl-C, which a shell lets nothing hear that it starts in the background, these tests
    and what they start among it."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    hears = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen([ONRECORD, *map(str, words)], text=True, preexec_fn=hears, **(pipes | options))


def incidents(case: Path) -> str:
    """The record of a case as it leaves it."""
    return call("export", "--case", case, "--format", "jsonl").output


@contextmanager
def waiting(case: Path, *first: Path) -> "Iterator[subprocess.Popen[str]]":
    """A run that holds the case, has begun, and waits for its standard input."""
    before, until = _rows(case), time.monotonic() + 120
    with start("run", *first, "-", "--case", case) as run:
        try:
            while _rows(case) == before:
                assert run.poll() is None, run.communicate()
                assert time.monotonic() < until
                time.sleep(0.1)
            yield run
        finally:
            run.kill()


def _rows(case: Path) -> int:
    if (case / "record.sqlite").exists():
        with (
            suppress(sqlite3.OperationalError),
            sqlite3.connect(case / "record.sqlite", timeout=60) as database,
        ):
            return int(database.execute("SELECT count(*) FROM ledger").fetchone()[0])
    return 0
