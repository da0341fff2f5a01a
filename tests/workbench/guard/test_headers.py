"""Every answer tells the browser what it may not do."""

from collections.abc import Iterator

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from onrecord.errors import TeamError
from onrecord.workbench.guard import POLICY, Site
from onrecord.workbench.people import OneUser, Team, entry_path
from tests.workbench.people.site import HOST, application, team_site

FIXED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-dns-prefetch-control": "off",
}
INERT = "sandbox; default-src 'none'; img-src data:; frame-ancestors 'self'"


def _stream(request: Request) -> Response:
    return StreamingResponse(iter([b"a", b"b"]))


def _inert(request: Request) -> Response:
    return PlainTextResponse("original", headers={"Content-Security-Policy": INERT})


def _loose(request: Request) -> Response:
    loose = {
        "Server": "x",
        "X-Frame-Options": "ALLOWALL",
        "Referrer-Policy": "unsafe-url",
        "Cache-Control": "private",
    }
    return PlainTextResponse("x", headers={**loose, "Cross-Origin-Resource-Policy": "cross-origin"})


def _broken(request: Request) -> Response:
    raise RuntimeError("secret words")


def _file(request: Request) -> Response:
    return PlainTextResponse("file", 200 if request.path_params["name"] == "here.css" else 404)


MORE = [
    Route("/stream", _stream),
    Route("/inert", _inert),
    Route("/loose", _loose),
    Route("/broken", _broken),
    Route("/static/{name}", _file),
]


@pytest.fixture
def browser(gate: OneUser) -> Iterator[TestClient]:
    app = application(gate, *MORE)
    with TestClient(
        app, base_url="http://127.0.0.1:8765", follow_redirects=False, raise_server_exceptions=False
    ) as made:
        made.get(entry_path("printed"))
        yield made


def test_the_policy_is_the_one_that_was_decided() -> None:
    assert POLICY == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'; manifest-src 'self'"
    )


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/stream", 200),
        ("/nowhere", 404),
        ("/enter", 303),
        ("/note", 405),
        ("/broken", 500),
        ("/static/here.css", 200),
        ("/static/gone.css", 404),
    ],
)
def test_every_answer_has_them(browser: TestClient, path: str, status: int) -> None:
    answer = browser.get(path)
    assert answer.status_code == status
    assert {name: answer.headers[name] for name in FIXED} == FIXED
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-frame-options"] == "DENY"
    for feature in ("camera", "microphone", "geolocation", "usb", "clipboard-read", "display-capture"):
        assert f"{feature}=()" in answer.headers["permissions-policy"]
    assert "*" not in answer.headers["permissions-policy"]
    assert "self" not in answer.headers["permissions-policy"]
    assert "server" not in answer.headers


def test_refusals_have_them_too(browser: TestClient) -> None:
    for answer in (
        browser.get("/", headers={"Host": "evil.example"}),
        browser.get("/", headers={"Host": ""}),
        browser.post("/note"),
        browser.post("/note", content=b"x" * 1_000_001),
        TestClient(browser.app, base_url="http://127.0.0.1:8765").get("/"),
        TestClient(browser.app, base_url="http://127.0.0.1:8765").get("/", headers={"HX-Request": "true"}),
    ):
        assert answer.status_code >= 400
        assert {name: answer.headers[name] for name in FIXED} == FIXED
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["cache-control"] == "no-store"


def test_a_route_s_own_policy_stays_and_says_who_may_frame_it(browser: TestClient) -> None:
    answer = browser.get("/inert")
    assert answer.headers.get_list("content-security-policy") == [INERT]
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"


def test_nothing_else_can_be_loosened(browser: TestClient) -> None:
    answer = browser.get("/loose")
    assert {name: answer.headers.get_list(name) for name in FIXED} == {n: [v] for n, v in FIXED.items()}
    assert answer.headers["x-frame-options"] == "DENY"
    assert "server" not in answer.headers


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/", "no-store"),
        ("/?v=abc", "no-store"),
        ("/nowhere", "no-store"),
        ("/static/here.css?v=abc", "public, max-age=31536000, immutable"),
        ("/static/here.css?a=b&v=abc", "public, max-age=31536000, immutable"),
        ("/static/here.css", "no-cache"),
        ("/static/here.css?v=", "no-cache"),
        ("/static/here.css?xv=abc", "no-cache"),
        ("/static/gone.css?v=abc", "no-store"),
        ("/loose", "private"),
    ],
)
def test_pages_are_not_kept_and_files_under_their_hash_are(browser: TestClient, path: str, kept: str) -> None:
    assert browser.get(path).headers["cache-control"] == kept


def test_what_breaks_is_not_shown(browser: TestClient) -> None:
    answer = browser.get("/broken")
    assert answer.status_code == 500
    assert "secret words" not in answer.text


def test_what_breaks_in_the_guard_itself_is_answered_and_raised(team: Team) -> None:
    browser = team_site(team)()
    browser.cookies.set("__Host-onrecord-443", "x" * 43, domain=HOST)
    team.accounts.file.path.write_bytes(b"no database any more" * 500)
    quiet = TestClient(
        browser.app, base_url=f"https://{HOST}", raise_server_exceptions=False, cookies=browser.cookies
    )
    answer = quiet.get("/")
    assert answer.status_code == 500
    assert str(team.accounts.file.path) not in answer.text
    assert answer.headers["content-security-policy"] == POLICY
    with pytest.raises(TeamError):
        browser.get("/")


def test_only_a_site_over_tls_with_a_name_of_its_own_is_never_to_be_opened_without(gate: OneUser) -> None:
    def told(site: Site, base: str) -> str | None:
        answer = TestClient(application(gate, site=site), base_url=base).get("/")
        said: str | None = answer.headers.get("strict-transport-security")
        return said

    assert told(Site(frozenset({HOST}), secure=True), f"https://{HOST}") == "max-age=15552000"
    assert told(Site(secure=True), "https://localhost") is None
    assert told(Site(), "http://localhost") is None
