"""One person comes in by the printed address."""

import re

import pytest
from starlette.testclient import TestClient

from onrecord.workbench.people import OneUser, entry_path
from onrecord.workbench.people.tokens import csrf_of
from tests.workbench.people.site import application

HERE = "http://127.0.0.1:8765"


@pytest.fixture
def gate() -> OneUser:
    return OneUser("printed", "edda")


@pytest.fixture
def browser(gate: OneUser) -> TestClient:
    return TestClient(application(gate), base_url=HERE, follow_redirects=False)


def test_the_printed_address_opens_the_workbench(browser: TestClient) -> None:
    entered = browser.get(entry_path("printed"))
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    assert browser.get("/").text == "here is edda, editor"


def test_the_cookie_is_for_this_site_and_no_script(browser: TestClient) -> None:
    cookie = browser.get(entry_path("printed")).headers["set-cookie"]
    assert re.fullmatch(r"onrecord-8765=[\w-]{43}; HttpOnly; Path=/; SameSite=strict", cookie)


@pytest.mark.parametrize(
    "path", ["/", "/incident/x", "/enter", "/enter?token=", "/enter?token=wrong", "/favicon.ico"]
)
def test_without_it_every_page_says_what_to_do(browser: TestClient, path: str) -> None:
    page = browser.get(path)
    assert page.status_code == 403
    assert "onrecord serve" in page.text
    assert "set-cookie" not in page.headers
    assert ("was used before" in page.text) == (path == "/enter?token=wrong")


def test_a_used_address_says_so_in_another_browser_and_opens_in_the_same(gate: OneUser) -> None:
    app = application(gate)
    one, other = (TestClient(app, base_url=HERE, follow_redirects=False) for _ in range(2))
    assert one.get(entry_path("printed")).status_code == 303
    refused = other.get(entry_path("printed"))
    assert refused.status_code == 403
    assert "was used before" in refused.text
    assert other.get("/").status_code == 403
    assert one.get(entry_path("printed")).headers["location"] == "/"


def test_a_browser_that_guesses_what_will_be_opened_does_not_use_it_up(browser: TestClient) -> None:
    assert browser.head(entry_path("printed")).status_code == 403
    assert (
        browser.get(entry_path("printed"), headers={"Sec-Purpose": "prefetch;prerender"}).status_code == 403
    )
    assert browser.get(entry_path("printed")).status_code == 303


def test_a_form_sent_without_a_session_does_nothing(browser: TestClient) -> None:
    assert browser.post("/note", data={"words": "x"}).status_code == 403
    assert browser.post("/enter", data={"words": "x"}).status_code == 403
    assert browser.get(entry_path("printed")).status_code == 303


def test_logging_out_closes_the_site(browser: TestClient, gate: OneUser) -> None:
    browser.get(entry_path("printed"))
    token = browser.cookies["onrecord-8765"]
    left = browser.post("/logout", headers={"X-CSRF": csrf_of(token)})
    assert (left.status_code, left.headers["location"]) == (303, "/enter")
    assert "Max-Age=0" in left.headers["set-cookie"]
    assert gate.admit(token) is None
    assert browser.get("/").status_code == 403
