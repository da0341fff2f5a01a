"""Under which names the site answers. Any other name in the Host header means that a foreign page had its own name point here
(DNS rebinding) and would read the answer as its own."""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.workbench.guard.refuse import Refused

_HOST = re.compile(r"(\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9._-]{0,252}))(?::([0-9]{1,5}))?", re.ASCII)
_WRONG = "the workbench does not answer under this name: use the address that onrecord serve printed"
_BAD = "a request needs exactly one Host header with a name in it, and a path"


class Hosts:
    """Refuses what was sent to another name, and requests that do not say clearly to whom they were sent."""

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what was sent to one of the names, refuse the rest."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] == "http":
            self._check(scope)
        await self._app(scope, receive, send)

    def _check(self, scope: Scope) -> None:
        given = [value for name, value in scope["headers"] if name == b"host"]
        name = host_name(given[0].decode("latin-1")) if len(given) == 1 else None
        if name is None or not scope["path"].startswith("/"):
            raise Refused(400, _BAD)
        if name not in self._names:
            raise Refused(421, _WRONG)


def host_name(host: str) -> str | None:
    """The name in a Host header, in lower case and without the port; IPv6 addresses keep their brackets. None when it is not one."""
    found = _HOST.fullmatch(host.lower())
    if found is None or int(found[2] or 0) > 65_535:
        return None
    return found[1]
