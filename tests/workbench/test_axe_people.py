"""The same for the pages by which people come in, what is ready to be taken away, and the pages with a drawn map."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from tests.cli.command import call
from tests.workbench.axe import violations
from tests.workbench.overview import map_drawn
from tests.workbench.site import Site, copied, served
from tests.workbench.visit import Visits

PASSWORD = "four dull words here"  # noqa: S105
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture(scope="module")
def invitation(practice_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """A team of one editor, as the commands make it, and where the editor sets a password."""
    case = copied(practice_case, tmp_path_factory.mktemp("team"))
    said = call("team", "add", "Edda", "--role", "editor", "--case", case).output
    found = re.search(r"^/invite\?token=\S+$", said, re.MULTILINE)
    assert found
    with served(case, "--team") as site:
        assert site.entry == ""
        yield site, found[0]


def test_coming_in_and_managing_people(invitation: tuple[Site, str], browse: Visits) -> None:
    site, invite = invitation
    page, found = browse.someone(reduced_motion="reduce").new_page(), list[str]()

    def look(path: str = "") -> None:
        if path:
            page.goto(site.address + path)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found.extend(f"{page.url} {scheme}: {barrier}" for barrier in violations(page))
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 820

    page.set_viewport_size({"width": 820, "height": 1180})
    look("/login")
    page.get_by_label("Name").fill("Edda")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("alert").wait_for()
    look()
    look(invite)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Set it and log in").click()
    page.locator("table.incidents").wait_for()
    look("/people")
    page.get_by_label("Name", exact=True).fill("Nora Ünal")
    page.get_by_role("button", name="Add and make an invitation").click()
    page.locator("#link").wait_for()
    look()
    look("/people/password")
    assert not found, "\n".join(found)


def test_the_printed_address_used_twice_and_a_file_that_is_ready(own: Site, browse: Visits) -> None:
    found = []
    assert own.session
    stranger = browse.someone(reduced_motion="reduce").new_page()
    stranger.goto(own.address + own.entry)
    ready = browse.come_in(own, "/export", reduced_motion="reduce")
    ready.get_by_role("button", name="Prepare").click()
    ready.get_by_role("heading", name="Ready").wait_for()
    for page in (stranger, ready):
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{page.url} {scheme}: {barrier}" for barrier in violations(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_with_the_map_drawn(site: Site, draw: Visits, scheme: str) -> None:
    page = draw.come_in(site, "/?q=Olenivka", color_scheme=scheme)
    map_drawn(page)
    found = [f"overview: {barrier}" for barrier in violations(page)]
    page.locator("table.incidents a").first.click()
    page.locator(".locator canvas").wait_for()
    found += [f"incident: {barrier}" for barrier in violations(page)]
    assert not found, "\n".join(found)
