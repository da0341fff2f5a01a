"""Accounts: added, given roles, disabled and never deleted."""

import sqlite3

import pytest

from onrecord.errors import BadInput, NotAllowed, NotFound
from onrecord.workbench.people import Role, State, Team
from tests.workbench.people.site import PASSWORD, Clock


def test_everyone_is_listed_with_role_and_state(team: Team) -> None:
    assert [(one.name, one.role, one.state, one.seen) for one in team.accounts.everyone()] == [
        ("Edda", Role.EDITOR, State.ACTIVE, None),
        ("Rhea", Role.READER, State.INVITED, None),
        ("Vera", Role.REVIEWER, State.ACTIVE, None),
    ]


@pytest.mark.parametrize("name", ["Vera", "VERA", " vera ", "Ｖera"])
def test_a_name_is_one_person_s(team: Team, name: str) -> None:
    with pytest.raises(BadInput, match="somebody is called Vera already"):
        team.accounts.add(name, Role.READER)


def test_who_is_disabled_keeps_name_and_place(team: Team) -> None:
    team.accounts.disable("vera")
    assert team.accounts.get("Vera").state is State.DISABLED
    with pytest.raises(BadInput, match="restore that account"):
        team.accounts.add("Vera", Role.READER)
    for refused in (team.invitations.make, lambda name: team.accounts.set_password(name, PASSWORD)):
        with pytest.raises(NotAllowed, match="is disabled"):
            refused("Vera")


def test_who_is_restored_needs_a_new_password(team: Team) -> None:
    team.accounts.disable("Vera")
    token = team.accounts.restore("Vera")
    assert team.accounts.get("Vera").state is State.INVITED
    with pytest.raises(NotAllowed):
        team.logins.check("Vera", PASSWORD, None)
    assert team.invitations.whose(token).name == "Vera"
    with pytest.raises(BadInput, match="not disabled"):
        team.accounts.restore("Vera")


def test_there_is_always_an_editor(team: Team) -> None:
    with pytest.raises(NotAllowed, match="only editor"):
        team.accounts.disable("Edda")
    with pytest.raises(NotAllowed, match="only editor"):
        team.accounts.give("Edda", Role.READER)
    team.accounts.give("Edda", Role.EDITOR)
    team.accounts.give("Vera", Role.EDITOR)
    team.accounts.give("Edda", Role.READER)
    assert team.accounts.get("edda").role is Role.READER


def test_a_disabled_editor_is_no_editor_who_is_left(team: Team) -> None:
    team.accounts.give("Vera", Role.EDITOR)
    team.accounts.disable("Vera")
    with pytest.raises(NotAllowed, match="only editor"):
        team.accounts.disable("Edda")


def test_nobody_is_told_so(team: Team) -> None:
    for call in (
        team.accounts.get,
        team.accounts.disable,
        team.accounts.restore,
        team.invitations.make,
        lambda name: team.accounts.give(name, Role.READER),
        lambda name: team.accounts.set_password(name, PASSWORD),
    ):
        with pytest.raises(NotFound, match="nobody is called Nemo\udcff"):
            call("Nemo\udcff")


def test_a_password_that_will_not_do_is_not_set(team: Team) -> None:
    with pytest.raises(BadInput, match="12 characters"):
        team.accounts.set_password("Rhea", "short")
    assert team.accounts.get("Rhea").state is State.INVITED


def test_no_password_and_no_token_is_in_the_file(team: Team, clock: Clock) -> None:
    secrets = [PASSWORD, team.accounts.add("Nora", Role.READER), team.sessions.begin("Vera")]
    with sqlite3.connect(team.accounts.file.path) as connection:
        kept = "\n".join(connection.iterdump())
    connection.close()
    assert "$argon2id$" in kept
    assert [secret for secret in secrets if secret in kept] == []
