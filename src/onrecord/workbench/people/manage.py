"""``/people``: who belongs to the team, for editors; ``/people/password``: one's own password."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.errors import BadInput, NotAllowed, NotFound
from onrecord.workbench.people.gate import Team
from onrecord.workbench.people.invitations import invitation_path
from onrecord.workbench.people.login import address, come_in, twice
from onrecord.workbench.people.passwords import SHORTEST
from onrecord.workbench.people.render import Handler, Render, again, field, refused, see
from onrecord.workbench.people.roles import Action, Role

_Change = Callable[[Request], str | None]
"""What a button does with the form that was sent; the token when it makes an invitation."""


def routes(gate: Team, render: Render) -> list[Route]:
    """Everything below ``/people``."""

    def show(request: Request, **told: str) -> Response:
        values = {"error": None, "link": None, "invited": None} | told
        everyone = gate.accounts.everyone()
        return render(request, "people/people.html", everyone=everyone, roles=tuple(Role), **values)

    def changing(change: _Change) -> Handler:
        def changed(request: Request) -> Response:
            try:
                token = change(request)
            except (BadInput, NotAllowed, NotFound) as error:
                return again(show(request, error=str(error)), error)
            if token is None:
                return see("/people")
            link = f"{request.base_url}".rstrip("/") + invitation_path(token)
            return show(request, link=link, invited=field(request, "name"))  # the one time it can be read

        return changed

    buttons = (
        Route(f"/people/{name}", _editors(changing(change)), methods=["POST"])
        for name, change in _changes(gate).items()
    )
    return [Route("/people", _editors(show), methods=["GET"]), *buttons, *_password(gate, render)]


def _changes(gate: Team) -> dict[str, _Change]:
    def role(request: Request) -> None:
        gate.accounts.give(field(request, "name"), _role(request))

    def disable(request: Request) -> None:
        gate.accounts.disable(field(request, "name"))

    return {
        "add": lambda request: gate.accounts.add(field(request, "name"), _role(request)),
        "role": role,
        "disable": disable,
        "restore": lambda request: gate.accounts.restore(field(request, "name")),
        "invite": lambda request: gate.invitations.make(field(request, "name")),
    }


def _role(request: Request) -> Role:
    try:
        return Role(field(request, "role"))
    except ValueError:
        raise BadInput(f"a role is one of {', '.join(Role)}") from None


def _editors(handler: Handler) -> Handler:
    """Let only those in who may manage the team."""

    def checked(request: Request) -> Response:
        try:
            request.state.person.must(Action.MANAGE)
        except NotAllowed as error:
            return refused(error)
        return handler(request)

    return checked


def _password(gate: Team, render: Render) -> list[Route]:
    def show(request: Request, error: str | None = None) -> Response:
        changed = "changed" in request.query_params and error is None
        return render(request, "people/password.html", shortest=SHORTEST, error=error, changed=changed)

    def change(request: Request) -> Response:
        name = request.state.person.name
        try:
            gate.logins.change(name, field(request, "present"), twice(request), address(request))
        except (BadInput, NotAllowed) as error:
            return again(show(request, str(error)), error)
        return come_in(request, gate, name, see("/people/password", changed="yes"))

    return [
        Route("/people/password", show, methods=["GET"]),
        Route("/people/password", change, methods=["POST"]),
    ]
