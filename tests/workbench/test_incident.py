"""One incident in a real browser: questioned, corrected, judged, taken back, and what others did meanwhile."""

import re

from playwright.sync_api import Locator, Page, expect

from onrecord.store.case import Case
from tests.cli.command import call
from tests.workbench.site import Site
from tests.workbench.visit import Visits

WHY = "Why, in one line (kept for good)"


def opened(site: Site, browse: Visits, words: str) -> Page:
    """The first incident in which these words are told."""
    page = browse.come_in(site, f"/?q={words}&sort=killed")
    page.locator("table.incidents a").first.click()
    page.wait_for_url("**/incident/incident-*")
    return page


def field(page: Page, name: str) -> Locator:
    return page.locator(f".fields > .value[aria-labelledby=name-{name}]")


def unfolded(inside: Locator, words: str) -> Locator:
    """What a person sees after a click on the line that hides it."""
    box = inside.locator("details", has=inside.page.locator("summary", has_text=words)).last
    box.locator("summary").first.click()
    return box


def key(page: Page, name: str) -> None:
    """Once the scripts of the page are there to hear it."""
    page.wait_for_load_state()
    page.keyboard.press(name)


def judge(page: Page, button: str, why: str) -> None:
    page.get_by_label(WHY).fill(why)
    page.get_by_role("button", name=button).click()
    page.locator("#done").wait_for()


def test_each_value_stands_beside_all_that_is_claimed_of_it(site: Site, browse: Visits) -> None:
    page = opened(site, browse, "Olenivka")
    injured = field(page, "injured")
    expect(injured.locator(".told")).to_have_text("73–75")
    expect(injured).to_contain_text("in dispute")
    sides = injured.locator(".side")
    assert sides.locator("h4").all_inner_texts() == ["73 1 origin", "75 1 origin"]  # open, being in dispute
    assert sides.locator("mark").all_inner_texts() == ["73", "75"]
    chain = sides.nth(1).locator(".chain li").all_inner_texts()
    assert chain == ["Russia's defence ministry (official, Russia)", "Courier International, 2022-07-29"]
    expect(field(page, "kind").locator(".side").first).to_be_hidden()
    unfolded(field(page, "stance"), "2 answers")
    against = field(page, "stance").locator(".side.against")
    expect(against).to_contain_text("said against it")
    expect(against).to_contain_text("Ukraine's general staff (military, Ukraine)")


def test_a_speaker_who_is_not_free_and_who_is_protected_are_marked(site: Site, browse: Visits) -> None:
    page = opened(site, browse, "Olenivka")
    expect(field(page, "victim")).to_contain_text("protected under humanitarian law: prisoner of war")


def test_numbers_over_time_are_a_chart_with_the_same_numbers_in_words(site: Site, browse: Visits) -> None:
    page = opened(site, browse, "Kramatorsk")
    chart = page.locator("section", has=page.locator("#chart-killed"))
    told = str(chart.locator("svg").get_attribute("aria-label"))
    numbers = [int(n) for n in re.findall(r"(\d+)(?: or more)?: ", told)]
    assert len(numbers) == chart.locator(".point").count() >= 2
    heights = [float(str(p.get_attribute("cy"))) for p in chart.locator(".point").all()]
    assert [y for _, y in sorted(zip(numbers, heights, strict=True), key=lambda p: p[0])] == sorted(
        heights, reverse=True
    )
    assert chart.locator(".range.open").count() == told.count("or more")


def test_why_the_reports_are_one_is_told_clue_by_clue(site: Site, browse: Visits) -> None:
    page = opened(site, browse, "Olenivka")
    linked = page.locator("section", has=page.locator("#linked"))
    scores = [float(n) for n in linked.locator(".waterfall td.number").all_inner_texts()]
    assert "place and day" in linked.locator("th").all_inner_texts()
    assert sum(scores) > 5
    expect(linked).to_contain_text("both on 2022-07-29")
    near = opened(site, browse, "Zaporizhzhia").locator("section", has_text="Might be the same as")
    expect(near.get_by_role("link")).to_have_text(re.compile("Zaporizhzhya"))
    expect(near).to_contain_text("the machine: 30 % one")


