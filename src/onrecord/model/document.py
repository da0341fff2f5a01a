"""The clean text of one capture."""

from dataclasses import dataclass
from datetime import date

from onrecord.model.made_by import MadeBy


@dataclass(frozen=True, slots=True)
class Document:
    """A page as a reader sees it, without furniture.

    `paragraphs` are (start, end) offsets into `text`, in order. `published` is None when it is not known; `published_by` says
    how it was found (``given``, ``meta article:published_time``, ``url``, …). `language` is an ISO 639-1 code or None.
    """

    id: str
    capture: str
    text: str
    made_by: MadeBy
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    published_by: str | None = None
    language: str | None = None
    paragraphs: tuple[tuple[int, int], ...] = ()
