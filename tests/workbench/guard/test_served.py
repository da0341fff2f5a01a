"""The same with a real server, and requests as no browser sends them."""

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from onrecord.workbench.guard import POLICY, Serving, Site, site_of
from onrecord.workbench.people import OneUser, Team, entry_path
from onrecord.workbench.people.tokens import csrf_of
from tests.workbench.guard.served import headers, received, sent, served, status
from tests.workbench.guard.tls import certificate
from tests.workbench.people.site import PASSWORD, application, csrf_in


def _where(request: Request) -> Response:
    client = request.client.host if request.client else None
    return PlainTextResponse(f"{client} {request.base_url}")


@pytest.fixture
def port(gate: OneUser) -> Iterator[int]:
    with served(application(gate)) as at:
        yield at


def _cookie(port: int) -> str:
    answer = sent(
        port, f"GET {entry_path('printed')} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
    )
    return headers(answer)["set-cookie"].partition(";")[0]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Host: localhost"], 403),
        (["Host: [::1]:8765"], 403),
        (["Host: evil.example"], 421),
        (["Host: 127.0.0.1.evil.example"], 421),
        (["Host: [::1"], 400),
        (["Host:"], 400),
        ([], 400),
        (["Host: localhost", "Host: localhost"], 400),
        (["Host: localhost", "Host: evil.example"], 400),
        (["X-Forwarded-Host: localhost", "Host: evil.example"], 421),
    ],
)
def test_the_host_header_over_the_wire(port: int, lines: list[str], expected: int) -> None:
    request = "\r\n".join(["GET / HTTP/1.1", *lines, "Connection: close", "", ""])
    answer = sent(port, request.encode())
    assert status(answer) == expected
    assert headers(answer)["content-type"].startswith("text/html" if expected == 403 else "text/plain")
    assert "server" not in headers(answer)


def test_an_old_request_without_host_and_one_for_elsewhere(port: int) -> None:
    assert status(sent(port, b"GET / HTTP/1.0\r\n\r\n")) == 400
    elsewhere = b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    assert status(sent(port, elsewhere)) == 400


def test_the_headers_over_the_wire_and_no_name_of_the_server(port: int) -> None:
    given = headers(sent(port, b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
    assert given["content-security-policy"] == POLICY
    assert given["x-frame-options"] == "DENY"
    assert given["cache-control"] == "no-store"
    assert "server" not in given


def test_a_large_body_is_refused_before_it_is_sent(port: int) -> None:
    cookie = _cookie(port)
    head = f"POST /note HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Length: 5000000\r\n\r\n"
    answer = sent(port, head.encode())  # not a byte of the body follows, and the server closes
    assert status(answer) == 413
    assert headers(answer)["connection"] == "close"
    assert b"send less" in answer


def test_a_large_body_in_pieces_is_refused_as_soon_as_it_is_too_large(port: int) -> None:
    cookie = _cookie(port)
    head = f"POST /note HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nTransfer-Encoding: chunked\r\n\r\n"
    piece = b"1f4\r\n" + b"x" * 500 + b"\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(head.encode())
        connection.sendall(piece * 2001)
        answer = received(connection)  # the last piece was never sent
    assert status(answer) == 413


def test_a_body_goes_through_whole_over_the_wire(port: int) -> None:
    cookie = _cookie(port)
    csrf = csrf_of(cookie.partition("=")[2])
    body = f"csrf={csrf}&words={'x' * 900_000}".encode()
    head = (
        f"POST /note HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n"
    )
    answer = sent(port, head.encode() + body)
    assert status(answer) == 200
    assert answer.endswith(b"x" * 900_000 + b" by edda")


def test_what_a_client_says_of_its_address_is_not_believed_without_a_proxy(gate: OneUser, team: Team) -> None:
    forged = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
    with (
        served(application(gate, Route("/where", _where))) as at,
        httpx.Client(base_url=f"http://127.0.0.1:{at}") as one,
    ):
        one.get(entry_path("printed"))
        assert one.get("/where", headers=forged).text == f"127.0.0.1 http://127.0.0.1:{at}/"
    asked = Serving(port=0, team=True, proxy="https://records.example.org")
    app = application(team, Route("/where", _where), site=site_of(asked))
    token = team.sessions.begin("Vera")
    with served(app, asked) as at:
        given = {
            "Host": "records.example.org",
            "Cookie": f"__Host-onrecord-{at}={token}",
            "X-Forwarded-For": "203.0.113.9",
        }
        answer = httpx.get(f"http://127.0.0.1:{at}/where", headers=given)
    assert answer.text == "203.0.113.9 https://records.example.org/"


def test_a_team_over_tls(tmp_path: Path, team: Team) -> None:
    made, key = certificate(tmp_path)
    asked = Serving("localhost", 0, team=True, certificate=made, key=key)
    trusted = ssl.create_default_context(cafile=str(made))
    with (
        served(application(team, site=site_of(asked)), asked) as at,
        httpx.Client(base_url=f"https://localhost:{at}", verify=trusted) as browser,
    ):
        csrf = csrf_in(browser.get("/login").text)
        given = {"csrf": csrf, "name": "Vera", "password": PASSWORD}
        entered = browser.post("/login", data=given, headers={"Origin": f"https://localhost:{at}"})
        assert f"__Host-onrecord-{at}=" in entered.headers["set-cookie"]
        assert "Secure" in entered.headers["set-cookie"]
        assert browser.get("/").text == "here is Vera, reviewer"
        foreign = browser.post("/note", headers={"Origin": f"http://localhost:{at}", "X-CSRF": csrf})
        assert foreign.status_code == 403


def test_an_address_of_ip_version_6(gate: OneUser) -> None:
    asked = Serving("[::1]", 0)
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    with served(application(gate, site=site_of(asked)), asked) as at:
        assert httpx.get(f"http://[::1]:{at}/").status_code == 403
        assert httpx.get(f"http://[::1]:{at}/", headers={"Host": "evil.example"}).status_code == 421
    assert site_of(asked) == Site()
