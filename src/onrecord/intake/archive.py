"""WARC files: the pages that someone else captured (ISO 28500)."""

import logging
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from onrecord.errors import BadInput
from onrecord.intake.bounded import too_large
from onrecord.intake.capture import Found, Origin, Taking, evidence, failure, merged
from onrecord.intake.kinds import HEAD, SINGLE, tell
from onrecord.model import Given, How

logging.getLogger("warcio").setLevel(logging.CRITICAL)  # what it complains of is in our Failure rows
_PAGES = {
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/pdf",
    "application/octet-stream",
    "",
}
_NAMES = {"text/html": "page.html", "application/xhtml+xml": "page.html", "text/plain": "page.txt"}
_DAMAGED = (ArchiveLoadFailed, StatusAndHeadersParserException, zlib.error, ValueError, AttributeError)
"""What warcio raises on damaged records; the last two come from headers that are no numbers or missing."""
_BREAK = "the file is damaged or cut off here; every whole record before it was read, fetch or copy it again for the rest"
_ALTERED = "its bytes are not what its own WARC-Block-Digest says; fetch the page again"


class _StrictReader(DecompressingBufferedReader):  # type: ignore[misc]
    """warcio's reader prints damaged gzip data to standard error and goes on as if the file had ended."""

    cut_off = False
    decompressor: Any

    def _decompress(self, data: bytes) -> Any:
        try:
            return self.decompressor.decompress(data) if self.decompressor and data else data
        except zlib.error as error:
            if self.num_block_read == 0 and self.num_read == 0:  # a WARC file that is not packed
                self.decompressor = None
                return data
            raise ArchiveLoadFailed(str(error)) from None

    def close_decompressor(self) -> None:
        self.cut_off = self.decompressor is not None and not self.decompressor.eof
        super().close_decompressor()


class _Records(ArchiveIterator):  # type: ignore[misc]
    """Quiet where warcio prints; `err_count` still counts the records whose length is wrong."""

    INC_RECORD = ""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream, check_digests=True)
        self.reader = self.strict = _StrictReader(self.fh)

    def _next_record(self, next_line: bytes | None) -> Any:
        try:
            return super()._next_record(next_line)
        except EOFError:
            if next_line or self.offset == 0:  # the end came within a record's headers, not after a record
                raise ArchiveLoadFailed("cut off in the headers of a record") from None
            raise


def archive(stream: BinaryIO, origin: Origin, taking: Taking) -> Iterator[Found]:
    """The pages of a WARC file: responses with status 2xx and resources that hold HTML, plain text or PDF.

    `where` is ``file:offset`` of the record in the file as it lies there. What is no page (pictures, scripts, errors) is counted in one
    Failure at the end; requests, warcinfo, metadata and revisits hold no page of their own and are passed over.
    """
    origin = Origin(origin.name, How.WARC)
    left_out: Counter[str] = Counter()
    records = _Records(stream)
    try:
        for record in records:
            where = f"{origin.name}:{records.offset}"
            yield from _page(
                records,
                record,
                where,
                Taking(_given(record, taking), taking.limit, _clock(record, taking)),
                left_out,
            )
        if records.strict.cut_off:
            raise ArchiveLoadFailed("cut off between a record's first bytes")
    except _DAMAGED:
        yield failure(f"{origin.name}:{records.offset}", _BREAK)
    if left_out:
        what = ", ".join(f"{count} {kind}" for kind, count in left_out.most_common(5))
        yield failure(
            origin.name,
            f"records that are no pages were left out ({what}); nothing to do unless a page is among them",
        )


def _page(
    records: _Records, record: Any, where: str, taking: Taking, left_out: Counter[str]
) -> Iterator[Found]:
    reason = _no_page(record)
    content = b"" if reason is not None else _content(record, taking.limit)
    _finish(records, record)
    if reason is not None:
        left_out.update([reason] if reason else [])
    elif content is None:
        yield failure(where, too_large(taking.limit))
    elif any(problem.startswith("block") for problem in record.digest_checker.problems):
        yield failure(where, _ALTERED)
    else:
        yield _evidence(record, content, where, taking)


def _finish(records: _Records, record: Any) -> None:
    """Read to the record's end.

    Raises:
        ArchiveLoadFailed: it is shorter or longer than it says.
    """
    errors, start = records.err_count, records.offset
    records.read_to_end()
    length = record.rec_headers.get_header("Content-Length")
    if length is None or getattr(record.raw_stream, "limit", 0) > 0 or records.err_count > errors:
        records.offset = start
        raise ArchiveLoadFailed("not as long as its Content-Length says")


def _no_page(record: Any) -> str | None:
    """Why a record is passed over, empty when nobody would expect a page in it; None for a page."""
    if record.rec_type not in ("response", "resource"):
        return ""
    if record.http_headers is not None:
        status = record.http_headers.get_statuscode()
        if not status.startswith("2"):
            return f"with status {status[:3]}"
    media_type = _media_type(record)
    return None if media_type in _PAGES else media_type[:60]


def _media_type(record: Any) -> str:
    return _header(record).partition(";")[0].strip().lower()


def _header(record: Any) -> str:
    """The Content-Type of the page itself."""
    if record.http_headers is not None:
        return record.http_headers.get_header("Content-Type") or ""
    return record.content_type or ""


def _content(record: Any, limit: int) -> bytes | None:
    """The page's bytes without HTTP's chunks and compression; None when there are more than `limit`."""
    stream, parts, size = record.content_stream(), [], 0
    while size <= limit and (part := stream.read(min(1 << 20, limit + 1 - size))):
        parts.append(part)
        size += len(part)
    return b"".join(parts) if size <= limit else None


def _evidence(record: Any, content: bytes, where: str, taking: Taking) -> Found:
    try:
        kind = tell(content[:HEAD], _NAMES.get(_media_type(record), ""))
        if kind not in SINGLE:
            raise BadInput("holds a packed file or rows, not a page; unpack it and give it by itself")
    except BadInput as error:
        return failure(where, error)
    origin = Origin(where, How.WARC)
    charset = _charset(_header(record))
    return evidence(
        content,
        kind.value,
        origin=origin,
        where=where,
        at=taking.clock(),
        given=taking.given,
        charset=charset,
    )


def _given(record: Any, taking: Taking) -> Given:
    return merged(Given(url=_url(record)), taking.given)


def _clock(record: Any, taking: Taking) -> Callable[[], datetime]:
    """The time at which the archive says the page was fetched, else the time of taking in."""
    found = _date(record)
    return taking.clock if found is None else lambda: found


def _url(record: Any) -> str | None:
    return cast("str | None", record.rec_headers.get_header("WARC-Target-URI"))


def _date(record: Any) -> datetime | None:
    """The WARC-Date; None when it is missing or no date."""
    try:
        found = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _charset(content_type: str) -> str | None:
    """The charset parameter of a Content-Type header."""
    for part in content_type.split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'").lower() or None
    return None
