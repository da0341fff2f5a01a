"""A team comes in with names and passwords, and by invitations."""

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from onrecord.workbench.people import Team
from onrecord.workbench.people.invitations import invitation_path
from tests.workbench.people.site import PASSWORD, Clock, application, csrf_in, log_in, team_site

COOKIE = "__Host-onrecord-443"


@pytest.fixture
def site(team: Team) -> Callable[[], TestClient]:
    return team_site(team)


@pytest.fixture
def browser(site: Callable[[], TestClient]) -> TestClient:
    return site()


def test_a_page_leads_to_the_login_and_back(browser: TestClient) -> None:
    asked = browser.get("/incident/a?q=%D0%A5%20y&since=2022-03-01")
    assert asked.status_code == 303
    page = browser.get(asked.headers["location"])
    next_ = re.search(r'name="next" value="([^"]*)"', page.text)
    assert next_ is not None
    assert next_[1] == "/incident/a?q=%D0%A5%20y&amp;since=2022-03-01"
    entered = log_in(browser, "vera", next="/incident/a?q=%D0%A5%20y&since=2022-03-01")
    assert entered.headers["location"] == "/incident/a?q=%D0%A5%20y&since=2022-03-01"
    assert browser.get(entered.headers["location"]).text == "here is Vera, reviewer"


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", "https://evil.example/", "/\\evil.example", "/%5cevil.example"]
)
def test_the_login_leads_nowhere_else(browser: TestClient, elsewhere: str) -> None:
    assert 'name="next" value="/"' in browser.get("/login", params={"next": elsewhere}).text
    assert log_in(browser, "Vera", next=elsewhere).headers["location"] == "/"
    assert browser.get("/login", params={"next": elsewhere}).headers["location"] == "/"


def test_the_session_cookie_is_secure_strict_and_for_this_host(browser: TestClient) -> None:
    cookies = log_in(browser, "Vera").headers.get_list("set-cookie")
    assert len(cookies) == 1
    assert re.fullmatch(rf"{COOKIE}=[\w-]{{43}}; HttpOnly; Path=/; SameSite=strict; Secure", cookies[0])


def test_so_it_is_on_this_machine_without_tls(team: Team) -> None:
    browser = TestClient(application(team), base_url="http://127.0.0.1:8765", follow_redirects=False)
    asked = browser.get("/login")
    first = asked.headers["set-cookie"]
    assert first.startswith("__Host-onrecord-8765-form=")
    given = {"name": "Vera", "password": PASSWORD, "csrf": csrf_in(asked.text)}
    entered = browser.post("/login", data=given, headers={"Cookie": first.partition(";")[0]})
    assert entered.headers["set-cookie"].startswith("__Host-onrecord-8765=")
    assert entered.headers["set-cookie"].endswith("; Secure")


def test_every_login_has_a_new_session_and_ends_the_one_before(browser: TestClient, team: Team) -> None:
    planted = "p" * 43
    browser.cookies.set(COOKIE, planted)
    csrf = csrf_in(browser.get("/login").text)
    given = {"name": "Vera", "password": PASSWORD, "csrf": csrf}
    browser.post("/login", data=given)
    first = browser.cookies.get(COOKIE, domain="records.example.org")
    assert first not in (None, planted)
    assert team.admit(planted) is None
    assert browser.get("/login").headers["location"] == "/"


def test_a_wrong_password_and_an_unknown_name_look_the_same(browser: TestClient) -> None:
    pages = []
    for name in ("Vera", "Nemo"):
        answer = log_in(browser, name, "not the password")
        assert answer.status_code == 403
        assert COOKIE not in answer.headers.get("set-cookie", "")
        pages.append(re.sub(r'value="(Vera|Nemo)"', 'value="…"', answer.text))
    assert pages[0] == pages[1]
    assert "do not go together" in pages[0]


def test_too_many_tries_are_told_how_long_to_wait(browser: TestClient) -> None:
    assert [log_in(browser, "Vera", "wrong").status_code for _ in range(6)] == [403] * 5 + [429]
    answer = log_in(browser, "Vera")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "5")
    assert "wait 5 seconds" in answer.text


