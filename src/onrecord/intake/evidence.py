"""The original bytes: written once into ``evidence/*.warc.gz``, read back by record, and checked against their hashes.

A WARC file (ISO 28500, version 1.1) holds one ``resource`` record a capture, each in its own gzip member. Beside it lies an index of
positions that can be remade from it at any time. Records are whole or absent: what a killed run left of a record is moved aside when
the case is next opened.
"""

import contextlib
import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from onrecord.errors import CaseDamaged, CaseError, CaseReadOnly, DiskFull, OnRecordError
from onrecord.intake.check import check_evidence
from onrecord.intake.index import FOLDER, Index, positions, warc_files
from onrecord.intake.members import member_at, members, record_in
from onrecord.intake.records import packed, packed_info, record_id, told
from onrecord.model import Capture, Evidence

LARGEST = 1_000_000_000
"""A WARC file is closed at about this size, as ISO 28500 (annex C) recommends."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}

__all__ = ["EvidenceStore", "check_evidence", "read_capture"]


class EvidenceStore:
    """The one writer of a case's evidence. Use as a context manager; after `flush` everything added is on the disk.

    Raises:
        DiskFull: nothing more can be written; what was added before is whole.
        CaseReadOnly: the case folder cannot be written to.
        CaseError: the folder cannot be used otherwise.
    """

    def __init__(self, case_folder: Path, *, largest: int = LARGEST) -> None:
        self._folder = case_folder / FOLDER
        self._largest = largest
        self._known: dict[str, str] = {}
        self._file: Path | None = None
        self._descriptor = -1
        self._size = 0
        self._index: Index | None = None

    def __enter__(self) -> "EvidenceStore":
        with _plainly(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            files = warc_files(self._folder)
            for path in files:
                self._known |= dict.fromkeys(positions(path), path.name)
            if files and _mended(files[-1]) and files[-1].stat().st_size < self._largest:
                self._open(files[-1])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.flush()
        finally:
            self._close()

    def add(self, evidence: Evidence) -> Capture:
        """Keep the bytes and say in which file and record. Bytes that are kept already stay as they first came, with that where and when."""
        record = record_id(evidence.capture)
        with _plainly(self._folder):
            if record not in self._known:
                self._append(record, packed(evidence, record))
                return self._at(evidence.capture, record)
            self._hand_over()
            return self._first(self._at(evidence.capture, record))

    def _at(self, capture: Capture, record: str) -> Capture:
        return replace(capture, warc_file=f"{FOLDER}/{self._known[record]}", warc_record=record)

    def _first(self, capture: Capture) -> Capture:
        """The capture as it was first kept: its record says so, and the ledger of an interrupted run may not."""
        return told(_record(self._folder.parent, capture)[0], capture)

    def flush(self) -> None:
        """Return when the disk has everything: the ledger may name it now."""
        if self._index is not None:
            with _plainly(self._folder):
                os.fsync(self._descriptor)
                self._hand_over()

    def _hand_over(self) -> None:
        """Let readers see the positions."""
        if self._index is not None:
            self._index.flush()

    def _append(self, record: str, content: bytes) -> None:
        if self._file is None or self._size + len(content) > self._largest:
            self._start()
        offset = self._size
        self._write(content)
        if self._file is not None and self._index is not None:
            self._index.add(record, offset, len(content))
            self._known[record] = self._file.name

    def _write(self, content: bytes) -> None:
        """All of it or nothing."""
        view = memoryview(content)
        try:
            while view:
                view = view[os.write(self._descriptor, view) :]
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, self._size)
            raise
        self._size += len(content)

    def _start(self) -> None:
        """A new WARC file, with a record that says what wrote it."""
        self.flush()
        self._close()
        path = self._folder / f"captures-{len(warc_files(self._folder)) + 1:05}.warc.gz"
        self._open(path)
        self._write(packed_info(path.name))
        _sync_folder(self._folder)

    def _open(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        self._file, self._size, self._index = path, os.fstat(self._descriptor).st_size, Index(path)

    def _close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
        if self._index is not None:
            self._index.close()
        self._descriptor, self._index, self._file = -1, None, None


def read_capture(case_folder: Path, capture: Capture) -> bytes:
    """The bytes of a capture, checked against its SHA-256.

    Raises:
        CaseDamaged: they are not there, or not what was recorded.
    """
    return _record(case_folder, capture)[1]


def _record(case_folder: Path, capture: Capture) -> tuple[dict[str, str], bytes]:
    """Headers and bytes of a capture's record."""
    path = case_folder / (capture.warc_file or "")
    if capture.warc_record is None or not path.is_file():
        raise CaseDamaged(
            f"{path}: the evidence of {capture.id} is not there; restore it from a copy of the case"
        )
    position = positions(path).get(capture.warc_record)
    member = member_at(path, position.offset) if position else None
    record = record_in(member.content) if member and member.content else None
    if record is None or sha256(record[1]).hexdigest() != capture.sha256:
        raise CaseDamaged(
            f"{path}: the bytes of {capture.id} are not what was recorded; restore the file from a copy of the case"
        )
    return record


def _mended(path: Path) -> bool:
    """Move a torn last record aside; false when the file is damaged otherwise and had better be left as it is."""
    last = max(positions(path).values(), key=lambda p: p.offset, default=None)
    torn = [m for m in members(path, last.end if last else 0) if m.content is None]
    if not torn:
        return True
    if torn[0].end != path.stat().st_size:
        return False
    with path.open("r+b") as file:
        file.seek(torn[0].offset)
        aside = path.with_name(f"{path.name}.torn-{torn[0].offset}")
        aside.write_bytes(file.read())
        file.truncate(torn[0].offset)
    return True


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _plainly(folder: Path) -> Iterator[None]:
    """The operating system's errors in our own words."""
    try:
        yield
    except OSError as error:
        raise _named(error, folder) from error


def _named(error: OSError, folder: Path) -> OnRecordError:
    if error.errno in _FULL:
        return DiskFull(
            f"{folder}: the disk is full; what was reported as done is safe. Make room and run the same command again"
        )
    if error.errno in _READ_ONLY:
        return CaseReadOnly(
            f"{folder}: cannot be written to; change its permissions or copy the case to where you may write"
        )
    return CaseError(f"{folder}: cannot be used ({error.strerror}); check the path given with --case")
