"""Pages of strange bytes, of hostile shape and without words."""

import pytest

from onrecord.settings import settings
from onrecord.stages.clean import CLEAN
from onrecord.stages.clean.language import Detector
from tests.stages.cleaning import BODY, clean, make, page, refused


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
