"""A real server in a thread, set up as the guard says, and requests sent to it byte by byte."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from onrecord.workbench.guard import Serving, options


@contextmanager
def served(app: ASGIApp, asked: Serving | None = None) -> Iterator[int]:
    """The port at which it answers."""
    given = options(asked or Serving(port=0))
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_level="critical", **given))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


def sent(port: int, request: bytes) -> bytes:
    """All that comes back until the server closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(request)
        return received(connection)


def received(connection: socket.socket) -> bytes:
    parts = []
    while part := connection.recv(65_536):
        parts.append(part)
    return b"".join(parts)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def headers(answer: bytes) -> dict[str, str]:
    lines = answer.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
    pairs = [line.split(": ", 1) for line in lines]
    assert len(pairs) == len({name.lower() for name, _ in pairs}), lines
    return {name.lower(): value for name, value in pairs}
