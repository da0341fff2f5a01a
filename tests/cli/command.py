"""A command as the tests of commands run it."""

import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from onrecord.cli import app

ONRECORD = Path(sys.executable).with_name("onrecord")


def call(*words: object, stdin: str | bytes | None = None, code: int = 0) -> Result:
    result = CliRunner().invoke(app, list(map(str, words)), input=stdin, env={"COLUMNS": "200"})
    assert result.exit_code == code, result.output + repr(result.exception)
    return result
