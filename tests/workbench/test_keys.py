"""Keys: what they do on each page, and what they must not do."""

from playwright.sync_api import Page, expect

from tests.workbench.site import Site
from tests.workbench.visit import Visits


def key(page: Page, *names: str) -> None:
    """Once the scripts of the page are there to hear it."""
    page.wait_for_load_state()
    for name in names:
        page.keyboard.press(name)


def test_what_is_sent_twice_in_haste_is_recorded_once(own: Site, browse: Visits) -> None:
    page = browse.come_in(own, "/queue")
    key(page, "u")
    page.keyboard.type("not sure")
    key(page, "Enter", "Enter", "Enter")
    page.locator("#done").wait_for()
    page.goto(f"{own.address}/queue?skip=1")
    page.locator("#reason").fill("read")
    page.get_by_role("button", name="Accept").dblclick()
    page.locator("#done").wait_for()
    assert [d.verdict for d in own.decisions()] == ["unsure", "accept"]


def test_letters_in_a_line_are_letters(shared: Site, browse: Visits) -> None:
    page, before = browse.come_in(shared, "/queue"), len(shared.decisions())
    task = page.locator("h1").inner_text()
    key(page, "a")
    page.keyboard.type("zanru so")
    expect(page.locator("#reason")).to_have_value("zanru so")
    assert page.locator("h1").inner_text() == task
    key(page, "Escape", "Control+a", "Control+r")
    page.wait_for_load_state()
    expect(page.locator("h1")).to_have_text(task)
    assert len(shared.decisions()) == before


def test_an_empty_reason_keeps_one_in_the_line(shared: Site, browse: Visits) -> None:
    page, before = browse.come_in(shared, "/queue?skip=2"), len(shared.decisions())
    key(page, "r", "Enter")
    expect(page.locator("#reason")).to_be_focused()
    assert page.locator("#reason").evaluate("(one) => one.validity.valueMissing")
    assert len(shared.decisions()) == before


def test_a_pair_has_keys_of_its_own(shared: Site, browse: Visits) -> None:
    page = browse.come_in(shared, "/?q=Zaporizhzhia")
    page.locator("table.incidents a").first.click()
    page.locator('a[href^="/pair/"]').first.click()
    page.wait_for_url("**/pair/**")
    key(page, "a", "r")
    expect(page.locator("#reason")).not_to_be_focused()
    key(page, "d")
    page.keyboard.type("three days apart")
    key(page, "Enter")
    page.wait_for_url("**/incident/**")
    expect(page.locator("#done")).to_contain_text("called different")
    decision = shared.decisions()[-1]
    assert (decision.verdict, decision.reason) == ("different", "three days apart")
    key(page, "z")
    expect(page.locator("aside .decision.undone")).to_contain_text("three days apart")


def test_a_task_is_opened_by_its_key(shared: Site, browse: Visits) -> None:
    page = browse.come_in(shared, "/queue")
    title = page.locator("h1").inner_text()
    key(page, "o")
    page.wait_for_url("**/incident/incident-*")
    assert page.locator("h1").inner_text() == title
    key(page, "x")
    page.wait_for_url("**/split/incident-*")
    page.go_back()
    key(page, "h")
    page.wait_for_url("**/history/incident-*")


def test_a_filtered_queue_stays_filtered(shared: Site, browse: Visits) -> None:
    page = browse.come_in(shared, "/?kind=air_strike")
    page.get_by_role("link", name="Review these").click()
    expect(page.locator(".queue")).to_contain_text("of a filtered view")
    left = page.locator(".queue p").first.inner_text()
    key(page, "n")
    page.wait_for_url("**/queue?kind=air_strike&skip=1")
    key(page, "p")
    page.wait_for_url(lambda url: "kind=air_strike" in url and "skip=1" not in url)
    assert page.locator(".queue p").first.inner_text() == left


def test_everything_is_reached_by_tab_in_the_order_of_the_page(site: Site, browse: Visits) -> None:
    page = browse.come_in(site)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    seen: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
            )
        )
        if page.evaluate("() => document.activeElement.closest('table.incidents') !== null"):
            break
    assert seen.index("q") < seen.index("since") < seen.index("kind-1") < len(seen) - 1
    expect(page.locator("table.incidents a").first).to_be_focused()
