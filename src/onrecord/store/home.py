"""Where a ledger lives: opening the SQLite file of a case for writing or, whatever state it is in, for reading."""

import errno
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from onrecord.errors import CaseBusy, CaseDamaged, CaseError, CaseNewer, OnRecordError
from onrecord.store.lease import trouble
from onrecord.store.tables import APPLICATION, METADATA, SCHEMA

FILE = "record.sqlite"
# Claims of 2 kB take 38 % less room than on SQLite's 4,096 bytes, at the same speed (benchmarks/ledger.py)
_PAGE_SIZE = 16_384
# Seconds to wait for a short lock, such as that of a reader that recovers the log of a killed run
_WAIT = 10.0
_NO_ROOM = {  # a write, a flush or an extension failed: no space, a quota or a limit on the size of a file
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
}


@contextmanager
def written(folder: Path, *, create: bool) -> Iterator[Engine]:
    """The database of a case, for writing; with `create`, made or its half-made beginnings completed."""
    with plain_errors(folder):
        engine = _engine(folder / FILE, "mode=rwc" if create else "mode=rw", write=True)
        try:
            _check(engine, folder, empty=create)
            yield engine
        finally:
            engine.dispose()


@contextmanager
def read(folder: Path) -> Iterator[Engine]:
    """The database of a case, for reading only; also from a folder or disk that cannot be written to."""
    with plain_errors(folder), ExitStack() as stack:
        engine = _readable(folder, stack)
        stack.callback(engine.dispose)
        _check(engine, folder, empty=False)
        yield engine


def _readable(folder: Path, stack: ExitStack) -> Engine:
    """SQLite needs a place beside the file for the index of its write-ahead log. Where there is none, a log without content may be
    ignored (``immutable``); one with content holds rows already reported as done, so file and log are copied and read elsewhere."""
    file, log = folder / FILE, folder / f"{FILE}-wal"
    engine = _engine(
        file, "mode=rw"
    )  # SQLite falls back to reading only; where it may write it leaves no files of its own behind
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
            return engine
    except DBAPIError as error:
        engine.dispose()
        if _code(error) & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
    if not log.exists() or not log.stat().st_size:
        return _engine(file, "mode=ro&immutable=1")
    copies = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="onrecord-")))
    for one in (file, log):
        shutil.copyfile(one, copies / one.name)
    return _engine(copies / FILE, "mode=rw")


def _engine(file: Path, mode: str, *, write: bool = False) -> Engine:
    uri = f"{file.absolute().as_uri()}?{mode}"

    def connect() -> sqlite3.Connection:
        # isolation_level None: transactions begin where we say, not where the driver guesses
        return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_WAIT, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: Any) -> None:
        connection.text_factory = _text
        connection.execute("PRAGMA trusted_schema = OFF")  # a case may come from a stranger
        if write:
            connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")  # done means on the disk, also after a power cut
        else:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _text(kept: bytes) -> str:
    """Text as it is, also where a damaged byte makes it invalid: the row's hash tells, and the row can be named."""
    return kept.decode("utf-8", "backslashreplace")


def _check(engine: Engine, folder: Path, *, empty: bool) -> None:
    with engine.execution_options(writes=empty).begin() as connection:
        numbers = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in _MARKS]
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        if numbers == [0, 0] and not tables and empty:
            METADATA.create_all(connection)
            for name, number in zip(_MARKS, (APPLICATION, SCHEMA), strict=True):
                connection.exec_driver_sql(f"PRAGMA {name} = {number}")
            return
    if numbers[0] != APPLICATION:
        raise CaseError(no_case(folder))
    if numbers[1] > SCHEMA:
        raise CaseNewer(
            f"{folder} was made by a newer version of On Record: install that version to use it; nothing was changed"
        )


_MARKS = ("application_id", "user_version")


def no_case(folder: Path) -> str:
    """What to say of a folder that is not a case."""
    return f"{folder} is not a case: make one with `onrecord run PATH --case {folder}`"


@contextmanager
def plain_errors(folder: Path) -> Iterator[None]:
    """Turn what the database says into our errors."""
    try:
        yield
    except DBAPIError as error:
        raise _plain(error, folder) from error
    except UnicodeDecodeError as error:  # in the database's own description of its table
        raise _damaged(error, folder) from error


def _code(error: DBAPIError) -> int:
    return getattr(error.orig, "sqlite_errorcode", None) or 0


def _plain(error: DBAPIError, folder: Path) -> OnRecordError:
    code = _code(error)
    if code in _NO_ROOM or code & 0xFF == sqlite3.SQLITE_FULL:
        return trouble(OSError(errno.ENOSPC, "disk full"), folder)
    if code & 0xFF == sqlite3.SQLITE_READONLY:
        return trouble(OSError(errno.EROFS, "read-only"), folder)
    if code & 0xFF == sqlite3.SQLITE_BUSY:
        return CaseBusy(f"another program holds {folder / FILE}: close it and run the same command again")
    if code & 0xFF == sqlite3.SQLITE_CANTOPEN:
        return CaseError(no_case(folder))
    return _damaged(error.orig, folder)


def _damaged(error: object, folder: Path) -> CaseDamaged:
    return CaseDamaged(
        f"{folder / FILE} cannot be read ({error}): restore it from a copy, or run `onrecord verify --case {folder}` to see what is whole"
    )
