"""The load driver, on a small server of this test."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
import pytest
import uvicorn
from benchmarks.load import clicks, group, percentile, timed
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

SLOW = 0.06  # seconds


@dataclass
class Site:
    """What the server saw."""

    cookies: set[str | None] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    async def page(self, request: Request) -> Response:
        self.cookies.add(request.headers.get("cookie"))
        self.asked.append(request.url.path)
        return PlainTextResponse("a page")

    async def slow(self, _: Request) -> Response:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(SLOW)
        self.at_once -= 1
        return PlainTextResponse("a page, later")

    async def broken(self, _: Request) -> Response:
        return PlainTextResponse("broken", 500)

    async def moved(self, _: Request) -> Response:
        return RedirectResponse("http://192.0.2.1/elsewhere")  # an address that nobody has (RFC 5737)


@contextmanager
def served(site: Site) -> Iterator[str]:
    names = ("slow", "broken", "moved")
    routes = [Route(f"/{name}", getattr(site, name)) for name in names]
    app = Starlette(routes=[*routes, Route("/", site.page), Route("/incident/{id}", site.page)])
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def address(site: Site) -> Iterator[str]:
    with served(site) as base_url:
        yield base_url


def test_everyone_goes_round_all_paths_with_the_cookie(site: Site, address: str) -> None:
    paths = ["/", "/incident/a?tab=map", "/incident/b"]
    report = asyncio.run(clicks(address, "session=secret", paths, people=6, seconds=1.0))
    assert site.cookies == {"session=secret"}
    assert set(site.asked) == {"/", "/incident/a", "/incident/b"}
    assert report.all.count == len(site.asked) >= 6
    assert report.all.errors == 0 and not report.wrong
    assert set(report.groups) == {"/", "/incident"}
    assert sum(g.count for g in report.groups.values()) == report.all.count


def test_people_click_at_once_and_each_waits_for_the_answer(site: Site, address: str) -> None:
    report = asyncio.run(clicks(address, "", ["/slow"], people=8, seconds=0.8))
    assert 2 <= site.most_at_once <= 8
    assert report.groups["/slow"].p50 >= 1000 * SLOW
    assert report.all.p50 <= report.all.p95 <= report.all.p99 <= report.all.max
    assert report.all.count <= 8 * (report.seconds / SLOW)


def test_what_went_wrong_is_counted_and_a_redirect_is_not_followed(address: str) -> None:
    report = asyncio.run(clicks(address, "", ["/", "/broken", "/moved", "/gone"], people=4, seconds=0.6))
    assert set(report.wrong) == {"/broken: 500", "/gone: 404"}
    assert report.groups["/broken"].errors == report.groups["/broken"].count > 0
    assert report.groups["/moved"].errors == report.groups["/"].errors == 0
    assert report.all.errors == sum(report.wrong.values())
    printed = "\n".join(report.lines())
    assert "4 people" in printed and "/broken: 500" in printed


def test_a_server_that_is_not_there_is_an_error_and_no_crash() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    report = asyncio.run(clicks(f"http://127.0.0.1:{port}", "", ["/"], people=2, seconds=0.3))
    assert report.all.count == report.all.errors > 0
    assert list(report.wrong) == ["/: ConnectError"]
    assert report.all.p50 == report.all.max == 0.0


@pytest.mark.parametrize(
    "base_url",
    [
        "http://example.org",
        "http://127.0.0.1.example.org",
        "http://localhost@example.org",
        "http://0.0.0.0:80",
        "ftp://127.0.0.1",
        "127.0.0.1:8000",
    ],
)
def test_other_machines_are_refused(base_url: str) -> None:
    with pytest.raises(ValueError, match="not on this machine"):
        asyncio.run(clicks(base_url, "", ["/"], people=1, seconds=0.1))


@pytest.mark.parametrize("path", ["//example.org/", "http://example.org/", "incident", "/\\example.org"])
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="is no path"):
        asyncio.run(clicks("http://[::1]:1", "", ["/", path], people=1, seconds=0.1))
    with httpx.Client(base_url="http://localhost:1") as client, pytest.raises(ValueError, match="is no path"):
        timed(client, path)


def test_nothing_to_click_on_is_refused() -> None:
    with pytest.raises(ValueError, match="no path to click on"):
        asyncio.run(clicks("http://127.0.0.1:1", "", [], people=1, seconds=0.1))


def test_one_person_alone(site: Site, address: str) -> None:
    with httpx.Client(base_url=address) as client:
        median, late = timed(client, "/slow", times=5)
        assert 1000 * SLOW <= median <= late
        timed(client, "/", times=7)
        assert site.asked == ["/"] * 7
        timed(client, "/moved", times=1)
        with pytest.raises(httpx.HTTPStatusError):
            timed(client, "/broken")


def test_one_person_asks_this_machine_alone() -> None:
    with (
        httpx.Client(base_url="http://example.org") as client,
        pytest.raises(ValueError, match="not on this"),
    ):
        timed(client, "/")


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(n) for n in range(20, 0, -1)]
    assert percentile(values, 50) == 10.0
    assert percentile(values, 95) == 19.0
    assert percentile(values, 100) == 20.0
    assert percentile([7.0], 1) == 7.0
    assert percentile([], 50) == 0.0


def test_groups_of_paths() -> None:
    assert group("/") == group("/?q=x") == "/"
    assert group("/incident/incident-0f3a?tab=map") == group("/incident") == "/incident"
