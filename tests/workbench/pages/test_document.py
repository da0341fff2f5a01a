"""One page: its text with what was read in it, its original, its bytes, and what people decided about its claims."""

import gzip
import shutil
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from onrecord import pipeline
from onrecord.engines.inline import Inline
from onrecord.intake import gather
from onrecord.model import Capture, Claim, Decision, Document, Harm, Receipt, Record, Verdict
from onrecord.store.case import Case
from onrecord.store.incidents import incident_id
from onrecord.watch import Watch
from tests.practice import page
from tests.stages.test_clean_pdf import LINES, made
from tests.workbench.case_site import PERSON, asked

SEALED = {
    "sandbox", "default-src 'none'", "style-src 'unsafe-inline'", "img-src data:", "frame-ancestors 'self'", "base-uri 'none'",
    "form-action 'none'",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(practice_case: Path) -> Iterator[TestClient]:
    with asked(practice_case) as browser:
        yield browser


@pytest.fixture
def copy(practice_case: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(practice_case, tmp_path / "case"))


def named(record: Record, name: str) -> Document:
    return next(d for d in record.documents.values() if page(record, d.id) == name)


@pytest.fixture
def station(practice: Record) -> Document:
    return named(practice, "courier-international/for-the-children")


def claims_of(record: Record, document: Document) -> list[Claim]:
    return [c for c in record.claims.values() if c.document == document.id]


def decide(case: Path, *decisions: Decision) -> None:
    with Case.open(case, write=True) as writing:
        writing.decide_all(decisions)


def decision(about: str, verdict: Verdict, why: str, **more: object) -> Decision:
    return Decision("", about, verdict, why, "Nour", datetime.now(UTC), **more)  # type: ignore[arg-type]


def cells(text: str) -> str:
    """The words of a page, without its marks."""
    return " ".join(html.document_fromstring(text).text_content().split())


def test_the_text_is_there_whole_and_in_order_without_a_script(site: TestClient, station: Document) -> None:
    tree = html.document_fromstring(site.get(f"/document/{station.id}").text)
    article = tree.find(".//article")
    assert article.find("h1").text_content() == station.title
    shown = [p.text_content() for p in article.findall("p") if "byline" not in p.get("class", "")]
    assert shown == [station.text[a:b] for a, b in station.paragraphs]
    assert article.find("p[@class='byline']").text_content() == station.byline
    assert not article.findall(".//script")


def test_every_claim_of_a_page_has_its_place_in_the_text_and_in_the_list(
    site: TestClient, practice: Record
) -> None:
    for document in practice.documents.values():
        tree = html.document_fromstring(site.get(f"/document/{document.id}").text)
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        for claim in claims_of(practice, document):
            assert claim.id in ids
            assert f"about-{claim.id}" in ids
        links = {a.get("href") for a in tree.iter("a")}
        told = [i for i in practice.incidents if document.id in i.documents]
        assert {f"/incident/{i.id}" for i in told} <= links
        for target in (link[1:] for link in links if link and link.startswith("#")):
            assert target in ids


def test_each_layer_can_be_put_on_and_off_and_counts_its_marks(site: TestClient, station: Document) -> None:
    tree = html.document_fromstring(site.get(f"/document/{station.id}").text)
    boxes = {box.get("id"): box for box in tree.xpath("//fieldset//input[@type='checkbox']")}
    names = ("trigger", "place", "time", "count", "part", "speaker", "said", "stance", "sentence")
    assert set(boxes) == {f"layer-{name}" for name in names}
    sheet = (Path(__file__).parents[3] / "src/onrecord/workbench/static/css/site.css").read_text()
    for id_ in boxes:
        assert f"body:has(#{id_}:checked) mark" in sheet
    marks = {kind for mark in tree.iter("mark") for kind in mark.get("class").split()}
    assert {"trigger", "place", "time", "speaker", "cue", "count-of", "part", "said", "sentence"} <= marks


def test_a_claim_that_is_asked_for_stands_out_and_another_does_not(
    site: TestClient, practice: Record, station: Document
) -> None:
    one, other = claims_of(practice, station)[:2]
    plain, lit = (site.get(f"/document/{station.id}{q}").text for q in ("", f"?claim={one.id}"))
    assert "mine" not in _marks(plain)
    assert {"mine", "lit"} <= _marks(lit)
    tree = html.document_fromstring(lit)
    assert "current" in tree.get_element_by_id(f"about-{one.id}").get("class").split()
    assert "current" not in tree.get_element_by_id(f"about-{other.id}").get("class").split()


def _marks(text: str) -> set[str]:
    return {
        kind for mark in html.document_fromstring(text).iter("mark") for kind in mark.get("class").split()
    }


def test_a_claim_that_is_not_there_any_more_is_said_to_be_gone(site: TestClient, station: Document) -> None:
    answer = site.get(f"/document/{station.id}?claim=claim-of-another-time")
    assert answer.status_code == 200
    assert "is not among the claims of this page" in answer.text


def test_how_it_was_kept_and_that_its_bytes_are_whole(
    site: TestClient, practice: Record, station: Document
) -> None:
    capture = practice.captures[station.capture]
    shown = cells(site.get(f"/document/{station.id}").text)
    assert capture.warc_record
    for fact in (capture.sha256, capture.warc_record, capture.where, capture.media_type, f"{capture.size:,} bytes",
                 station.published_by or "?", str(station.published), str(station.made_by), "file, "):  # fmt: skip
        assert fact in shown
    assert "their SHA-256, worked out just now" in shown


def test_the_original_is_framed_and_sealed(site: TestClient, practice: Record, station: Document) -> None:
    (frame,) = html.document_fromstring(site.get(f"/document/{station.id}").text).iter("iframe")
    assert frame.get("sandbox") == ""
    assert frame.get("referrerpolicy") == "no-referrer"
    answer = site.get(frame.get("src"))
    assert set(answer.headers["content-security-policy"].split("; ")) == SEALED
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    shown = cells(answer.text)
    assert station.text.splitlines()[0] in shown
    assert "Sign up to our newsletter" in shown  # furniture that is not in the clean text


def test_the_bytes_come_back_as_they_were_given(
    site: TestClient, practice: Record, station: Document
) -> None:
    answer = site.get(f"/document/{station.id}/bytes")
    assert answer.content == Path(practice.captures[station.capture].where).read_bytes()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == f'attachment; filename="{station.capture}.bin"'
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("ending", ["", "/original", "/bytes"])
@pytest.mark.parametrize("id_", ["document-none", "..%2f..%2fetc%2fpasswd", "claim-1", "%00", "<script>"])
def test_what_is_not_there_is_not_found(site: TestClient, id_: str, ending: str) -> None:
    answer = site.get(f"/document/{id_}{ending}")
    assert answer.status_code == 404
    assert "<script>" not in answer.text.partition("<main")[2]


def test_a_page_that_was_not_read_says_why(site: TestClient, practice: Record) -> None:
    document = named(practice, "visnyk/okhtyrka")
    answer = site.get(f"/document/{document.id}").text
    assert "Kept, but not read:" in cells(answer)
    assert "language uk is not read yet" in cells(answer)
    assert 'lang="uk"' in answer
    assert document.text.splitlines()[0] in cells(answer)


def test_other_pages_of_its_origin_are_named_with_what_they_share(
    site: TestClient, practice: Record, station: Document
) -> None:
    origin = practice.origins[practice.origin_of[station.id]]
    assert len(origin.documents) > 1
    text = site.get(f"/document/{station.id}").text
    section = html.document_fromstring(text).get_element_by_id("origin")
    linked = {a.get("href") for a in section.iter("a")}
    assert linked == {f"/document/{id_}" for id_ in origin.documents if id_ != station.id}
    mine = [s for s in origin.shared if station.id in (s.document, s.joined_to)]
    assert mine
    for shared in mine:
        assert f"{shared.reason}, {shared.share:.0%}".replace("%", " %") in cells(text)
        assert " ".join(shared.words.split()) in cells(text)


def test_a_correction_stands_beside_what_the_machine_read(
    copy: Path, practice: Record, station: Document
) -> None:
    claim = next(c for c in claims_of(practice, station) if c.count(Harm.KILLED))
    decide(copy, decision(claim.id, Verdict.CORRECT, "the list names 52", field="killed", value="52"))
    with asked(copy) as browser:
        text = browser.get(f"/document/{station.id}").text
    shown = cells(
        html.tostring(html.document_fromstring(text).get_element_by_id(f"about-{claim.id}")).decode()
    )
    assert "Killed: 52, corrected by Nour" in shown
    assert "the machine had read: killed: at least 50" in shown
    assert "the list names 52" in cells(text)


def test_a_claim_that_was_left_out_says_who_did_so_and_until_when(
    copy: Path, practice: Record, station: Document
) -> None:
    claim = claims_of(practice, station)[0]
    made = decision(claim.id, Verdict.REJECT, "this is of another day")
    decide(copy, made)
    with asked(copy) as browser:
        first = html.document_fromstring(browser.get(f"/document/{station.id}").text)
        with Case.open(copy) as case:
            (kept,) = case.records(Decision)
        decide(copy, decision(kept.id, Verdict.UNDO, "it is not"))
        second = html.document_fromstring(browser.get(f"/document/{station.id}").text)
    section = first.get_element_by_id(f"about-{claim.id}")
    assert "struck" in section.get("class").split()
    assert "Left out by Nour: this is of another day" in " ".join(section.text_content().split())
    assert "struck" not in second.get_element_by_id(f"about-{claim.id}").get("class").split()
    assert "taken back by Nour" in " ".join(second.text_content().split())


def test_a_rejected_incident_leaves_its_claims_out_too(
    copy: Path, practice: Record, station: Document
) -> None:
    incident = next(i for i in practice.incidents if station.id in i.documents)
    decide(copy, decision(incident.id, Verdict.REJECT, "made up", seen=incident.claims))
    with asked(copy) as browser:
        tree = html.document_fromstring(browser.get(f"/document/{station.id}").text)
    for claim in claims_of(practice, station):
        assert "struck" in tree.get_element_by_id(f"about-{claim.id}").get("class").split()
    assert incident.id in {incident_id([c]) for c in incident.claims}


def test_altered_bytes_are_named_and_the_text_stays(copy: Path, practice: Record, station: Document) -> None:
    """The record is altered and packed anew: whole to gzip and WARC, but not what was recorded."""
    capture = practice.captures[station.capture]
    warc = copy / str(capture.warc_file)
    warc.write_bytes(_packed_anew(warc.read_bytes()))
    for index in warc.parent.glob("*.index"):
        index.unlink()
    with asked(copy) as browser:
        shown, original, content = (
            browser.get(f"/document/{station.id}{e}") for e in ("", "/original", "/bytes")
        )
    assert shown.status_code == 200
    assert "are not what was recorded; restore the file from a copy of the case" in cells(shown.text)
    assert "At least 50 people" in cells(shown.text)
    assert not list(html.document_fromstring(shown.text).iter("iframe"))
    assert original.status_code == content.status_code == 404
    assert "are not what was recorded" in original.text
    assert b"90 people" not in content.content


def _packed_anew(packed: bytes) -> bytes:
    """Every gzip member by itself."""
    out, rest = b"", packed
    while rest:
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
        out += gzip.compress(unpack.decompress(rest).replace(b"At least 50 people", b"At least 90 people"))
        rest = unpack.unused_data
    return out


def test_missing_evidence_is_named_and_the_text_stays(copy: Path, station: Document) -> None:
    shutil.rmtree(copy / "evidence")
    with asked(copy) as browser:
        shown = browser.get(f"/document/{station.id}")
        assert browser.get(f"/document/{station.id}/original").status_code == 404
    assert "is not there; restore it from a copy of the case" in cells(shown.text)
    assert station.text.splitlines()[0] in cells(shown.text)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF, a plain text, a page in another charset, rows of a data file."""
    pages = tmp_path_factory.mktemp("few")
    (pages / "bridge.pdf").write_bytes(made(LINES))
    (pages / "note.txt").write_text(
        "Shells hit a <b>school</b> in Sumy on Friday, killing two people, officials said.\n\nسقطت القذائف"
    )
    cyrillic = "Двое убиты при обстреле рынка в Сумах, сообщил в пятницу глава области. Ещё пятеро ранены, сказал он журналистам."
    (pages / "cyrillic.html").write_bytes(
        f"<html><head><meta charset=windows-1251><title>Сумы</title></head><body><p>{cyrillic}</p></body>".encode(
            "cp1251"
        )
    )
    (pages / "rows.jsonl").write_text(
        '{"id": "1", "html": "<title>A</title><p onclick=a>Shells hit a school in Izium on Friday, killing two people, officials said.</p>"}\n'
        '{"id": "2", "title": "B", "text": "Shells hit a <i>school</i> in Lyman on Friday, killing two people, officials said."}\n'
    )  # fmt: skip
    folder = pages / "case"
    with Case.open(folder, create=True) as case:
        pipeline.run(case, gather(sorted(pages.glob("*.*"))), Inline(), Watch())
    return folder


@pytest.fixture(scope="module")
def others(few: Path) -> Iterator[tuple[TestClient, dict[str, Document]]]:
    with Case.open(few) as case, asked(few) as browser:
        captures = {c.id: c for c in case.records(Capture)}
        yield browser, {Path(captures[d.capture].where).name: d for d in case.records(Document)}


def test_a_pdf_is_not_drawn_and_can_be_downloaded(others: tuple[TestClient, dict[str, Document]]) -> None:
    browser, documents = others
    id_ = documents["bridge.pdf"].id
    tree = html.document_fromstring(browser.get(f"/document/{id_}").text)
    assert not list(tree.iter("iframe"))
    assert f"/document/{id_}/bytes" in {a.get("href") for a in tree.iter("a")}
    note = browser.get(f"/document/{id_}/original")
    assert "application/pdf is not drawn here" in cells(note.text)
    assert {f"/document/{id_}/bytes", f"/document/{id_}"} == {
        a.get("href") for a in html.document_fromstring(note.text).iter("a")
    }
    assert "default-src 'none'" in note.headers["content-security-policy"]
    assert "script-src" not in note.headers["content-security-policy"]
    assert browser.get(f"/document/{id_}/bytes").content.startswith(b"%PDF-")


def test_plain_text_is_shown_to_the_letter(others: tuple[TestClient, dict[str, Document]]) -> None:
    browser, documents = others
    answer = browser.get(f"/document/{documents['note.txt'].id}/original").text
    assert "Shells hit a &lt;b&gt;school&lt;/b&gt; in Sumy" in answer
    (pre,) = html.document_fromstring(answer).iter("pre")
    assert pre.get("dir") == "auto"


def test_a_page_in_another_charset_is_decoded_as_the_reader_did(
    others: tuple[TestClient, dict[str, Document]],
) -> None:
    browser, documents = others
    document = documents["cyrillic.html"]
    assert "обстреле рынка" in document.text
    assert "обстреле рынка" in browser.get(f"/document/{document.id}/original").text


@pytest.mark.parametrize(
    ("row", "words"), [("rows.jsonl:1", "in Izium"), ("rows.jsonl:2", "&lt;i&gt;school&lt;/i&gt; in Lyman")]
)
def test_a_row_of_a_data_file_is_shown_as_the_page_that_it_holds(
    others: tuple[TestClient, dict[str, Document]], row: str, words: str
) -> None:
    browser, documents = others
    answer = browser.get(f"/document/{documents[row].id}/original").text
    assert words in answer
    assert "a row of a data file holds" in answer
    assert "onclick" not in answer


def test_a_page_without_a_receipt_says_that_it_waits(few: Path, tmp_path: Path) -> None:
    """A run that was killed after cleaning."""
    from onrecord import steps

    note = tmp_path / "note.txt"
    note.write_text("Shells hit a school in Sumy on Friday, killing two people, officials said.")
    with Case.open(tmp_path / "case", create=True) as case:
        steps.keep(case, gather([note]), Watch())
        steps.clean(case, Inline(), Watch())
        (document,) = case.records(Document)
        assert not case.ids(Receipt)
    with asked(tmp_path / "case") as browser:
        assert "Not read yet:" in cells(browser.get(f"/document/{document.id}").text)
        assert "not read yet" in cells(browser.get("/pages").text)


def test_who_asks_must_have_come_in(practice_case: Path, station: Document) -> None:
    with asked(practice_case) as browser:
        browser.cookies.clear()
        for ending in ("", "/original", "/bytes"):
            answer = browser.get(f"/document/{station.id}{ending}")
            assert station.text.splitlines()[0] not in cells(answer.text)
            assert PERSON not in answer.text
