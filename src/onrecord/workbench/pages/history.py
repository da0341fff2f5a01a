"""``/history`` and ``/person/NAME``: who decided what, when and why, what it replaced, and the way back from it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.errors import NotFound
from onrecord.model import Claim, Decision, Verdict
from onrecord.store.index import ask, lookup
from onrecord.workbench import say
from onrecord.workbench.bench import Bench, Said
from onrecord.workbench.pages.asked import Render, person, whole_number
from onrecord.workbench.people.roles import Action, Person
from onrecord.workbench.preview import brief
from onrecord.workbench.whole import touching, whole

_SIZE = 50


@dataclass(frozen=True)
class Entry:
    """A decision with what came of it. `replaced` is the one it took the place of, `by` the one that took its place."""

    decision: Decision
    replaced: Decision | None
    by: Decision | None
    undone: Decision | None
    undoes: Decision | None
    may_undo: bool


def routes(bench: Bench, render: Render) -> list[Route]:
    """The history of the case, of one incident or claim, and of a person."""

    def every(request: Request) -> Response:
        bench.fresh()
        said = bench.said()
        return _listed(request, said, said.all, "history.html", rule=said.rule)

    def of_one(request: Request) -> Response:
        bench.fresh()
        connection, said = bench.index.read(), bench.said()
        id_ = request.path_params["id"]
        claims = (
            [id_]
            if id_.startswith("claim-")
            else list(lookup.claims_of(connection, lookup.number_of(connection, id_)))
        )
        of = whole(bench, id_)
        read = brief(of.read or of.incident)
        found = touching(said, dict.fromkeys(claims))
        claim = bench.case.get(Claim, id_) if id_.startswith("claim-") else None
        return _listed(
            request, said, found, "history_of.html", of=of, read=read, now=brief(of.incident), claim=claim
        )

    def of_person(request: Request) -> Response:
        bench.fresh()
        said, name = bench.said(), request.path_params["name"]
        return _listed(request, said, [d for d in said.all if d.by == name], "history.html", whose=name)

    def _listed(
        request: Request, said: Said, found: Sequence[Decision], template: str, **values: object
    ) -> Response:
        page, me = whole_number(request.query_params, "page", 1), person(request)
        newest = list(reversed(found))
        part = newest[(page - 1) * _SIZE : page * _SIZE]
        shown = {
            "whose": None,
            "rule": None,
            "page": page,
            "pages": max(1, -(-len(newest) // _SIZE)),
            "total": len(newest),
        }
        told = {"entries": entries(part, said, me), "called": _called(bench, part)}
        return render(request, template, **(told | shown | values))

    return [
        Route("/history", every),
        Route("/history/{id}", of_one),
        Route("/person/{name:path}", of_person),
    ]


def _called(bench: Bench, decisions: Sequence[Decision]) -> dict[str, str]:
    """What the incidents are called now that these decisions name, or whose claims; without those that are not there any more."""
    connection = bench.index.read()
    numbers: dict[str, int] = {}
    for id_ in {i for d in decisions for i in (d.about, d.other) if i and not i.startswith("decision-")}:
        with suppress(NotFound):
            numbers[id_] = lookup.number_of(connection, id_)
    listed = ask.by_number(connection, sorted(set(numbers.values())))
    titles = {row.number: say.title(row.incident) for row in listed}
    return {
        id_: f"{'a claim of ' if id_.startswith('claim-') else ''}{titles[n]}"
        for id_, n in numbers.items()
        if n in titles
    }


def entries(decisions: Sequence[Decision], said: Said, me: Person) -> list[Entry]:
    """With what each replaced and what became of it."""
    known = {d.id: d for d in said.all}
    later = {d.replaces: d for d in said.all if d.replaces}
    return [
        Entry(
            decision=d,
            replaced=known.get(d.replaces or ""),
            by=later.get(d.id),
            undone=said.undone.get(d.id),
            undoes=known.get(d.about) if d.verdict is Verdict.UNDO else None,
            may_undo=d.id not in said.undone
            and me.may(Action.DECIDE)
            and (d.by == me.name or me.may(Action.UNDO_OTHERS)),
        )
        for d in decisions
    ]
