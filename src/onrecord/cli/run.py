"""Commands that read into a case: run, places add."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from onrecord.cli.app import CaseFolder, Workers, app, console, engine, places
from onrecord.cli.bar import bar
from onrecord.cli.say import counted, line
from onrecord.cli.summary import print_summary
from onrecord.model import Given, Record
from onrecord.store.case import Case
from onrecord.store.record import record_of
from onrecord.watch import Watch

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Pages, texts, PDF, WARC, JSON Lines, folders of them, or -."),
]
Published = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], help="When the given pages were published, where they do not say it themselves."
    ),
]


@app.command()
def run(
    paths: Paths,
    case: CaseFolder,
    published: Published = None,
    publisher: Annotated[str | None, typer.Option(help="Who published the given pages.")] = None,
    read_all: Annotated[
        bool,
        typer.Option(
            "--read-all", help="Read also what the first pass skips: articles that tell of no harm."
        ),
    ] = False,
    workers: Workers = None,
) -> None:
    """Read pages into a case. Again: only what is new is read."""
    # Here and not above: the steps and their libraries take 2 s to import, and no other command on a case needs them
    from onrecord import pipeline
    from onrecord.intake import gather

    given = Given(published=_day(published), publisher=publisher)
    with Case.open(case, create=True) as opened, bar() as show:
        opened.begin(f"run {' '.join(paths)}{' --read-all' if read_all else ''}")
        watch = Watch(show)
        with engine(workers) as made:
            pipeline.run(opened, gather(_inputs(paths), given=given), made, watch, read_all=read_all)
        watch.seconds |= made.spent
        record = record_of(opened)
        opened.end({"documents": len(record.documents), "incidents": len(record.incidents)})
        head = opened.head().hash
    print_summary(console(), record, watch, case, head)
    if not _read_any(record, watch):
        raise typer.Exit(1)


def _inputs(paths: list[str]) -> list[Path | Literal["-"]]:
    return ["-" if path == "-" else Path(path) for path in paths]


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _read_any(record: Record, watch: Watch) -> bool:
    """Whether something that was given now is in the record, new or not."""
    given = set(watch.given.values())
    return any(document.capture in given for document in record.documents.values())


@places.command("add")
def add_places(
    dump: Annotated[
        Path, typer.Argument(metavar="UA.zip", help="Or UA.txt: 19 columns, as GeoNames gives it.")
    ],
    case: CaseFolder,
) -> None:
    """Add a GeoNames country dump that you downloaded: the case then knows its villages."""
    from onrecord.resources.gazetteer import add_geonames  # here: see `run`

    with Case.open(case, create=True) as opened:
        added = add_geonames(dump, opened.folder)
    for failure in added.failures:
        print(line(f"left out: {failure.record}: {failure.reason}"))
    print(
        f"{counted(added.places, 'place')} added; onrecord run PATH... --case {case} places the claims anew"
    )
