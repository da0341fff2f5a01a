"""Sessions end by themselves, by logging out, and with what they rest on."""

import hashlib

import pytest

from onrecord.errors import NotAllowed, NotFound
from onrecord.workbench.people import Person, Role, Team
from tests.workbench.people.site import PASSWORD, Clock

HOUR = 3600


def test_a_token_opens_its_session_and_no_other_does(team: Team) -> None:
    one, other = team.sessions.begin("Vera"), team.sessions.begin("Edda")
    assert team.sessions.person(one) == Person("Vera", Role.REVIEWER)
    assert team.sessions.person(other) == Person("Edda", Role.EDITOR)
    for wrong in ("", one[:-1], one.lower(), one + "x", "\udcff", hashlib.sha256(one.encode()).hexdigest()):
        assert team.sessions.person(wrong) is None


def test_it_ends_12_hours_after_the_last_request(team: Team, clock: Clock) -> None:
    token = team.sessions.begin("Vera")
    for _ in range(3):
        clock.now += 12 * HOUR - 1
        assert team.sessions.person(token) is not None
    clock.now += 12 * HOUR
    assert team.sessions.person(token) is None


def test_it_ends_7_days_after_the_login_however_busy(team: Team, clock: Clock) -> None:
    token = team.sessions.begin("Vera")
    for _ in range(7 * 24 - 1):
        clock.now += HOUR
        assert team.sessions.person(token) is not None
    clock.now += HOUR
    assert team.sessions.person(token) is None


def test_logging_out_ends_one_and_not_the_others(team: Team) -> None:
    here, there = team.sessions.begin("Vera"), team.sessions.begin("Vera")
    team.sessions.end(here)
    assert team.sessions.person(here) is None
    assert team.sessions.person(there) is not None


def test_disabling_and_a_new_password_end_them_all_for_good(team: Team) -> None:
    tokens = [team.sessions.begin("Vera"), team.sessions.begin("Vera")]
    edda = team.sessions.begin("Edda")
    team.accounts.set_password("Vera", "another set of words")
    assert [team.sessions.person(token) for token in tokens] == [None, None]
    token = team.sessions.begin("Vera")
    team.accounts.disable("Vera")
    assert team.sessions.person(token) is None
    team.accounts.restore("Vera")
    assert team.sessions.person(token) is None
    assert team.sessions.person(edda) is not None


def test_nobody_who_is_disabled_or_not_there_begins_one(team: Team) -> None:
    team.accounts.disable("Vera")
    with pytest.raises(NotAllowed):
        team.sessions.begin("Vera")
    with pytest.raises(NotFound):
        team.sessions.begin("Nemo")


def test_a_role_holds_from_the_next_request_on(team: Team) -> None:
    token = team.sessions.begin("Vera")
    team.accounts.give("Vera", Role.READER)
    assert team.sessions.person(token) == Person("Vera", Role.READER)


def test_when_somebody_was_last_seen_is_kept_to_the_minute(team: Team, clock: Clock) -> None:
    token = team.sessions.begin("Vera")
    begun = team.accounts.get("Vera").seen
    clock.now += 59
    team.sessions.person(token)
    assert team.accounts.get("Vera").seen == begun
    clock.now += 1
    team.sessions.person(token)
    seen = team.accounts.get("Vera").seen
    assert begun is not None
    assert seen is not None
    assert (seen - begun).total_seconds() == 60


def test_old_sessions_do_not_pile_up(team: Team, clock: Clock) -> None:
    for _ in range(3):
        team.sessions.begin("Vera")
        clock.now += 13 * HOUR
    team.sessions.begin("Vera")
    with team.accounts.file.read() as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 1


def test_a_session_survives_a_restart(team: Team) -> None:
    token = team.sessions.begin("Vera")
    assert Team(team.accounts).admit(token) == Person("Vera", Role.REVIEWER)
    assert team.logins.check("Vera", PASSWORD, None) == "Vera"
