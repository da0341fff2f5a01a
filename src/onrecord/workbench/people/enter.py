"""How one person comes in on their own machine: by the address that was printed."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.workbench.people.gate import OneUser
from onrecord.workbench.people.render import Render, person, see


def routes(gate: OneUser, render: Render) -> list[Route]:
    """``/enter`` and ``/logout``."""

    def enter(request: Request) -> Response:
        if person(request):  # the printed address opened once more in the browser that it let in
            return see("/")
        token = request.query_params.get("token", "")
        session = gate.enter(token) if _meant(request) else None
        if session is None:
            page = render(request, "people/enter.html", given=bool(token))
            page.status_code = 403
            return page
        entered = see("/")
        request.state.cookie.set(entered, session)
        return entered

    def logout(request: Request) -> Response:
        gate.leave(request.state.token)
        left = see("/enter")
        request.state.cookie.clear(left)
        return left

    return [Route("/enter", enter), Route("/logout", logout, methods=["POST"])]


def _meant(request: Request) -> bool:
    """Whether a person opened the address, and not a browser that guesses what they will open next."""
    return request.method == "GET" and "sec-purpose" not in request.headers
