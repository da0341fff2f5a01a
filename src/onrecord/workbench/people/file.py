"""Where a team's accounts are kept: one SQLite file beside the case, never in it, so that passwords are not handed on with a record."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from onrecord.errors import TeamError

SCHEMA = 1
APPLICATION = 0x4F6E5465  # "OnTe": SQLite's application_id
_WAIT = 10.0  # seconds for another thread or process to finish its write
_TABLES = """
CREATE TABLE account (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, role TEXT NOT NULL, password TEXT,
    added REAL NOT NULL, disabled REAL, seen REAL);
CREATE TABLE invitation (
    hash TEXT PRIMARY KEY, account INTEGER NOT NULL REFERENCES account (id), until REAL NOT NULL);
CREATE TABLE session (
    hash TEXT PRIMARY KEY, account INTEGER NOT NULL REFERENCES account (id), began REAL NOT NULL, seen REAL NOT NULL);
CREATE TABLE attempt (hash TEXT PRIMARY KEY, failures INTEGER NOT NULL, last REAL NOT NULL, until REAL NOT NULL);
CREATE TABLE known (
    account INTEGER NOT NULL REFERENCES account (id), address TEXT NOT NULL, PRIMARY KEY (account, address));
"""


def team_path(case: Path) -> Path:
    """``cases/kharkiv`` has its accounts in ``cases/kharkiv.team.sqlite``."""
    folder = case.resolve()
    return folder.with_name(f"{folder.name}.team.sqlite")


class TeamFile:
    """The file, and the time by which everything in it is judged. A connection lives for one call, so any thread may use it."""

    def __init__(self, path: Path, *, create: bool = False, clock: Callable[[], float] = time.time) -> None:
        """Open it.

        Raises:
            TeamError: it is not there (and is not to be made), is something else, or is from a newer version.
        """
        self.path = path
        self.now = clock
        if create:
            self._make()
        elif not path.is_file():
            raise TeamError(
                f"nobody has an account yet ({path} is not there): onrecord team add NAME --role editor --case DIR"
            )
        with self.read() as connection:
            _check(connection, path)

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection for looking."""
        try:
            with closing(sqlite3.connect(self.path, isolation_level=None, timeout=_WAIT)) as connection:
                connection.row_factory = sqlite3.Row
                connection.execute("PRAGMA foreign_keys = ON")
                yield connection
        except sqlite3.Error as error:
            raise TeamError(
                f"{self.path} cannot be used ({error}): see that it may be written to and has room, or restore it from a copy"
            ) from error

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are kept together when the block ends, and not at all when it raises."""
        with self.read() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def _make(self) -> None:
        try:
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        except OSError as error:
            raise TeamError(
                f"{self.path} cannot be made ({error.strerror}): the folder of the case must be writable"
            ) from error
        with self.read() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        with self.write() as connection:
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
                for statement in _TABLES.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    application, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    if application != APPLICATION:
        raise TeamError(f"{path} does not hold accounts of On Record: move it away, or give another case")
    if version > SCHEMA:
        raise TeamError(
            f"{path} was made by a newer version of On Record: install that version; nothing was changed"
        )
