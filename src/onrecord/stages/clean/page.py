"""Web pages, mended and then read through trafilatura; settings as measured in docs/explanation/clean.md."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml.etree import XPath, strip_elements
from trafilatura import extract
from trafilatura.utils import load_html

from onrecord.errors import BadInput
from onrecord.stages.clean.about import about
from onrecord.stages.clean.dates import published
from onrecord.stages.clean.furniture import is_furniture
from onrecord.stages.clean.mend import mend

_DEEPEST = 250  # libxml2 stops reading a page at a depth of 256 elements
_TOO_DEEP = XPath("boolean(" + "/*" * _DEEPEST + ")")
_WRAPPERS = re.compile(
    r"</?(?:div|span|section|font|b|i|u|em|strong|big|small|center|blockquote|ul|ol|dl|li|table|tbody|tr|td)\b[^<>]{0,2000}>",
    re.I,
)
_ANY_TAG = re.compile(r"<(?!/?(?:p|title|meta|h[1-6]|br|html|head|body|script|style)\b)[^<>]{0,2000}>", re.I)
_TAG = re.compile(r"""<([a-zA-Z][\w:-]*+)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""")
_LONGEST_TAG = (
    20_000  # characters; libxml2's time grows with the square of a tag's attributes (40,000 take 5 s)
)
_MOST_LINKS = (
    5_000  # the richest of 289 news pages has 1,913; 50,000 read as text take 25 s and 1.9 GB to parse
)

# Tried by hand on the 181 pages of pages-scrapinghub, last on 24 November 2026; no command repeats it. 0.2 and 0.6 for the first, 1.5, 3 and 4
# for the second change no text; 0.7 for the first changes two.
_LEAST = 0.5  # of the plain text's characters
_MOST = 2  # times the plain text
_SENTENCE = 60  # characters
_RUNS = XPath("//body//text()[not(parent::script or parent::style or parent::noscript or parent::template)]")
_ARTICLE = 500  # characters: less may be a summary, and what is twice as long the article


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from one capture."""

    text: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    published_by: str | None = None


def read_page(html: str, url: str | None, captured: date) -> Page:
    """The main text of a page and what its head says of it.

    Raises:
        BadInput: it is no HTML at all.
    """
    html, tree = _tamed(html)
    if tree is None:
        raise BadInput("cannot be read as HTML; save the page again as HTML or as plain text")
    head = about(tree, url)
    day, by = published(html, tree, url or head.url, captured, title=head.title)
    mend(tree)
    return Page(
        text=_text(tree, url),
        title=head.title,
        byline=head.byline,
        publisher=head.publisher,
        url=head.url,
        published=day,
        published_by=by,
    )


def _tamed(html: str) -> tuple[str, Any]:
    """The page without what would stop its parser, and its tree: endless tags lose their attributes, too deep a nest its wrappers, endless
    lists of links the links."""
    html = _TAG.sub(lambda tag: tag[0] if len(tag[2]) < _LONGEST_TAG else f"<{tag[1]}>", html)
    tree = load_html(html)
    for wrappers in (_WRAPPERS, _ANY_TAG):
        if tree is None or not _TOO_DEEP(tree):
            break
        html = wrappers.sub("\n", html)
        tree = load_html(html)
    if tree is not None and sum(1 for _ in tree.iter("a")) > _MOST_LINKS:
        strip_elements(tree, "a", with_tail=False)
    return html, tree


def _text(tree: Any, url: str | None) -> str:
    """The main text: what strict rules find, if it is an article and not much less than what the page or plain rules hold.

    Otherwise readability and jusText are asked too, and believed unless they find much less (a notice, and the article is lost) or much
    more (other articles).
    """
    strict = _extracted(tree, url, strict=True, alone=True)
    found = _prose(strict)
    if found >= max(_ARTICLE, _LEAST * sum(map(_length, _RUNS(tree)))):
        return strict  # as the plain rules would say too: four pages of five are spared their time
    plain = _extracted(tree, url, alone=True)
    likely = _prose(plain)
    if found >= max(_ARTICLE, _LEAST * likely):
        return strict
    asked = _extracted(tree, url, strict=True)
    if likely >= _ARTICLE and not _LEAST * likely <= _prose(asked) <= _MOST * likely:
        return plain
    return asked or _extracted(tree, url)


def _extracted(tree: Any, url: str | None, *, strict: bool = False, alone: bool = False) -> str:
    """What trafilatura finds, without paragraphs of furniture; `alone`: by its own rules, without those of readability and jusText."""
    found = extract(tree, url=url, include_comments=False, favor_precision=strict, fast=alone) or ""
    return "\n".join(line for line in found.splitlines() if not is_furniture(line))


def _prose(text: str) -> int:
    """Characters in lines that are long enough for a sentence: menus have many lines, and short ones."""
    return sum(map(_length, text.splitlines()))


def _length(line: str) -> int:
    return len(line) if len(line.strip()) >= _SENTENCE else 0
