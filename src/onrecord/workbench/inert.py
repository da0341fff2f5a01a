"""Somebody else's page, made so that it can neither run anything nor ask anybody for anything: text in, a whole page out.

What may stay is listed, and the page is written anew from that list, so that nothing rests on our parser and a browser understanding a
broken page alike (mutation XSS): whatever a page held, each `<` of the answer begins a tag that is named here, text and attributes are
escaped, and the one element whose content is not text, ``style``, holds no `<`. The header that goes with it (`POLICY`) forbids the same
things again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import islice
from typing import Any

from lxml import etree, html

from onrecord.workbench.inert_style import harmless, listed

LARGEST = 5_000_000  # characters of a page; a browser draws more than that only in minutes
POLICY = "; ".join(
    (
        "sandbox",
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "frame-ancestors 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
TAGS = listed(
    "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup data dd del details dfn dir "
    "div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark menu nav nobr ol p pre q rp rt "
    "ruby s samp section small span strike strong style sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr"
)
_EMPTY = listed("br col hr wbr")
_GONE = listed(
    "applet area audio base canvas datalist dialog embed fencedframe frame frameset iframe input link meta noembed noframes "
    "optgroup option param portal script select source template title track video"
)
"""With all that is in them; of every other element that is not in `TAGS` the content stays."""
_ATTRIBUTES = listed(
    "abbr align alt bgcolor border cellpadding cellspacing class clear color colspan compact datetime dir face headers height hidden hspace id "
    "lang media nowrap open reversed rowspan scope size span start style text title type valign value vspace width"
)
_PICTURE = re.compile(r"\s*data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*\Z", re.I)
_MEDIA = re.compile(r"[\w\s():,.<>=/-]{0,500}\Z")
_MOST = 50_000  # tags: about a second
_LONGEST_TITLE = 2_000
_TAG = re.compile(r"""<([a-zA-Z][\w:-]*+)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""")
_BEGINS = re.compile("<[a-zA-Z]")
_QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")
_LONGEST_TAG = (
    20_000  # characters beside its values; libxml2's time grows with the square of a tag's attributes
)
_BOX = re.compile(
    r"<(?!/?(?:p|h[1-6]|br|img|html|head|body|title|script|style|textarea)\b)[^<>]{0,2000}>", re.I
)
_CONTROLS = dict.fromkeys(
    [*range(9), 11, *range(14, 32), 127, *range(0x80, 0xA0), *range(0xD800, 0xE000)], "\ufffd"
)
_OURS = (
    ":where(html){background:#fff;color:#111}:where(body){margin:1rem;font:16px/1.5 serif;overflow-wrap:anywhere}"
    ":where(img,table){max-width:100%}.onrecord-note{font:14px/1.4 sans-serif;background:#eee;color:#111;padding:.5rem;margin:0 0 1rem}"
    ".onrecord-missing{font-size:.85em;color:#666;background:#f2f2f2}"
    ".onrecord-plain{font:14px/1.5 monospace;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}"
)


def page(text: str, *, title: str, notes: Sequence[str] = ()) -> str:
    """An HTML page, inert. One that cannot be parsed is shown as its source."""
    text, notes = _bounded(text, notes)
    if too_many := next(islice(_BEGINS.finditer(text), _MOST, None), None):
        text, notes = (
            text[: too_many.start()],
            (*notes, f"It has more than {_MOST:,} tags: this is the first part."),
        )
    root, flat = _parsed(text)
    if root is None:
        return plain(text, title=title, notes=(*notes, "It cannot be parsed as a page: this is its source."))
    if flat:
        notes = (*notes, "It is nested too deeply to be drawn as it was: its boxes are left out.")
    written = _Writer()
    body = "".join(written.all(root))
    return _whole(
        body, title, notes, html_=written.outer.get("html", ""), body_=written.outer.get("body", "")
    )


def plain(text: str, *, title: str, notes: Sequence[str] = ()) -> str:
    """Text as it is, in a page."""
    text, notes = _bounded(text, notes)
    return _whole(f'<pre class="onrecord-plain" dir="auto">{_escaped(text)}</pre>', title, notes)


def _bounded(text: str, notes: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    text = text.translate(_CONTROLS)
    if len(text) <= LARGEST:
        return text, tuple(notes)
    return text[:LARGEST], (*notes, f"It has {len(text):,} characters: this is the first part.")


def _parsed(text: str) -> tuple[Any, bool]:
    """The tree, None where there is none, and whether boxes had to go: libxml2 stops at a depth of 256 and leaves out what comes after."""
    text = _TAG.sub(_shortened, text)
    root, deep = _tree(text)
    if not deep:
        return root, False
    root, deep = _tree(_BOX.sub("\n", text))
    return (None if deep else root), True


def _shortened(tag: re.Match[str]) -> str:
    """An endless tag loses its attributes, a long picture in one does not."""
    whole: str = tag[0]
    long = len(tag[2]) > _LONGEST_TAG and len(_QUOTED.sub('""', tag[2])) > _LONGEST_TAG
    return f"<{tag[1]}>" if long else whole


def _tree(text: str) -> tuple[Any, bool]:
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return None, False
    return root, any("depth" in entry.message for entry in parser.error_log)


class _Writer:
    """Writes a tree out. `outer` has the attributes of its html and body."""

    def __init__(self) -> None:
        self.outer: dict[str, str] = {}

    def all(self, root: Any) -> Iterator[str]:
        """The elements in order, without recursion."""
        todo: list[Any] = [root]
        while todo:
            one = todo.pop()
            if isinstance(one, str):
                yield one
            else:
                todo += reversed(self._one(one))

    def _one(self, element: Any) -> list[Any]:
        """What stands for an element: text that is written already, and elements that are still to do."""
        tail, tag = _escaped(element.tail or ""), element.tag
        if not isinstance(tag, str) or tag in _GONE or tag.partition(":")[2] in _GONE:
            return [tail]
        if tag == "style":
            return [_style(element), tail]
        if tag == "img":
            return [_picture(element.attrib), tail]
        if tag in ("html", "body"):
            self.outer.setdefault(tag, _attributes(tag, element.attrib))
        inside = [_escaped(element.text or ""), *element]
        if tag not in TAGS:
            return [*inside, tail]
        opened = f"<{tag}{_attributes(tag, element.attrib)}>"
        return [opened, tail] if tag in _EMPTY else [opened, *inside, f"</{tag}>", tail]


def _style(element: Any) -> str:
    return f"<style{_attributes('style', element.attrib)}>{harmless(element.text or '')}</style>"


def _attributes(tag: str, given: Mapping[str, str]) -> str:
    kept = {name: value for name, value in given.items() if name in _ATTRIBUTES}
    if not _MEDIA.match(kept.get("media", "")):
        kept["media"] = "not all"
    if "style" in kept:
        kept["style"] = harmless(kept["style"])
    if tag == "a" and given.get("href") and "title" not in kept:
        kept["title"] = f"in the original this leads to {given['href'][:_LONGEST_TITLE]}"
    return "".join(f' {name}="{_escaped(value)}"' for name, value in kept.items())


def _picture(given: Mapping[str, str]) -> str:
    """A picture that the page holds itself; of others the words that stand for them."""
    if _PICTURE.match(source := given.get("src", "")):
        return f'<img{_attributes("img", given)} src="{"".join(source.split())}">'
    words = f"[picture: {given['alt']}]" if given.get("alt", "").strip() else "[picture]"
    return f'<span class="onrecord-missing">{_escaped(words)}</span>'


def _escaped(text: str) -> str:
    return escape(text, quote=True)


def _whole(body: str, title: str, notes: Sequence[str], html_: str = "", body_: str = "") -> str:
    told = "".join(f'<p class="onrecord-note">{_escaped(note)}</p>' for note in notes)
    head = f'<meta charset="utf-8"><title>{_escaped(title)}</title><style>{_OURS}</style>'
    return f"<!doctype html>\n<html{html_}><head>{head}</head><body{body_}>{told}{body}</body></html>\n"
