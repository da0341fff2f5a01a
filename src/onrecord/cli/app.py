"""What every command shares: the application, its options, the console, what it writes to."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer
from rich.console import Console
from rich.text import Text

from onrecord.cli.plain import Plain
from onrecord.cli.say import visible
from onrecord.errors import CannotWrite

if TYPE_CHECKING:
    from onrecord.engines import Engine

app = typer.Typer(
    cls=Plain,
    name="onrecord",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Reads what was published about a war and writes down what is claimed to have happened, with its sources.",
)
places = typer.Typer(no_args_is_help=True, help="The places a case knows.")
app.add_typer(places, name="places")

CaseFolder = Annotated[
    Path, typer.Option("--case", metavar="DIR", help="The case: a folder with its record and evidence.")
]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", help="Where to write; - is standard output.")
]
Wanted = Annotated[
    str | None,
    typer.Option(
        "--filter",
        metavar="QUERY",
        help="Only some incidents: what stands behind the ? in the address of the workbench's overview (kind=shelling&since=2022-03-01).",
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, help="Worker processes; 1 works in this one. Default: ONRECORD_WORKERS or 1."),
]


class _Console(Console):
    """What pages and file names hold cannot steer the terminal."""

    def render_str(self, text: str, **options: Any) -> Text:
        return super().render_str(visible(text), **options)


def console() -> Console:
    """Standard output; as wide as it needs to be when it is not a terminal."""
    made = _Console(soft_wrap=False)
    return made if made.is_terminal else _Console(width=200)


def engine(workers: int | None) -> "Engine":
    """The engine for this many processes."""
    # Here and not above: commands that only show a case start without them
    from onrecord.engines.inline import Inline
    from onrecord.engines.pool import Pool
    from onrecord.settings import settings

    number = workers or settings().workers
    return Pool(number) if number > 1 else Inline()


@contextmanager
def written(output: str) -> Iterator[TextIO]:
    """Standard output, or a file in UTF-8, which is there whole or as it was before.

    Raises:
        CannotWrite: the file cannot be made or filled.
    """
    if output == "-":
        yield sys.stdout
        return
    path = Path(output).resolve()
    plain = path.is_file() or not path.exists()  # a device or a pipe is written to as it is
    part = path.with_name(f"{path.name}.part") if plain else path
    try:
        with part.open("w", encoding="utf-8", newline="") as out:
            yield out
        if plain:
            part.replace(path)
    except OSError as error:
        raise CannotWrite(
            f"{output} cannot be written ({error.strerror}): name a file in a folder that is there, has room and may be written to"
        ) from error
    finally:
        if plain:
            with suppress(OSError):
                part.unlink()
