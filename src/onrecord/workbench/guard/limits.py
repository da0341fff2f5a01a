"""Bodies of requests: read once, whole, within bounds, and there again for whoever comes after."""

import anyio
from starlette.types import Message, Receive, Scope

from onrecord.workbench.guard.refuse import Refused

LARGEST = 1_000_000  # bytes
SLOWEST = 30.0  # seconds for all of it
_TOO_LARGE = f"this is more than the workbench takes at once ({LARGEST:,} bytes): send less"
_TOO_SLOW = f"the request did not arrive within {SLOWEST:.0f} seconds: send it again"


class Gone(Exception):
    """Whoever sent the request is not there any more: there is nobody to answer."""


def check_length(scope: Scope) -> None:
    """Refuse a body that says itself that it is too large, before any of it is read.

    Raises:
        Refused: it is (413), or what it says is no number (400).
    """
    for name, value in scope["headers"]:
        if name == b"content-length":
            if not value.isdigit():
                raise Refused(400, "Content-Length must be a number", closes=True)
            if len(value) > 12 or int(value) > LARGEST:
                raise Refused(413, _TOO_LARGE, closes=True)


async def read_body(receive: Receive) -> bytes:
    """The whole body.

    Raises:
        Refused: it is too large (413) or too slow (408).
        Gone: the connection ended.
    """
    parts, size = [], 0
    with anyio.move_on_after(SLOWEST):
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Gone
            part = message.get("body", b"")
            size += len(part)
            if size > LARGEST:
                raise Refused(413, _TOO_LARGE, closes=True)
            parts.append(part)
            if not message.get("more_body", False):
                return b"".join(parts)
    raise Refused(408, _TOO_SLOW, closes=True)


def replayed(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives the body once more, and then whatever comes."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
