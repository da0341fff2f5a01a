"""Bodies are read once, whole and within bounds."""

import asyncio
from collections.abc import Iterator

import anyio
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message, Receive

from onrecord.workbench.guard import LARGEST, limits
from onrecord.workbench.guard.limits import Gone, check_length, read_body, replayed
from onrecord.workbench.guard.refuse import Refused
from onrecord.workbench.people import OneUser, entry_path
from onrecord.workbench.people.tokens import csrf_of
from tests.workbench.people.site import application

reached: list[int] = []


async def _size(request: Request) -> Response:
    reached.append(len(await request.body()))
    return PlainTextResponse(str(reached[-1]))


@pytest.fixture
def browser(gate: OneUser) -> TestClient:
    reached.clear()
    app = application(gate, Route("/size", _size, methods=["POST"]))
    made = TestClient(app, base_url="http://127.0.0.1:8765")
    made.get(entry_path("printed"))
    made.headers["X-CSRF"] = csrf_of(made.cookies["onrecord-8765"])
    return made


def _parts(size: int) -> Iterator[bytes]:
    for begin in range(0, size, 50_000):
        yield b"x" * min(50_000, size - begin)


@pytest.mark.parametrize("size", [0, 1, LARGEST])
def test_what_is_within_bounds_arrives_whole(browser: TestClient, size: int) -> None:
    assert browser.post("/size", content=b"x" * size).text == str(size)
    assert browser.post("/size", content=_parts(size)).text == str(size)


def test_what_is_larger_is_refused_with_a_plain_line_and_reaches_nobody(browser: TestClient) -> None:
    for content in (b"x" * (LARGEST + 1), _parts(LARGEST + 1)):
        answer = browser.post("/size", content=content)
        assert answer.status_code == 413
        assert answer.headers["content-type"].startswith("text/plain")
        assert answer.headers["connection"] == "close"
        assert "1,000,000 bytes" in answer.text
    assert reached == []


def test_the_limit_is_a_million_bytes() -> None:
    assert LARGEST == 1_000_000


@pytest.mark.parametrize("length", [b"x", b"-1", b"1_0", b" ", b"1e3", "١".encode()])
def test_a_length_that_is_no_number_is_refused(length: bytes) -> None:
    with pytest.raises(Refused) as raised:
        check_length({"headers": [(b"content-length", length)]})
    assert raised.value.status == 400


def test_a_length_is_refused_before_anything_is_read() -> None:
    for length in (b"1000001", b"9" * 5_000):
        with pytest.raises(Refused) as raised:
            check_length({"headers": [(b"content-length", length)]})
        assert raised.value.status == 413
    check_length({"headers": [(b"content-length", b"1000000")]})


def _receive(*messages: Message) -> Receive:
    left = iter(messages)

    async def receive() -> Message:
        return next(left)

    return receive


def test_a_body_that_ends_in_the_middle_has_nobody_to_answer_to() -> None:
    receive = _receive({"type": "http.request", "body": b"a", "more_body": True}, {"type": "http.disconnect"})
    with pytest.raises(Gone):
        asyncio.run(read_body(receive))


def test_a_body_that_dribbles_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def dribble() -> Message:
        await anyio.sleep(0.02)
        return {"type": "http.request", "body": b"a", "more_body": True}

    monkeypatch.setattr(limits, "SLOWEST", 0.2)
    with pytest.raises(Refused) as raised:
        asyncio.run(read_body(dribble))
    assert raised.value.status == 408


def test_the_body_is_there_again_and_then_whatever_comes() -> None:
    async def twice() -> list[Message]:
        again = replayed(b"abc", _receive({"type": "http.disconnect"}))
        return [await again(), await again()]

    assert asyncio.run(twice()) == [
        {"type": "http.request", "body": b"abc", "more_body": False},
        {"type": "http.disconnect"},
    ]
