"""``/queue``: one task after another, what is most in doubt and weighs most first; worked through with the keyboard alone."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.errors import NotFound
from onrecord.store.index import Filter, ask
from onrecord.store.index.queue import Task, fared, tasks, waiting
from onrecord.workbench.bench import Bench
from onrecord.workbench.judging import seen_as
from onrecord.workbench.pages.asked import Render, person, wanted, whole_number
from onrecord.workbench.pages.incident import marks, quoted
from onrecord.workbench.pages.pair import compared
from onrecord.workbench.people.roles import Action
from onrecord.workbench.quotes import quote
from onrecord.workbench.sides import CORRECTED, Field, fields
from onrecord.workbench.whole import Whole, whole


def routes(bench: Bench, render: Render) -> list[Route]:
    """The page."""

    def queue(request: Request) -> Response:
        bench.fresh()
        asked, by = wanted(request), person(request, Action.READ)
        connection = bench.index.read()
        left = waiting(connection, asked, by.name)
        skip = min(whole_number(request.query_params, "skip"), max(left - 1, 0))
        found = tasks(connection, asked, by.name, skip=skip)
        values = _shown(bench, found[0]) if found else {"task": None}
        here = _here(asked, skip)
        return render(
            request, "queue.html", left=left, skip=skip, here=here, next=_here(asked, skip + 1), asked=asked,
            fared=fared(connection), last=_last(bench, by.name), last_one=skip + 1 >= left, **values,
        )  # fmt: skip

    return [Route("/queue", queue)]


def _here(asked: Filter, skip: int) -> str:
    query = "&".join(part for part in (asked.query(), f"skip={skip}" if skip else "") if part)
    return f"/queue?{query}" if query else "/queue"


def _shown(bench: Bench, task: Task) -> dict[str, object]:
    connection = bench.index.read()
    numbers = [task.incident] if task.other is None else [task.incident, task.other]
    found = {row.number: row.incident.id for row in ask.by_number(connection, numbers)}
    if len(found) < len(numbers):
        raise NotFound("somebody has just decided about this task: load the page again")
    sides = [whole(bench, found[n]) for n in numbers]
    if len(sides) == 2:
        return {"task": task, "of": None, **compared(bench, sides[0], sides[1])}
    return {"task": task, **_one(sides[0])}


def _one(of: Whole) -> dict[str, object]:
    return {
        "of": of,
        "incident": of.incident,
        "review": of.listed.review,
        "seen": seen_as(of.incident),
        "fields": sorted(fields(of), key=_doubt),
        "correctable": CORRECTED,
        "quoted": lambda word: quoted(of, word),
        "quote_of": lambda claim: quote(claim, of.documents[claim.document], marks(claim)),
    }


def _doubt(of: Field) -> tuple[bool, float]:
    """What is in dispute comes first, then what is least sure."""
    return not of.contested, 1.0 if not of.known else of.sure if of.sure is not None else 0.95


def _last(bench: Bench, name: str) -> object:
    """The newest decision of this person that stands."""
    said = bench.said()
    return next(
        (d for d in reversed(said.all) if d.by == name and d.id not in said.undone and d.verdict != "undo"),
        None,
    )
