"""Commands that look things up in a case as the workbench does: find, queue, history."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from onrecord.cli import say
from onrecord.cli.app import CaseFolder, Wanted, app, console
from onrecord.cli.bar import bar
from onrecord.cli.show import short, table_of
from onrecord.model import Decision
from onrecord.store.case import Case
from onrecord.store.fold.decided import anchor, undone
from onrecord.store.index import Filter, Index, ask, lookup
from onrecord.store.index.queue import fared, tasks, waiting
from onrecord.store.index.words import unasked

_SHOWN = 50
_TASKS = 20


@contextmanager
def _index(case: CaseFolder) -> Iterator[Index]:
    with bar() as show, Case.open(case) as opened, Index.open(opened, show) as index:
        yield index


@app.command()
def find(
    case: CaseFolder,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="In any script; all must stand on a page."),
    ] = None,
    wanted: Wanted = None,
    pages: Annotated[bool, typer.Option("--pages", help="List pages in place of incidents.")] = False,
) -> None:
    """Find incidents, or pages, by words and by the same filter as in the workbench."""
    asked = Filter.asked(wanted or "")
    asked = asked.but(q=" ".join((asked.q, *(words or ()))).strip())
    if pages and asked.but(q="").narrows:
        raise typer.BadParameter("--pages looks for words alone: leave --filter out")
    if left := unasked(asked.q):
        print(left, file=sys.stderr)
    with _index(case) as index:
        (_pages if pages else _incidents)(index, asked)


def _incidents(index: Index, asked: Filter) -> None:
    connection = index.read()
    total = ask.totals(connection, asked).incidents
    found = ask.listed(connection, asked, most=_SHOWN)
    console().print(table_of([row.incident for row in found]))
    print(say.counted(total, "incident") + (f", the first {_SHOWN} shown" if total > _SHOWN else ""))


def _pages(index: Index, asked: Filter) -> None:
    total, found = lookup.pages(index.read(), q=asked.q, most=_SHOWN)
    for page in found:
        claims = page.note or say.counted(page.claims or 0, "claim")
        print(
            say.line(
                f"{short(page.id)}  {page.published or 'undated'}  {page.publisher or 'publisher unknown'}  {page.title or ''}  ({claims})"
            )
        )
    print(say.counted(total, "page") + (f", the first {_SHOWN} shown" if total > _SHOWN else ""))


@app.command()
def queue(
    case: CaseFolder,
    wanted: Wanted = None,
    by: Annotated[
        str | None,
        typer.Option(help="For whom: not what this person accepted already. Default: your user name."),
    ] = None,
) -> None:
    """What to look at next, doubt times weight, and how often people agreed with the machine so far."""
    with _index(case) as index:
        connection, asked = index.read(), Filter.asked(wanted or "")
        who = by or getpass.getuser()
        number = waiting(connection, asked, who)
        made = Table(header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for name in ("worth", "task", "about"):
            made.add_column(name, overflow="fold")
        for task in tasks(connection, asked, who, most=_TASKS):
            ids = [i for i in (task.incident, task.other) if i is not None]
            told = [row.incident for row in ask.by_number(connection, ids)]
            about = " and ".join(
                f"{short(i.id)} {i.kind.value.replace('_', ' ')}, {say.where(i.place)}, {say.days(i.when)}"
                for i in told
            )
            made.add_row(
                f"{task.worth:.1f}",
                "same or different?" if task.other is not None else "review",
                escape(about),
            )
        console().print(made)
        print(say.counted(number, "task"))
        for one in fared(connection):
            print(
                f"{one.field}: people agreed {one.agreed} of {one.agreed + one.disagreed} times ({one.share:.0%})"
            )


@app.command()
def history(case: CaseFolder, id_: Annotated[str | None, typer.Argument(metavar="[ID]")] = None) -> None:
    """Who decided what, when and why, of the whole case or about one incident or claim; oldest first."""
    with _index(case) as index:
        made = list(index.case.records(Decision))
        claims = set(_claims(index, id_)) if id_ else None
        back, shown = undone(made), set[str]()
        for one in made:
            named = {anchor(i) for i in (one.about, one.other) if i} | {*one.seen, *one.rest}
            if claims is None or one.about in shown or not named.isdisjoint(claims):
                shown.add(one.id)
                print(say.line(_told(one, back.get(one.id))))
        if not made:
            print("nobody decided anything yet")


def _claims(index: Index, id_: str) -> list[str]:
    connection = index.read()
    return list(lookup.claims_of(connection, lookup.number_of(connection, id_)))


def _told(d: Decision, back: Decision | None) -> str:
    field = f" {d.field} = {d.value or 'unknown'}" if d.field else ""
    other = f" {short(d.other)}" if d.other else ""
    taken = f" (taken back by {back.by}, {_at(back)})" if back else ""
    return f"{_at(d)}  {short(d.id)}  {d.by}: {short(d.about)} {d.verdict.value}{other}{field}: {d.reason}{taken}"


def _at(d: Decision) -> str:
    return f"{d.at:%Y-%m-%d %H:%M} UTC"
