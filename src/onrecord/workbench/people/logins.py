"""Logging in with a name and a password."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from onrecord.errors import NotAllowed, TooSoon
from onrecord.workbench.people import passwords
from onrecord.workbench.people.attempts import Attempts, area, key
from onrecord.workbench.people.file import TeamFile
from onrecord.workbench.people.names import folded
from onrecord.workbench.people.rows import found, keep_password

_WRONG = "name and password do not go together: try again, or ask an editor for a new invitation"
_WRONG_OWN = "that is not your present password"


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whoever wants to come in: what is known of them, and what their tries are counted under."""

    id: int | None
    name: str
    password: str | None
    account: str
    address: str


class Logins:
    """Passwords tried against a file's accounts, as often as `Attempts` allows."""

    def __init__(self, file: TeamFile) -> None:
        self._file = file
        self._attempts = Attempts(file)

    def check(self, name: str, password: str, address: str | None) -> str:
        """Whose name and password these are. A name that nobody has takes as long and says the same.

        Returns:
            The name as it is kept.

        Raises:
            NotAllowed: they do not go together.
            TooSoon: there were too many tries.
        """
        asked = self._asked(name, address)
        with self._counted(asked):
            if not passwords.right(asked.password, password):
                raise NotAllowed(_WRONG)
        self._came_in(asked, password)
        return asked.name

    def change(self, name: str, old: str, new: str, address: str | None) -> None:
        """Change one's own password. Every session of the account ends, also the one that asks.

        Raises:
            NotAllowed: the old one is wrong.
            TooSoon: there were too many tries.
            BadInput: the new one will not do.
        """
        asked = self._asked(name, address)
        with self._counted(asked):
            if not passwords.right(asked.password, old):
                raise NotAllowed(_WRONG_OWN)
        hashed = passwords.made(passwords.acceptable(new, asked.name))
        with self._file.write() as connection:
            keep_password(connection, _still(connection, asked), hashed)

    def _asked(self, name: str, address: str | None) -> _Asked:
        """Tries from where an account was used before are counted for themselves: whoever tries elsewhere cannot lock its owner out."""
        where = key("address", area(address))
        with self._file.read() as connection:
            row = found(connection, name)
            known = (
                row is not None
                and connection.execute(
                    "SELECT 1 FROM known WHERE account = ? AND address = ?", (row["id"], where)
                ).fetchone()
            )
        account = key("account", f"{folded(name.strip())}\0{where if known else ''}")
        if row is None:
            return _Asked(None, name, None, account, where)
        return _Asked(row["id"], row["name"], row["password"], account, where)

    @contextmanager
    def _counted(self, asked: _Asked) -> Iterator[None]:
        self._attempts.begin(asked.account, asked.address)
        try:
            yield
        except TooSoon:  # the password was not even looked at
            self._attempts.take_back(asked.account)
            self._attempts.take_back(asked.address)
            raise
        self._attempts.forget(asked.account)
        self._attempts.take_back(asked.address)

    def _came_in(self, asked: _Asked, password: str) -> None:
        hashed = None
        if asked.password is not None and passwords.outdated(asked.password):
            hashed = passwords.renewed(password)
        with self._file.write() as connection:
            id_ = _still(connection, asked)
            connection.execute(
                "INSERT OR IGNORE INTO known (account, address) VALUES (?, ?)", (id_, asked.address)
            )
            if hashed is not None:
                connection.execute("UPDATE account SET password = ? WHERE id = ?", (hashed, id_))


def _still(connection: sqlite3.Connection, asked: _Asked) -> int:
    """The account, unless its password was changed or taken away while the old one was looked at.

    Raises:
        NotAllowed: it was.
    """
    row = connection.execute(
        "SELECT id FROM account WHERE id = ? AND password = ?", (asked.id, asked.password)
    ).fetchone()
    if row is None:
        raise NotAllowed(_WRONG)
    found_id: int = row["id"]
    return found_id
