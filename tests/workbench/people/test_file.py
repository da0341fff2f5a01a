"""The accounts lie beside the case, readable by their owner alone."""

import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from onrecord.errors import TeamError
from onrecord.workbench.people import Accounts, Role, TeamFile, team_path


def test_the_file_lies_beside_the_case_and_not_in_it(tmp_path: Path) -> None:
    case = tmp_path / "my-case"
    case.mkdir()
    assert team_path(case) == tmp_path.resolve() / "my-case.team.sqlite"
    (tmp_path / "linked").symlink_to(case)
    assert team_path(tmp_path / "linked") == team_path(case)


def test_only_its_owner_may_read_it_and_it_is_in_wal_mode(tmp_path: Path) -> None:
    file = TeamFile(tmp_path / "team.sqlite", create=True)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    with file.read() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        for beside in tmp_path.glob("team.sqlite-*"):
            assert stat.S_IMODE(beside.stat().st_mode) == 0o600


def test_without_a_file_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(TeamError, match="onrecord team add NAME --role editor"):
        TeamFile(tmp_path / "team.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "team.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    for create in (False, True):
        with pytest.raises(TeamError, match="does not hold accounts"):
            TeamFile(path, create=create)
    path.write_bytes(b"not a database at all, but long enough to be looked at" * 40)
    with pytest.raises(TeamError, match="cannot be used"):
        TeamFile(path)


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    file = TeamFile(tmp_path / "team.sqlite", create=True)
    with file.write() as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(TeamError, match="newer version"):
        TeamFile(file.path)


def test_where_nothing_can_be_made_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(TeamError, match="cannot be made"):
        TeamFile(tmp_path / "no such folder" / "team.sqlite", create=True)


def test_what_fails_in_the_middle_changes_nothing(tmp_path: Path) -> None:
    file = TeamFile(tmp_path / "team.sqlite", create=True)
    with pytest.raises(RuntimeError), file.write() as connection:
        connection.execute("INSERT INTO attempt VALUES ('x', 1, 1, 1)")
        raise RuntimeError
    with file.read() as connection:
        assert connection.execute("SELECT count(*) FROM attempt").fetchone()[0] == 0


def test_many_threads_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    accounts = Accounts(TeamFile(tmp_path / "team.sqlite", create=True))
    failed: list[Exception] = []

    def add(n: int) -> None:
        try:
            accounts.add(f"Person {n}", Role.READER)
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=add, args=(n,)) for n in range(30)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == []
    assert len(accounts.everyone()) == 30
