"""A page's structure mended before its text is looked for.

Each step takes away one fault that many sites share and that costs an extractor whole passages, or gives it passages of other articles.
What each is worth is in docs/explanation/clean.md.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from lxml.etree import Element, strip_tags

_POSTS = re.compile(
    r"\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed|telegram-post)\b"
)
"""The classes under which platforms have their posts embedded as quotations, text and all."""
_WRAPPED = 1.2  # times its own length: what surrounds a post in its wrapper is a button or a date
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "dl", "table", "blockquote", "section", "article", "figure", "pre", "form"}
) | frozenset(_HEADINGS)
_CARD = 500  # characters; a link around more than this was never closed
_LINKED = 0.8  # of a paragraph's characters: trafilatura's own measure, asked of short paragraphs only
_FEWEST_WORDS = 8  # of a sentence that is one link; headlines are shorter, or end without a full stop
_SENTENCE = re.compile(r"[.…][\"'”’»)\]]*$")
_MENU = 3  # links without a word between them
_CHUNK = 500  # characters of paragraphs: with 200, lists of teasers pass for a divided article


def mend(tree: Any) -> None:
    """Mend a page's tree where it stands."""
    for step in _STEPS:
        step(tree)


def _quoted_posts(tree: Any) -> None:
    """Posts quoted in an article are its text: out of the wrappers that are named like share buttons, and without links, so that they
    are not taken for a menu."""
    quotes = [q for q in tree.iter("blockquote") if _POSTS.search(q.get("class") or "") and _words(q)]
    lengths = _lengths(tree) if quotes else {}
    for quote in quotes:
        most = _WRAPPED * len(_words(quote))
        wrapper = quote
        for outer in quote.iterancestors():
            if outer.getparent() is None or lengths[outer] > most:
                break
            wrapper = outer
        strip_tags(quote, "a")
        quote.attrib.clear()
        if wrapper is not quote:
            quote.tail = None
            wrapper.addprevious(quote)
            _drop(wrapper)


def _broken_lines(tree: Any) -> None:
    """Two line breaks in running text are the end of a paragraph."""
    for element in list(tree.iter("div", "td", "section", "article", "main", "span", "font", "center")):
        children = list(element)
        if any(a.tag == b.tag == "br" and not _said(a.tail) for a, b in pairwise(children)):
            lead, element.text = element.text, None
            for child in children:
                element.remove(child)
            element.extend(_in_paragraphs(lead, children))


def _in_paragraphs(lead: str | None, children: list[Any]) -> Iterator[Any]:
    """Blocks as they are; what runs between blocks and pairs of line breaks in paragraphs."""
    paragraph = Element("p")
    paragraph.text = lead
    # asked before any tail is moved into a paragraph: after a pair of breaks a single one would look like another pair
    ending = {i for i, (one, next_) in enumerate(pairwise(children), 1) if _pair(one, next_)}
    for i, child in enumerate(children):
        ends = i in ending
        if not ends and not _is_block(child):
            paragraph.append(child)
            continue
        if _words(paragraph):
            yield paragraph
        paragraph = Element("p")
        paragraph.text, child.tail = child.tail, None
        if not ends:
            yield child
    if _words(paragraph):
        yield paragraph


def _pair(one: Any, next_: Any) -> bool:
    """Two line breaks with nothing between them."""
    return one.tag == next_.tag == "br" and not _said(one.tail)


def _cards(tree: Any) -> None:
    """A link around a heading or a paragraph is the card of another article."""
    for link in list(tree.iter("a")):
        if (
            link.get("href")
            and any(_words(e) for e in link.iterdescendants("p", *_HEADINGS))
            and _at_most(link, _CARD)
        ):
            _drop(link)


def _menus(tree: Any) -> None:
    """Three links with nothing between them, within a paragraph, are what opens under the mouse."""
    for inner in reversed(list(tree.iter("span", "div"))):
        if next(inner.iterancestors("p"), None) is None:
            continue
        links = [_words(a) for a in inner.iterdescendants("a")]
        if len(links) >= _MENU and sum(map(len, links)) > _LINKED * len(_words(inner)):
            _drop(inner)


def _linked_paragraphs(tree: Any) -> None:
    """A paragraph that is all link leads to another article, unless it is a whole sentence: that is the author's, and a link no more."""
    for paragraph in list(tree.iter("p")):
        linked = sum(len(_words(a)) for a in paragraph.iterdescendants("a"))
        if not linked:
            continue
        words = _words(paragraph)
        if linked <= _LINKED * len(words):
            continue
        if _SENTENCE.search(words) and len(words.split()) >= _FEWEST_WORDS:
            strip_tags(paragraph, "a")
        else:
            _drop(paragraph)


def _divided_articles(tree: Any) -> None:
    """An article in several boxes of one kind, with advertisements between them: what holds the boxes is the article's body."""
    boxes = defaultdict(list)
    for element in tree.iter("div", "section"):
        kind = element.tag, element.get("class"), element.get("itemprop")
        if any(kind[1:]) and sum(len(_words(p)) for p in element.iterchildren("p")) >= _CHUNK:
            boxes[kind].append(element)
    for alike in boxes.values():
        holder = _holder(alike)
        if holder is not None and holder.tag not in ("body", "html"):
            holder.set("itemprop", "articleBody")  # the first thing that extractors look for


def _holder(boxes: list[Any]) -> Any | None:
    """The nearest element around all of them, if nothing says that they are several articles."""
    if len(boxes) < 2:
        return None
    paths = [list(reversed(list(box.iterancestors()))) for box in boxes]
    shared = [steps[0] for steps in zip(*paths, strict=False) if all(s is steps[0] for s in steps)]
    holder = shared[-1]
    between = {e.tag for path in paths for e in path[len(shared) :]}
    titles = sum(1 for _ in holder.iter("h1"))
    return None if between & {"article", "li"} or titles > 1 else holder


def _is_block(element: Any) -> bool:
    return any(e.tag in _BLOCKS for e in element.iter())


def _said(text: str | None) -> bool:
    return bool(text and text.strip())


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _lengths(tree: Any) -> dict[Any, int]:
    """The characters of text in each element. Once for all: 1,000 empty posts side by side, each measured with the others, took 18 s."""
    found: dict[Any, int] = {}
    for element in reversed(list(tree.iter())):
        own = 0 if callable(element.tag) else len((element.text or "").strip())  # a comment's text is none
        found[element] = own + sum(found[c] + len((c.tail or "").strip()) for c in element)
    return found


def _at_most(element: Any, characters: float) -> bool:
    """Whether an element holds no more text than this; reads no further than it must."""
    for part in element.itertext():
        characters -= len(part.strip())
        if characters < 0:
            return False
    return True


def _drop(element: Any) -> None:
    """Take an element out of the page and leave what follows it."""
    if element.getparent() is not None:
        element.drop_tree()


_STEPS: tuple[Callable[[Any], None], ...] = (
    _quoted_posts,
    _broken_lines,
    _cards,
    _menus,
    _linked_paragraphs,
    _divided_articles,
)
