"""The queue, worked through with the keyboard alone."""

from playwright.sync_api import Page, expect

from onrecord.model import Verdict
from tests.workbench.site import Site
from tests.workbench.visit import Visits

_TASKS = 13  # of the practice case: ten incidents and three pairs


def judged(page: Page, key: str, why: str) -> None:
    """A key, a reason, Enter; the next task is there when the page says what was recorded."""
    before = page.url
    page.keyboard.press(key)
    page.keyboard.type(why)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    expect(page.locator("#done")).to_contain_text(why)


def undone(page: Page) -> None:
    before = page.url
    page.keyboard.press("z")
    page.wait_for_url(lambda url: url != before)
    page.wait_for_selector("#done")


def is_pair(page: Page) -> bool:
    return page.get_by_role("heading", name="Same or different?").count() > 0


def test_a_session_of_a_hundred_decisions_without_the_mouse(own: Site, browse: Visits) -> None:
    page = browse.come_in(own, "/queue")
    wanted: list[str] = []
    for number in range(50):
        pair = is_pair(page)
        key, verdict = (
            ("d", "different") if pair else [("a", "accept"), ("r", "reject"), ("u", "unsure")][number % 3]
        )
        judged(page, key, f"decision {number}")
        undone(page)
        wanted += [verdict, "undo"]
        if number % 4 == 3:
            page.goto(f"{own.address}/queue?skip={number % _TASKS}")
    kept = own.decisions()
    assert [d.verdict for d in kept] == wanted
    assert [d.reason for d in kept[::2]] == [f"decision {n}" for n in range(50)]
    assert {d.by for d in kept} == {"Vera"}
    expect(page.locator(".queue")).to_contain_text(f"{_TASKS} tasks left")


def test_what_is_judged_leaves_the_queue_until_nothing_is_left(own: Site, browse: Visits) -> None:
    page = browse.come_in(own, "/queue")
    for left in range(_TASKS, 0, -1):
        if page.get_by_role("heading", name="Nothing is left").count():
            break
        expect(page.locator(".queue")).to_contain_text(f"{left} task")
        judged(page, "d" if is_pair(page) else "a", "read")
    expect(page.get_by_role("heading", name="Nothing is left to look at")).to_be_visible()
    fared = page.locator("table.fared tr", has_text="Killed").locator("td")
    assert [cell.inner_text() for cell in fared.all()] == ["10", "0", "100 %"]


def test_a_value_is_corrected_by_keyboard(shared: Site, browse: Visits) -> None:
    page = browse.come_in(shared, "/queue")
    page.keyboard.press("c")
    page.keyboard.type("Killed")
    page.keyboard.press("Tab")
    page.keyboard.type("44-50")
    page.keyboard.press("Tab")
    page.keyboard.type("the ministry's list")
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_contain_text("corrected killed: 44-50")
    kept = shared.decisions()[-1]
    assert (kept.verdict, kept.field, kept.value) == (Verdict.CORRECT, "killed", "44-50")
    expect(page.locator(".machine")).to_contain_text("40–50")
    expect(page.locator("table.fared")).to_contain_text("Killed")


def test_tasks_are_passed_over_and_come_back(site: Site, browse: Visits) -> None:
    page = browse.come_in(site, "/queue")
    first = page.locator("h1").inner_text()
    page.keyboard.press("n")
    page.wait_for_url("**/queue?skip=1")
    assert page.locator("h1").inner_text() != first
    page.keyboard.press("p")
    page.wait_for_url(lambda url: "skip=1" not in url)
    assert page.locator("h1").inner_text() == first


def test_the_last_reason_is_offered_and_escape_leaves_the_line(shared: Site, browse: Visits) -> None:
    page, before = browse.come_in(shared, "/queue"), len(shared.decisions())
    judged(page, "u", "seen, not sure")
    page.keyboard.press("u")
    expect(page.locator("#reason")).to_have_value("seen, not sure")
    page.keyboard.press("Escape")
    expect(page.locator("#reason")).not_to_be_focused()
    assert len(shared.decisions()) == before + 1
