"""The one person's site, a browser that has come in, and a team."""

import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.workbench.people import OneUser, Role, Team, entry_path
from tests.workbench.people.site import application, made_team, with_password

PORT = 8765


@pytest.fixture
def gate() -> OneUser:
    return OneUser("printed", "edda")


@pytest.fixture
def browser(gate: OneUser) -> TestClient:
    made = TestClient(application(gate), base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False)
    made.get(entry_path("printed"))
    return made


@pytest.fixture
def token(browser: TestClient) -> str:
    return str(browser.cookies[f"onrecord-{PORT}"])


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """Vera reviews."""
    return with_password(made_team(tmp_path, time.time, Vera=Role.REVIEWER), "Vera")
