"""A filtered view as a file: what is withheld is told first, and the file is what was announced."""

import csv
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.cli.command import call
from tests.workbench.site import Site
from tests.workbench.visit import Visits


def prepared(page: Page, site: Site, query: str) -> None:
    page.goto(f"{site.address}/?{query}")
    page.get_by_role("link", name="Export these").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Export 2 incidents")
    page.get_by_role("button", name="Prepare").click()
    page.wait_for_selector("h1:has-text('Ready: 2 incidents')")


def taken(page: Page, to: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name="Take the file").click()
    download.value.save_as(to)
    return to.read_bytes()


def test_what_is_withheld_is_told_before_the_file_and_the_file_is_what_was_announced(
    site: Site, browse: Visits, tmp_path: Path
) -> None:
    page = browse.come_in(site)
    prepared(page, site, "kind=air_strike")
    withheld = page.locator(".strip", has_text="Withheld").inner_text()
    assert "are shown by role, not by name" in withheld
    announced = page.locator("dl.facts dd.id").inner_text()
    content = taken(page, tmp_path / "out.csv")
    assert sha256(content).hexdigest() == announced
    rows = list(csv.DictReader(content.decode().splitlines()))
    assert {row["kind"] for row in rows} == {"air_strike"}
    assert all(row["withheld"] in withheld for row in rows)


def test_the_command_line_writes_the_same_file_of_the_same_filter(
    site: Site, browse: Visits, tmp_path: Path
) -> None:
    page = browse.come_in(site)
    prepared(page, site, "kind=air_strike")
    content = taken(page, tmp_path / "site.csv")
    file = tmp_path / "command.csv"
    call("export", "--case", site.case, "--format", "csv", "--filter", "kind=air_strike", "-o", file)
    assert file.read_bytes() == content


def test_names_are_shown_only_when_an_editor_asks_and_it_says_so(site: Site, browse: Visits) -> None:
    page = browse.come_in(site, "/export?kind=air_strike")
    page.get_by_label("Names of private persons are shown").check()
    page.get_by_role("button", name="Prepare").click()
    expect(page.locator(".strip.warn")).to_contain_text("handle with care")
