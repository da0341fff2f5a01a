"""Whatever a page holds, what is shown of it is made of elements and attributes that can do nothing."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from onrecord.workbench.inert import LARGEST, TAGS, page, plain

HOSTILE = sorted(Path(__file__).with_name("hostile").glob("*.html"))
_OUTER = {"html", "head", "meta", "title", "body"}
_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*\Z", re.I)
_PARTS = st.sampled_from(
    [
        "<script>", "</script>", "<style>", "</style>", "<svg>", "</svg>", "<math>", "<p title='", "<img src=x onerror=a>", '"', "'", ">",
        "<!--", "-->", "<![CDATA[", "]]>", "<noscript>", "</noscript>", "<textarea>", "<title>", "<template>", "<table>", "<td ", "&lt;",
        "<a href=http://evil.example>", "<base href=http://evil.example>", "<iframe srcdoc=", "style=background:url(http://x)", "\0",
        "<plaintext>", "<xmp>", "<frameset>", "<body onload=a>", "<html onclick=a>", "<x:script>", "words", " ", "\n", "`", "/",
    ]
)  # fmt: skip


def shown(source: str) -> str:
    return page(source, title="t")


def body(source: str) -> str:
    return shown(source).partition("</head>")[2]


def check(answer: str) -> None:
    """By the letters: each ``<`` begins a tag that may be there. By the tree: no attribute that does or loads anything."""
    begun = re.findall(r"<(?!!doctype html>\n<html)(/?)([a-z][a-z0-9]*)?(?=[\s>])?", answer)
    assert {name for _, name in begun} <= TAGS | _OUTER | {"img"}, begun
    for style in re.findall(r"<style[^>]*>(.*?)</style>", answer, re.S):
        assert "<" not in style
    for element in html.document_fromstring(answer).iter():
        _check_attributes(element)


def _check_attributes(element: Any) -> None:
    for name, value in element.attrib.items():
        assert not name.startswith("on"), name
        assert name not in {
            "href",
            "srcset",
            "poster",
            "ping",
            "action",
            "formaction",
            "background",
            "data",
            "srcdoc",
            "http-equiv",
        }
        assert name != "src" or _PICTURE.match(value), value
        assert name != "style" or "url(" not in value.lower()


@pytest.mark.parametrize(
    "answer",
    ["<script>", "<p onclick=a>", "<img src=http://evil.example/>", "<a href=x>", "<STYLE>", "<p><scr\0ipt>"],
)
def test_the_check_itself_sees_what_it_looks_for(answer: str) -> None:
    with pytest.raises(AssertionError):
        check(answer)


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_hostile_pages(path: Path) -> None:
    answer = shown(path.read_bytes().decode("utf-8", "replace"))
    check(answer)
    assert "market" in answer or path.stem == "arabic"


@given(st.binary(max_size=400) | st.lists(_PARTS, max_size=40).map(lambda parts: "".join(parts).encode()))
@example(b"")
@example(b"<!-- x -->")
@example(b"<?xml version='1.0' encoding='utf-16'?><p>x")
@example(b"\xed\xa0\x80<p>x")
def test_of_any_bytes(content: bytes) -> None:
    check(
        shown(content.decode("utf-8", "surrogateescape"))
    )  # with halves of characters, as a row of JSON may hold them
    check(plain(content.decode("latin-1"), title="</title><script>"))


@given(st.text())
def test_plain_text_is_there_to_the_letter(text: str) -> None:
    found = html.document_fromstring(plain(f"x{text}", title="t")).find(".//pre").text_content()
    assert "".join(found.split()) == "".join(_readable(f"x{text}").split())


def _readable(text: str) -> str:
    return "".join("\ufffd" if c not in "\t\n\r\f" and (c < " " or "\x7f" <= c < "\xa0") else c for c in text)


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("<p onclick=a id=b>x", '<p id="b">x</p>'),
        ("<a href='http://evil.example/' target=_top>x</a>", '<a title="in the original this leads to http://evil.example/">x</a>'),
        ("<img src=http://evil.example/a.png alt='A &lt;market&gt;'>", '<span class="onrecord-missing">[picture: A &lt;market&gt;]</span>'),
        ("<img src='data:image/png;base64,AA AA' onerror=a alt=b>", '<img alt="b" src="data:image/png;base64,AAAA">'),
        ("<img src='data:image/svg+xml;base64,AAAA'>", '<span class="onrecord-missing">[picture]</span>'),
        ("<p style='color: red; background: url(x)'>x", '<p style="color: red; background: none(x)">x</p>'),
        ("<form action=x>a<input><button>b</button></form>", "ab"),
        ("<custom-tag>a<b>c</b></custom-tag>", "a<b>c</b>"),
        ("a<script>b</script>c<iframe>d</iframe>e", "ace"),
        ("<svg><script>x</script><text>a</text></svg>b", "ab"),
    ],
)  # fmt: skip
def test_what_is_left(source: str, left: str) -> None:
    assert left in body(f"<div>{source}</div>")


def test_the_page_keeps_its_direction_and_language() -> None:
    answer = shown("<html lang=ar dir=rtl><body bgcolor=white onload=x><p>سوق</body></html>")
    assert '<html lang="ar" dir="rtl">' in answer
    assert '<body bgcolor="white">' in answer


def test_what_cannot_be_parsed_is_shown_as_its_source() -> None:
    assert "&lt;!-- nothing but this --&gt;" in body("<!-- nothing but this -->")


def test_nested_too_deeply_keeps_every_word() -> None:
    answer = body("<div>" * 10_000 + "deep" + "</div>" * 10_000 + "<p>after</p>")
    assert "nested too deeply" in answer
    assert "deep" in answer
    assert "<p>after</p>" in answer


def test_a_page_too_large_is_shown_as_its_first_part() -> None:
    answer = body("<p>" + "word " * (LARGEST // 5 + 10) + "the end")
    assert "this is the first part" in answer
    assert "the end" not in answer


def test_endless_tags_and_attributes_take_no_time() -> None:
    assert "this is the first part" in body("<p>x" * 200_000)
    assert body("<p " + "a1 b2 " * 200_000 + ">words").endswith("<p>words</p></body></html>\n")


def test_a_picture_of_the_page_itself_may_be_long() -> None:
    assert f"base64,{'A' * 100_000}" in body(f"<img src='data:image/png;base64,{'A' * 100_000}'>")
