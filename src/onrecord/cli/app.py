"""What every command shares: the application, its options, the console."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from onrecord.engines import Engine
from onrecord.engines.inline import Inline
from onrecord.engines.pool import Pool
from onrecord.settings import settings

app = typer.Typer(
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
Workers = Annotated[
    int | None,
    typer.Option(min=1, help="Worker processes; 1 works in this one. Default: ONRECORD_WORKERS or 1."),
]


def console() -> Console:
    """Standard output; as wide as it needs to be when it is not a terminal."""
    made = Console(soft_wrap=False)
    return made if made.is_terminal else Console(width=200)


def engine(workers: int | None) -> Engine:
    """The engine for this many processes."""
    number = workers or settings().workers
    return Pool(number) if number > 1 else Inline()
