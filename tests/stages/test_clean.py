"""The clean stage on captures made here: pages, texts, rows and PDFs, whole and strange."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given as over
from hypothesis import settings as limits
from hypothesis import strategies as st

from onrecord.intake.capture import Origin, evidence
from onrecord.model import Document, Evidence, Failure, Given, How
from onrecord.settings import settings
from onrecord.stages.clean import CLEAN
from onrecord.stages.clean.language import Detector

FUTURE = "meta article:published_time"
CAPTURED = datetime(2022, 3, 10, 12, tzinfo=UTC)
BODY = "".join(
    f"<p>On day {n} of the inquiry the council heard how two people were hurt at bridge number {n}, and what the mayor said of it.</p>"
    for n in range(12)
)


@pytest.fixture(scope="module")
def detector() -> Iterator[Detector]:
    yield CLEAN.open()


def make(
    content: bytes | str,
    media_type: str = "text/html",
    *,
    given: Given | None = None,
    charset: str | None = None,
) -> Evidence:
    raw = content if isinstance(content, bytes) else content.encode()
    return evidence(
        raw,
        media_type,
        origin=Origin("a", How.FILE),
        where="a",
        at=CAPTURED,
        given=given or Given(),
        charset=charset,
    )


def page(body: str = BODY, head: str = "<title>The inquiry of the council</title>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>"


def clean(one: Evidence, detector: Detector) -> Document:
    (made,) = CLEAN.run([one], detector)
    assert isinstance(made, Document), made
    return made


def refused(one: Evidence, detector: Detector) -> Failure:
    (made,) = CLEAN.run([one], detector)
    assert isinstance(made, Failure), made
    assert made.record == one.capture.id
    assert "\n" not in made.reason
    return made


def test_a_page_with_everything(detector: Detector) -> None:
    head = """<title>Bridge inquiry opens - The Paper</title><meta property="og:title" content="Bridge inquiry opens">
    <meta property="og:site_name" content="The Paper"><meta name="author" content="Ada Writer">
    <meta property="article:published_time" content="2022-03-03T09:00:00+02:00"><link rel="canonical" href="https://paper.example/bridge">"""
    made = clean(make(page(head=head)), detector)
    assert (made.title, made.byline, made.publisher) == ("Bridge inquiry opens", "Ada Writer", "The Paper")
    assert (made.published, made.published_by) == (date(2022, 3, 3), "meta article:published_time")
    assert (made.url, made.language) == ("https://paper.example/bridge", "en")
    assert len(made.paragraphs) == 12
    assert made.text[slice(*made.paragraphs[4])].startswith("On day 4 of the inquiry")


def test_what_is_given_goes_before_what_is_found(detector: Detector) -> None:
    head = '<title>Found</title><meta property="article:published_time" content="2022-03-03">'
    said = Given(
        title="Given", publisher="P", url="https://b.example/", published=date(2022, 3, 1), language="uk"
    )
    made = clean(make(page(head=head), given=said), detector)
    assert (made.title, made.publisher, made.url) == ("Given", "P", "https://b.example/")
    assert (made.published, made.published_by, made.language) == (date(2022, 3, 1), "given", "uk")


FURNITURE = """<div class="cookie">We use cookies to improve your experience. Accept all</div>
<div class="newsletter"><p>Sign up for our newsletter</p></div>
<div id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p></div>"""


@pytest.mark.parametrize("where", ["inside", "after"])
def test_furniture_is_left_out_of_a_page(detector: Detector, where: str) -> None:
    inside = page(BODY + "<h3>Related</h3>" + FURNITURE)
    after = page().replace("</article>", "</article><h3>Related</h3>" + FURNITURE)
    text = clean(make(inside if where == "inside" else after), detector).text
    for words in ("cookies", "newsletter", "Reply", "Required", "Related"):
        assert words not in text
    assert text.count("the mayor said of it") == 12


@over(st.text(min_size=1).filter(lambda t: t.strip()))
@limits(max_examples=150, deadline=None)
def test_text_is_not_altered_by_one_character(detector: Detector, text: str) -> None:
    for one in (make(json.dumps({"id": "a", "text": text}), "application/json"), make(text, "text/plain")):
        made = clean(one, detector)
        assert made.text == (text.removeprefix("\ufeff") if one.capture.media_type == "text/plain" else text)
        ends = [end for _, end in made.paragraphs]
        starts = [start for start, _ in made.paragraphs]
        assert all(a < b for a, b in made.paragraphs)
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_a_row_with_html_is_cleaned_and_one_without_words_refused(detector: Detector) -> None:
    made = clean(make(json.dumps({"id": "a", "html": page()}), "application/json"), detector)
    assert "<p>" not in made.text
    assert "bridge number 7" in made.text
    assert "neither text nor html" in refused(make('{"id": "a"}', "application/json"), detector).reason


@pytest.mark.parametrize(
    "charset", ["cp1251", "koi8_u", "cp866", "iso8859_5", "utf-16", "utf-8", "utf-8-sig"]
)
@pytest.mark.parametrize("declared", [None, "windows-1252", "utf-8", "no-such-charset"])
def test_characters_come_out_right(detector: Detector, charset: str, declared: str | None) -> None:
    text = (
        "Двоє людей поранено, коли снаряд влучив у міст. Про це сказав мер міста у середу вранці, 2 березня."
        * 2
    )
    made = clean(make(text.replace("і", "и").encode(charset), "text/plain", charset=declared), detector)
    assert made.text == text.replace("і", "и")


@pytest.mark.parametrize("charset", ["cp1251", "koi8_u"])
@pytest.mark.parametrize("declared", ["windows-1251", "koi8-u", "iso-8859-1", "utf-8", "rot13", "idna", ""])
def test_a_page_that_declares_another_charset_is_read_right(
    detector: Detector, charset: str, declared: str
) -> None:
    words = "Двоє людей поранено, коли снаряд влучив у старий міст над річкою, сказав мер міста номер"
    html = page(
        "".join(f"<p>{words} {n}.</p>" for n in range(9)),
        f'<meta charset="{declared}"><title>Їхній міст</title>',
    )
    made = clean(make(html.encode(charset)), detector)
    assert (made.title, made.language) == ("Їхній міст", "uk")
    assert f"{words} 5." in made.text


def test_a_declared_latin_charset_is_read_as_browsers_do(detector: Detector) -> None:
    html = page(
        BODY.replace("the mayor said", "“the café’s owner” said – again"), '<meta charset="iso-8859-1">'
    )
    assert "“the café’s owner” said – again" in clean(make(html.encode("cp1252")), detector).text


def test_a_few_broken_bytes_do_not_lose_a_page(detector: Detector) -> None:
    raw = ("Двоє людей поранено у місті. " * 50).encode()
    text = clean(make(raw[:701] + b"\xff" + raw[701:], "text/plain"), detector).text
    assert text.count("Двоє людей поранено у місті.") >= 49


def test_bytes_of_no_encoding_are_refused_with_advice(detector: Detector) -> None:
    noise = bytes((n * n * 7 + n // 3) % 256 | 0x80 for n in range(4000))
    assert "save it as UTF-8" in refused(make(noise, "text/plain"), detector).reason


@pytest.mark.parametrize("tag", ["div", "b", "blink", "table><tr><td"])
def test_a_page_nested_too_deep_keeps_its_words(detector: Detector, tag: str) -> None:
    made = clean(make(page(f"<{tag}>" * 10_000 + BODY)), detector)
    assert made.text.count("the mayor said of it") == 12


def test_fifty_thousand_links_are_left_out(detector: Detector) -> None:
    links = "".join(f'<li><a href="/{n}">Headline {n}</a></li>' for n in range(50_000))
    made = clean(make(page() + f"<footer><ul>{links}</ul></footer>"), detector)
    assert made.text.count("the mayor said of it") == 12
    assert "Headline" not in made.text


def test_fifty_thousand_links_that_no_list_holds_are_left_out_too(detector: Detector) -> None:
    links = " ".join(f'<a href="/{n}">Headline {n}</a>' for n in range(50_000))
    assert "Headline" not in clean(make(f"<html><body>{BODY} {links}</body></html>"), detector).text


def test_a_tag_of_a_hundred_thousand_attributes_does_not_hang(detector: Detector) -> None:
    tag = "<div " + " ".join(f"a{n}='>'" for n in range(100_000)) + ">"
    assert "bridge number 3" in clean(make(page(tag + BODY)), detector).text


def test_strange_signs_are_borne(detector: Detector) -> None:
    title = "<title>&lt;b&gt; \"quoted\" 'names' &amp; <i>brackets</i></title>"
    made = clean(make(page(BODY.replace("mayor", "ma\0yor"), title)), detector)
    assert "\0" not in made.text
    assert made.title is not None
    assert '"quoted"' in made.title
    assert (
        clean(make("two\0words and some more of them", "text/plain"), detector).text
        == "two\0words and some more of them"
    )


def test_text_from_right_to_left(detector: Detector) -> None:
    words = "قتل شخصان وأصيب ثلاثة آخرون في قصف على الجسر القديم يوم الاثنين بحسب رئيس البلدية"
    made = clean(make(page("".join(f"<p>{words} {n}.</p>" for n in range(6)))), detector)
    assert made.language == "ar"
    assert f"{words} 3." in made.text


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "headline": ["a", 5], "author": {"name": {"x": 1}}, "publisher": 7}',
        "[" * 50_000,
        "{",
        "null",
        "5",
    ],
)
def test_structured_data_of_any_shape_is_borne(detector: Detector, data: str) -> None:
    made = clean(
        make(page(head=f'<title>The inquiry</title><script type="application/ld+json">{data}</script>')),
        detector,
    )
    assert all(v is None or isinstance(v, str) for v in (made.title, made.byline, made.publisher, made.url))
    assert "bridge number 3" in made.text


def test_the_publisher_is_the_site_where_the_page_names_none(detector: Detector) -> None:
    assert (
        clean(make(page(), given=Given(url="https://www.paper.example/a")), detector).publisher
        == "paper.example"
    )
    assert clean(make(page(), given=Given(url="http://[bad")), detector).publisher is None


def test_no_title_and_no_date_are_unknown(detector: Detector) -> None:
    made = clean(make(page(head="")), detector)
    assert (made.title, made.published, made.published_by, made.byline, made.publisher) == (
        None,
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("head", "body", "day", "by"),
    [
        (
            '<script type="application/ld+json">{"datePublished": "2022-03-03T10:00Z"}</script>',
            "",
            date(2022, 3, 3),
            "json-ld datePublished",
        ),
        ("", '<time datetime="2022-03-03">3 March</time>', date(2022, 3, 3), "time element"),
        ("", '<p class="date">March 3, 2022</p>', date(2022, 3, 3), "text"),
        ("", '<p class="date">Published on March 1, 2022</p>', date(2022, 3, 1), "text"),
        ("", "<footer>© 2021 The Paper</footer>", None, None),
        (
            '<meta property="article:published_time" content="2031-01-01">',
            "",
            None,
            f"{FUTURE} says 2031-01-01, after the capture: not believed",
        ),
    ],
)
def test_how_the_day_was_found(
    detector: Detector, head: str, body: str, day: date | None, by: str | None
) -> None:
    made = clean(make(page(body + BODY, head)), detector)
    assert (made.published, made.published_by) == (day, by)


def test_a_day_in_the_address(detector: Detector) -> None:
    made = clean(make(page(), given=Given(url="https://paper.example/2022/03/03/bridge")), detector)
    assert (made.published, made.published_by) == (date(2022, 3, 3), "url")


def test_a_given_day_after_the_capture_is_not_believed(detector: Detector) -> None:
    made = clean(
        make("Some words of a text.", "text/plain", given=Given(published=date(2031, 1, 1))), detector
    )
    assert made.published is None
    assert made.published_by == "given 2031-01-01, after the capture: not believed"


def test_the_first_line_of_a_text_may_be_its_title(detector: Detector) -> None:
    assert (
        clean(make("Bridge inquiry opens\n\nThe council met.\n", "text/plain"), detector).title
        == "Bridge inquiry opens"
    )
    assert clean(make("The council met.\n\nIt rose.\n", "text/plain"), detector).title is None
    assert clean(make("The council met\nand rose.\n\nThen more.", "text/plain"), detector).title is None


def test_short_or_strange_text_has_no_language(detector: Detector) -> None:
    for text in ("Hello.", "12 34 56 78 90 12 34 56 78", "xq zzkw jjp qqv wwx kkz ppq xxw vvj"):
        assert clean(make(text, "text/plain"), detector).language is None


@pytest.mark.parametrize("content", ["", "   \n\t ", "\0\0"])
def test_nothing_is_refused(detector: Detector, content: str) -> None:
    if content == "\0\0":
        assert clean(make(content, "text/plain"), detector).paragraphs == ((0, 2),)
    else:
        assert "no text" in refused(make(content, "text/plain"), detector).reason


def test_a_page_without_words_is_refused(detector: Detector) -> None:
    assert "no text" in refused(make("<html><body><img src='a.png'></body></html>"), detector).reason


def test_half_a_character_is_refused(detector: Detector) -> None:
    assert (
        "repair"
        in refused(make(b'{"id": "a", "text": "bad \\ud800 sign"}', "application/json"), detector).reason
    )


def test_a_text_over_the_limit_is_refused(detector: Detector, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_MAX_TEXT", "100")
    settings.cache_clear()
    try:
        assert "ONRECORD_MAX_TEXT" in refused(make("word " * 50, "text/plain"), detector).reason
    finally:
        settings.cache_clear()


def test_nothing_is_printed(detector: Detector, capfd: pytest.CaptureFixture[str]) -> None:
    odd = page(BODY + '<p class="date">Thu, 3 March 2022 10:00 GST</p>')
    for content in (odd, "<html></html>", "<p", "<!-- -->", "<html><body><table>"):
        list(CLEAN.run([make(content)], detector))
    list(CLEAN.run([make(b"%PDF-1.4 broken", "application/pdf")], detector))
    assert capfd.readouterr() == ("", "")


def test_one_bad_page_does_not_stop_a_batch_and_order_does_not_matter(detector: Detector) -> None:
    batch = [make(page(BODY + f"<p>Page number {n} ends with these words.</p>")) for n in range(3)] + [
        make("", "text/plain")
    ]
    forward = list(CLEAN.run(batch, detector))
    backward = list(CLEAN.run(batch[::-1], detector))
    assert forward == backward[::-1]
    assert [type(m) for m in forward] == [Document] * 3 + [Failure]


def test_the_page_the_project_began_with(detector: Detector) -> None:
    path = Path(__file__).parents[3] / "shared" / "examples" / "captured-soldier.txt"
    if not path.exists():
        pytest.skip("the example is not beside the checkout")
    made = clean(make(path.read_bytes(), "text/plain"), detector)
    assert made.text == path.read_text(encoding="utf-8")
    shown = [made.text[slice(*p)] for p in made.paragraphs]
    assert len(shown) == 13
    assert not any("Leave a Reply" in p or "Required fields" in p for p in shown)
