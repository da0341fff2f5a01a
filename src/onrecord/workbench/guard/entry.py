"""Who sent a request. Nothing behind this sees one of somebody who has not come in, but for the pages by which one comes in."""

from html import escape
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.workbench.guard.headers import STATIC
from onrecord.workbench.guard.site import Site
from onrecord.workbench.people.cookies import Cookie
from onrecord.workbench.people.gate import Gate
from onrecord.workbench.people.redirect import safe_next
from onrecord.workbench.people.tokens import csrf_of, new_token

_ASK = "you are not logged in, or not any more: load the page again\n"
_ONWARD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={path}"><title>On Record</title>
<p><a href="{path}">Go on to the workbench</a></p></html>
"""


class Entry:
    """Lets in whoever has a session, and writes into ``scope["state"]``: `person`, `csrf`, `token`, `cookie`, and an empty `form`."""

    def __init__(self, app: ASGIApp, gate: Gate, site: Site) -> None:
        self._app = app
        self._gate = gate
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may come in, answer the rest."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        headers = Headers(scope=scope)
        cookie = self._cookie(scope)
        token = "" if scope["path"].startswith(STATIC) else cookie.read(headers.getlist("cookie"))
        person = await run_in_threadpool(self._gate.admit, token) if token else None
        inside = _with(
            scope, person=person, csrf=csrf_of(token) if person else "", token=token, cookie=cookie
        )
        inside["scheme"] = "https" if self._site.secure else "http"
        if person is not None or scope["path"].startswith(STATIC):
            return await self._app(inside, receive, send)
        return await self._outside(inside, receive, send)

    async def _outside(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Somebody who has not come in."""
        headers = Headers(scope=scope)
        if scope["path"] in self._gate.open:
            await (self._before if self._gate.team else self._app)(scope, receive, send)
        elif _is_fetch(headers):
            await PlainTextResponse(_ASK, 401)(scope, receive, send)
        elif _from_elsewhere(scope, headers):
            await _onward(scope)(scope, receive, send)
        elif self._gate.team:
            await self._to_login(scope)(scope, receive, send)
        else:
            method = "HEAD" if scope["method"] == "HEAD" else "GET"
            path = self._gate.entrance
            here = {"method": method, "path": path, "raw_path": path.encode(), "query_string": b""}
            await self._app({**scope, **here}, receive, send)

    async def _before(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The pages by which one comes in have forms too: until there is a session, their token hangs on a cookie of its own."""
        cookie = self._cookie(scope, "-form")
        held = cookie.read(Headers(scope=scope).getlist("cookie"))
        token = held or new_token()
        carrier = Response()
        cookie.set(carrier, token)

        async def giving(message: Message) -> None:
            if message["type"] == "http.response.start" and not held:
                MutableHeaders(scope=message).append("Set-Cookie", carrier.headers["Set-Cookie"])
            await send(message)

        await self._app(_with(scope, csrf=csrf_of(token)), receive, giving)

    def _cookie(self, scope: Scope, suffix: str = "") -> Cookie:
        port = (scope.get("server") or (None, None))[1]
        return Cookie.of(port, secure=self._site.secure or self._gate.team, suffix=suffix)

    def _to_login(self, scope: Scope) -> Response:
        wanted = _wanted(scope) if scope["method"] in ("GET", "HEAD") else "/"
        query = f"?next={quote(wanted, safe='')}" if wanted != "/" else ""
        return RedirectResponse(f"{self._gate.entrance}{query}", status_code=303)


def _with(scope: Scope, **values: Any) -> Scope:
    return {**scope, "state": {"form": FormData(), **scope.get("state", {}), **values}}


def _is_fetch(headers: Headers) -> bool:
    return "hx-request" in headers or "application/json" in headers.get("accept", "")


def _from_elsewhere(scope: Scope, headers: Headers) -> bool:
    """Whether somebody followed a link on another site, in a mail or a chat. Then a strict cookie is not sent, session or not."""
    foreign = headers.get("sec-fetch-site") in ("cross-site", "same-site")
    shown = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    return scope["method"] == "GET" and foreign and shown


def _onward(scope: Scope) -> Response:
    """A page of ours that goes where the link goes: that request is our own, and has the cookie."""
    return HTMLResponse(_ONWARD.format(path=escape(_wanted(scope), quote=True)))


def _wanted(scope: Scope) -> str:
    """The path and query that were asked for, as they were written, if they can be gone to."""
    path = (scope.get("raw_path") or quote(scope["path"]).encode()).decode("latin-1").partition("?")[0]
    query = scope["query_string"].decode("latin-1")
    return safe_next(f"{path}?{query}" if query else path)
