"""The index of a case: opened, made or brought up to date when the ledger has grown, and asked."""

import fcntl
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.model import Decision, Rule
from onrecord.store.case import Case
from onrecord.store.fold.decided import anchor
from onrecord.store.index.build import build
from onrecord.store.index.folds import decisions_of, gather, near, put, remove
from onrecord.store.index.reach import reach
from onrecord.store.index.tables import LAYOUT
from onrecord.store.runs import Ended, Run
from onrecord.watch import Show, quiet

FILE = "index.sqlite"
_FOLLOWED = frozenset(kind.__name__ for kind in (Decision, Rule, Run, Ended))
_WAIT = 10.0  # seconds for a lock that another process holds


class Index:
    """One connection for each thread that reads; one writer at a time. `case` must stay open as long as the index is used."""

    def __init__(self, case: Case, file: Path) -> None:
        self.case = case
        self._file = file
        self._threads = threading.local()
        self._writing = threading.Lock()

    @classmethod
    @contextmanager
    def open(cls, case: Case, show: Show = quiet) -> "Iterator[Index]":
        """The index beside the record, true of the ledger as it is now; in a temporary folder where the case cannot be written to."""
        with TemporaryDirectory(prefix="onrecord-index-") as elsewhere:
            folder = case.folder if _may_write(case.folder) else Path(elsewhere)
            index = cls(case, folder / FILE)
            index.refresh(show)
            yield index

    def refresh(self, show: Show = quiet) -> bool:
        """Bring it up to date; whether anything had changed. Decisions are followed one group of claims at a time, anything else makes it
        anew, beside the old one, which is read meanwhile."""
        with self._writing, self._alone():
            seq = self.seq()
            if seq is not None and seq >= self.case.head().seq:
                return False
            if seq is None or not self._follow(seq):
                self._remake(show)
            return True

    def is_there(self) -> bool:
        """Whether nobody threw it away meanwhile."""
        return self._file.exists()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One program at a time makes it or follows: the next one finds it done."""
        with self._file.with_name("index.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def seq(self) -> int | None:
        """The number of the newest row of the ledger that it is true of; None when there is no index, or one of another layout or case."""
        try:
            facts = dict(self.read().execute("SELECT key, value FROM meta"))
            known, layout = int(facts["seq"]), int(facts["layout"])
        except (sqlite3.Error, KeyError, ValueError):
            self._forget()
            return None
        return known if layout == LAYOUT and self._same_case(known, facts["hash"]) else None

    def state(self) -> str:
        """The hash of that row: another one, and everything that was looked up before may have changed."""
        (hash_,) = self.read().execute("SELECT value FROM meta WHERE key = 'hash'").fetchone()
        return str(hash_)

    def read(self) -> sqlite3.Connection:
        """This thread's connection, to the file that is there now."""
        known: tuple[int, sqlite3.Connection] | None = getattr(self._threads, "known", None)
        inode = self._file.stat().st_ino if self._file.exists() else 0
        if known and known[0] == inode:
            return known[1]
        if known:
            known[1].close()
        connection = sqlite3.connect(
            f"{self._file.absolute().as_uri()}?mode=rw", uri=True, timeout=_WAIT, isolation_level=None
        )
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cache_size = -2000")
        self._threads.known = inode, connection
        return connection

    def _forget(self) -> None:
        known = getattr(self._threads, "known", None)
        self._threads.known = None
        if known:
            known[1].close()

    def _same_case(self, seq: int, hash_: str) -> bool:
        """Whether the ledger has this very row: a case put back from an older copy has another, or none."""
        row = next(iter(self.case.since(seq - 1)), None)
        return seq == 0 or (row is not None and row.seq == seq and row.hash == hash_)

    def _follow(self, seq: int) -> bool:
        """Fold anew what the decisions since then touch; false when something else came too."""
        rows = list(self.case.since(seq))
        if any(row.kind not in _FOLLOWED for row in rows):
            return False
        made, decided = decisions_of(self.case)
        new = {row.id for row in rows}
        touched = _touched([d for d in made if d.id in new], {d.id: d for d in made})
        if any(row.kind == Rule.__name__ for row in rows):
            touched |= {anchor(name) for name in decided.accepted}
        with self._written(self._file) as connection:
            known = {
                c for c in touched if connection.execute("SELECT 1 FROM claim WHERE id = ?", (c,)).fetchone()
            }
            claims = reach(connection, known, decided)
            remove(connection, claims)
            near(connection, decided, put(connection, gather(self.case, connection, claims), decided))
            head = rows[-1]
            connection.execute("UPDATE meta SET value = ? WHERE key = 'seq'", (str(head.seq),))
            connection.execute("UPDATE meta SET value = ? WHERE key = 'hash'", (head.hash,))
        return True

    def _remake(self, show: Show) -> None:
        new = self._file.with_name(f"{self._file.name}.new")
        for old in (new, *_beside(new)):
            old.unlink(missing_ok=True)
        connection = sqlite3.connect(new, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = OFF")  # it is thrown away if the machine stops now
            build(connection, self.case, show)
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
        for old in _beside(self._file):
            old.unlink(missing_ok=True)
        new.replace(self._file)

    @contextmanager
    def _written(self, file: Path) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(file, timeout=_WAIT, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
        finally:
            connection.close()


def _touched(new: list[Decision], known: dict[str, Decision]) -> set[str]:
    """The claims that these decisions name, those of what they undo or replace too, and what was judged with such a claim in view: a
    correction takes the judgement back, also where a split has parted the two since."""
    found: set[str] = set()
    edge = list(new)
    met: set[str] = set()
    while edge:
        one = edge.pop()
        if one.id in met:
            continue
        met.add(one.id)
        found.update(anchor(id_) for id_ in (one.about, one.other) if id_)
        found.update(one.seen, one.rest)
        edge += [known[id_] for id_ in (one.about, one.replaces) if id_ in known]
    return found | {anchor(d.about) for d in known.values() if not found.isdisjoint(d.seen)}


def _beside(file: Path) -> list[Path]:
    return [file.with_name(f"{file.name}-{ending}") for ending in ("wal", "shm")]


def _may_write(folder: Path) -> bool:
    try:
        with TemporaryDirectory(dir=folder, prefix=".index-"):
            return True
    except OSError:
        return False


__all__ = ["FILE", "Index"]
