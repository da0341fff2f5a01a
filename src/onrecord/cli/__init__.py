"""The commands. ``onrecord --help`` lists them; docs/reference/commands.md is made from the same text."""

import sys
from io import TextIOWrapper

from onrecord.cli import case, decide, look, reading, run, serve, team
from onrecord.cli.app import app

__all__ = ["app", "case", "decide", "look", "main", "reading", "run", "serve", "team"]


def main() -> None:
    """Run a command (`onrecord.cli.plain` says how it can end). What is written is UTF-8, whatever the terminal says it is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
