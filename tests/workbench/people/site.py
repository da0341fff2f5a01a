"""A small application behind the guard, with the workbench's own frame of a page, as the tests of people and guard use it."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from onrecord.workbench.app import NOTHING
from onrecord.workbench.guard import Site, guard
from onrecord.workbench.people import Accounts, OneUser, Role, Team, TeamFile, passwords, routes
from onrecord.workbench.people.rows import keep_password, named
from onrecord.workbench.render import Pages

HOST = "records.example.org"
PASSWORD = "four dull words here"  # noqa: S105


class Clock:
    """A time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1_760_000_000.0

    def __call__(self) -> float:
        return self.now


def home(request: Request) -> Response:
    return PlainTextResponse(f"here is {request.state.person.name}, {request.state.person.role}")


def note(request: Request) -> Response:
    return PlainTextResponse(f"noted {request.state.form.get('words')} by {request.state.person.name}")


def application(gate: OneUser | Team, *more: BaseRoute, site: Site | None = None) -> ASGIApp:
    pages = [Route("/", home), Route("/incident/{id}", home), Route("/note", note, methods=["POST"])]
    frame = {**NOTHING, "team": gate.team}
    return guard(Starlette(routes=[*pages, *more, *routes(gate, Pages(lambda _: frame))]), gate, site)


def team_site(gate: Team) -> Callable[[], TestClient]:
    """A browser for each call; all at the one site."""
    app = application(gate, site=Site(frozenset({HOST}), secure=True))
    return lambda: TestClient(app, base_url=f"https://{HOST}", follow_redirects=False)


@cache
def _hashed() -> str:
    return passwords.made(PASSWORD)


def with_password(team: Team, *names: str) -> Team:
    """These people have `PASSWORD`: hashed once for all tests, since that takes long on purpose."""
    with team.accounts.file.write() as connection:
        for name in names:
            keep_password(connection, named(connection, name)["id"], _hashed())
    return team


def made_team(folder: Path, clock: Callable[[], float], **people: Role) -> Team:
    accounts = Accounts(TeamFile(folder / "case.team.sqlite", create=True, clock=clock))
    for name, role in people.items():
        accounts.add(name, role)
    return Team(accounts)


def csrf_in(page: str) -> str:
    found = re.search(r'name="csrf" value="(\w{64})"', page)
    assert found, page
    return found[1]


def log_in(browser: TestClient, name: str, password: str = PASSWORD, **fields: str) -> Any:
    given = {"csrf": csrf_in(browser.get("/login").text), "name": name, "password": password, **fields}
    return browser.post("/login", data=given)
