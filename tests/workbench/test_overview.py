"""The overview in a real browser: list, map and timeline follow one filter, and the address holds it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.workbench.overview import (
    asked,
    bars,
    drag,
    drawn,
    map_drawn,
    on_the_map,
    pixel,
    rows,
    settled,
    shown,
)
from tests.workbench.site import Site
from tests.workbench.visit import Visits

EAST = (34.0, 46.0, 40.0, 50.0)


@pytest.fixture
def page(site: Site, browse: Visits) -> Page:
    return browse.come_in(site)


@pytest.fixture
def mapped(site: Site, draw: Visits) -> Page:
    """With the map drawn."""
    page = draw.come_in(site)
    map_drawn(page)
    return page


def test_the_printed_address_opens_the_overview_once(own: Site, browse: Visits) -> None:
    one, other = browse.someone().new_page(), browse.someone().new_page()
    one.goto(own.address + own.entry)
    assert one.url == f"{own.address}/"
    settled(one, 10)
    answer = other.goto(own.address + own.entry)
    assert answer
    assert answer.status == 403


def test_a_kind_narrows_list_map_and_timeline(mapped: Page) -> None:
    page = mapped
    settled(page, 10)
    with page.expect_response(re.compile(r"/points\.json\?kind=shelling$")) as answer:
        page.get_by_label("Shelling").check()
    settled(page, 7)
    assert len(answer.value.json()) == 7
    assert asked(page) == {"kind": ["shelling"]}
    assert drawn(page) == set(shown(page))
    expect(page.get_by_label("Shelling")).to_be_checked()
    page.get_by_label("Bombing").check()
    settled(page, 8)
    assert asked(page) == {"kind": ["shelling", "bombing"]}
    page.get_by_label("Shelling").uncheck()
    settled(page, 1)


def test_the_address_holds_the_state(page: Page) -> None:
    page.get_by_label("Air strike").check()
    settled(page, 2)
    page.get_by_role("link", name="earliest").click()
    page.wait_for_url("**/?kind=air_strike&sort=first")
    ids = shown(page)
    page.reload()
    assert shown(page) == ids
    expect(page.get_by_label("Air strike")).to_be_checked()
    page.go_back()
    page.wait_for_url("**/?kind=air_strike")
    settled(page, 2)
    page.go_back()
    settled(page, 10)
    assert asked(page) == {}
    expect(page.get_by_label("Air strike")).not_to_be_checked()
    page.go_forward()
    settled(page, 2)
    expect(page.get_by_label("Air strike")).to_be_checked()


def test_a_drag_across_the_timeline_chooses_days(page: Page) -> None:
    settled(page, 10)
    edge = page.locator("svg.timeline").bounding_box()
    assert edge
    y = edge["y"] + edge["height"] / 2
    drag(page, (edge["x"] + 0.5 * edge["width"], y), (edge["x"] + 0.8 * edge["width"], y))
    settled(page, 3)  # Kremenchuk, Vinnytsia, Olenivka
    since, until = asked(page)["since"][0], asked(page)["until"][0]
    assert "2022-06-01" < since < "2022-06-27"
    assert "2022-07-29" < until < "2022-09-01"
    expect(page.get_by_label("From", exact=True)).to_have_value(since)
    assert drawn(page) == set(shown(page))
    page.get_by_label("From", exact=True).fill("2022-07-14")
    settled(page, 2)


def test_a_drag_of_the_map_chooses_what_is_in_view(mapped: Page) -> None:
    page = mapped
    edge = page.locator("#map").bounding_box()
    assert edge
    middle = edge["x"] + edge["width"] / 2, edge["y"] + edge["height"] / 2
    drag(page, middle, (middle[0] - 160, middle[1]))
    page.wait_for_url("**/?box=*")
    expect(page.locator("table.incidents")).not_to_contain_text("Vinnytsya")  # lies in the west
    expect(page.locator("table.incidents")).to_contain_text("Olenivka")
    number = rows(page).count()
    settled(page, number)
    assert on_the_map(page) == number < 10
    page.get_by_label("moving the map filters").uncheck()
    before = page.url
    drag(page, middle, (middle[0] + 200, middle[1]))
    page.get_by_role("link", name="this part of the map").click()
    settled(page, 10)
    assert before != page.url


def test_a_box_in_the_address_is_what_the_map_shows(site: Site, draw: Visits) -> None:
    page = draw.come_in(site, "/?box=" + ",".join(map(str, EAST)))
    map_drawn(page)
    settled(page, 6)
    assert on_the_map(page) >= 6
    assert asked(page) == {"box": [",".join(map(str, EAST))]}


def test_a_click_on_the_map_opens_the_incident(site: Site, draw: Visits) -> None:
    page = draw.come_in(site, "/?box=26,48,31,51")
    map_drawn(page)
    settled(page, 1)
    (vinnytsia,) = shown(page)
    page.mouse.click(*pixel(page, (26, 48, 31, 51), 28.46871, 49.23278))
    page.wait_for_url(f"**/incident/{vinnytsia}")


def test_the_keyboard_opens_an_incident_on_the_map(mapped: Page) -> None:
    page = mapped
    assert on_the_map(page) == 10
    page.keyboard.press("PageDown")
    expect(page.locator(".map-spoken")).to_contain_text(", 2 of 10 in view")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incident/incident-*")


@pytest.mark.parametrize(
    ("words", "number"), [("Kramatorsk", 1), ("hospital", 3), ('"maternity hospital"', 1)]
)
def test_search_while_it_is_typed(page: Page, words: str, number: int) -> None:
    page.get_by_label("Search all pages").press_sequentially(words)
    settled(page, number)
    assert asked(page)["q"] == [words]
    expect(page.get_by_label("Search all pages")).to_have_value(words)
    expect(page.get_by_label("Search all pages")).to_be_focused()
    page.get_by_role("link", name=f"“{words}”").click()
    settled(page, 10)


def test_what_is_typed_and_not_looked_for_is_said(page: Page) -> None:
    search = page.get_by_label("Search all pages")
    search.press_sequentially('":')
    expect(page.locator("#unasked")).to_have_text("this holds no letter or digit, so no words are looked for")
    settled(page, 10)
    search.fill("a war told in more words than twelve, which are the most that count")
    expect(page.locator("#unasked")).to_contain_text("only the first 12 words are looked for")


def test_a_filter_that_is_refused_says_why_and_the_next_one_is_followed(page: Page, browse: Visits) -> None:
    kind = page.locator("#kind-1")
    value = str(kind.get_attribute("value"))
    kind.evaluate("(one) => { one.value = 'war'; }")
    kind.check()
    expect(page.locator("#refused")).to_contain_text("kind cannot be 'war'")
    settled(page, 10)
    page.context.set_offline(True)
    kind.evaluate("(one, value) => { one.value = value; }", value)
    kind.dispatch_event("change")
    expect(page.locator("#refused")).to_contain_text("does not answer")
    page.context.set_offline(False)
    kind.dispatch_event("change")
    expect(page.locator("#refused")).to_be_empty()
    assert asked(page)["kind"] == [value]
    told = {problem.split(",")[0].split(" from ")[0] for problem in browse.problems}
    refused = "error: Response Status Error Code 400"
    assert told == {refused, "error: htmx:afterRequest", "error: htmx:sendError"}
    browse.problems.clear()


def test_words_that_only_unread_pages_hold_lead_to_these(page: Page) -> None:
    page.get_by_label("Search all pages").press_sequentially("Охтирці")
    page.locator(".empty").get_by_role("link", name="pages").click()
    page.wait_for_url("**/pages?q=*")
    assert page.locator(".papers tbody tr").count() == 1
    expect(page.get_by_label("Search all pages")).to_have_value("Охтирці")


def test_counts_are_ranges_and_what_nobody_reports_is_not_zero(page: Page) -> None:
    assert page.locator(".summary dd").all_inner_texts()[0] == "442–783 or more"
    table = page.locator("table.incidents")
    numbers = [cell.inner_text() for cell in table.locator("td.number").all()]
    assert {"40–50", "12 or more", "10–21 or more", "–"} <= set(numbers)
    assert "0" not in numbers


def test_an_uncertain_day_is_a_bar_and_not_a_dot(page: Page) -> None:
    widths = {}
    for bar in bars(page).all():
        box = bar.locator("rect.bar")
        widths[bar.locator("title").text_content()] = float(str(box.get_attribute("width")))
    two_days = widths.pop("Shelling, Zaporizhzhya, 2022-10-08 to 2022-10-09")
    open_ = widths.pop("Shelling, Okhtyrka, not after 2022-03-02")
    assert set(widths.values()) == {3.1}  # a day is 3.1 pixels wide
    assert two_days == pytest.approx(2 * 720 / 238, rel=0.05)
    assert open_ > 20
    assert page.locator(".bars .bar.open").count() == 1


def test_filters_in_force_are_taken_away_one_by_one_or_all_at_once(site: Site, browse: Visits) -> None:
    page = browse.come_in(site, "/?kind=shelling&status=corroborated&origins=3&sort=killed")
    settled(page, 4)
    chips = page.locator(".chips a")
    assert chips.all_inner_texts() == ["3 origins or more", "Shelling", "Corroborated"]
    chips.first.click()
    settled(page, 5)
    assert asked(page) == {"kind": ["shelling"], "status": ["corroborated"], "sort": ["killed"]}
    page.get_by_role("link", name="Clear all filters").click()
    settled(page, 10)


def test_the_map_in_words_filters_as_the_map_does(site: Site, browse: Visits) -> None:
    page = browse.come_in(site)
    page.locator(".words summary").click()
    page.get_by_role("link", name="Donetsk Oblast, UA").click()
    page.wait_for_url("**/?place=UA%2FDonetsk*")
    settled(page, 4)
    chosen = page.locator(".choice label", has_text="UA/Donetsk Oblast")
    expect(chosen).to_contain_text("4")


def test_what_has_no_place_or_no_day_has_a_shelf(own: Site, browse: Visits) -> None:
    page = browse.come_in(own)
    settled(page, 10)
    for field, city in (("place", "Vinnytsya"), ("when", "Kremenchuk")):
        page.goto(f"{own.address}/")
        page.locator("table.incidents").get_by_role("link", name=city).click()
        box = page.locator(f".value[aria-labelledby=name-{field}]")
        box.locator("summary", has_text="Correct").click()
        box.get_by_label("should be").fill("")
        box.get_by_label("Why").fill("no page says so")
        box.get_by_role("button", name="Correct").click()
        page.locator("#done").wait_for()
    page.goto(f"{own.address}/")
    shelves = page.locator(".shelves a").all_inner_texts()
    assert shelves == ["1 without a place", "0 known to the country only", "1 without a date"]
    expect(bars(page)).to_have_count(9)
    page.get_by_role("link", name="without a place").click()
    page.wait_for_url("**/?shelf=no+place")
    expect(rows(page)).to_have_count(1)
    assert "Place unknown" in rows(page).inner_text()
    page.get_by_role("link", name="without a date").click()
    page.wait_for_url("**/?shelf=no+date")
    expect(rows(page)).to_have_count(1)
    assert "Kremenchuk" in rows(page).inner_text()
    expect(page.locator(".time")).to_have_text("None of these has a day.")
