"""``onrecord serve``: the workbench."""

import getpass
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import CaseFolder, app
from onrecord.cli.bar import bar


@app.command()
def serve(
    case: CaseFolder,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8765,
    host: Annotated[
        str, typer.Option(help="The address to listen at; others than this machine need --team.")
    ] = "127.0.0.1",
    team: Annotated[
        bool, typer.Option("--team", help="People log in with accounts: onrecord team add.")
    ] = False,
    certificate: Annotated[Path | None, typer.Option(metavar="FILE", help="For TLS, with --key.")] = None,
    key: Annotated[Path | None, typer.Option(metavar="FILE", help="Its key, without a passphrase.")] = None,
    proxy: Annotated[
        str | None,
        typer.Option(metavar="URL", help="The outer https address, when a proxy on this machine does TLS."),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A further name under which people open it."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(help="Who decides, without --team. Default: your user name.")
    ] = None,
) -> None:
    """Open the case as a site to review, correct and sign off incidents: on this machine only, unless --team."""
    # Here and not above: no other command needs a web server
    from onrecord.workbench.bench import Bench
    from onrecord.workbench.guard import Serving, site_of
    from onrecord.workbench.people import Team
    from onrecord.workbench.serve import serve as run
    from onrecord.workbench.serve import team_of

    asked = Serving(host, port, team, certificate, key, proxy, tuple(name or ()))
    site = site_of(asked)  # refused before the index is made, which can take minutes
    accounts: Team | None = team_of(case) if team else None
    for end in (signal.SIGTERM, signal.SIGHUP):  # so that what lies in temporary folders goes with it
        signal.signal(end, _end)
    with bar() as show, Bench.open(case, show) as bench, suppress(KeyboardInterrupt):  # the way to end it
        run(bench, asked, site, name=by or getpass.getuser(), team=accounts, say=_say)
    print("the workbench is closed; everything that was decided is kept", file=sys.stderr)


def _end(*_: object) -> None:
    sys.exit(0)


def _say(address: str) -> None:
    print(f"the workbench is at {address}", flush=True)
    print("open it in a browser on this machine; Ctrl-C ends it, and nothing is lost by that", flush=True)
