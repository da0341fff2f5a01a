"""An invitation is valid once, for 72 hours, and for one person."""

import pytest

from onrecord.errors import BadInput, NotAllowed
from onrecord.workbench.people import State, Team
from tests.workbench.people.site import PASSWORD, Clock

OTHER = "another set of words"


def test_it_sets_a_password_once(team: Team) -> None:
    token = team.invitations.make("Rhea")
    assert len(token) >= 43
    assert team.invitations.accept(token, PASSWORD).name == "Rhea"
    assert team.accounts.get("Rhea").state is State.ACTIVE
    assert team.logins.check("Rhea", PASSWORD, None) == "Rhea"
    with pytest.raises(NotAllowed, match="was used, replaced or is older than 72 hours"):
        team.invitations.accept(token, OTHER)


def test_it_ends_after_72_hours(team: Team, clock: Clock) -> None:
    token = team.invitations.make("Rhea")
    clock.now += 72 * 3600 - 1
    assert team.invitations.whose(token).name == "Rhea"
    clock.now += 1
    for use in (team.invitations.whose, lambda token: team.invitations.accept(token, PASSWORD)):
        with pytest.raises(NotAllowed):
            use(token)


def test_a_new_one_voids_the_one_before(team: Team) -> None:
    first, second = team.invitations.make("Rhea"), team.invitations.make("Rhea")
    with pytest.raises(NotAllowed):
        team.invitations.whose(first)
    assert team.invitations.whose(second).name == "Rhea"


def test_disabling_voids_it_also_when_the_account_comes_back(team: Team) -> None:
    token = team.invitations.make("Rhea")
    team.accounts.disable("Rhea")
    with pytest.raises(NotAllowed):
        team.invitations.whose(token)
    team.accounts.restore("Rhea")
    with pytest.raises(NotAllowed):
        team.invitations.whose(token)


def test_a_password_that_will_not_do_leaves_it_valid(team: Team) -> None:
    token = team.invitations.make("Rhea")
    with pytest.raises(BadInput):
        team.invitations.accept(token, "short")
    team.invitations.accept(token, PASSWORD)


def test_setting_a_password_otherwise_voids_it(team: Team) -> None:
    token = team.invitations.make("Rhea")
    team.accounts.set_password("Rhea", PASSWORD)
    with pytest.raises(NotAllowed):
        team.invitations.whose(token)


def test_accepting_ends_the_sessions_there_were(team: Team) -> None:
    session = team.sessions.begin("Vera")
    team.invitations.accept(team.invitations.make("Vera"), OTHER)
    assert team.sessions.person(session) is None


@pytest.mark.parametrize("token", ["", "x", "\x00", "\udcff"])
def test_what_is_no_token(team: Team, token: str) -> None:
    with pytest.raises(NotAllowed):
        team.invitations.whose(token)
