"""The site answers under its own names only."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from onrecord.workbench.guard import LOOPBACK, Site
from onrecord.workbench.guard.hosts import Hosts, host_name
from onrecord.workbench.guard.refuse import Refused
from onrecord.workbench.people import OneUser
from tests.workbench.people.site import application


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.0.0.1:8765",
        "localhost",
        "localhost:1",
        "LOCALHOST:8765",
        "[::1]",
        "[::1]:8765",
        "127.0.0.1:65535",
    ],
)
def test_loopback_under_any_port(browser: TestClient, host: str) -> None:
    assert browser.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8765",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.localhost",
        "localhost.",
        "127.0.0.2",
        "127.1",
        "2130706433",
        "0.0.0.0",  # noqa: S104
        "[::]",
        "[::ffff:127.0.0.1]",
        "[0:0:0:0:0:0:0:1]",
    ],
)
def test_any_other_name_is_misdirected(browser: TestClient, host: str) -> None:
    answer = browser.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.headers["content-type"].startswith("text/plain")
    assert "address that onrecord serve printed" in answer.text
    assert host not in answer.text


@pytest.mark.parametrize(
    "host",
    [
        "",
        " ",
        "::1",
        "[::1",
        "::1]",
        "[::1]8765",
        "[::1]:",
        "[::1%25eth0]",
        "127.0.0.1:",
        "127.0.0.1:x",
        "127.0.0.1:99999",
        "127.0.0.1:-1",
        "127.0.0.1:80:80",
        "evil.example@127.0.0.1",
        "127.0.0.1/",
        "127.0.0.1, evil.example",
        "127.0.0.1\u00a0",
        "١٢٧.0.0.1".encode().decode("latin-1"),
    ],
)
def test_what_is_no_name_is_a_bad_request(browser: TestClient, host: str) -> None:
    answer = browser.get("/", headers={"Host": host.encode("latin-1")})
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")


def _refused(*hosts: bytes, path: str = "/", names: frozenset[str] = LOOPBACK) -> int | None:
    """What becomes of a request with these Host headers; None when it passes."""
    passed = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        passed.append(scope)

    scope = {"type": "http", "path": path, "headers": [(b"host", host) for host in hosts]}
    try:
        asyncio.run(Hosts(app, names)(scope, None, None))  # type: ignore[arg-type]
    except Refused as refused:
        assert passed == []
        return refused.status
    assert passed == [scope]
    return None


def test_there_is_exactly_one_host_header() -> None:
    assert _refused(b"localhost") is None
    assert _refused() == 400
    assert _refused(b"localhost", b"localhost") == 400
    assert _refused(b"localhost", b"evil.example") == 400


def test_a_request_for_another_server_s_address_is_refused() -> None:
    assert _refused(b"localhost", path="http://evil.example/") == 400
    assert _refused(b"localhost", path="*") == 400


def test_a_team_s_names_are_exact() -> None:
    names = frozenset({"records.example.org"})
    assert _refused(b"Records.example.org:8443", names=names) is None
    for other in (
        b"localhost",
        b"127.0.0.1",
        b"example.org",
        b"a.records.example.org",
        b"records.example.org.",
    ):
        assert _refused(other, names=names) == 421


@given(st.text(st.characters(max_codepoint=255), max_size=30))
def test_only_the_names_themselves_pass(host: str) -> None:
    assert (_refused(host.encode("latin-1")) is None) == (host_name(host) in LOOPBACK)


@given(st.sampled_from(sorted(LOOPBACK)), st.integers(0, 65535))
def test_a_port_is_left_out(name: str, port: int) -> None:
    assert host_name(f"{name}:{port}") == name


def test_before_anybody_has_come_in_too_and_the_token_is_not_used_up(gate: OneUser) -> None:
    app = application(gate, site=Site())
    foreign = TestClient(app, base_url="http://evil.example", follow_redirects=False)
    assert foreign.get("/enter?token=printed").status_code == 421
    assert foreign.get("/static/x.css").status_code == 421
    assert gate.enter("printed") is not None


def test_there_are_no_web_sockets(browser: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), browser.websocket_connect("/"):
        pass
