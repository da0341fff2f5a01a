"""PDF files, through pypdf."""

import io
import re
from collections.abc import Iterator

from pypdf import PdfReader

from onrecord.errors import BadInput
from onrecord.stages.clean.page import Page

_MOST_PAGES = 2000
_LOCKED = "is locked with a password; save it without one"
_BROKEN = "is damaged and cannot be read as PDF; open it in a viewer and save it again"
_PICTURES = "holds pictures of its text; run text recognition (OCR) on it first"
_LONG_LINE = 0.7  # of the longest line: shorter ones end a paragraph
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


def read_pdf(content: bytes) -> Page:
    """The text of all pages, its lines joined to paragraphs. A PDF's own dates are those of the file and are not believed.

    Raises:
        BadInput: locked, damaged, or without text.
    """
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadInput(_LOCKED)
        pages = [reader.pages[n].extract_text() for n in range(min(len(reader.pages), _MOST_PAGES))]
        title = reader.metadata.title if reader.metadata else None
    except BadInput:
        raise
    except Exception as error:  # pypdf meets damaged files with nearly every kind of exception
        raise BadInput(f"{_BROKEN} ({type(error).__name__})") from error
    text = "\n".join(line for page in pages for line in _joined(page.splitlines()))
    if not text.strip():
        raise BadInput(_PICTURES)
    return Page(text=text, title=_printed(title, text))


def _joined(lines: list[str]) -> Iterator[str]:
    """Lines as set in type, joined to paragraphs; a word divided at a line's end is made whole."""
    longest = max(map(len, lines), default=0)
    open_ = ""
    for line in (raw.strip() for raw in lines):
        divided = open_.endswith("-") and line[:1].islower()
        open_ = open_[:-1] + line if divided else f"{open_} {line}".strip()
        short = len(line) < _LONG_LINE * longest and not line.endswith("-")
        if not line or short or _ENDS.search(line):
            if open_:
                yield open_
            open_ = ""
    if open_:
        yield open_


def _printed(title: str | None, text: str) -> str | None:
    """The file's title if it is printed on the first page too: many are names of templates."""
    words = " ".join((title or "").split())
    return words if words and words.casefold() in " ".join(text[:2000].split()).casefold() else None
