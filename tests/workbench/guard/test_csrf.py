"""Only our own pages change anything."""

from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from onrecord.workbench.guard.csrf import foreign
from onrecord.workbench.people import OneUser, entry_path
from onrecord.workbench.people.tokens import csrf_of
from tests.workbench.people.site import application

HERE = "http://127.0.0.1:8765"
UNSAFE = ("POST", "PUT", "PATCH", "DELETE", "PURGE")


async def _echo(request: Request) -> Response:
    """What a handler gets: the fields as the guard read them, and the body as it came."""
    form = {
        name: value if isinstance(value, str) else value.filename
        for name, value in request.state.form.items()
    }
    return PlainTextResponse(f"{request.method} {form} {len(await request.body())}")


@pytest.fixture
def browser(gate: OneUser) -> TestClient:
    echo = Route("/echo", _echo, methods=[*UNSAFE, "GET"])
    made = TestClient(application(gate, echo), base_url=HERE, follow_redirects=False)
    made.get(entry_path("printed"))
    return made


@pytest.fixture
def csrf(browser: TestClient) -> str:
    return csrf_of(browser.cookies["onrecord-8765"])


@pytest.mark.parametrize("method", UNSAFE)
def test_every_method_that_changes_something_needs_the_token(
    browser: TestClient, csrf: str, method: str
) -> None:
    for wrong in ({}, {"X-CSRF": ""}, {"X-CSRF": "0" * 64}, {"X-CSRF": csrf[:-1]}, {"X-CSRF": csrf.upper()}):
        refused = browser.request(method, "/echo", headers=wrong)
        assert refused.status_code == 403
        assert refused.headers["content-type"].startswith("text/plain")
    assert browser.request(method, "/echo", headers={"X-CSRF": csrf}).text == f"{method} {{}} 0"


def test_looking_needs_none(browser: TestClient) -> None:
    assert browser.get("/echo").status_code == 200
    assert browser.head("/echo").status_code == 200


def test_the_token_is_the_session_s_and_does_not_tell_the_session(browser: TestClient, csrf: str) -> None:
    other = TestClient(application(OneUser("other", "edda")), base_url=HERE)
    other.get(entry_path("other"))
    token = browser.cookies["onrecord-8765"]
    assert csrf_of(other.cookies["onrecord-8765"]) != csrf
    assert token not in csrf
    assert browser.post("/echo", headers={"X-CSRF": token}).status_code == 403


def test_as_a_field_of_a_form_which_handlers_get_with_the_body(browser: TestClient, csrf: str) -> None:
    given = {"csrf": csrf, "words": "Харків & more"}
    plain = browser.post("/echo", data=given)
    assert plain.text.startswith(f"POST {given} ")
    assert not plain.text.endswith(" 0")
    upload = browser.post("/echo", data=given, files={"page": ("page.html", b"<p>hello")})
    assert upload.text.startswith(f"POST {given | {'page': 'page.html'}} ")
    assert browser.post("/note", data=given).text == "noted Харків & more by edda"


@pytest.mark.parametrize("data", [{}, {"csrf": ""}, {"csrf": "0" * 64}, {"CSRF": "right"}])
def test_a_form_without_it_does_nothing(browser: TestClient, csrf: str, data: dict[str, str]) -> None:
    given = {name: csrf if value == "right" else value for name, value in data.items()}
    assert browser.post("/echo", data=given).status_code == 403
    assert browser.post("/echo", data={"x": "y"}, params={"csrf": csrf}).status_code == 403


def test_where_there_is_no_token_nothing_is_the_right_one(gate: OneUser) -> None:
    echo = Route("/static/echo", _echo, methods=["POST"])
    browser = TestClient(application(gate, echo), base_url=HERE)
    for given in ({}, {"csrf": ""}, {"csrf": "-"}):
        assert browser.post("/static/echo", data=given).status_code == 403
        assert browser.post("/enter", data=given).status_code == 403


def test_a_file_named_like_the_token_is_not_the_token(browser: TestClient, csrf: str) -> None:
    assert browser.post("/echo", files={"csrf": ("csrf", csrf.encode())}).status_code == 403


def test_a_body_that_is_no_form_needs_the_header(browser: TestClient, csrf: str) -> None:
    for kind in ("text/plain", "application/json"):
        given: dict[str, Any] = {"content": f"csrf={csrf}", "headers": {"Content-Type": kind}}
        assert browser.post("/echo", **given).status_code == 403
    sent = browser.post("/echo", json={"a": 1}, headers={"X-CSRF": csrf})
    assert sent.text == "POST {} 7"


def test_a_broken_form_is_a_bad_request(browser: TestClient, csrf: str) -> None:
    kind = {"Content-Type": "multipart/form-data", "X-CSRF": csrf}
    assert browser.post("/echo", content=b"x", headers=kind).status_code == 400
    many = "&".join(f"a{n}=b" for n in range(3_000))
    form = {"Content-Type": "application/x-www-form-urlencoded", "X-CSRF": csrf}
    assert browser.post("/echo", content=many, headers=form).status_code == 400
    files = [("page", (f"{n}.html", b"x")) for n in range(5)]
    assert browser.post("/echo", files=files, headers={"X-CSRF": csrf}).status_code == 400


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({}, 200),
        ({"Origin": HERE}, 200),
        ({"Origin": HERE, "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Origin": "http://127.0.0.1"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Origin": "https://127.0.0.1:8765"}, 403),
        ({"Origin": "http://localhost:8765"}, 403),
        ({"Origin": "http://127.0.0.1:8765.evil.example"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}, 403),
        ({"Origin": HERE, "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": HERE, "Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "what else"}, 403),
    ],
)
def test_even_with_the_token_it_must_come_from_our_own_page(
    browser: TestClient, csrf: str, said: dict[str, str], status: int
) -> None:
    assert browser.post("/echo", headers={**said, "X-CSRF": csrf}).status_code == status


def test_the_usual_port_may_be_written_or_left_out() -> None:
    def given(origin: str, host: str) -> Headers:
        return Headers({"origin": origin, "host": host})

    assert not foreign(given("https://records.example.org", "records.example.org:443"), "https")
    assert not foreign(given("https://records.example.org", "Records.example.org"), "https")
    assert foreign(given("https://records.example.org", "records.example.org:80"), "https")
    assert foreign(given("http://records.example.org", "records.example.org"), "https")
    two = Headers(
        raw=[(b"host", b"localhost"), (b"origin", b"http://localhost"), (b"origin", b"http://evil.example")]
    )
    assert foreign(two, "http")