def test_pages_that_repeat_one_report_are_one_origin(site: Site, browse: Visits) -> None:
    page = opened(site, browse, "Kramatorsk")
    heads = page.locator(".origin h3").all_inner_texts()
    assert sorted(
        int(str(re.search(r"(\d+) pages?, 1 origin", head)).split("'")[1].split()[0]) for head in heads
    ) == [1, 6]
    shared = unfolded(page.locator(".origin").first, "What its pages share")
    expect(shared.locator("li").first).to_contain_text("shared")


def test_a_correction_leaves_what_the_machine_read_in_sight(shared: Site, browse: Visits) -> None:
    page = opened(shared, browse, "Kramatorsk")
    form = unfolded(field(page, "killed"), "Correct")
    form.get_by_label("should be").fill("61")
    form.get_by_label("Why").fill("the list of names")
    form.get_by_role("button", name="Correct").click()
    expect(page.locator("#done")).to_contain_text("you corrected killed: 61")
    expect(field(page, "killed").locator(".told")).to_have_text("61")
    expect(field(page, "killed").locator(".machine")).to_contain_text("the machine had read: 50–59")
    page.reload()
    expect(field(page, "killed").locator(".machine")).to_contain_text("50–59")
    page.get_by_role("link", name="History", exact=False).last.click()
    row = page.locator("tr", has=page.get_by_role("rowheader", name="Killed"))
    assert row.locator("td").all_inner_texts() == ["50–59", "61"]


def test_who_took_part_is_corrected_and_put_back(shared: Site, browse: Visits) -> None:
    page = opened(shared, browse, "Olenivka")
    done_it = field(page, "perpetrator")
    machine = done_it.locator(".told").inner_text()
    form = unfolded(done_it, "Correct")
    form.get_by_label("should be").fill("forces of either side; not settled by any page")
    form.get_by_label("Why").fill("two pages accuse one another")
    form.get_by_role("button", name="Correct").click()
    expect(page.locator("#done")).to_contain_text("you corrected said to have done it")
    expect(done_it.locator(".told")).to_have_text("forces of either side; not settled by any page")
    expect(done_it.locator(".machine")).to_contain_text(f"the machine had read: {machine}")
    expect(done_it.locator(".contested")).to_have_count(0)
    page.locator("#done").get_by_role("button", name="Undo").click()
    expect(done_it.locator(".told")).to_have_text(machine)
    expect(done_it.locator(".contested").first).to_have_text("in dispute")


def test_a_value_that_cannot_be_is_refused_and_what_was_typed_is_still_there(
    shared: Site, browse: Visits
) -> None:
    page = opened(shared, browse, "Zaporizhzhia")
    before = len(shared.decisions())
    form = unfolded(field(page, "injured"), "Correct")
    form.get_by_label("should be").fill("seven")
    form.get_by_label("Why").fill("a slip of the finger")
    form.get_by_role("button", name="Correct").click()
    expect(page.get_by_role("alert")).to_contain_text("seven")
    assert len(shared.decisions()) == before
    page.get_by_label("Should be").fill("9")
    page.get_by_role("button", name="Send it again").click()
    expect(page.locator("#done")).to_contain_text("you corrected injured: 9")
    assert shared.decisions()[-1].reason == "a slip of the finger"


def test_a_place_is_corrected_by_its_name(shared: Site, browse: Visits) -> None:
    page = opened(shared, browse, "Kremenchuk")
    form = unfolded(field(page, "place"), "Correct")
    form.get_by_label("should be").fill("Poltava")
    form.get_by_label("Why").fill("the map of the region")
    form.get_by_role("button", name="Correct").click()
    expect(page.get_by_role("alert")).to_contain_text("Poltava#696643 = Poltava, Poltava Oblast, UA")
    page.get_by_label("Should be").fill("Poltava#696643")
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Poltava")
    expect(field(page, "place").locator(".machine")).to_contain_text("Kremenchuk")


