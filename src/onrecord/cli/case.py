"""Commands that look at a case: show, why, export, verify."""

import sys
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from onrecord.cli import show as showing
from onrecord.cli.app import CaseFolder, Output, Wanted, app, console, written
from onrecord.cli.bar import bar
from onrecord.cli.find import find_incident
from onrecord.cli.say import counted, failed, line
from onrecord.cli.why import why as reasons
from onrecord.exports.formats import FORMATS, Options
from onrecord.model import Capture, Record
from onrecord.store.case import Case
from onrecord.store.record import record_of


def _record(case: Path) -> Record:
    with bar() as show, Case.open(case) as opened:
        show("reading", 0, None)
        return record_of(opened)


@app.command()
def show(
    case: CaseFolder,
    incident: Annotated[str | None, typer.Argument(metavar="INCIDENT")] = None,
    failures: Annotated[
        bool, typer.Option("--failures", help="List what could not be read, and why.")
    ] = False,
) -> None:
    """Show the incidents of a case as a table, or one incident with every claim, quote, speaker, origin and reason."""
    record = _record(case)
    if failures:
        _show_failures(record)
    elif incident is not None:
        showing.one(console(), record, find_incident(record, incident))
    elif record.incidents:
        console().print(showing.table(record))
    else:
        print("no incident is claimed in this case")


def _show_failures(record: Record) -> None:
    for failure in record.failures:
        print(line(failed(record, failure)))
    if not record.failures:
        print("nothing that was given has failed")


@app.command()
def why(case: CaseFolder, id_: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Say why a claim, link, page, origin or incident is what it is, with the words it rests on."""
    for reason in reasons(_record(case), id_):
        console().print(escape(reason), highlight=False, soft_wrap=True)


@app.command()
def export(
    case: CaseFolder,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help=" or ".join(FORMATS))],
    output: Output = "-",
    incident: Annotated[str | None, typer.Option(metavar="ID", help="Only this incident.")] = None,
    wanted: Wanted = None,
    names: Annotated[bool, typer.Option("--names", help="Show protected people by name.")] = False,
) -> None:
    """Write the record out. People under 18, prisoners, victims and witnesses are shown by role unless --names is given."""
    if format_ not in FORMATS:
        raise typer.BadParameter(f"{format_} is not one of {', '.join(FORMATS)}", param_hint="--format")
    if wanted is None:
        record = _record(case)
        options = Options(incident=find_incident(record, incident).id if incident else None, names=names)
        with bar() as show, written(output) as out:
            show("writing", 0, None)
            FORMATS[format_](record, out, options)
        return
    from onrecord.exports import part  # here: a filter needs the index, the whole record does not
    from onrecord.store.index import Filter

    asked = part.Asked(format_, Filter.asked(wanted), names=names)
    with bar() as show:
        left = part.export(case, asked, lambda: written(output), show)
    print(f"{counted(left.incidents, 'incident')} written. {left.withheld}", file=sys.stderr)


@app.command()
def verify(
    case: CaseFolder,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="The chain's newest hash, as written down earlier.")
    ] = None,
) -> None:
    """Check that every byte and every row is still what was recorded."""
    from onrecord.intake.check import check_evidence  # here: no other command on a case reads the evidence

    with Case.open(case) as opened, bar() as show:
        show("verifying", 0, None)
        problems = 0
        for problem in chain(opened.verify(head), check_evidence(case, opened.records(Capture))):
            print(line(f"{problem.record}: {problem.reason}"))
            problems += 1
        newest, captures = opened.head(), opened.count(Capture)
    if problems:
        print(f"{counted(problems, 'problem')} found")
        raise typer.Exit(1)
    print(f"{counted(newest.seq, 'row')} and {counted(captures, 'capture')} are what was recorded")
    print(f"newest hash: {newest.hash} (write it down: verify --head tells whether rows were cut off)")
