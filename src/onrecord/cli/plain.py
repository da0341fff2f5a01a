"""An expected failure is one line on standard error, never a traceback."""

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from onrecord.cli.say import line
from onrecord.errors import OnRecordError

_STOPPED = "stopped; what was reported as done is kept, run the same command again to go on"


class Plain(TyperGroup):
    """Runs a command. Exit codes: 0 done, 1 it could not be done, 2 the command itself was wrong, 130 stopped by Ctrl-C."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()  # while its errors can still be told
            return done
        except OnRecordError as error:
            raise _end(str(error), 1) from error
        except KeyboardInterrupt as error:
            raise _end(_STOPPED, 130) from error
        except BrokenPipeError as error:  # the reader of our output went away, as `head` does
            _silence()
            raise typer.Exit(0) from error
        except OSError as error:
            if error.filename is None:
                _silence()
            where = error.filename or "standard output"
            raise _end(
                f"{where} cannot be used ({error.strerror}): see that it is there, may be used and has room, then run the same command again",
                1,
            ) from error


def _end(message: str, code: int) -> typer.Exit:
    print(f"onrecord: {line(message)}", file=sys.stderr)
    return typer.Exit(code)


def _silence() -> None:
    """Send what is still to be written nowhere, or the interpreter complains when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
