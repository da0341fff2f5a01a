"""Who belongs to a team: accounts with a role, kept in the team's file."""

from onrecord.errors import BadInput
from onrecord.workbench.people import passwords
from onrecord.workbench.people.file import TeamFile
from onrecord.workbench.people.invitations import invitation
from onrecord.workbench.people.names import folded, proper
from onrecord.workbench.people.roles import Role
from onrecord.workbench.people.rows import (
    Account,
    State,
    account,
    enabled,
    end_sessions,
    found,
    keep_an_editor,
    keep_password,
    named,
)

__all__ = ["Account", "Accounts", "State"]


class Accounts:
    """The accounts in a file. Nobody is ever deleted: decisions bear the names."""

    def __init__(self, file: TeamFile) -> None:
        self.file = file

    def everyone(self) -> tuple[Account, ...]:
        """All of them, by name."""
        with self.file.read() as connection:
            return tuple(map(account, connection.execute("SELECT * FROM account ORDER BY folded")))

    def get(self, name: str) -> Account:
        """One of them.

        Raises:
            NotFound: nobody is called so.
        """
        with self.file.read() as connection:
            return account(named(connection, name))

    def add(self, name: str, role: Role) -> str:
        """Make an account and an invitation to it.

        Returns:
            The invitation's token.

        Raises:
            BadInput: the name is not one, or somebody is called so.
        """
        name = proper(name)
        with self.file.write() as connection:
            known = found(connection, name)
            if known is not None:
                raise BadInput(_taken(account(known)))
            made = connection.execute(
                "INSERT INTO account (name, folded, role, added) VALUES (?, ?, ?, ?) RETURNING id",
                (name, folded(name), role.value, self.file.now()),
            ).fetchone()
            return invitation(connection, made["id"], self.file.now())

    def give(self, name: str, role: Role) -> None:
        """Give a role; it holds from the next request on.

        Raises:
            NotFound: nobody is called so.
            NotAllowed: no editor would be left.
        """
        with self.file.write() as connection:
            row = named(connection, name)
            if role is not Role.EDITOR:
                keep_an_editor(connection, row)
            connection.execute("UPDATE account SET role = ? WHERE id = ?", (role.value, row["id"]))

    def disable(self, name: str) -> None:
        """Let somebody in no more: not by a session, an invitation or their password.

        Raises:
            NotFound: nobody is called so.
            NotAllowed: no editor would be left.
        """
        with self.file.write() as connection:
            row = named(connection, name)
            keep_an_editor(connection, row)
            connection.execute(
                "UPDATE account SET disabled = ?, password = NULL WHERE id = ?", (self.file.now(), row["id"])
            )
            end_sessions(connection, row["id"])

    def restore(self, name: str) -> str:
        """Let somebody in again, with a new password.

        Returns:
            An invitation's token.

        Raises:
            NotFound: nobody is called so.
            BadInput: they are not disabled.
        """
        with self.file.write() as connection:
            row = named(connection, name)
            if row["disabled"] is None:
                raise BadInput(f"{row['name']} is not disabled: there is nothing to restore")
            connection.execute("UPDATE account SET disabled = NULL WHERE id = ?", (row["id"],))
            return invitation(connection, row["id"], self.file.now())

    def set_password(self, name: str, password: str) -> None:
        """Set a password. Every session and invitation of the account ends.

        Raises:
            NotFound: nobody is called so.
            NotAllowed: they are disabled.
            BadInput: the password will not do.
        """
        with self.file.read() as connection:
            meant = enabled(connection, name)["name"]
        hashed = passwords.made(passwords.acceptable(password, meant))
        with self.file.write() as connection:
            keep_password(connection, enabled(connection, meant)["id"], hashed)


def _taken(known: Account) -> str:
    if known.state is State.DISABLED:
        return f"{known.name} was here before and is disabled: restore that account"
    return f"somebody is called {known.name} already: take a name that tells the two apart"
