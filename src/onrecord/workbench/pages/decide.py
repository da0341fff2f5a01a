"""``/decide``, ``/split``, ``/undo``, ``/rule``: what people decide. Each is a form that works without a script."""

from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import BadInput
from onrecord.model import Decision, Verdict
from onrecord.resources.gazetteer import ADDED
from onrecord.workbench.bench import Bench
from onrecord.workbench.judging import judgement, reason, split, taken_back, unchanged
from onrecord.workbench.outcome import with_news
from onrecord.workbench.pages.asked import Render, field, fields, json, person
from onrecord.workbench.people.redirect import safe_next
from onrecord.workbench.people.roles import Action, Person
from onrecord.workbench.threads import waiting

_MOST_REVIEWERS = 9
_AT_ONCE = "taken back with one key, no reason given"


def routes(bench: Bench, render: Render) -> list[Route]:
    """All of them answer to POST and to nothing else."""

    def decide(request: Request) -> Response:
        person(request, Action.DECIDE)  # before anything is looked up for them
        value = corrected(bench, request)

        def make(by: Person) -> Decision:
            if field(request, "seen"):
                unchanged(bench, field(request, "about"), field(request, "seen"))
            return judgement(
                bench, by, field(request, "about"), verdict(request), field(request, "reason"),
                other=field(request, "other") or None, field=field(request, "field") or None, value=value,
            )  # fmt: skip

        return _kept(bench, request, make)

    def apart(request: Request) -> Response:
        claims = fields(request, "claim")
        return _kept(
            bench,
            request,
            lambda by: split(bench, by, field(request, "about"), claims, field(request, "reason")),
        )

    def undo(request: Request) -> Response:
        why = field(request, "reason") or _AT_ONCE
        return _kept(bench, request, lambda by: taken_back(bench, by, field(request, "decision"), why))

    def rule(request: Request) -> Response:
        by = person(request, Action.MANAGE)
        number = field(request, "reviewers")
        if not number.isdecimal() or len(number) > 1 or not 1 <= int(number) <= _MOST_REVIEWERS:
            raise BadInput(f"the number of reviewers goes from 1 to {_MOST_REVIEWERS}")
        bench.lay_down(int(number), reason(field(request, "reason")), by.name)
        return RedirectResponse("/history", status_code=303)

    posts = {"/decide": decide, "/split": apart, "/undo": undo, "/rule": rule}
    return [Route(path, waiting(handler), methods=["POST"]) for path, handler in posts.items()]


def verdict(request: Request) -> Verdict:
    """What was decided.

    Raises:
        BadInput: no such verdict; an undo has a form of its own.
    """
    try:
        found = Verdict(field(request, "verdict"))
    except ValueError:
        found = Verdict.UNDO
    if found is Verdict.UNDO:
        raise BadInput("say accept, reject, same, different, unsure or correct")
    return found


def corrected(bench: Bench, request: Request) -> str | None:
    """The value of a correction; an empty one is "unknown". A place is looked up by its name.

    Raises:
        BadInput: no place has the name, or several have.
    """
    value = field(request, "value") or None
    if field(request, "field") != "place" or value is None:
        return value
    from onrecord.resources.gazetteer.named import (
        named,
    )  # here: opening the gazetteer takes a second, and few decisions need it

    extra = bench.case.folder / ADDED
    return named(value, extra if extra.exists() else None)


def _kept(bench: Bench, request: Request, make: Callable[[Person], Decision]) -> Response:
    """Keep what `make` says, once, and answer."""
    by = person(request, Action.DECIDE)
    form = request.url.path, tuple(request.state.form.multi_items())
    return _answer(request, bench.decide(lambda: [make(by)], (by.name, form)))


def _answer(request: Request, kept: Sequence[Decision]) -> Response:
    """Back to the page, which says what was decided and what others decided meanwhile; a script gets the id."""
    last = kept[-1]
    if "json" in request.headers.get("accept", ""):
        return json({"decision": last.id})
    back = safe_next(field(request, "back") or "/")
    return RedirectResponse(with_news(back, last, field(request, "heard")), status_code=303)
