"""``onrecord team``: accounts at the command line, in a file beside the case."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.workbench.people import Accounts, Role, State, Team, TeamFile, team_path
from tests.cli.command import call

PASSWORD = "four dull words here"  # noqa: S105
LINK = re.compile(r"^/invite\?token=([\w-]{43})$", re.MULTILINE)


def _team(case: Path) -> Team:
    return Team(Accounts(TeamFile(team_path(case))))


def _token(output: str) -> str:
    found = LINK.search(output)
    assert found is not None, output
    return found[1]


def test_somebody_is_added_and_sets_a_password_by_the_printed_link(case: Path) -> None:
    said = call("team", "add", "Vera Kos", "--role", "reviewer", "--case", case).output
    assert "Vera Kos is added as reviewer" in said
    team = _team(case)
    assert team.invitations.accept(_token(said), PASSWORD).name == "Vera Kos"
    assert team.logins.check("vera kos", PASSWORD, None) == "Vera Kos"


def test_the_accounts_lie_beside_the_case_and_nothing_of_them_in_it(case: Path) -> None:
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    call("team", "add", "Vera", "--case", case)
    assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file()} == before
    assert case.with_name("case.team.sqlite").is_file()


def test_the_list_tells_role_state_and_when_last_seen(case: Path) -> None:
    call("team", "add", "[red]Vera", "--case", case, code=1)
    call("team", "add", "Vera [red]", "--case", case)
    call("team", "add", "Edda", "--role", "editor", "--case", case)
    team = _team(case)
    team.accounts.set_password("Edda", PASSWORD)
    team.sessions.begin("Edda")
    lines = [
        re.split(r"\s{2,}", line.strip()) for line in call("team", "list", "--case", case).output.splitlines()
    ]
    assert lines[0] == ["name", "role", "state", "last seen"]
    assert [line[:3] for line in lines[1:]] == [
        ["Edda", "editor", "active"],
        ["Vera [red]", "reviewer", "invited"],
    ]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", lines[1][3])
    assert lines[2][3] == "never"


def test_roles_are_given_and_somebody_is_removed_and_restored(case: Path) -> None:
    for name in ("Edda", "Vera"):
        call("team", "add", name, "--role", "editor", "--case", case)
    assert "Vera is reader now" in call("team", "role", "vera", "reader", "--case", case).output
    assert _team(case).accounts.get("Vera").role is Role.READER
    assert "Vera is disabled" in call("team", "remove", "vera", "--case", case).output
    assert _team(case).accounts.get("Vera").state is State.DISABLED
    assert "Vera" in call("team", "list", "--case", case).output
    token = _token(call("team", "restore", "Vera", "--case", case).output)
    assert _team(case).invitations.whose(token).name == "Vera"


def test_a_new_invitation_voids_the_first(case: Path) -> None:
    first = _token(call("team", "add", "Vera", "--case", case).output)
    second = _token(call("team", "invite", "Vera", "--case", case).output)
    assert first != second
    team = _team(case)
    assert team.invitations.whose(second).name == "Vera"
    call("team", "password", "Vera", "--case", case, stdin=f"{PASSWORD}\n{PASSWORD}\n")
    assert team.logins.check("Vera", PASSWORD, None) == "Vera"


def test_a_password_is_asked_for_twice_and_not_shown(case: Path) -> None:
    call("team", "add", "Vera", "--case", case)
    said = call(
        "team", "password", "vera", "--case", case, stdin=f"{PASSWORD}\nother\n{PASSWORD}\n{PASSWORD}\n"
    )
    assert "the password of Vera is set" in said.output
    assert PASSWORD not in said.output
    short = call("team", "password", "Vera", "--case", case, stdin="short\nshort\n", code=1)
    assert "12 characters" in short.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "V"), "2 to 40 characters"),
        (("add", "vera"), "somebody is called Vera already"),
        (("role", "Nemo", "reader"), "nobody is called Nemo"),
        (("role", "Vera", "reader"), "only editor"),
        (("remove", "Vera"), "only editor"),
        (("remove", "Ne\x1b[31mmo"), r"nobody is called Ne\x1b[31mmo"),
        (("invite", "Nemo"), "nobody is called Nemo"),
        (("restore", "Vera"), "not disabled"),
        (("password", "Nemo"), "nobody is called Nemo"),
    ],
)
def test_what_cannot_be_done_is_one_line(case: Path, words: tuple[str, ...], said: str) -> None:
    call("team", "add", "Vera", "--role", "editor", "--case", case)
    failed = call("team", *words, "--case", case, code=1)
    assert said in failed.output
    assert failed.output.startswith("onrecord: ")
    assert failed.output.count("\n") == 1


def test_without_a_case_or_accounts_it_says_what_to_do(case: Path, tmp_path: Path) -> None:
    assert "is not a case" in call("team", "add", "Vera", "--case", tmp_path / "none", code=1).output
    assert not (tmp_path / "none.team.sqlite").exists()
    for words in (("list",), ("invite", "Vera"), ("remove", "Vera"), ("role", "Vera", "reader")):
        assert "onrecord team add NAME --role editor" in call("team", *words, "--case", case, code=1).output
    assert not case.with_name("case.team.sqlite").exists()


def test_a_role_that_is_none_is_a_wrong_command(case: Path) -> None:
    assert "owner" in call("team", "add", "Vera", "--role", "owner", "--case", case, code=2).output


def test_the_commands_load_no_web_server() -> None:
    code = "import onrecord.cli.team, sys; print(*sorted({'starlette', 'uvicorn'} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
