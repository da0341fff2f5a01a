"""``/decide``, ``/split``, ``/undo``, ``/rule``: what people decide. Each is a form that works without a script."""

from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import BadInput
from onrecord.model import Decision, Verdict
from onrecord.resources.gazetteer import ADDED
from onrecord.workbench.bench import Bench
from onrecord.workbench.judging import judgement, reason, split, taken_back, unchanged
from onrecord.workbench.pages.asked import Render, field, fields, json, person
from onrecord.workbench.people.redirect import safe_next
from onrecord.workbench.people.roles import Action

_MOST_REVIEWERS = 9


def routes(bench: Bench, render: Render) -> list[Route]:
    """All of them answer to POST and to nothing else."""

    def decide(request: Request) -> Response:
        by, value = person(request, Action.DECIDE), corrected(bench, request)
        if field(request, "seen"):
            unchanged(bench, field(request, "about"), field(request, "seen"))
        kept = bench.decide(
            lambda: [
                judgement(
                    bench, by, field(request, "about"), verdict(request), field(request, "reason"),
                    other=field(request, "other") or None, field=field(request, "field") or None, value=value,
                )
            ]
        )  # fmt: skip
        return _answer(request, kept)

    def apart(request: Request) -> Response:
        by = person(request, Action.DECIDE)
        kept = bench.decide(
            lambda: [
                split(bench, by, field(request, "about"), fields(request, "claim"), field(request, "reason"))
            ]
        )
        return _answer(request, kept)

    def undo(request: Request) -> Response:
        by = person(request, Action.DECIDE)
        kept = bench.decide(
            lambda: [taken_back(bench, by, field(request, "decision"), field(request, "reason") or "a slip")]
        )
        return _answer(request, kept)

    def rule(request: Request) -> Response:
        by = person(request, Action.MANAGE)
        number = field(request, "reviewers")
        if not number.isdecimal() or len(number) > 1 or not 1 <= int(number) <= _MOST_REVIEWERS:
            raise BadInput(f"the number of reviewers goes from 1 to {_MOST_REVIEWERS}")
        bench.lay_down(int(number), reason(field(request, "reason")), by.name)
        return RedirectResponse("/history", status_code=303)

    posts = {"/decide": decide, "/split": apart, "/undo": undo, "/rule": rule}
    return [Route(path, handler, methods=["POST"]) for path, handler in posts.items()]


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


def _answer(request: Request, kept: Sequence[Decision]) -> Response:
    """Back to the page, which says what was decided and what others decided meanwhile; a script gets the id."""
    last = kept[-1]
    if "json" in request.headers.get("accept", ""):
        return json({"decision": last.id})
    back = safe_next(field(request, "back") or "/")
    facts = (
        {"done": last.id, "since": field(request, "last")}
        if "last" in request.state.form
        else {"done": last.id}
    )
    return RedirectResponse(
        f"{back}{'&' if urlsplit(back).query else '?'}{urlencode(facts)}", status_code=303
    )
