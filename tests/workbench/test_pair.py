"""Merging and splitting with a preview, and taking an old merge back after other decisions."""

from playwright.sync_api import Page, expect

from tests.workbench.site import Site
from tests.workbench.visit import Visits

WHY = "Why, in one line (kept for good)"


def count(page: Page, site: Site) -> int:
    page.goto(site.address)
    return int(page.locator(".summary .big strong").inner_text())


def open_pair(page: Page, site: Site) -> None:
    """Two incidents that the machine nearly joined."""
    page.goto(f"{site.address}/?q=Zaporizhzhia")
    page.locator("table.incidents a").first.click()
    page.locator('a[href^="/pair/"]').first.click()


def test_a_merge_comes_out_as_its_preview_said_and_an_old_one_is_undone(own: Site, browse: Visits) -> None:
    page = browse.come_in(own)
    before = count(page, own)
    open_pair(page, own)
    preview = page.locator(".versus .preview").all_inner_texts()
    page.get_by_label(WHY).fill("told twice")
    page.get_by_role("button", name="Same: merge").click()
    expect(page.locator("#done")).to_contain_text("called the same")
    killed = page.locator(".value[aria-labelledby=name-killed] .told").inner_text()
    assert killed in preview
    assert count(page, own) == before - 1
    other = page.locator("table.incidents tr", has_text="Olenivka").get_by_role("link")
    other.click()
    page.get_by_label(WHY).fill("read both")
    page.get_by_role("button", name="Accept").click()
    page.goto(f"{own.address}/history")
    merge = page.locator("li.decision", has_text="told twice")
    merge.get_by_label("Why take it back").fill("two days, two strikes")
    merge.get_by_role("button", name="Undo").click()
    expect(page.locator("li.decision", has_text="told twice").first).to_contain_text("taken back by")
    assert count(page, own) == before
    assert [d.verdict for d in own.decisions()] == ["same", "accept", "undo"]


def test_a_split_comes_out_as_its_preview_said_and_is_undone(own: Site, browse: Visits) -> None:
    page = browse.come_in(own)
    before = count(page, own)
    page.goto(f"{own.address}/?q=Kramatorsk")
    page.locator("table.incidents a").first.click()
    page.wait_for_url("**/incident/**")
    whole = page.url
    page.keyboard.press("x")
    page.wait_for_url("**/split/**")
    fieldset = page.locator("fieldset").first
    for box in fieldset.locator("input").all():
        box.check()
    page.get_by_role("button", name="Show what it would make").click()
    heads = page.locator(".versus .head.preview").all_inner_texts()
    assert len(heads) == 2
    page.get_by_label(WHY).fill("another attack")
    page.get_by_role("button", name="Split so").click()
    expect(page.locator("#done")).to_contain_text("split")
    assert count(page, own) == before + 1
    page.goto(whole)
    page.goto(page.url.replace("/incident/", "/history/"))
    page.get_by_label("Why take it back").first.fill("it was one")
    page.get_by_role("button", name="Undo").first.click()
    assert count(page, own) == before
