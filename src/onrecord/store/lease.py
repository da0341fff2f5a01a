"""One writer at a time: a lock that the system lets go of when its process ends, however it ends."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from onrecord.errors import CaseBusy, CaseError, CaseReadOnly, DiskFull, OnRecordError

NAME = "record.lock"


@contextmanager
def lease(folder: Path) -> Iterator[None]:
    """Hold the right to write to a case. The file stays behind, empty: removing it would let two runs lock two files of one name.

    Raises:
        CaseBusy: another process holds it.
        CaseReadOnly, DiskFull: the file cannot be made.
    """
    try:
        lock = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise trouble(error, folder) from error
    try:
        _take(lock, folder)
        try:
            yield
        finally:
            os.ftruncate(lock, 0)
    finally:
        os.close(lock)


def trouble(error: OSError, folder: Path) -> OnRecordError:
    """Our error for what the system says of a folder or a file in it."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CaseReadOnly(
            f"{folder} is read-only: copy the case to a folder you can write to, or change its permissions"
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(
            f"nothing more can be written to {folder}: the disk is full or a limit is reached. What was reported as done is safe; "
            "make room and run the same command again"
        )
    return CaseError(f"{folder} cannot be used as a case ({error.strerror}): give another folder")


def _take(lock: int, folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.read(lock, 200).decode(errors="replace").strip() or "it did not say which"
        raise CaseBusy(
            f"another run is writing to {folder} ({holder}): wait until it ends, or stop it; nothing was changed"
        ) from error
    with suppress(OSError):  # who holds it is a courtesy: a full disk must not keep the holder from working
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"process {os.getpid()}, since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC".encode(), 0)
