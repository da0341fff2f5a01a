"""The workbench as one ASGI application: its routes, and what stands around every page."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from onrecord.errors import BadInput, CaseBusy, NotAllowed, NotFound, OnRecordError
from onrecord.workbench.bench import Bench
from onrecord.workbench.exporting import Exporting
from onrecord.workbench.guard import Site, guard
from onrecord.workbench.guard.csrf import FIELD
from onrecord.workbench.outcome import outcome
from onrecord.workbench.pages import decide, document, export, history, incident, overview, pair, queue
from onrecord.workbench.people import routes as people
from onrecord.workbench.people.gate import OneUser, Team
from onrecord.workbench.people.redirect import safe_next
from onrecord.workbench.render import STATIC, Pages
from onrecord.workbench.threads import FewAtOnce

_STATUS = {BadInput: 400, NotAllowed: 403, NotFound: 404, CaseBusy: 503}


def workbench(bench: Bench, gate: OneUser | Team, exporting: Exporting, site: Site | None = None) -> ASGIApp:
    """The site of one case, behind the guard."""

    def around(request: Request) -> dict[str, Any]:
        return _around(request, bench, gate)

    render = Pages(around)
    app = Starlette(
        routes=[
            *(route for module in _PAGES for route in module.routes(bench, render)),
            *export.routes(bench, render, exporting),
            *people(gate, render),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        exception_handlers={OnRecordError: _failed(render), HTTPException: _failed(render)},
    )
    return FewAtOnce(guard(app, gate, site))


NOTHING = {"case": None, "waiting": None, "remaking": False, "trouble": None, "heard": None, "outcome": None}
"""What the frame of a page shows to somebody who has not come in."""
_PAGES = (overview, incident, document, pair, decide, queue, history)


def _around(request: Request, bench: Bench, gate: OneUser | Team) -> dict[str, Any]:
    """What the frame of every page shows."""
    person = getattr(request.state, "person", None)
    if person is None:
        return {**NOTHING, "team": gate.team}
    return {
        "case": Path(bench.case.folder).resolve().name,
        "waiting": bench.waiting(person.name),
        "remaking": bench.remaking,
        "trouble": bench.trouble,
        "team": gate.team,
        "heard": bench.heard,
        "outcome": outcome(request, bench, person.name) if "done" in request.query_params else None,
    }


def _failed(render: Pages) -> Any:
    """An expected failure as a page, or as one line for a script."""

    def failed(request: Request, error: Exception) -> Response:
        status = getattr(error, "status_code", None) or next(
            (s for kind, s in _STATUS.items() if isinstance(error, kind)), 500
        )
        words = str(getattr(error, "detail", None) or error)
        if "hx-request" in request.headers or "json" in request.headers.get("accept", ""):
            return PlainTextResponse(f"{words}\n", status)
        sent = _sent(request, status)
        with suppress(OnRecordError):
            page = render(
                request,
                "error.html",
                status=status,
                words=words,
                sent=sent,
                back=safe_next(dict(sent).get("back")),
            )
            page.status_code = status
            return page
        return PlainTextResponse(f"{words}\n", status)

    return failed


def _sent(request: Request, status: int) -> list[tuple[str, str]]:
    """The fields of a form that was refused, to be mended and sent again: what a person typed is not lost."""
    if request.method != "POST" or status not in (400, 503):
        return []
    fields = request.state.form.multi_items()
    return [(name, value) for name, value in fields if name != FIELD and isinstance(value, str)]