def test_a_misread_claim_is_left_out_and_stays_in_sight(shared: Site, browse: Visits) -> None:
    page, before = opened(shared, browse, "Olenivka"), len(shared.decisions())
    claim = page.locator(".origin .quote", has_text="wounded 75").filter(has_text="injured: 75")
    id_ = str(claim.get_attribute("id"))
    form = unfolded(claim, "Misread?")
    form.get_by_label("Why this claim gives no value").fill("the number is of another day")
    form.get_by_role("button", name="Leave this claim out").click()
    page.locator("#done").wait_for()
    expect(field(page, "injured").locator(".told")).to_have_text("73")
    struck = page.locator("section", has_text="Left out by people").locator(f"#{id_}")
    expect(struck).to_contain_text("wounded 75")
    page.locator("#done").get_by_role("button", name="Undo").click()
    expect(field(page, "injured").locator(".told")).to_have_text("73–75")
    assert [d.verdict for d in shared.decisions()[before:]] == ["reject", "undo"]


def test_accepted_taken_back_and_all_of_it_in_the_history(shared: Site, browse: Visits) -> None:
    page = opened(shared, browse, "Vinnytsya")
    judge(page, "Accept", "read all three pages")
    expect(page.locator("header .badges")).to_contain_text("confirmed")
    key(page, "z")
    expect(page.locator("header .badges")).to_contain_text("not reviewed")
    key(page, "h")
    page.wait_for_url("**/history/incident-*")
    newest, oldest = page.locator(".entries > li").all()
    expect(newest).to_contain_text("took back “accepted” of Vera")
    expect(oldest).to_contain_text("read all three pages")
    expect(oldest).to_contain_text("taken back by Vera")
    newest.get_by_label("Why take it back").fill("it was right after all")
    newest.get_by_role("button", name="Bring it back").click()
    expect(page.locator(".entries > li")).to_have_count(3)
    page.get_by_role("link", name="Back to the incident").click()
    expect(page.locator("header .badges")).to_contain_text("confirmed")


def test_a_decision_without_a_reason_is_not_sent(shared: Site, browse: Visits) -> None:
    page, before = opened(shared, browse, "Okhtyrka"), len(shared.decisions())
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_label(WHY)).to_be_focused()
    page.get_by_label(WHY).fill("   ")
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("alert")).to_contain_text("say in one line why")
    assert len(shared.decisions()) == before


def test_while_a_run_writes_a_decision_waits_and_can_be_sent_again(shared: Site, browse: Visits) -> None:
    page = opened(shared, browse, "Okhtyrka")
    with Case.open(shared.case, write=True):
        page.get_by_label(WHY).fill("told by four pages")
        page.get_by_role("button", name="Accept").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Not now")
        expect(page.get_by_role("alert")).to_contain_text("another run is writing")
    assert "told by four pages" not in {d.reason for d in shared.decisions()}
    page.get_by_role("button", name="Send it again").click()
    expect(page.locator("#done")).to_contain_text("you accepted")
    assert shared.decisions()[-1].reason == "told by four pages"


def test_what_was_decided_elsewhere_meanwhile_is_shown_with_ones_own(shared: Site, browse: Visits) -> None:
    page = opened(shared, browse, "Mariupol")
    id_ = page.url.rpartition("/")[2]
    call("decide", "--case", shared.case, id_, "reject", "--reason", "a film, not the war", "--by", "Ben")
    judge(page, "Accept", "read")
    expect(page.locator("#meanwhile")).to_contain_text("Ben rejected")
    expect(page.locator("#meanwhile")).to_contain_text("a film, not the war")
    assert [d.by for d in shared.decisions()][-2:] == ["Ben", "Vera"]
    page.goto(f"{shared.address}/person/Ben")
    expect(page.locator(".entries")).to_contain_text("a film, not the war")


def test_words_from_right_to_left_are_shown_so(shared: Site, browse: Visits) -> None:
    page = opened(shared, browse, "Okhtyrka")
    judge(page, "Leave open", "صفحة واحدة فقط")
    reason = page.locator(".decision .reason", has_text="صفحة").first
    assert reason.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
