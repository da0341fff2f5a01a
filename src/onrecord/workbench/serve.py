"""Serving the workbench: uvicorn with what the guard asks of it, and one line that says where."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from onrecord.errors import CannotServe
from onrecord.workbench.app import workbench
from onrecord.workbench.bench import Bench
from onrecord.workbench.exporting import Exporting
from onrecord.workbench.guard import Serving, Site, address, options
from onrecord.workbench.people import Accounts, OneUser, Team, TeamFile, entry_path, new_token, team_path


def serve(
    bench: Bench, asked: Serving, site: Site, *, name: str, team: Team | None, say: Callable[[str], None]
) -> None:
    """Serve until it is stopped. `site` is what `site_of` allows; `say` is told the address, which answers from then on.

    Raises:
        CannotServe: the address is taken, or is none of this machine.
    """
    token = new_token()
    gate = team or OneUser(token, name)
    bound = _bound(asked)
    where = address(asked, bound.getsockname()[1])
    with Exporting.open(bench.case.folder) as exporting:
        app = workbench(bench, gate, exporting, site)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", **options(asked)))
        say(where if team else where + entry_path(token))
        server.run(sockets=[bound])


def team_of(case: Path) -> Team:
    """The accounts of a case.

    Raises:
        TeamError: there are none, or their file cannot be used.
    """
    return Team(Accounts(TeamFile(team_path(case))))


def _bound(asked: Serving) -> socket.socket:
    """The socket, taken before anything is printed: an address that is printed answers."""
    host = asked.host.strip("[]")
    try:
        family, _, _, _, place = socket.getaddrinfo(host, asked.port, type=socket.SOCK_STREAM)[0]
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(place)
        bound.listen(128)
    except OSError as error:
        raise CannotServe(
            f"{asked.host}:{asked.port} cannot be used ({error.strerror}): give another --port (0 takes any that is free)"
        ) from error
    return bound
