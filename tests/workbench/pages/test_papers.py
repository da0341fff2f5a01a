"""The list of all pages: found in any script, with what was not read and what could not be kept in plain sight."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from onrecord.model import Failure, Record
from onrecord.store.case import Case
from onrecord.workbench.pages import papers
from tests.workbench.case_site import asked


@pytest.fixture(scope="module")
def site(practice_case: Path) -> Iterator[TestClient]:
    with asked(practice_case) as browser:
        yield browser


def listed(answer: str) -> list[str]:
    links = [a.get("href") for a in html.document_fromstring(answer).xpath("//main//table//a")]
    return [link.removeprefix("/document/") for link in links]


def words(answer: str) -> str:
    return " ".join(html.document_fromstring(answer).text_content().split())


def test_all_pages_newest_first_with_their_claims(site: TestClient, practice: Record) -> None:
    answer = site.get("/pages").text
    ids = listed(answer)
    assert set(ids) == set(practice.documents)
    days = [practice.documents[id_].published for id_ in ids]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days[: len(dated)] == dated
    for row in html.document_fromstring(answer).xpath("//main//table[1]/tbody/tr"):
        id_ = row.find(".//a").get("href").removeprefix("/document/")
        claims = sum(1 for c in practice.claims.values() if c.document == id_)
        note = dict(practice.notes).get(id_)
        assert row.findall("td")[-1].text_content() == (f"not read: {note}" if note else str(claims))


@pytest.mark.parametrize(
    ("q", "found"),
    [("Охтирці", 1), ("вокзал", 1), ("Kramatorsk", 7), ('"railway station"', 6), ("no-such-word", 0), ('" OR 1', 0)],
)  # fmt: skip
def test_search_in_any_script(site: TestClient, practice: Record, q: str, found: int) -> None:
    answer = site.get("/pages", params={"q": q})
    assert answer.status_code == 200
    wanted = q.strip('"').casefold()
    for id_ in listed(answer.text):
        document = practice.documents[id_]
        assert wanted in f"{document.title} {document.text}".casefold()
    assert len(listed(answer.text)) == found


def test_those_that_were_not_read_have_a_shelf_with_the_reason(site: TestClient, practice: Record) -> None:
    answer = site.get("/pages?unread=1").text
    assert set(listed(answer)) == {id_ for id_, _ in practice.notes}
    for _, note in practice.notes:
        assert note in words(answer)
    assert f"{len(practice.notes)} kept, but not read" in words(site.get("/pages").text)


def test_pages_of_the_list(practice_case: Path, practice: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "SIZE", 10)
    seen: list[str] = []
    address = "/pages"
    with asked(practice_case) as browser:
        for _ in range(10):
            answer = browser.get(address).text
            seen += listed(answer)
            onward = html.document_fromstring(answer).xpath("//a[@rel='next']/@href")
            if not onward:
                break
            address = onward[0]
    assert len(seen) == len(set(seen)) == len(practice.documents)


@pytest.mark.parametrize(
    "query", ["?page=2", "?page=9999", "?page=-1", "?q=&unread=1&page=1", "?q=%00", "?unread=no"]
)
def test_odd_addresses_are_answered(site: TestClient, query: str) -> None:
    assert site.get(f"/pages{query}").status_code == 200


def test_a_page_number_that_is_none_is_refused(site: TestClient) -> None:
    assert site.get("/pages?page=two").status_code == 400


def test_what_could_not_be_kept_is_counted_and_listed(practice_case: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(practice_case, tmp_path / "case"))
    with Case.open(folder, write=True) as case:
        case.renew(
            Failure, [Failure(f"<b>{n}</b>.html", "intake", "is empty; save it again") for n in range(70)]
        )
    with asked(folder) as browser:
        answer = browser.get("/pages").text
    rows = html.document_fromstring(answer).xpath("//*[@id='failed']//tbody/tr")
    assert len(rows) == 50
    assert "70 in all" in words(answer)
    assert "70 could not be kept or read" in words(answer)
    assert rows[0].findall("td")[0].text_content().startswith("<b>")
