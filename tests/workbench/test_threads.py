"""Few requests are worked on at once, and those that only wait keep nobody from being answered."""

import asyncio
import threading
import time

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from onrecord.workbench.threads import FewAtOnce, waiting


class Desk:
    """Handlers that note how many of them are at work."""

    def __init__(self) -> None:
        self.busy, self.most = 0, 0
        self.lock, self.open = threading.Lock(), threading.Event()

    def work(self, request: Request) -> Response:
        with self.lock:
            self.busy += 1
            self.most = max(self.most, self.busy)
        time.sleep(0.02)
        with self.lock:
            self.busy -= 1
        return PlainTextResponse("done")

    def wait(self, request: Request) -> Response:
        assert self.open.wait(20)
        return PlainTextResponse("waited")


def asked(desk: Desk) -> httpx.AsyncClient:
    routes = [Route("/work", desk.work), Route("/wait", waiting(desk.wait))]
    site = httpx.ASGITransport(FewAtOnce(Starlette(routes=routes)))
    return httpx.AsyncClient(transport=site, base_url="http://127.0.0.1")


def test_few_are_worked_on_at_once_and_all_are_answered() -> None:
    desk = Desk()

    async def crowd() -> list[str]:
        async with asked(desk) as client:
            return [answer.text for answer in await asyncio.gather(*(client.get("/work") for _ in range(30)))]

    assert asyncio.run(crowd()) == ["done"] * 30
    assert 1 < desk.most <= 4


def test_those_who_wait_keep_nobody_from_being_answered() -> None:
    desk = Desk()

    async def crowd() -> tuple[str, list[str]]:
        async with asked(desk) as client:
            tasks = [asyncio.create_task(client.get("/wait")) for _ in range(20)]
            await asyncio.sleep(0.1)
            answer = await client.get("/work")
            desk.open.set()
            return answer.text, [task.text for task in await asyncio.gather(*tasks)]

    assert asyncio.run(crowd()) == ("done", ["waited"] * 20)
