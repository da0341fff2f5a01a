"""What a page says after a decision: that it is kept, how to take it back, and what others decided on the same matter meanwhile."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from httpx import Response
from lxml import html
from starlette.testclient import TestClient

from onrecord.workbench.outcome import with_news
from tests.cli.command import call
from tests.store.examples import decision
from tests.workbench.case_site import asked

ONE = decision("claim-1")
NAME = "Zoë\u200cQ"  # with what joins or parts letters in Persian names


@pytest.fixture
def case(practice_case: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(practice_case, tmp_path / "case"))


@pytest.fixture
def site(case: Path) -> Iterator[TestClient]:
    with asked(case) as browser:
        yield browser


def form(page: Response, action: str) -> dict[str, str]:
    """The fields of the first form that goes there."""
    (found, *_) = html.document_fromstring(page.text).xpath(f"//form[@action='{action}']")
    return {i.get("name"): i.get("value", "") for i in found.xpath(".//input[@type='hidden']")}


def said(page: Response, id_: str) -> str:
    found = html.document_fromstring(page.text).xpath(f"//*[@id='{id_}']")
    return " ".join(found[0].text_content().split()) if found else ""


def by_ben(case: Path, id_: str, verdict: str) -> str:
    output = call("decide", "--case", case, id_, verdict, "--reason", "seen on paper", "--by", "Ben").output
    return str(output.partition(":")[0])


def test_the_queue_tells_what_others_decided_on_the_task_meanwhile(site: TestClient, case: Path) -> None:
    queue = site.get("/queue")
    fields = form(queue, "/decide")
    other = next(i for i in re.findall(r"incident-\w{20}", site.get("/").text) if i != fields["about"])
    by_ben(case, fields["about"], "accept")
    by_ben(case, other, "reject")
    after = site.post("/decide", data={**fields, "verdict": "unsure", "reason": "two pages differ"})
    assert "you left open" in said(after, "done")
    assert "because two pages differ" in said(after, "done")
    assert said(after, "meanwhile").count("Ben") == 1
    assert "accepted" in said(after, "meanwhile")


def test_nothing_is_said_of_what_was_there_when_the_page_was_opened(site: TestClient, case: Path) -> None:
    id_ = form(site.get("/queue"), "/decide")["about"]
    by_ben(case, id_, "accept")
    fields = form(site.get(f"/incident/{id_}"), "/decide")
    after = site.post("/decide", data={**fields, "verdict": "reject", "reason": "a film"})
    assert "you rejected" in said(after, "done")
    assert not said(after, "meanwhile")


def test_an_undo_tells_what_others_decided_on_what_it_takes_back(site: TestClient, case: Path) -> None:
    fields = form(site.get("/queue"), "/decide")
    after = site.post("/decide", data={**fields, "verdict": "accept", "reason": "read"})
    undo = form(after, "/undo")
    by_ben(case, fields["about"], "unsure")
    last = site.post("/undo", data=undo)
    assert said(last, "done").startswith("Recorded: you took back")
    assert "Undo" not in said(last, "done")
    assert "Ben" in said(last, "meanwhile")


def test_what_is_sent_twice_is_recorded_once_and_answered_alike(site: TestClient) -> None:
    fields = {**form(site.get("/queue"), "/decide"), "verdict": "accept", "reason": "read"}
    first, second = (site.post("/decide", data=fields, follow_redirects=False) for _ in range(2))
    assert first.headers["location"] == second.headers["location"]
    undo = form(site.get(first.headers["location"]), "/undo")
    answers = [site.post("/undo", data=undo) for _ in range(2)]
    assert [a.status_code for a in answers] == [200, 200]
    entries = html.document_fromstring(site.get("/history").text).xpath("//*[@class='entries']/li[@id]")
    assert len(entries) == 2


@pytest.mark.parametrize("heard", ["", "x", "9" * 400, "-1", "1.5"])
def test_a_number_that_is_none_tells_of_nothing(site: TestClient, case: Path, heard: str) -> None:
    fields = form(site.get("/queue"), "/decide")
    by_ben(case, fields["about"], "accept")
    after = site.post("/decide", data={**fields, "verdict": "accept", "reason": "read", "heard": heard})
    assert after.status_code == 200
    assert "you accepted" in said(after, "done")
    assert not said(after, "meanwhile")


@pytest.mark.parametrize(
    "back", [f"/person/{quote(NAME)}?page=1", f"/queue?q={quote(NAME)}&skip=0", "/incident/{about}?all="]
)
def test_the_way_back_stays_as_it_is(site: TestClient, back: str) -> None:
    fields = form(site.get("/queue"), "/decide")
    back = back.format(**fields)
    data = {**fields, "verdict": "accept", "reason": "read", "back": back}
    after = site.post("/decide", data=data)
    assert "you accepted" in said(after, "done")
    assert form(after, "/undo")["back"] == back


def test_what_was_taken_back_since_is_not_offered_to_be_undone(site: TestClient) -> None:
    fields = {**form(site.get("/queue"), "/decide"), "verdict": "accept", "reason": "read"}
    location = site.post("/decide", data=fields, follow_redirects=False).headers["location"]
    site.post("/undo", data=form(site.get(location), "/undo"))
    assert said(site.get(location), "done").endswith("It was taken back since.")


def test_the_news_stand_before_the_mark_of_a_place_on_the_page() -> None:
    assert with_news("/document/d?claim=c#c", ONE, "7") == f"/document/d?claim=c&done={ONE.id}&heard=7#c"
    assert with_news("/queue", ONE, "") == f"/queue?done={ONE.id}"


def test_the_map_asks_what_incidents_are_called(site: TestClient) -> None:
    number = html.document_fromstring(site.get("/").text).xpath("//tr[@data-number]/@data-number")[0]
    answer = site.get(f"/names.json?number={number}&number=999999&number=x&number={'9' * 5000}")
    assert list(answer.json()) == [number]
    assert re.match(r"[A-Z][a-z ]+, .+", answer.json()[number])


def test_the_queue_ends_with_its_last_task(site: TestClient) -> None:
    last = site.get("/queue?skip=999")
    assert "this is the last" in last.text
    assert 'data-key="n"' not in last.text
    assert "999" not in last.text
    assert "this is the last" not in site.get("/queue").text


def test_a_split_leads_to_both_sides_and_needs_a_choice(site: TestClient) -> None:
    id_ = form(site.get("/queue"), "/decide")["about"]
    assert "choose some" in site.get(f"/split/{id_}?preview=1").text
    claim = html.document_fromstring(site.get(f"/split/{id_}").text).xpath("//input[@name='claim']/@value")[0]
    fields = form(site.get(f"/split/{id_}?claim={claim}"), "/split")
    after = site.post("/split", data={**fields, "reason": "another day"})
    (done,) = html.document_fromstring(after.text).xpath("//*[@id='done']")
    assert [site.get(path).status_code for path in done.xpath(".//a/@href")] == [200, 200]
    assert "people joined, parted or left out claims" in site.get(done.xpath(".//a/@href")[0]).text


def test_what_is_refused_leads_back_to_its_page(site: TestClient) -> None:
    fields = form(site.get("/queue"), "/decide")
    wrong = {**fields, "verdict": "correct", "field": "killed", "value": "many", "reason": "read"}
    refused = site.post("/decide", data=wrong)
    assert refused.status_code == 400
    page = html.document_fromstring(refused.text)
    assert page.xpath("//main//a[text()='Back to the page']/@href") == ["/queue"]
    assert page.xpath("//label[@for='sent-value']")[0].text_content().startswith("Killed should be")


def test_one_s_own_decision_in_another_tab_is_told_too(site: TestClient) -> None:
    fields = form(site.get("/queue"), "/decide")
    site.post("/decide", data={**fields, "verdict": "accept", "reason": "read"})
    after = site.post("/decide", data={**fields, "verdict": "reject", "reason": "a film"})
    assert "accepted" in said(after, "meanwhile")


def test_the_history_calls_incidents_by_what_they_are(site: TestClient) -> None:
    fields = form(site.get("/queue"), "/decide")
    title = html.document_fromstring(site.get("/queue").text).xpath("string(//h1)")
    site.post("/decide", data={**fields, "verdict": "accept", "reason": "read"})
    (entry,) = html.document_fromstring(site.get("/history").text).xpath("//*[@class='entries']/li[@id]")
    (link,) = entry.xpath(".//a[starts-with(@href, '/incident/')]")
    assert link.text_content() == title
    assert link.get("title") == fields["about"]
