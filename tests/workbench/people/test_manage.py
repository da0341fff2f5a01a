"""The page of the team, and one's own password."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.workbench.people import Role, State, Team
from tests.workbench.people.site import HOST, PASSWORD, Clock, csrf_in, log_in, team_site

OTHER = "another set of words"
CHANGES = ("add", "role", "disable", "restore", "invite")


@pytest.fixture
def site(team: Team) -> Callable[[], TestClient]:
    return team_site(team)


@pytest.fixture
def edda(site: Callable[[], TestClient]) -> TestClient:
    browser = site()
    log_in(browser, "Edda")
    return browser


def press(browser: TestClient, button: str, **fields: str) -> Any:
    csrf = csrf_in(browser.get("/people/password").text)
    return browser.post(f"/people/{button}", data={"csrf": csrf, **fields})


def test_editors_see_everybody_with_role_and_when_last_seen(edda: TestClient) -> None:
    page = edda.get("/people").text
    rows = re.findall(r"<tr>.*?</tr>", page, re.DOTALL)[1:]
    assert [re.findall(r"<bdi>(\w+)</bdi>", row)[0] for row in rows] == ["Edda", "Rhea", "Vera"]
    assert [re.findall(r'value="(\w+)" selected', row)[0] for row in rows] == ["editor", "reader", "reviewer"]
    assert [("never" in row, "2025-10-09 08:53 UTC" in row) for row in rows] == [
        (False, True),
        (True, False),
        (True, False),
    ]


def test_nobody_else_sees_the_page_or_presses_its_buttons(site: Callable[[], TestClient], team: Team) -> None:
    vera = site()
    log_in(vera, "Vera")
    before = team.accounts.everyone()
    assert vera.get("/people").status_code == 403
    for button in CHANGES:
        refused = press(vera, button, name="Rhea", role="editor")
        assert refused.status_code == 403
        assert "needs the role editor" in refused.text
    assert [(one.name, one.role, one.state) for one in team.accounts.everyone()] == [
        (one.name, one.role, one.state) for one in before
    ]
    stranger = site()
    assert stranger.get("/people").headers["location"] == "/login?next=%2Fpeople"
    assert [stranger.post(f"/people/{button}").status_code for button in CHANGES] == [303] * 5


def test_a_button_without_the_token_does_nothing(edda: TestClient, team: Team) -> None:
    assert edda.post("/people/disable", data={"name": "Vera"}).status_code == 403
    assert team.accounts.get("Vera").state is State.ACTIVE


@pytest.mark.parametrize(("button", "name"), [("add", "Nora"), ("invite", "Rhea")])
def test_an_invitation_is_shown_once_as_a_whole_link(
    edda: TestClient, team: Team, button: str, name: str
) -> None:
    page = press(edda, button, name=name, role="reader").text
    link = re.search(rf"https://{HOST}/invite\?token=([\w-]{{43}})<", page)
    assert link is not None
    assert team.invitations.whose(link[1]).name == name
    assert "token=" not in edda.get("/people").text


def test_roles_are_given(edda: TestClient, team: Team) -> None:
    assert press(edda, "role", name="Rhea", role="reviewer").headers["location"] == "/people"
    assert team.accounts.get("Rhea").role is Role.REVIEWER


def test_who_is_disabled_is_out_at_once_and_can_be_restored(
    site: Callable[[], TestClient], edda: TestClient, team: Team
) -> None:
    vera = site()
    log_in(vera, "Vera")
    assert vera.get("/").status_code == 200
    press(edda, "disable", name="Vera")
    assert vera.get("/").headers["location"] == "/login"
    assert team.accounts.get("Vera").state is State.DISABLED
    assert "/invite?token=" in press(edda, "restore", name="Vera").text
    assert team.accounts.get("Vera").state is State.INVITED


@pytest.mark.parametrize(
    ("button", "fields", "status", "said"),
    [
        ("add", {"name": "vera", "role": "reader"}, 400, "is called Vera already"),
        ("add", {"name": "<b>", "role": "reader"}, 400, "begins with a letter"),
        ("add", {"name": "Nora", "role": "owner"}, 400, "a role is one of reader, reviewer, editor"),
        ("add", {}, 400, "a role is one of"),
        ("role", {"name": "Nemo", "role": "reader"}, 404, "nobody is called Nemo"),
        ("role", {"name": "Edda", "role": "reader"}, 403, "only editor"),
        ("disable", {"name": "Edda"}, 403, "only editor"),
        ("restore", {"name": "Vera"}, 400, "not disabled"),
    ],
)
def test_what_cannot_be_done_is_said_on_the_page(
    edda: TestClient, button: str, fields: dict[str, str], status: int, said: str
) -> None:
    answer = press(edda, button, **fields)
    assert answer.status_code == status
    assert said in answer.text
    assert "<h1>People</h1>" in answer.text


def test_one_s_own_password_is_changed_and_other_browsers_are_logged_out(
    site: Callable[[], TestClient],
) -> None:
    here, there = site(), site()
    for browser in (here, there):
        log_in(browser, "Vera")
    new = {"password": OTHER, "again": OTHER}
    assert press(here, "password", present="wrong", **new).status_code == 403
    assert press(here, "password", present=PASSWORD, password=OTHER, again="else").status_code == 400
    assert there.get("/").status_code == 200
    changed = press(here, "password", present=PASSWORD, **new)
    assert changed.status_code == 303
    assert "Your password is changed" in here.get(changed.headers["location"]).text
    assert there.get("/").status_code == 303
    assert log_in(there, "Vera", PASSWORD).status_code == 403
    assert log_in(there, "Vera", OTHER).status_code == 303


def test_changing_it_begins_a_new_session(site: Callable[[], TestClient], team: Team, clock: Clock) -> None:
    browser = site()
    log_in(browser, "Vera")
    before = browser.cookies["__Host-onrecord-443"]
    press(browser, "password", present=PASSWORD, password=OTHER, again=OTHER)
    assert team.admit(before) is None
    assert browser.cookies["__Host-onrecord-443"] != before
    assert browser.get("/").text == "here is Vera, reviewer"
