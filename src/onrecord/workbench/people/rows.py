"""Accounts as rows of the file: what accounts, invitations and logins have in common. Each takes an open connection."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from onrecord.errors import NotAllowed, NotFound
from onrecord.workbench.people.names import folded
from onrecord.workbench.people.roles import Role


class State(StrEnum):
    """What an account is at the moment."""

    ACTIVE = "active"
    INVITED = "invited"
    """No password is set yet."""
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody of the team. `seen` is when they last used the workbench, to the minute (UTC)."""

    name: str
    role: Role
    state: State
    seen: datetime | None


def account(row: sqlite3.Row) -> Account:
    """A row without its secrets."""
    seen = None if row["seen"] is None else datetime.fromtimestamp(row["seen"], UTC)
    return Account(row["name"], Role(row["role"]), _state(row), seen)


def _state(row: sqlite3.Row) -> State:
    if row["disabled"] is not None:
        return State.DISABLED
    return State.INVITED if row["password"] is None else State.ACTIVE


def found(connection: sqlite3.Connection, name: str) -> sqlite3.Row | None:
    """The row of whoever is called so, however they spelled it."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM account WHERE folded = ?", (folded(name.strip()),)
    ).fetchone()
    return row


def named(connection: sqlite3.Connection, name: str) -> sqlite3.Row:
    """The same.

    Raises:
        NotFound: nobody is called so.
    """
    row = found(connection, name)
    if row is None:
        raise NotFound(f"nobody is called {name}: the list of the team (onrecord team list) has all names")
    return row


def enabled(connection: sqlite3.Connection, name: str) -> sqlite3.Row:
    """The same, of somebody who is let in.

    Raises:
        NotFound: nobody is called so.
        NotAllowed: they are disabled.
    """
    row = named(connection, name)
    if row["disabled"] is not None:
        raise NotAllowed(f"{row['name']} is disabled: restore the account first")
    return row


def keep_an_editor(connection: sqlite3.Connection, row: sqlite3.Row) -> None:
    """See that somebody is left who can manage the team when this one cannot any more.

    Raises:
        NotAllowed: nobody is.
    """
    others = connection.execute(
        "SELECT count(*) FROM account WHERE role = ? AND disabled IS NULL AND id != ?",
        (Role.EDITOR.value, row["id"]),
    ).fetchone()[0]
    if row["role"] == Role.EDITOR and row["disabled"] is None and not others:
        raise NotAllowed(f"{row['name']} is the only editor: make somebody else one first")


def keep_password(connection: sqlite3.Connection, id_: int, hashed: str) -> None:
    """Set a password. Every session and invitation that rested on the old one ends."""
    connection.execute("UPDATE account SET password = ? WHERE id = ?", (hashed, id_))
    connection.execute("DELETE FROM invitation WHERE account = ?", (id_,))
    end_sessions(connection, id_)


def end_sessions(connection: sqlite3.Connection, id_: int) -> None:
    """End all of an account's sessions, and forget from where it was used."""
    connection.execute("DELETE FROM session WHERE account = ?", (id_,))
    connection.execute("DELETE FROM known WHERE account = ?", (id_,))
