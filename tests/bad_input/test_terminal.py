"""What a terminal shows while it waits, and that nobody else is told."""

import os
import pty
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.bad_input.given import ONRECORD, call, good, waiting

_TEXT = b"Two people were killed in shelling of Kherson, Ukraine, on 3 May 2022, the governor said.\n"
_BAR = "━"


def _on_a_terminal(*words: object, stdin: bytes) -> str:
    """What a command writes to a terminal; its input comes when a bar is seen, or at once when there is none of it."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(
        [ONRECORD, *map(str, words)], stdin=subprocess.PIPE, stdout=theirs, stderr=theirs, env=env
    ) as run:
        os.close(theirs)
        assert run.stdin is not None
        shown = ""
        for part in _parts(ours):
            shown += part
            if not run.stdin.closed and (_BAR in shown or not stdin):
                run.stdin.write(stdin)
                run.stdin.close()
    os.close(ours)
    return shown


def _parts(terminal: int) -> Iterator[str]:
    try:
        while part := os.read(terminal, 65_536):
            yield part.decode("utf-8", "replace")
    except OSError:  # how a terminal ends on Linux
        return


def test_a_run_that_takes_its_time_shows_its_steps(tmp_path: Path) -> None:
    shown = _on_a_terminal("run", good(tmp_path / "pages"), "-", "--case", tmp_path / "case", stdin=_TEXT)
    assert re.search(r"keep +\S*" + _BAR, shown)
    assert "3 articles from " in re.sub(r"\x1b\[[\d;?]*\w", "", shown)


def test_where_there_is_no_terminal_there_is_no_bar(tmp_path: Path) -> None:
    with waiting(tmp_path / "case", good(tmp_path / "pages")) as run:
        out, err = run.communicate(_TEXT.decode(), timeout=120)
    assert err == ""
    assert _BAR not in out
    assert "\x1b" not in out
    assert "Kherson" in call("show", "--case", tmp_path / "case").output
