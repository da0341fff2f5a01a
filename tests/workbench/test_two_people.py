"""Two people at once: both decisions stay, each sees the other's, and nothing is lost."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onrecord.workbench.people import Accounts, Role, TeamFile, team_path
from onrecord.workbench.people.invitations import Invitations
from tests.workbench.site import Sender, Site, copied, served
from tests.workbench.visit import Visits

PASSWORD = "a long enough passphrase"  # noqa: S105
PEOPLE = {"Ann": Role.REVIEWER, "Ben": Role.REVIEWER, "Eda": Role.EDITOR, "Rob": Role.READER}


@pytest.fixture(scope="module")
def team(practice_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with accounts. What was judged is not the first of the list any more, so that each test has an incident of its own."""
    case = copied(practice_case, tmp_path_factory.mktemp("team"))
    file = TeamFile(team_path(case), create=True)
    accounts = Accounts(file)
    for name, role in PEOPLE.items():
        Invitations(file).accept(accounts.add(name, role), PASSWORD)
    with served(case, "--team") as site:
        yield site


def log_in(site: Site, browse: Visits, name: str) -> Page:
    page = browse.someone().new_page()
    page.goto(site.address)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_selector("table.incidents")
    return page


def sender(site: Site, page: Page) -> Sender:
    """The same person without the browser."""
    (cookie,) = [c for c in page.context.cookies() if not str(c.get("name")).endswith("-form")]
    return Sender(site.address, f"{cookie.get('name')}={cookie.get('value')}")


def first_of(page: Page) -> str:
    return str(page.locator("table.incidents a").first.get_attribute("href"))


def judge(page: Page, button: str, why: str) -> None:
    page.get_by_label("Why, in one line (kept for good)").fill(why)
    page.get_by_role("button", name=button).click()
    page.wait_for_selector("#done")


def test_two_who_decide_the_same_thing_see_each_other_and_both_stay(team: Site, browse: Visits) -> None:
    ann, ben = (log_in(team, browse, name) for name in ("Ann", "Ben"))
    path = first_of(ann)
    for page in (ann, ben):
        page.goto(team.address + path)
    judge(ann, "Accept", "read all of it")
    judge(ben, "Reject", "this is a film")
    expect(ben.locator("#meanwhile")).to_contain_text("read all of it")
    expect(ben.locator("#meanwhile")).to_contain_text("Ann")
    ann.reload()
    expect(ann.locator("aside")).to_contain_text("this is a film")
    *_, accepted, rejected = team.decisions()
    assert (accepted.by, rejected.by, rejected.replaces) == ("Ann", "Ben", accepted.id)


def test_whoever_has_the_page_open_is_told(team: Site, browse: Visits) -> None:
    ann, ben = (log_in(team, browse, name) for name in ("Ann", "Ben"))
    for page in (ann, ben):
        page.goto(team.address + first_of(ann) if page is ann else ann.url)
    judge(ann, "Accept", "read")
    ben.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(ben.locator("#changed")).to_contain_text("Ann has just decided about this")


def test_forty_decisions_of_two_people_at_once_are_all_kept(team: Site, browse: Visits) -> None:
    before = {d.id for d in team.decisions()}
    pages = [log_in(team, browse, name) for name in ("Ann", "Ben")]
    ids = [
        str(a.get_attribute("href")).removeprefix("/incident/")
        for a in pages[0].locator("table.incidents a").all()
    ][:5]
    senders = [sender(team, page) for page in pages]
    jobs = [(one, id_, f"not yet, {n}") for one in senders for n in range(4) for id_ in ids]

    def decide(one: Sender, id_: str, why: str) -> str:
        return Sender(one.address, one.cookie).decide(id_, "unsure", why)

    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda job: decide(*job), jobs))
    assert len(set(kept)) == 40
    made = [d for d in team.decisions() if d.id not in before]
    assert {d.id for d in made} == set(kept)
    assert [d.by for d in made].count("Ann") == [d.by for d in made].count("Ben") == 20


def test_what_takes_two_reviewers_is_confirmed_by_the_second(team: Site, browse: Visits) -> None:
    eda, ann = (log_in(team, browse, name) for name in ("Eda", "Ann"))
    path = first_of(ann)
    eda.goto(f"{team.address}/history")
    eda.locator("details summary").first.click()
    eda.get_by_label("How many different people").fill("2")
    eda.get_by_label("Why", exact=True).fill("two pairs of eyes")
    eda.get_by_role("button", name="Lay it down").click()
    ann.goto(team.address + path)
    judge(ann, "Accept", "read")
    expect(ann.locator(".badges").first).to_contain_text("waits for a second reviewer")
    judge(ann, "Accept", "read again")
    expect(ann.locator(".badges").first).to_contain_text("1 of 2 reviewers")
    eda.goto(team.address + path)
    judge(eda, "Accept", "read as well")
    expect(eda.locator(".badges").first).to_contain_text("confirmed")


def test_a_reader_looks_and_changes_nothing(team: Site, browse: Visits) -> None:
    rob, before = log_in(team, browse, "Rob"), team.decisions()
    path = first_of(rob)
    rob.goto(team.address + path)
    expect(rob.get_by_role("button", name="Accept")).to_have_count(0)
    refused = sender(team, rob)
    id_ = path.removeprefix("/incident/")
    posts = {
        "/decide": {"about": id_, "verdict": "accept", "reason": "r"},
        "/undo": {"decision": "decision-x"},
        "/split": {"about": id_, "claim": "c", "reason": "r"},
        "/rule": {"reviewers": "1", "reason": "r"},
        "/export": {"format": "csv"},
    }
    csrf = rob.locator("body").get_attribute("hx-headers") or ""
    refused.__dict__["csrf"] = csrf.partition('"X-CSRF":"')[2].partition('"')[0]
    for where, fields in posts.items():
        assert refused.post(where, **fields).status_code == 403, where
    place = {"verdict": "correct", "field": "place", "value": "Nowhereville", "reason": "r"}
    assert refused.post("/decide", about=path.removeprefix("/incident/"), **place).status_code == 403
    assert refused.client.get("/export").status_code == 403
    assert team.decisions() == before


def test_names_of_private_people_leave_only_with_an_editor(team: Site, browse: Visits) -> None:
    ann = log_in(team, browse, "Ann")
    answer = sender(team, ann).post("/export", format="csv", names="yes")
    assert answer.status_code == 403
    assert "this needs the role editor" in answer.text
