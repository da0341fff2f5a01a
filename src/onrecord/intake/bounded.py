"""Reading from files that may lie about their size: compressed ones, endless lines."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.errors import BadInput, TooLarge

_CHUNK = 1 << 20
_GIVE_UP = 10  # a line is skipped up to this many limits; more is a bomb, and the file is left


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end. `content` is None when it is longer than the limit; `number` counts from 1."""

    number: int
    content: bytes | None


def read_all(stream: BinaryIO, limit: int) -> bytes:
    """The whole stream.

    Raises:
        TooLarge: it holds more than `limit` bytes; no more than that was read.
        BadInput: it is compressed and damaged or cut off.
    """
    with_one_more = b"".join(_chunks(stream, limit + 1))
    if len(with_one_more) > limit:
        raise TooLarge(too_large(limit))
    return with_one_more


def too_large(limit: int) -> str:
    """The advice for what is over the limit."""
    return f"is larger than {limit:,} bytes; split it, or raise ONRECORD_MAX_BYTES"


def _chunks(stream: BinaryIO, wanted: int) -> Iterator[bytes]:
    while wanted > 0 and (chunk := _guarded(stream, min(_CHUNK, wanted))):
        wanted -= len(chunk)
        yield chunk


def _guarded(stream: BinaryIO, size: int, *, line: bool = False) -> bytes:
    try:
        return stream.readline(size) if line else stream.read(size)
    except EOFError:
        raise BadInput("is cut off in the middle of its gzip data; fetch or copy it again") from None
    except (gzip.BadGzipFile, zlib.error):
        raise BadInput("has damaged gzip data; fetch or copy it again") from None


def lines(stream: BinaryIO, limit: int) -> Iterator[Line]:
    """The lines of a stream, one at a time.

    Raises:
        BadInput: the stream is compressed and damaged; every whole line before the damage was given.
        TooLarge: one line goes on without end.
    """
    number = 0
    while first := _guarded(stream, limit + 1, line=True):
        number += 1
        if first.endswith(b"\n") or len(first) <= limit:
            yield Line(number, first.rstrip(b"\r\n"))
        else:
            _skip_line(stream, limit)
            yield Line(number, None)


def _skip_line(stream: BinaryIO, limit: int) -> None:
    left = _GIVE_UP * limit
    while (part := _guarded(stream, _CHUNK, line=True)) and not part.endswith(b"\n"):
        left -= len(part)
        if left < 0:
            raise TooLarge("has a line without end; nothing after it was read")
