"""What the journeys through the workbench share: the program serving the practice case, and browsers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from tests.workbench.site import BY, PATIENCE, Site, copied, served
from tests.workbench.visit import Visits, visits

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """One at a time in a process: so not for the whole session."""
    with sync_playwright() as one:
        yield one


@pytest.fixture(scope="module")
def plain_browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visits]:
    with visits(playwright, tmp_path_factory.mktemp("plain") / "net.json", webgl=False) as one:
        yield one


@pytest.fixture(scope="module")
def drawing_browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visits]:
    with visits(playwright, tmp_path_factory.mktemp("drawing") / "net.json", webgl=True) as one:
        yield one


@pytest.fixture
def browse(plain_browser: Visits) -> Iterator[Visits]:
    """Without WebGL, which most pages do not need."""
    yield plain_browser
    plain_browser.leave()


@pytest.fixture
def draw(drawing_browser: Visits) -> Iterator[Visits]:
    """With WebGL."""
    yield drawing_browser
    drawing_browser.leave()


@pytest.fixture(scope="session")
def site(practice_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """For those who decide nothing."""
    with served(copied(practice_case, tmp_path_factory.mktemp("looked")), "--by", BY) as one:
        yield one


@pytest.fixture
def own(practice_case: Path, tmp_path: Path) -> Iterator[Site]:
    """For one test, that decides."""
    with served(copied(practice_case, tmp_path), "--by", BY) as one:
        yield one


@pytest.fixture(scope="module")
def shared(practice_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """For the tests of a module, each of which decides about something else."""
    with served(copied(practice_case, tmp_path_factory.mktemp("shared")), "--by", BY) as one:
        yield one
