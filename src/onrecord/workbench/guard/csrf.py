"""Only our own pages may change anything (cross-site request forgery).

Two checks, each enough by itself in a browser that works: where the request says it comes from, and a token that only our pages know.
Since our pages send no referrer, browsers write ``Origin: null`` on their forms (Fetch, "append a request Origin header"); so where
Sec-Fetch-Site is there, a null origin says nothing, and where it is not, null is refused.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.datastructures import FormData, Headers
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.workbench.guard.limits import Gone, check_length, read_body, replayed
from onrecord.workbench.guard.refuse import Refused
from onrecord.workbench.people.tokens import same

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD, HEADER = "csrf", "x-csrf"
_FOREIGN = "this was sent by a page of another site, so nothing was done"
_STALE = "this page was open since before you logged in, so nothing was done: go back, load it again and send it once more"
_PORTS = {"http": ":80", "https": ":443"}
_FIELDS, _FILES = 2_000, 4


class Csrf:
    """Checks every request that may change something, and leaves what it read: ``state["form"]`` and the body itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what our own pages sent, refuse the rest."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        check_length(scope)
        if scope["method"] in SAFE:
            return await self._app(scope, receive, send)
        headers = Headers(scope=scope)
        if foreign(headers, scope["scheme"]):
            raise Refused(403, _FOREIGN, closes=True)
        try:
            body = await read_body(receive)
        except Gone:
            return None
        async with _form(scope, replayed(body, receive)) as form:
            given, expected = headers.get(HEADER) or form.get(FIELD), scope["state"]["csrf"]
            if not expected or not isinstance(given, str) or not same(given, expected):
                raise Refused(403, _STALE)
            scope["state"]["form"] = form
            await self._app(scope, replayed(body, receive), send)
        return None


def foreign(headers: Headers, scheme: str) -> bool:
    """Whether a request says that it comes from another site. One that says nothing (no browser sends it) is left to the token."""
    site, origins = headers.get("sec-fetch-site"), headers.getlist("origin")
    if site is not None and site not in ("same-origin", "none"):
        return True
    if len(origins) > 1:
        return True
    if not origins or (origins[0] == "null" and site is not None):
        return False
    port = _PORTS[scheme]
    ours = f"{scheme}://{headers['host'].lower().removesuffix(port)}"
    return origins[0].lower().removesuffix(port) != ours


@asynccontextmanager
async def _form(scope: Scope, receive: Receive) -> AsyncIterator[FormData]:
    """The fields of the body; none when it is no form.

    Raises:
        Refused: it is a broken form.
    """
    try:
        form = await Request(scope, receive).form(max_files=_FILES, max_fields=_FIELDS)
    except (MultiPartException, HTTPException) as error:
        raise Refused(400, "the form cannot be read: load the page again and send it once more") from error
    try:
        yield form
    finally:
        await form.close()
