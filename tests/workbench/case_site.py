"""The workbench over a real case: asked in this process, or served for a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from onrecord.workbench.app import workbench
from onrecord.workbench.bench import Bench
from onrecord.workbench.people import OneUser, entry_path, new_token
from tests.workbench.guard.served import served

PERSON = "Vera"


@contextmanager
def asked(case: Path) -> Iterator[TestClient]:
    """Somebody who came in."""
    with Bench.open(case) as bench:
        token = new_token()
        app = workbench(bench, OneUser(token, PERSON))
        with TestClient(app, base_url="http://127.0.0.1:8765", raise_server_exceptions=False) as browser:
            assert browser.get(entry_path(token)).status_code == 200
            yield browser


@contextmanager
def opened(case: Path) -> Iterator[tuple[str, str]]:
    """The address of the site, and the one by which one comes in."""
    with Bench.open(case) as bench:
        token = new_token()
        with served(workbench(bench, OneUser(token, PERSON))) as port:
            address = f"http://127.0.0.1:{port}"
            yield address, address + entry_path(token)
