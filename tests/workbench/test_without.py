"""The same work without JavaScript, and without WebGL."""

import pytest
from playwright.sync_api import Page, expect

from tests.workbench.site import Site
from tests.workbench.visit import Visits


@pytest.fixture
def bare(shared: Site, browse: Visits) -> Page:
    """A page in a browser that runs no script."""
    return browse.come_in(shared, java_script_enabled=False)


def test_filter_list_and_timeline_work_without_a_script(bare: Page) -> None:
    bare.get_by_label("Air strike").check()
    bare.get_by_role("button", name="Show").click()
    assert bare.locator("table.incidents tbody tr").count() == 2
    bare.locator(".sorts a", has_text="most killed").click()
    assert bare.locator("table.incidents tbody tr td.number").first.inner_text() == "300–600"
    expect(bare.get_by_text("The map needs JavaScript and WebGL")).to_be_visible()
    bare.locator("details.words summary").click()
    bare.locator("details.words a").first.click()
    assert "place=UA" in bare.url


def test_an_incident_is_judged_and_the_judgement_taken_back_without_a_script(
    shared: Site, bare: Page
) -> None:
    bare.locator("table.incidents a").first.click()
    bare.get_by_label("Why, in one line (kept for good)").fill("read both pages")
    bare.get_by_role("button", name="Accept").click()
    expect(bare.locator("#done")).to_contain_text("you accepted")
    bare.locator("#done button").click()
    assert [(d.verdict, d.reason) for d in shared.decisions()][-2:] == [
        ("accept", "read both pages"),
        ("undo", "taken back with one key, no reason given"),
    ]


def test_a_value_is_corrected_without_a_script(shared: Site, bare: Page) -> None:
    bare.goto(f"{shared.address}/?q=Kramatorsk")
    bare.locator("table.incidents a").first.click()
    field = bare.locator(".value[aria-labelledby=name-killed]")
    field.locator("details.correct summary").click()
    field.get_by_label("should be").fill("61")
    field.get_by_label("Why").fill("the list of names")
    field.get_by_role("button", name="Correct").click()
    expect(bare.locator(".value[aria-labelledby=name-killed] .told")).to_have_text("61")
    expect(bare.locator(".value[aria-labelledby=name-killed] .machine")).to_contain_text("50–59")


def test_merge_and_split_work_without_a_script(shared: Site, bare: Page) -> None:
    bare.goto(f"{shared.address}/queue")
    while not bare.get_by_role("button", name="Same: merge").count():
        bare.get_by_role("link", name="Next").click()
    bare.get_by_label("Why, in one line (kept for good)").fill("told twice")
    bare.get_by_role("button", name="Same: merge").click()
    merge = shared.decisions()[-1]
    bare.goto(f"{shared.address}/split/{merge.about}")
    bare.locator("input[name=claim]").first.check()
    bare.get_by_role("button", name="Show what it would make").click()
    expect(bare.locator(".versus")).to_be_visible()
    bare.get_by_label("Why, in one line (kept for good)").fill("another day")
    bare.get_by_role("button", name="Split so").click()
    assert [d.verdict for d in shared.decisions()][-2:] == ["same", "different"]


def test_without_webgl_the_words_stand_for_the_map_and_the_rest_works(site: Site, browse: Visits) -> None:
    page = browse.come_in(site)
    expect(page.get_by_text("The map needs JavaScript and WebGL")).to_be_visible()
    page.get_by_label("Air strike").check()
    expect(page.locator("table.incidents tbody tr")).to_have_count(2)
    assert page.locator("details.words li").count()
