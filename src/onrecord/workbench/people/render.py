"""What the routes of this package need of the application, and what they find in a request."""

from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from onrecord.errors import BadInput, NotAllowed, NotFound, TooSoon
from onrecord.workbench.people.roles import Person

Handler = Callable[[Request], Response]


class Render(Protocol):
    """Makes a page of a template. The template finds `request` (with ``request.state.csrf`` and ``.person``) beside the values."""

    def __call__(self, request: Request, name: str, /, **values: Any) -> Response:
        """The page, with status 200."""


def person(request: Request) -> Person | None:
    """Who has come in."""
    found: Person | None = request.state.person
    return found


def field(request: Request, name: str) -> str:
    """A field of the form that was sent, which the guard has read; empty when it is not there."""
    value = request.state.form.get(name)
    return value if isinstance(value, str) else ""


def see(path: str, **query: str) -> Response:
    """Go there with GET."""
    return RedirectResponse(f"{path}?{urlencode(query)}" if query else path, status_code=303)


def status_of(error: BadInput | NotAllowed | NotFound) -> int:
    """The status that says what an error means."""
    if isinstance(error, TooSoon):
        return 429
    if isinstance(error, NotAllowed):
        return 403
    return 404 if isinstance(error, NotFound) else 400


def again(page: Response, error: BadInput | NotAllowed | NotFound) -> Response:
    """A page that shows an error, with the status and the headers that go with it."""
    page.status_code = status_of(error)
    if isinstance(error, TooSoon):
        page.headers["Retry-After"] = str(error.seconds)
    return page


def refused(error: NotAllowed) -> Response:
    """One line for whoever may not do what they tried."""
    return PlainTextResponse(f"{error}\n", 403)
