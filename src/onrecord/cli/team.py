"""``onrecord team``: the accounts of those who share a case."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from onrecord.cli.app import CaseFolder, app, console
from onrecord.errors import CaseError
from onrecord.store import home
from onrecord.workbench.people import Account, Accounts, Role, TeamFile, team_path
from onrecord.workbench.people.invitations import Invitations, invitation_path

team = typer.Typer(no_args_is_help=True, help="Who works on a case together: accounts and roles.")
app.add_typer(team, name="team")

Name = Annotated[str, typer.Argument(metavar="NAME", help="2 to 40 characters; decisions bear it for good.")]
_ROLES = "reader looks; reviewer also decides; editor also undoes what others decided, and manages people."


@team.command()
def add(
    case: CaseFolder,
    name: Name,
    role: Annotated[Role, typer.Option(help=_ROLES)] = Role.REVIEWER,
) -> None:
    """Give somebody an account, and print an invitation with which they set their password."""
    accounts = _accounts(case, create=True)
    token = accounts.add(name, role)
    print(f"{accounts.get(name).name} is added as {role.value}")
    _print_invitation(token)


@team.command("list")
def list_(case: CaseFolder) -> None:
    """List who has an account: role, whether a password is set, when last seen."""
    table = Table(header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in ("name", "role", "state", "last seen"):
        table.add_column(column, overflow="fold")
    for account in _accounts(case).everyone():
        table.add_row(*map(escape, _cells(account)))
    console().print(table)


@team.command("role")
def give(case: CaseFolder, name: Name, role: Annotated[Role, typer.Argument(help=_ROLES)]) -> None:
    """Give somebody another role."""
    accounts = _accounts(case)
    accounts.give(name, role)
    print(f"{accounts.get(name).name} is {role.value} now")


@team.command()
def remove(case: CaseFolder, name: Name) -> None:
    """Let somebody in no more. The account stays, disabled: decisions bear the name."""
    accounts = _accounts(case)
    accounts.disable(name)
    print(f"{accounts.get(name).name} is disabled and logged out everywhere")


@team.command()
def restore(case: CaseFolder, name: Name) -> None:
    """Let somebody in again who was removed, and print an invitation."""
    accounts = _accounts(case)
    token = accounts.restore(name)
    print(f"{accounts.get(name).name} is let in again")
    _print_invitation(token)


@team.command()
def invite(case: CaseFolder, name: Name) -> None:
    """Print a new invitation, with which somebody sets a first or another password. Earlier ones are void."""
    _print_invitation(Invitations(_accounts(case).file).make(name))


@team.command()
def password(case: CaseFolder, name: Name) -> None:
    """Set somebody's password here, without an invitation. It is asked for twice and not shown."""
    accounts = _accounts(case)
    known = accounts.get(name).name  # whoever mistyped it is told before they think of a password
    given = typer.prompt("Password", hide_input=True, confirmation_prompt="The same again")
    accounts.set_password(known, given)
    print(f"the password of {known} is set; they are logged out everywhere")


def _accounts(case: Path, *, create: bool = False) -> Accounts:
    if not (case / home.FILE).is_file():
        raise CaseError(home.no_case(case))
    return Accounts(TeamFile(team_path(case), create=create))


def _cells(account: Account) -> tuple[str, str, str, str]:
    seen = f"{account.seen:%Y-%m-%d %H:%M} UTC" if account.seen else "never"
    return account.name, account.role.value, account.state.value, seen


def _print_invitation(token: str) -> None:
    print("to set the password, open this once within 72 hours, after the address of the workbench:")
    print(invitation_path(token))
