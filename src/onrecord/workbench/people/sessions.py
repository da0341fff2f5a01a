"""Sessions of a team, at the server's side. What is kept opens nothing: the SHA-256 of the token that the browser has."""

from onrecord.workbench.people.file import TeamFile
from onrecord.workbench.people.roles import Person, Role
from onrecord.workbench.people.rows import enabled
from onrecord.workbench.people.tokens import digest, new_token

IDLE = 12 * 60 * 60.0  # seconds without a request
ABSOLUTE = 7 * 24 * 60 * 60.0  # seconds since the login
_NOTED = 60.0  # seconds: when somebody was last seen is written down this often, not at every request


class Sessions:
    """The sessions in a file."""

    def __init__(self, file: TeamFile) -> None:
        self._file = file

    def begin(self, name: str) -> str:
        """A new session for somebody who has shown who they are.

        Returns:
            Its token, for the cookie.

        Raises:
            NotFound, NotAllowed: there is no such account, or it is disabled.
        """
        token, now = new_token(), self._file.now()
        with self._file.write() as connection:
            account = enabled(connection, name)["id"]
            connection.execute(
                "DELETE FROM session WHERE seen <= ? OR began <= ?", (now - IDLE, now - ABSOLUTE)
            )
            connection.execute(
                "INSERT INTO session (hash, account, began, seen) VALUES (?, ?, ?, ?)",
                (digest(token), account, now, now),
            )
            connection.execute("UPDATE account SET seen = ? WHERE id = ?", (now, account))
        return token

    def person(self, token: str) -> Person | None:
        """Who has come in with this token; None when the session ended, or there never was one."""
        now, hashed = self._file.now(), digest(token)
        with self._file.read() as connection:
            row = connection.execute(
                "SELECT account, name, role, session.seen FROM session JOIN account ON account.id = session.account "
                "WHERE hash = ? AND disabled IS NULL AND session.seen > ? AND began > ?",
                (hashed, now - IDLE, now - ABSOLUTE),
            ).fetchone()
        if row is None:
            return None
        if now - row["seen"] >= _NOTED:
            self._note(hashed, row["account"], now)
        return Person(row["name"], Role(row["role"]))

    def end(self, token: str) -> None:
        """End a session; nothing happens when there is none."""
        with self._file.write() as connection:
            connection.execute("DELETE FROM session WHERE hash = ?", (digest(token),))

    def _note(self, hashed: str, account: int, now: float) -> None:
        with self._file.write() as connection:
            connection.execute("UPDATE session SET seen = ? WHERE hash = ?", (now, hashed))
            connection.execute("UPDATE account SET seen = ? WHERE id = ?", (now, account))
