"""Nothing behind the guard sees a request of somebody who has not come in."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from onrecord.workbench.people import OneUser, Person, Team, entry_path
from onrecord.workbench.people.tokens import csrf_of
from tests.workbench.people.site import application, log_in, team_site

LINKED = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
HERE = "http://127.0.0.1:8765"


@pytest.fixture
def site(team: Team) -> Callable[[], TestClient]:
    return team_site(team)


@pytest.fixture
def stranger(site: Callable[[], TestClient]) -> TestClient:
    return site()


def test_a_page_leads_to_the_login(stranger: TestClient) -> None:
    answer = stranger.get("/incident/a?b=c")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Fincident%2Fa%3Fb%3Dc")
    assert stranger.head("/").headers["location"] == "/login"
    assert stranger.post("/note", data={"words": "x"}).headers["location"] == "/login"
    assert stranger.get("/nowhere").status_code == 303


@pytest.mark.parametrize("path", ["//evil.example/", "/%2fevil.example", "/a/../..//evil.example"])
def test_it_does_not_lead_on_to_another_site(stranger: TestClient, path: str) -> None:
    raw = stranger.build_request("GET", "/")
    raw.url = raw.url.copy_with(raw_path=path.encode())
    for said in ({}, LINKED):
        raw.headers.update(said)
        answer = stranger.send(raw)
        assert "evil" not in answer.headers.get("location", "") + answer.text


@pytest.mark.parametrize(
    "said",
    [{"HX-Request": "true"}, {"Accept": "application/json"}, {"Accept": "text/plain, application/json"}],
)
def test_a_script_s_request_is_told_in_a_line(
    stranger: TestClient, gate: OneUser, said: dict[str, str]
) -> None:
    alone = TestClient(application(gate), base_url=HERE)
    for browser in (stranger, alone):
        for answer in (browser.get("/", headers=said), browser.post("/note", headers=said)):
            assert answer.status_code == 401
            assert "not logged in" in answer.text
            assert len(answer.text) < 100


def test_static_files_are_for_everybody_and_cost_no_look_at_the_accounts(gate: OneUser) -> None:
    def file(request: Request) -> Response:
        return PlainTextResponse(f"{request.state.person} {request.state.csrf!r}")

    browser = TestClient(application(gate, Route("/static/a.css", file)), base_url=HERE)
    assert browser.get("/static/a.css").text == "None ''"
    browser.get(entry_path("printed"))
    assert browser.get("/static/a.css").text == "None ''"
    assert browser.post("/static/a.css").status_code == 403
    for around in ("/static/../incident/a", "/static", "/staticx", "/Static/a.css"):
        raw = browser.build_request("GET", "/")
        raw.url = raw.url.copy_with(raw_path=around.encode())
        raw.headers.pop("cookie", None)
        assert "here is" not in browser.send(raw).text


def test_handlers_find_who_it_is_and_the_token_for_forms(gate: OneUser) -> None:
    seen: list[Any] = []

    def look(request: Request) -> Response:
        state = request.state
        seen.extend((state.person, state.csrf, state.token, dict(state.form), request.url.scheme))
        return PlainTextResponse("")

    browser = TestClient(application(gate, Route("/look", look)), base_url=HERE)
    browser.get(entry_path("printed"))
    browser.get("/look")
    token = browser.cookies["onrecord-8765"]
    assert seen == [gate.person, csrf_of(token), token, {}, "http"]
    assert isinstance(seen[0], Person)


def test_a_link_in_a_mail_opens_the_page_for_whoever_is_logged_in(site: Callable[[], TestClient]) -> None:
    """Browsers leave a strict cookie out of a request that another site caused; the second one is ours."""
    browser = site()
    onward = browser.get("/incident/a?q=%22%3E%3Cb%3E", headers=LINKED)
    assert onward.status_code == 200
    assert 'content="0; url=/incident/a?q=%22%3E%3Cb%3E"' in onward.text
    log_in(browser, "Vera")
    assert browser.get("/incident/a", headers={**LINKED, "Sec-Fetch-Site": "same-origin"}).text.startswith(
        "here is Vera"
    )


def test_it_goes_round_once_and_only_for_pages_that_are_shown(stranger: TestClient) -> None:
    assert stranger.get("/", headers={**LINKED, "Sec-Fetch-Site": "same-origin"}).status_code == 303
    assert stranger.get("/", headers={**LINKED, "Sec-Fetch-Dest": "iframe"}).status_code == 303
    assert stranger.get("/", headers={**LINKED, "Sec-Fetch-Mode": "no-cors"}).status_code == 303
    assert stranger.post("/note", headers=LINKED).status_code == 303


def test_two_sites_on_one_machine_do_not_log_one_another_out() -> None:
    gates = [OneUser("printed", "edda"), OneUser("printed", "edda")]
    first = TestClient(application(gates[0]), base_url="http://127.0.0.1:8001")
    second = TestClient(application(gates[1]), base_url="http://127.0.0.1:8002")
    first.get(entry_path("printed"))
    second.cookies = first.cookies
    assert second.get("/").status_code == 403
    second.get(entry_path("printed"))
    assert (first.get("/").status_code, second.get("/").status_code) == (200, 200)


def test_many_at_once_are_each_who_they_are(site: Callable[[], TestClient], team: Team) -> None:
    vera = site()
    log_in(vera, "Vera")
    token = vera.cookies["__Host-onrecord-443"]
    said: list[str] = []
    team.sessions.begin("Vera")

    def click() -> None:
        browser = site()
        browser.cookies.set("__Host-onrecord-443", token, domain="records.example.org")
        said.extend(browser.get("/").text for _ in range(5))

    threads = [threading.Thread(target=click) for _ in range(20)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert said == ["here is Vera, reviewer"] * 100
