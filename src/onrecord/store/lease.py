"""One writer at a time: a lock that the system lets go of when its process ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from onrecord.errors import CaseBusy, CaseReadOnly

NAME = "record.lock"


@contextmanager
def lease(folder: Path) -> Iterator[None]:
    """Hold the right to write to a case. The file stays behind, empty: removing it would let two runs lock two files of one name.

    Raises:
        CaseBusy: another process holds it.
        CaseReadOnly: the folder cannot be written to.
    """
    try:
        lock = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except PermissionError as error:
        raise read_only(folder) from error
    except OSError as error:
        raise CaseReadOnly(f"{folder} cannot be written to ({error.strerror})") from error
    try:
        _take(lock, folder)
        yield
        os.ftruncate(lock, 0)
    finally:
        os.close(lock)


def read_only(folder: Path) -> CaseReadOnly:
    """The error for a folder that can be read but not written to."""
    return CaseReadOnly(
        f"{folder} is read-only: copy the case to a folder you can write to, or change its permissions"
    )


def _take(lock: int, folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.read(lock, 200).decode(errors="replace").strip() or "it did not say which"
        raise CaseBusy(
            f"another run is writing to {folder} ({holder}): wait until it ends, or stop it; nothing was changed"
        ) from error
    os.ftruncate(lock, 0)
    os.pwrite(lock, f"process {os.getpid()}, since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC".encode(), 0)
