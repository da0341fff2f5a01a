"""What every page reads from a request, and answers with."""

from collections.abc import Mapping
from typing import Any, Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import BadInput
from onrecord.store.index import Filter
from onrecord.workbench.people.roles import Action, Person

_MOST_PAGES = 10_000


class Render(Protocol):
    """Makes a page of a template."""

    def __call__(self, request: Request, name: str, /, **values: Any) -> Response:
        """The page, with status 200."""


def person(request: Request, action: Action = Action.READ) -> Person:
    """Who asks, if their role allows it.

    Raises:
        NotAllowed: it does not.
    """
    found: Person = request.state.person
    found.must(action)
    return found


def wanted(request: Request) -> Filter:
    """The filter in the address.

    Raises:
        BadInput: a value that no field can have.
    """
    return Filter.of(request.query_params.multi_items())


def whole_number(given: Mapping[str, Any], name: str, least: int = 0) -> int:
    """A number in the address or a form, `least` where there is none.

    Raises:
        BadInput: it is no number.
    """
    value = given.get(name)
    if value in (None, ""):
        return least
    try:
        return max(least, min(int(str(value)), _MOST_PAGES))
    except ValueError:
        raise BadInput(f"{name} is a whole number, not {str(value)[:40]!r}") from None


def field(request: Request, name: str) -> str:
    """A field of the form that was sent; empty when it is not there."""
    value = request.state.form.get(name)
    return value.strip() if isinstance(value, str) else ""


def fields(request: Request, name: str) -> list[str]:
    """All fields of this name."""
    return [value for value in request.state.form.getlist(name) if isinstance(value, str)]


def json(value: object) -> Response:
    """Data for a script of ours."""
    return Response(msgspec.json.encode(value), media_type="application/json")
