"""How a team comes in: login, logout, and the page of an invitation."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.errors import BadInput, NotAllowed
from onrecord.workbench.people.gate import Team
from onrecord.workbench.people.passwords import SHORTEST
from onrecord.workbench.people.redirect import safe_next
from onrecord.workbench.people.render import Render, again, field, person, see


def routes(gate: Team, render: Render) -> list[Route]:
    """``/login``, ``/logout`` and ``/invite``."""

    def login(request: Request) -> Response:
        next_ = safe_next(request.query_params.get("next"))
        return (
            see(next_)
            if person(request)
            else render(request, "people/login.html", next=next_, name="", error=None)
        )

    def check(request: Request) -> Response:
        name, next_ = field(request, "name"), safe_next(field(request, "next"))
        try:
            known = gate.logins.check(name, field(request, "password"), address(request))
        except NotAllowed as error:
            page = render(request, "people/login.html", next=next_, name=name, error=str(error))
            return again(page, error)
        return come_in(request, gate, known, see(next_))

    def logout(request: Request) -> Response:
        gate.leave(request.state.token)
        left = see("/login")
        request.state.cookie.clear(left)
        return left

    return [
        Route("/login", login, methods=["GET"]),
        Route("/login", check, methods=["POST"]),
        Route("/logout", logout, methods=["POST"]),
        *_invitation(gate, render),
    ]


def _invitation(gate: Team, render: Render) -> list[Route]:
    def show(request: Request, token: str, error: Exception | None = None) -> Response:
        try:
            name = gate.invitations.whose(token).name
        except NotAllowed as stale:
            return again(render(request, "people/invite.html", token="", error=str(stale)), stale)
        said = str(error) if error else None
        return render(request, "people/invite.html", token=token, name=name, shortest=SHORTEST, error=said)

    def invited(request: Request) -> Response:
        return show(request, request.query_params.get("token", ""))

    def accept(request: Request) -> Response:
        token = field(request, "token")
        try:
            account = gate.invitations.accept(token, twice(request))
        except (BadInput, NotAllowed) as error:
            return again(show(request, token, error), error)
        return come_in(request, gate, account.name, see("/"))

    return [Route("/invite", invited, methods=["GET"]), Route("/invite", accept, methods=["POST"])]


def come_in(request: Request, gate: Team, name: str, response: Response) -> Response:
    """Begin a session, under a new token whatever the browser had before."""
    gate.leave(request.state.token)
    request.state.cookie.set(response, gate.sessions.begin(name))
    return response


def twice(request: Request) -> str:
    """The new password, typed twice.

    Raises:
        BadInput: the two differ.
    """
    if field(request, "password") != field(request, "again"):
        raise BadInput("the two passwords differ: type the same one twice")
    return field(request, "password")


def address(request: Request) -> str | None:
    """Where the request came from; behind a proxy what that says (see `onrecord.workbench.guard.serving`)."""
    return request.client.host if request.client else None
