"""Everything that was given, one piece of evidence after another; what cannot be read is a Failure and the rest goes on."""

import gzip
import io
import stat
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal, cast

from onrecord.errors import BadInput, TooLarge
from onrecord.intake.archive import archive
from onrecord.intake.bounded import too_large
from onrecord.intake.capture import Found, Origin, Taking, failure, now, printable, single
from onrecord.intake.kinds import HEAD, SINGLE, Kind, tell
from onrecord.intake.rows import rows
from onrecord.model import Given, How
from onrecord.settings import settings

_LEADS_OUT = "is a link that leads out of the folder; give the file itself if it belongs to the case"
_SPECIAL = "is not a file or a folder; pipe it in and give - instead"
_NO_FILES = "holds no file to read; give a folder with pages in it"
_IS_CASE = "is a case folder, not a folder of pages; use --case for it"


def gather(
    paths: Sequence[Path | Literal["-"]],
    *,
    given: Given = Given(),  # noqa: B008 - frozen
    stdin: BinaryIO | None = None,
    clock: Callable[[], datetime] = now,
) -> Iterator[Found]:
    """Read files, folders of them (recursively, in sorted order) and ``-`` (standard input), as streams.

    Yields `Evidence`, or `Failure` rows whose `record` is the file and the place in it (``a.jsonl:7`` is line 7, ``a.warc:1200`` the
    record at byte 1200). What a row says of itself goes before `given`. `captured_at` is the archive's WARC-Date, else `clock()`: a
    file's own times do not say when a page was fetched.
    """
    taking = Taking(given, settings().max_bytes, clock)
    for path in paths:
        if path == "-":
            with _named_pipe(stdin) as stream:
                yield from _stream(stream, Origin("-", How.STDIN), taking)
        else:
            yield from _path(Path(path), taking)


def _named_pipe(stdin: BinaryIO | None) -> io.BufferedReader:
    raw = stdin if stdin is not None else sys.stdin.buffer
    unclosed = cast(io.RawIOBase, _Unclosed(raw))
    return io.BufferedReader(unclosed, HEAD)


class _Unclosed(io.RawIOBase):
    """Another's stream, read but never closed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._stream.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)


def _path(path: Path, taking: Taking) -> Iterator[Found]:
    try:
        if path.is_dir():
            found = None
            for found in _folder(path, taking):
                yield found
            if found is None:
                yield failure(printable(path), _NO_FILES)
        else:
            yield from _file(path, taking)
    except OSError as error:
        yield failure(
            printable(path), f"cannot be read ({error.strerror}); check that it is there and may be read"
        )


def _folder(folder: Path, taking: Taking, root: Path | None = None) -> Iterator[Found]:
    root = root or folder.resolve()
    if (folder / "record.sqlite").exists():
        yield failure(printable(folder), _IS_CASE)
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == "__MACOSX":
            continue  # what the operating system keeps for itself
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            yield failure(printable(path), _LEADS_OUT)
        elif path.is_dir() and not path.is_symlink():  # a linked folder within is read at its own place
            yield from _guarded_folder(path, taking, root)
        elif not path.is_dir():
            yield from _path(path, taking)


def _guarded_folder(folder: Path, taking: Taking, root: Path) -> Iterator[Found]:
    try:
        yield from _folder(folder, taking, root)
    except OSError as error:
        yield failure(printable(folder), f"cannot be read ({error.strerror}); check that it may be read")


def _file(path: Path, taking: Taking) -> Iterator[Found]:
    if not stat.S_ISREG(path.stat().st_mode):
        yield failure(printable(path), _SPECIAL)
        return
    with _opened(path) as stream:
        yield from _stream(
            stream, Origin(printable(path), How.FILE, path.parent), taking, path.stat().st_size
        )


def _opened(path: Path) -> io.BufferedReader:
    return io.BufferedReader(io.FileIO(path), HEAD)


def _stream(
    stream: io.BufferedReader, origin: Origin, taking: Taking, size: int | None = None
) -> Iterator[Found]:
    """Hand the stream to the reader of its kind; `size` is known for files that are not packed."""
    try:
        kind = _kind(stream.peek(HEAD), origin, taking, size)
        if kind is Kind.GZIP:
            yield from _packed(stream, origin, taking)
        elif kind is Kind.WARC:
            yield from archive(cast(BinaryIO, stream), origin, taking)
        elif kind is Kind.LINES:
            yield from rows(cast(BinaryIO, stream), origin, taking)
        else:
            yield single(cast(BinaryIO, stream), origin, taking)
    except BadInput as error:
        yield failure(origin.name, error)


def _kind(head: bytes, origin: Origin, taking: Taking, size: int | None) -> Kind:
    try:
        kind = tell(head, origin.name)
    except BadInput:
        if size is not None and size > taking.limit:
            raise TooLarge(too_large(taking.limit)) from None
        raise
    if kind in SINGLE and size is not None and size > taking.limit:
        raise TooLarge(too_large(taking.limit))
    return kind


def _packed(stream: io.BufferedReader, origin: Origin, taking: Taking) -> Iterator[Found]:
    inner = _unpacked_head(stream.peek(HEAD))
    kind = tell(inner, origin.name.removesuffix(".gz")) if inner else Kind.TEXT
    if kind is Kind.WARC:
        yield from archive(cast(BinaryIO, stream), origin, taking)
        return
    with gzip.GzipFile(fileobj=stream) as unpacked:
        if kind is Kind.LINES:
            yield from rows(cast(BinaryIO, unpacked), origin, taking)
        else:
            yield single(cast(BinaryIO, unpacked), origin, taking)


def _unpacked_head(head: bytes) -> bytes:
    """The first bytes inside; empty when the gzip data is damaged from the start, which reading it will then say."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, HEAD)
    except zlib.error:
        return b""
