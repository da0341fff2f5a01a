"""Invitations: a link that is valid once, with which somebody sets a password without anybody else knowing it."""

import sqlite3

from onrecord.errors import NotAllowed
from onrecord.workbench.people import passwords
from onrecord.workbench.people.file import TeamFile
from onrecord.workbench.people.rows import Account, account, enabled, keep_password
from onrecord.workbench.people.tokens import digest, new_token

VALID = 72 * 60 * 60.0  # seconds
_STALE = "this invitation was used, replaced or is older than 72 hours: ask an editor for a new one"


def invitation(connection: sqlite3.Connection, id_: int, now: float) -> str:
    """Make one, in place of those that the account had.

    Returns:
        Its token.
    """
    token = new_token()
    connection.execute("DELETE FROM invitation WHERE account = ? OR until <= ?", (id_, now))
    connection.execute(
        "INSERT INTO invitation (hash, account, until) VALUES (?, ?, ?)", (digest(token), id_, now + VALID)
    )
    return token


def invitation_path(token: str) -> str:
    """Where it is used: what is added to the address of the workbench."""
    return f"/invite?token={token}"


class Invitations:
    """The invitations in a file."""

    def __init__(self, file: TeamFile) -> None:
        self._file = file

    def make(self, name: str) -> str:
        """A new one, to set a first or another password; earlier ones are void.

        Returns:
            Its token, valid once and for 72 hours.

        Raises:
            NotFound: nobody is called so.
            NotAllowed: they are disabled.
        """
        with self._file.write() as connection:
            return invitation(connection, enabled(connection, name)["id"], self._file.now())

    def whose(self, token: str) -> Account:
        """Whom it is for.

        Raises:
            NotAllowed: it is not valid, or not any more.
        """
        with self._file.read() as connection:
            return account(self._row(connection, token))

    def accept(self, token: str, password: str) -> Account:
        """Use it to set a password. Every session of the account ends.

        Raises:
            NotAllowed: it is not valid, or not any more.
            BadInput: the password will not do; the invitation stays valid.
        """
        hashed = passwords.made(passwords.acceptable(password, self.whose(token).name))
        with self._file.write() as connection:
            row = self._row(connection, token)  # again: it may have been used while this was hashed
            keep_password(connection, row["id"], hashed)
            return account(row)

    def _row(self, connection: sqlite3.Connection, token: str) -> sqlite3.Row:
        row: sqlite3.Row | None = connection.execute(
            "SELECT account.* FROM account JOIN invitation ON invitation.account = account.id "
            "WHERE invitation.hash = ? AND until > ? AND disabled IS NULL",
            (digest(token), self._file.now()),
        ).fetchone()
        if row is None:
            raise NotAllowed(_STALE)
        return row
