"""What the pages refuse, and that they say why: values that cannot be, what is not there, and what is too much."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from httpx import Response
from lxml import html
from starlette.testclient import TestClient

from onrecord.store.index import Filter
from tests.cli.command import call
from tests.workbench.case_site import asked
from tests.workbench.people.site import csrf_in


@pytest.fixture(scope="module")
def case(practice_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(practice_case, tmp_path_factory.mktemp("refused") / "case"))


@pytest.fixture(scope="module")
def site(case: Path) -> Iterator[TestClient]:
    with asked(case) as browser:
        yield browser


@pytest.fixture(scope="module")
def ids(site: TestClient) -> list[str]:
    """Of all incidents."""
    return list(dict.fromkeys(re.findall(r"/incident/(incident-\w+)", site.get("/").text)))


def sent(site: TestClient, path: str, **fields: str) -> Response:
    token = csrf_in(site.get("/export").text)
    answer: Response = site.post(path, data={"csrf": token, **fields}, follow_redirects=False)
    return answer


def alert(answer: Response) -> str:
    (found,) = html.document_fromstring(answer.text).xpath("//main//*[@role='alert']")
    return str(found.text_content())


def decisions(site: TestClient) -> int:
    return len(html.document_fromstring(site.get("/history").text).xpath("//*[@class='entries']/li[@id]"))


@pytest.mark.parametrize(
    "query",
    [
        "kind=war", "status=yes", "stance=maybe", "precision=street", "review=done", "shelf=all", "says=nobody", "sort=size",
        "origins=two", "since=yesterday", "until=2022-13-01", "box=1,2,3", "box=a,b,c,d", "box=0,50,10,40", "box=0,-91,1,0",
        "box=nan,0,1,1", "box=0,nan,1,1", "box=inf,0,1,1", "side=" + "x" * 300, "place=" + "y" * 300, "page=two",
    ],
)  # fmt: skip
def test_a_filter_that_no_field_can_have_is_a_page_that_says_so(site: TestClient, query: str) -> None:
    name = query.partition("=")[0]
    answer = site.get(f"/?{query}")
    assert answer.status_code == 400
    assert alert(answer).startswith(name)
    if name != "page":
        assert site.get(f"/points.json?{query}").status_code == 400
        assert site.get(f"/queue?{query}").status_code == 400


@pytest.mark.parametrize(
    "query",
    ["q=%22", "q=%22%22%22", "q=AND+OR+NOT", "q=*", "q=NEAR(a,b)", "q=" + "word+" * 300, "q=%00", "q=%F0%9F%92%A3", "origins=-5",
     "origins=99999999999", "page=-1", "page=999999999", "skip=9999999", "place=UA/", "place=%27", "language=%25", "unheard=of",
     "since=2022-07-29&until=2022-02-24", "box=170,-10,190,10", "box=-540,-90,540,90"],
)  # fmt: skip
def test_odd_filters_are_answered(site: TestClient, query: str) -> None:
    for path in ("/", "/queue", "/points.json", "/pages", "/export"):
        assert site.get(f"{path}?{query}").status_code == 200, path


def test_every_filter_the_page_offers_leads_to_some_incident(site: TestClient) -> None:
    boxes = html.document_fromstring(site.get("/").text).xpath("//input[@type='checkbox'][@name]")
    assert len({box.get("name") for box in boxes}) >= 8
    for box in boxes:
        wanted = Filter.of([(box.get("name"), box.get("value"))])
        page = html.document_fromstring(site.get(f"/?{wanted.query()}").text)
        (count,) = box.getparent().xpath(".//*[@class='count']")
        assert page.xpath("//*[@class='big']/strong")[0].text_content() == count.text_content()


@pytest.mark.parametrize(
    "path",
    ["/incident/incident-nowhere", "/incident/x", "/incident/claim-0", "/incident/incident-nowhere/state", "/history/incident-nowhere",
     "/split/incident-nowhere", "/pair/incident-a/incident-b", "/pair?one=a&other=b", "/pair", "/document/document-nowhere",
     "/document/document-nowhere/original", "/number/999999", "/export?id=incident-nowhere", "/export/file/none", "/nowhere",
     "/incident/%00", "/incident/" + "x" * 3000, "/number/99999999999999999999"],
)  # fmt: skip
def test_what_is_not_there_is_a_page_that_says_so(site: TestClient, path: str) -> None:
    answer = site.get(path)
    assert answer.status_code == 404
    if path != "/nowhere":
        assert len(alert(answer)) > 10
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("reason", ["", "   ", "\n\t", "x" * 1001])
def test_a_decision_has_a_reason_in_one_line(site: TestClient, ids: list[str], reason: str) -> None:
    before = decisions(site)
    answer = sent(site, "/decide", about=ids[0], verdict="accept", reason=reason)
    assert answer.status_code == 400
    assert "reason" in alert(answer)
    assert decisions(site) == before


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "undo"}, {"verdict": ""}, {"verdict": "maybe"}, {"verdict": "same"}, {"verdict": "correct"},
        {"verdict": "accept", "other": "incident-x"}, {"verdict": "accept", "field": "killed"},
        {"verdict": "correct", "field": "colour", "value": "red"}, {"verdict": "correct", "field": "killed", "value": "seven"},
        {"verdict": "correct", "field": "killed", "value": "9-3"}, {"verdict": "correct", "field": "killed", "value": "-1"},
        {"verdict": "correct", "field": "kind", "value": "war"}, {"verdict": "correct", "field": "when", "value": "in spring"},
        {"verdict": "correct", "field": "when", "value": "2022-02-30"}, {"verdict": "correct", "field": "place", "value": "Nowhereville"},
        {"verdict": "correct", "field": "place", "value": "{"}, {"verdict": "correct", "field": "killed", "value": "9" * 5000},
    ],
    ids=lambda fields: "-".join(value[:12] for value in fields.values()) or "nothing",
)  # fmt: skip
def test_a_decision_that_cannot_be_is_refused_and_can_be_mended(
    site: TestClient, ids: list[str], fields: dict[str, str]
) -> None:
    before = decisions(site)
    answer = sent(site, "/decide", about=ids[0], reason="because", back="/queue", **fields)
    assert answer.status_code == 400
    assert alert(answer)
    assert decisions(site) == before
    form = html.document_fromstring(answer.text).xpath("//main//form[@action='/decide']")[0]
    again = {field.get("name"): field.get("value") or "" for field in form.xpath(".//input")}
    wanted = {"about": ids[0], "reason": "because", "back": "/queue", **fields}
    assert {name: again[name] for name in wanted} == wanted


def test_what_is_not_there_cannot_be_judged_split_or_undone(site: TestClient, ids: list[str]) -> None:
    assert sent(site, "/decide", about="incident-nowhere", verdict="accept", reason="r").status_code == 404
    assert (
        sent(site, "/decide", about=ids[0], other="incident-no", verdict="same", reason="r").status_code
        == 404
    )
    assert sent(site, "/split", about="incident-nowhere", claim="claim-x", reason="r").status_code == 404
    assert sent(site, "/split", about=ids[0], claim="claim-x", reason="r").status_code == 400
    assert sent(site, "/split", about=ids[0], reason="r").status_code == 400
    assert sent(site, "/undo", decision="decision-nowhere", reason="r").status_code == 404
    assert decisions(site) == 0


@pytest.mark.parametrize("number", ["0", "10", "-1", "two", "", "1.5", "²"])
def test_reviewers_are_one_to_nine(site: TestClient, number: str) -> None:
    assert sent(site, "/rule", reviewers=number, reason="r").status_code == 400


def test_an_export_has_a_format_and_a_filter_that_can_be(site: TestClient) -> None:
    assert sent(site, "/export", format="exe").status_code == 400
    assert sent(site, "/export", format="csv", filter="kind=war").status_code == 400
    assert sent(site, "/export", format="csv", id="incident-nowhere").status_code == 404


def test_a_page_is_not_made_longer_by_what_is_typed(site: TestClient, ids: list[str]) -> None:
    assert sent(site, "/decide", about=ids[0], verdict="accept", reason="x" * 1_100_000).status_code == 413
    shown = site.get("/?q=" + "x" * 5_000)
    assert shown.status_code == 200
    assert "x" * 202 not in shown.text


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/%2f/evil.example", "/..//evil.example",
     "/\r\nSet-Cookie: a=b", "/x\x00", "data:text/html,x", "evil.example"],
)  # fmt: skip
def test_after_a_decision_one_stays_here(site: TestClient, ids: list[str], back: str) -> None:
    answer = sent(site, "/decide", about=ids[-1], verdict="unsure", reason="a test", back=back)
    assert answer.status_code == 303
    to = urlsplit(answer.headers["location"])
    assert (to.scheme, to.netloc, to.path) == ("", "", "/")
    assert to.query.startswith("done=decision-")


def test_what_somebody_else_did_is_not_shown_as_ones_own(
    site: TestClient, ids: list[str], case: Path
) -> None:
    answer = sent(
        site, "/decide", about=ids[1], verdict="unsure", reason="a test", back=f"/incident/{ids[1]}"
    )
    assert 'id="done"' in site.get(answer.headers["location"]).text
    said = call("decide", "--case", case, ids[1], "accept", "--reason", "read", "--by", "Ben").output
    theirs = said.partition(":")[0]
    assert theirs in site.get("/history").text
    for other in (theirs, "decision-nowhere", "", ids[0], "%3Cscript%3E"):
        for path in (f"/incident/{ids[1]}", "/queue"):
            assert 'id="done"' not in site.get(f"{path}?done={other}").text
