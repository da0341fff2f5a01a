"""How many requests are worked on at once: few, since threads that compute take turns in one interpreter and only hinder one another."""

from collections.abc import Awaitable, Callable

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

# With 50 people clicking at once (benchmarks.workbench, two cores) the slowest answer took 23 s with Starlette's 40 threads,
# 3.9 s with 8, 2.9 s with 4, and 22 answers came a second in place of 16.
_AT_ONCE = 4
_WAITING = 40  # of those who wait for a run, for a file or for one another, and compute nothing
_waiting = CapacityLimiter(_WAITING)


class FewAtOnce:
    """The other requests wait in line."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Set the limit, which belongs to the event loop, and pass the request on."""
        to_thread.current_default_thread_limiter().total_tokens = _AT_ONCE
        await self._app(scope, receive, send)


def waiting(handler: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """A handler that may wait for long, in a thread that nobody else waits for."""

    async def apart(request: Request) -> Response:
        return await to_thread.run_sync(handler, request, limiter=_waiting)

    return apart
