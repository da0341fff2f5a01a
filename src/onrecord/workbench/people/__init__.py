"""Who may come in and what they may do: one person by the printed address, or a team with accounts and roles."""

from typing import TYPE_CHECKING

from onrecord.workbench.people.accounts import Account, Accounts, State
from onrecord.workbench.people.file import TeamFile, team_path
from onrecord.workbench.people.gate import Gate, OneUser, Team, entry_path
from onrecord.workbench.people.redirect import safe_next
from onrecord.workbench.people.roles import Action, Person, Role, may
from onrecord.workbench.people.tokens import new_token

if TYPE_CHECKING:
    from starlette.routing import Route

    from onrecord.workbench.people.render import Render

__all__ = [
    "Account",
    "Accounts",
    "Action",
    "Gate",
    "OneUser",
    "Person",
    "Role",
    "State",
    "Team",
    "TeamFile",
    "entry_path",
    "may",
    "new_token",
    "routes",
    "safe_next",
    "team_path",
]


def routes(gate: OneUser | Team, render: "Render") -> "list[Route]":
    """The pages by which people come in, go out and are managed."""
    from onrecord.workbench.people import (
        enter,
        login,
        manage,
    )  # here: the commands of a team need no web server

    if isinstance(gate, OneUser):
        return enter.routes(gate, render)
    return [*login.routes(gate, render), *manage.routes(gate, render)]
