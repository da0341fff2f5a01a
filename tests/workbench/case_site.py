"""The workbench over a real case: asked in this process, or served for a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient
from starlette.types import ASGIApp

from onrecord.workbench.app import workbench
from onrecord.workbench.bench import Bench
from onrecord.workbench.exporting import Exporting
from onrecord.workbench.people import OneUser, entry_path, new_token
from tests.workbench.guard.served import served

PERSON = "Vera"


@contextmanager
def asked(case: Path) -> Iterator[TestClient]:
    """Somebody who came in."""
    with _site(case) as (app, entry), TestClient(app, base_url="http://127.0.0.1:8765") as browser:
        assert browser.get(entry).status_code == 200
        yield browser


@contextmanager
def opened(case: Path) -> Iterator[tuple[str, str]]:
    """The address of the site, and the one by which one comes in."""
    with _site(case) as (app, entry), served(app) as port:
        address = f"http://127.0.0.1:{port}"
        yield address, address + entry


@contextmanager
def _site(case: Path) -> Iterator[tuple[ASGIApp, str]]:
    with Bench.open(case) as bench, Exporting.open(case) as exporting:
        token = new_token()
        yield workbench(bench, OneUser(token, PERSON), exporting), entry_path(token)
