"""The bytes fetched or given, with where, when and how; never changed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class How(StrEnum):
    """How the bytes came."""

    FILE = "file"
    WARC = "warc"
    JSONL = "jsonl"
    STDIN = "stdin"


@dataclass(frozen=True, slots=True)
class Given:
    """What the giver says about the bytes; each is None when nothing was said."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """One piece of evidence: where its bytes lie and how they came.

    `id` is made from `sha256` alone: the same bytes twice are one capture. `media_type` is what the bytes are
    (``text/html``, ``text/plain``, ``application/pdf``), told from the bytes and the name. `warc_file` is relative to the
    case folder and `warc_record` is the WARC-Record-ID; both are None when no case keeps the bytes (``onrecord read``).
    """

    id: str
    sha256: str
    size: int
    media_type: str
    how: How
    where: str
    captured_at: datetime
    given: Given = Given()
    charset: str | None = None
    warc_file: str | None = None
    warc_record: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A capture with its bytes: what flows from intake into the clean stage, and is not kept as a record itself."""

    capture: Capture
    content: bytes
