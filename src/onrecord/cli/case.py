"""Commands on a case: run, show, why, export, verify, places add."""

import sys
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.markup import escape

from onrecord import pipeline
from onrecord.cli import show as showing
from onrecord.cli.app import CaseFolder, Output, Workers, app, console, engine, places
from onrecord.cli.bar import bar
from onrecord.cli.summary import print_summary
from onrecord.cli.why import find
from onrecord.cli.why import why as reasons
from onrecord.errors import NotFound
from onrecord.exports.formats import FORMATS, Options
from onrecord.intake import gather
from onrecord.intake.check import check_evidence
from onrecord.model import Capture, Given, Incident
from onrecord.resources.gazetteer import add_geonames
from onrecord.store.case import Case
from onrecord.store.incidents import find as find_incident
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
    workers: Workers = None,
) -> None:
    """Read pages into a case. Again: only what is new is read."""
    given = Given(published=_day(published), publisher=publisher)
    with Case.open(case, create=True) as opened:
        opened.begin(f"run {' '.join(paths)}")
        with bar() as show, engine(workers) as made:
            watch = Watch(show)
            pipeline.run(opened, gather(_inputs(paths), given=given), made, watch)
            watch.seconds |= made.spent
        record = record_of(opened)
        opened.end({"documents": len(record.documents), "incidents": len(record.incidents)})
    print_summary(console(), record, watch, case)


def _inputs(paths: list[str]) -> list[Path | Literal["-"]]:
    return ["-" if path == "-" else Path(path) for path in paths]


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


@app.command()
def show(
    case: CaseFolder, incident: Annotated[str | None, typer.Argument(metavar="INCIDENT")] = None
) -> None:
    """Show the incidents of a case as a table, or one incident with every claim, quote, speaker, origin and reason."""
    with Case.open(case) as opened:
        record = record_of(opened)
    if incident is None:
        console().print(showing.table(record) if record.incidents else "no incident is claimed in this case")
        return
    found = find_incident(record.incidents, incident) or find(record, incident)
    if not isinstance(found, Incident):
        raise NotFound(
            f"{incident} is not an incident: onrecord why {incident} --case {case} says what it is"
        )
    showing.one(console(), record, found)


@app.command()
def why(case: CaseFolder, id_: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Say why a claim, link, page, origin or incident is what it is, with the words it rests on."""
    with Case.open(case) as opened:
        record = record_of(opened)
    for line in reasons(record, id_):
        console().print(escape(line), highlight=False, soft_wrap=True)


@app.command()
def export(
    case: CaseFolder,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help=" or ".join(FORMATS))],
    output: Output = "-",
    incident: Annotated[str | None, typer.Option(metavar="ID", help="Only this incident.")] = None,
    names: Annotated[bool, typer.Option("--names", help="Show protected people by name.")] = False,
) -> None:
    """Write the record out. People under 18, prisoners, victims and witnesses are shown by role unless --names is given."""
    if format_ not in FORMATS:
        raise typer.BadParameter(f"{format_} is not one of {', '.join(FORMATS)}", param_hint="--format")
    with Case.open(case) as opened:
        record = record_of(opened)
    chosen = find_incident(record.incidents, incident) if incident else None
    if incident and chosen is None:
        raise NotFound(f"no incident has the id {incident}: ids are printed by onrecord show --case {case}")
    options = Options(incident=chosen.id if chosen else None, names=names)
    if output == "-":
        FORMATS[format_](record, sys.stdout, options)
        return
    with Path(output).open("w", encoding="utf-8", newline="") as out:
        FORMATS[format_](record, out, options)


@app.command()
def verify(
    case: CaseFolder,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="The chain's newest hash, as written down earlier.")
    ] = None,
) -> None:
    """Check that every byte and every row is still what was recorded."""
    with Case.open(case) as opened:
        problems = 0
        for problem in chain(opened.verify(head), check_evidence(case, opened.records(Capture))):
            print(f"{problem.record}: {problem.reason}")
            problems += 1
        newest, captures = opened.head(), opened.count(Capture)
    if problems:
        print(f"{problems} problem{'s' if problems > 1 else ''} found")
        raise typer.Exit(1)
    print(f"{newest.seq} rows and {captures} captures are what was recorded")
    print(f"newest hash: {newest.hash} (write it down: verify --head tells whether rows were cut off)")


@places.command("add")
def add_places(
    dump: Annotated[
        Path, typer.Argument(metavar="UA.zip", help="Or UA.txt: 19 columns, as GeoNames gives it.")
    ],
    case: CaseFolder,
) -> None:
    """Add a GeoNames country dump that you downloaded: the case then knows its villages."""
    with Case.open(case, create=True) as opened:
        added = add_geonames(dump, opened.folder)
    for failure in added.failures:
        print(f"left out: {failure.record}: {failure.reason}")
    print(f"{added.places} places added; onrecord run PATH... --case {case} places the claims anew")