def test_what_was_typed_is_escaped(browser: TestClient) -> None:
    answer = log_in(browser, '"><script>alert(1)</script>', "wrong")
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert" in answer.text


def test_logging_out_ends_the_session_at_the_server(browser: TestClient, team: Team) -> None:
    log_in(browser, "Vera")
    token = browser.cookies[COOKIE]
    csrf = csrf_in(browser.get("/people/password").text)
    left = browser.post("/logout", data={"csrf": csrf})
    assert (left.status_code, left.headers["location"]) == (303, "/login")
    assert "Max-Age=0" in left.headers["set-cookie"]
    assert team.admit(token) is None
    browser.cookies.set(COOKIE, token, domain="records.example.org")
    assert browser.get("/").status_code == 303


def test_logging_out_needs_our_own_form(browser: TestClient) -> None:
    log_in(browser, "Vera")
    assert browser.post("/logout").status_code == 403
    assert browser.get("/logout").status_code == 405
    assert browser.get("/").status_code == 200


def test_the_login_needs_the_token_of_the_browser_that_asked_for_it(site: Callable[[], TestClient]) -> None:
    one, other = site(), site()
    given = {"name": "Vera", "password": PASSWORD}
    assert one.post("/login", data=given).status_code == 403
    theirs = csrf_in(other.get("/login").text)
    one.get("/login")
    assert one.post("/login", data={**given, "csrf": theirs}).status_code == 403
    assert other.post("/login", data={**given, "csrf": theirs}).status_code == 303


def test_asking_for_the_login_does_not_touch_a_session(browser: TestClient) -> None:
    set_ = browser.get("/login").headers["set-cookie"]
    assert set_.startswith("__Host-onrecord-443-form=")
    assert "set-cookie" not in browser.get("/login").headers


def test_an_invitation_sets_a_password_and_comes_in(browser: TestClient, team: Team) -> None:
    token = team.invitations.make("Rhea")
    page = browser.get(invitation_path(token))
    assert "Set your password, <bdi>Rhea</bdi>" in page.text
    given = {"csrf": csrf_in(page.text), "token": token, "password": PASSWORD, "again": PASSWORD}
    differs = browser.post("/invite", data={**given, "again": "something else"})
    assert differs.status_code == 400
    assert "differ" in differs.text
    short = browser.post("/invite", data={**given, "password": "short", "again": "short"})
    assert short.status_code == 400
    assert "12 characters" in short.text
    entered = browser.post("/invite", data=given)
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    assert browser.get("/").text == "here is Rhea, reader"


def test_a_used_or_wrong_invitation_says_what_to_do(browser: TestClient, team: Team) -> None:
    token = team.invitations.make("Rhea")
    team.invitations.accept(token, PASSWORD)
    for given in (token, "wrong", ""):
        page = browser.get("/invite", params={"token": given})
        assert page.status_code == 403
        assert "ask an editor for a new one" in page.text
        sent = {"token": given, "password": PASSWORD, "again": PASSWORD}
        sent["csrf"] = csrf_in(browser.get("/login").text)
        assert browser.post("/invite", data=sent).status_code == 403


def test_an_invitation_opened_by_somebody_who_is_logged_in_ends_their_session(
    browser: TestClient, team: Team
) -> None:
    log_in(browser, "Vera")
    before, token = browser.cookies[COOKIE], team.invitations.make("Rhea")
    csrf = csrf_in(browser.get(invitation_path(token)).text)
    browser.post("/invite", data={"csrf": csrf, "token": token, "password": PASSWORD, "again": PASSWORD})
    assert browser.get("/").text == "here is Rhea, reader"
    assert team.admit(before) is None


def test_a_session_that_ended_leads_to_the_login(browser: TestClient, clock: Clock) -> None:
    log_in(browser, "Vera")
    assert browser.get("/").status_code == 200
    clock.now += 12 * 3600
    assert browser.get("/").headers["location"] == "/login"
