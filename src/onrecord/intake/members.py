"""The gzip members of a WARC file, one record each: whole ones, and the stretches between them that are damaged."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

_CHUNK = 1 << 18
_MAGIC = b"\x1f\x8b\x08"
_LARGEST = 1 << 29  # bytes of one record; protects whoever checks a case that a stranger gave


@dataclass(frozen=True, slots=True)
class Member:
    """Bytes ``offset`` to ``offset + length`` of the file. `content` is unpacked, None for a damaged stretch."""

    offset: int
    length: int
    content: bytes | None

    @property
    def end(self) -> int:
        """Where the next member begins."""
        return self.offset + self.length


def members(path: Path, start: int = 0) -> Iterator[Member]:
    """All members from `start` on, in order; together they cover the file to its end."""
    with path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        offset, damaged = start, None
        while offset < size:
            found = _member(file, offset)
            if found is None:
                damaged = offset if damaged is None else damaged
                offset = _next_magic(file, offset + 1, size)
                continue
            if damaged is not None:
                yield Member(damaged, offset - damaged, None)
                damaged = None
            yield found
            offset = found.end
        if damaged is not None:
            yield Member(damaged, size - damaged, None)


def member_at(path: Path, offset: int) -> Member | None:
    """The member that begins at an offset; None when there is no whole one."""
    with path.open("rb") as file:
        return _member(file, offset)


def _member(file: BinaryIO, offset: int) -> Member | None:
    file.seek(offset)
    unpack, content, read = zlib.decompressobj(zlib.MAX_WBITS | 16), bytearray(), 0
    try:
        while not unpack.eof and len(content) < _LARGEST:
            packed = unpack.unconsumed_tail or file.read(_CHUNK)
            if not packed:
                return None
            read += 0 if unpack.unconsumed_tail else len(packed)
            content += unpack.decompress(packed, _CHUNK * 16)
    except zlib.error:
        return None
    return Member(offset, read - len(unpack.unused_data), bytes(content)) if unpack.eof else None


def _next_magic(file: BinaryIO, start: int, size: int) -> int:
    """Where the next member may begin; the file's size when nowhere."""
    at = start
    while at < size:
        file.seek(at)
        found = (chunk := file.read(_CHUNK)).find(_MAGIC)
        if found >= 0:
            return at + found
        at += max(1, len(chunk) - len(_MAGIC) + 1)
    return size


def record_in(content: bytes) -> tuple[dict[str, str], bytes] | None:
    """The headers (names in lower case) and the block of the one WARC record in an unpacked member; None when it is not one."""
    try:
        record: Any = next(iter(ArchiveIterator(io.BytesIO(content))), None)
        if record is None:
            return None
        headers = {name.lower(): value for name, value in record.rec_headers.headers}
        block = record.raw_stream.read()
    except (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError, AttributeError):
        return None
    return (headers, block) if headers.get("content-length") == str(len(block)) else None
