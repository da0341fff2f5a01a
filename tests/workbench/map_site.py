"""A small site that shows the map alone, under the workbench's strict policy."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STATIC = Path(__file__).parents[2] / "src/onrecord/workbench/static"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; worker-src 'self'; font-src 'self'"
)
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Map</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="static/css/site.css"><link rel="stylesheet" href="page.css">
<div id="map"></div><script type="module" src="page.js"></script></html>"""
SHEET = "html, body { margin: 0; height: 100%; } #map { position: absolute; inset: 0; }"
# What the page saw lies on window, where the tests read it
SCRIPT = """
import { hasWebGL, openMap } from './static/js/map.js';
window.seen = { moves: [], picks: [], violations: [], webgl: hasWebGL() };
addEventListener('securitypolicyviolation', (event) => seen.violations.push(event.violatedDirective + ' ' + event.blockedURI));
const asked = await (await fetch('points.json')).json();
const map = await openMap(document.getElementById('map'), {
  ...asked,
  onMove: (bounds) => seen.moves.push(bounds),
  onPick: (number) => seen.picks.push(number),
  names: async () => asked.called,
  messages: {},
});
window.map = map;
if (!map) document.getElementById('map').textContent = 'no map';
document.documentElement.dataset.ready = 'yes'; // evaluating a condition again and again needs unsafe-eval
"""


class _Guarded:
    """Sends the policy with every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"content-security-policy", POLICY.encode())]
            await send(message)

        await self.app(scope, receive, guarded)


def app(asked: dict[str, object]) -> Starlette:
    """The site; ``asked`` are the options of the map that are data. It lies below ``/below``, as behind a proxy."""

    def page(request: Request) -> Response:
        return HTMLResponse(PAGE)

    def script(request: Request) -> Response:
        return Response(SCRIPT, media_type="text/javascript")

    def sheet(request: Request) -> Response:
        return Response(SHEET, media_type="text/css")

    def points(request: Request) -> Response:
        return JSONResponse(asked)

    inner = [
        Route("/", page),
        Route("/page.js", script),
        Route("/page.css", sheet),
        Route("/points.json", points),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    return Starlette(routes=[Mount("/below", routes=inner)], middleware=[Middleware(_Guarded)])


@contextmanager
def served(asked: dict[str, object]) -> Iterator[str]:
    """Serve the site on a free port of this machine; gives its address."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app(asked), log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [found]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{found.getsockname()[1]}/below/"
        finally:
            server.should_exit = True
            thread.join(10)
