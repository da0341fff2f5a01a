"""How a request is refused: with one plain line. Nothing of the request is repeated in it."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_BROKEN = "something went wrong here: the window in which onrecord serve runs says what\n"


class Refused(Exception):
    """Raised anywhere inside the guard. `closes`: the connection must end, since the rest of the request is not read."""

    def __init__(self, status: int, text: str, *, closes: bool = False) -> None:
        super().__init__(text)
        self.status = status
        self.closes = closes


class Refusals:
    """Answers what was refused, and what broke. What broke is raised again, for the log."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and answer when that fails."""
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Refused as refused:
            headers = {"Connection": "close"} if refused.closes else None
            await PlainTextResponse(f"{refused}\n", refused.status, headers)(scope, receive, send)
        except Exception:
            if scope["type"] == "http" and not begun:
                await PlainTextResponse(_BROKEN, 500)(scope, receive, send)
            raise
