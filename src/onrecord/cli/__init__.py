"""The commands. ``onrecord --help`` lists them; docs/reference/commands.md is made from the same text."""

import os
import sys

from onrecord.cli import case, decide, reading
from onrecord.cli.app import app
from onrecord.errors import OnRecordError

__all__ = ["app", "case", "decide", "main", "reading"]


def main() -> None:
    """Run a command. An expected failure is one line on standard error and exit code 1, never a traceback."""
    try:
        app()
    except OnRecordError as error:
        print(f"onrecord: {error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("onrecord: stopped; what was reported as done is kept, run again to go on", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
