"""What a stretch of bytes is, told from the bytes first and from the name second."""

import re
from enum import StrEnum
from pathlib import PurePath

from onrecord.errors import BadInput

HEAD = 65_536
"""Bytes looked at: a web page's first tags come after long scripts now and then, its control characters at once."""


class Kind(StrEnum):
    """What can be read. The values of single documents are their media types."""

    HTML = "text/html"
    TEXT = "text/plain"
    PDF = "application/pdf"
    ROW = "application/json"
    LINES = "application/jsonl"
    WARC = "application/warc"
    GZIP = "application/gzip"


SINGLE = (Kind.HTML, Kind.TEXT, Kind.PDF)
"""One document a file."""
_SAVE = "save it as HTML, plain text or PDF and give that"
_MAGIC = (
    (b"PK\x03\x04", f"is a ZIP or office file; {_SAVE}"),
    (b"\xd0\xcf\x11\xe0", f"is an old office file; {_SAVE}"),
    (b"{\\rtf", f"is a rich text file; {_SAVE}"),
    (b"\x89PNG", "is a picture; give the page it belongs to"),
    (b"\xff\xd8\xff", "is a picture; give the page it belongs to"),
    (b"GIF8", "is a picture; give the page it belongs to"),
    (b"RIFF", "is a picture or a sound; give the page it belongs to"),
    (b"BZh", "is packed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "is packed with xz; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "is packed with zstandard; unpack it first"),
    (b"7z\xbc\xaf", "is a 7z archive; unpack it first"),
    (b"Rar!", "is a RAR archive; unpack it first"),
    (b"SQLite format 3", "is a database; export its pages first"),
)
_HTML_NAMES = {".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"}
_LINES_NAMES = {".jsonl", ".ndjson"}
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|p|div|h1|article|table|br)\b", re.I)
_STARTS = re.compile(rb"\s*(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I)
_FEED = re.compile(rb"<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.I)
_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\r\f\x1b") + b"\x7f"


def tell(head: bytes, name: str = "") -> Kind:
    """What the bytes that begin with `head` are.

    Raises:
        BadInput: nothing that can be read; the message says what to do.
    """
    if not head:
        raise BadInput("is empty; save the page again or leave it out")
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(b"WARC/"):
        return Kind.WARC
    for magic, advice in _MAGIC:
        if head.startswith(magic):
            raise BadInput(advice)
    return _text_kind(_narrow(head[:HEAD]), PurePath(name.lower()).suffix)


def _text_kind(head: bytes, suffix: str) -> Kind:
    _refuse_binary(head)
    if suffix in _LINES_NAMES or (suffix not in _HTML_NAMES and _is_json_row(head)):
        return Kind.LINES
    if suffix == ".json":
        raise BadInput("is JSON but not one document a line; save it as JSON Lines (.jsonl)")
    if _STARTS.match(head):
        return Kind.HTML
    if head.lstrip()[:13].lower() == b"mime-version:" or suffix in {".mht", ".mhtml"}:
        raise BadInput('is a web archive for mail (MHTML); save the page as "web page, HTML only"')
    if suffix in _HTML_NAMES or suffix == "" or head.lstrip().startswith(b"<?xml"):
        return _markup_kind(head)
    return Kind.TEXT


def _markup_kind(head: bytes) -> Kind:
    """HTML when it holds a tag of HTML; a name alone does not make a page."""
    if _FEED.search(head[:4096]) and b"<html" not in head.lower():
        raise BadInput("is a feed or a site map; give the pages it lists")
    return Kind.HTML if _TAG.search(head) else Kind.TEXT


def _narrow(head: bytes) -> bytes:
    """UTF-16 and UTF-32 as UTF-8, so that tags can be seen; other text without its byte order mark."""
    marks = ((b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
    codec = next((codec for mark, codec in marks if head.startswith(mark)), wide(head))
    if codec is None:
        return head.removeprefix(b"\xef\xbb\xbf")
    return head.decode(codec, "ignore").encode("utf-8", "replace")


def wide(head: bytes) -> str | None:
    """UTF-16 without a byte order mark: its high bytes are of one or two scripts, with a NUL for each space, and its low bytes never NUL."""
    even, odd = head[:4096:2], head[1:4096:2]
    for codec, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        one_script = bool(high) and max(map(high.count, set(high))) > 0.5 * len(high)
        if (
            len(high) > 8
            and one_script
            and high.count(0) > 0.05 * len(high)
            and low.count(0) <= 0.01 * len(low)
        ):
            return codec
    return None


def _refuse_binary(head: bytes) -> None:
    """A few stray NUL bytes are a damaged text; a tenth of control characters is no text at all."""
    controls = len(head) - len(head.translate(None, _CONTROL))
    if controls > 0.1 * len(head):
        raise BadInput(f"is not text, whatever its name says; {_SAVE}")


def _is_json_row(head: bytes) -> bool:
    """A line that begins like an object and, when the whole of it is in sight, ends like one."""
    line, newline, _ = head.lstrip().partition(b"\n")
    return re.match(rb'\{\s*"', line) is not None and (not newline or line.rstrip().endswith(b"}"))
