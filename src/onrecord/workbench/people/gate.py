"""How one comes in. There are two ways: a single person by the printed address, or a team with accounts."""

import threading
from typing import Protocol

from onrecord.workbench.people.accounts import Accounts
from onrecord.workbench.people.invitations import Invitations
from onrecord.workbench.people.logins import Logins
from onrecord.workbench.people.roles import Person, Role
from onrecord.workbench.people.sessions import Sessions
from onrecord.workbench.people.tokens import digest, new_token, same


class Gate(Protocol):
    """What the guard asks. Called from many threads."""

    @property
    def team(self) -> bool:
        """Whether people have accounts."""

    @property
    def entrance(self) -> str:
        """The page for whoever has not come in."""

    @property
    def open(self) -> frozenset[str]:
        """Paths that can be used without having come in."""

    def admit(self, token: str) -> Person | None:
        """Whose session this token opens."""

    def leave(self, token: str) -> None:
        """End a session."""


class OneUser:
    """One person on this machine. Their token is in the address that is printed and lets one browser in, once; the session ends with
    the program."""

    team = False
    entrance = "/enter"
    open = frozenset({"/enter"})

    def __init__(self, token: str, name: str) -> None:
        self.person = Person(name, Role.EDITOR)
        self._entry: str | None = digest(token)
        self._session: str | None = None
        self._lock = threading.Lock()

    def enter(self, token: str) -> str | None:
        """Use the printed token.

        Returns:
            The session's token; None when it is another one or was used before.
        """
        with self._lock:
            if self._entry is None or not same(digest(token), self._entry):
                return None
            session = new_token()
            self._entry, self._session = None, digest(session)
            return session

    def admit(self, token: str) -> Person | None:
        """The one person, when this is their session."""
        session = self._session
        return self.person if session is not None and same(digest(token), session) else None

    def leave(self, token: str) -> None:
        """End the session, for good."""
        with self._lock:
            if self.admit(token):
                self._session = None


class Team:
    """People with accounts."""

    team = True
    entrance = "/login"
    open = frozenset({"/login", "/invite"})

    def __init__(self, accounts: Accounts) -> None:
        self.accounts = accounts
        self.invitations = Invitations(accounts.file)
        self.logins = Logins(accounts.file)
        self.sessions = Sessions(accounts.file)

    def admit(self, token: str) -> Person | None:
        """Whose session it is."""
        return self.sessions.person(token)

    def leave(self, token: str) -> None:
        """End it."""
        self.sessions.end(token)


def entry_path(token: str) -> str:
    """What is added to the address that is printed for one user."""
    return f"/enter?token={token}"
