"""A case: one folder with everything that was read, said and decided (``record.sqlite``) and the bytes it rests on (``evidence/``)."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from onrecord import __version__
from onrecord.errors import BadInput, CaseError, CaseReadOnly, NotFound
from onrecord.model import Claim, Decision, Document, Failure, Receipt, Rule, Verdict, content_id
from onrecord.store import home, ledger
from onrecord.store.fold.corrections import check as check_correction
from onrecord.store.fold.decided import anchor, standing, undone
from onrecord.store.lease import NAME, lease, trouble
from onrecord.store.ledger import Head, Ledger
from onrecord.store.rows import Row, id_of
from onrecord.store.runs import Ended, Run, Snapshot
from onrecord.store.verify import check

T = TypeVar("T")
_EVIDENCE = "evidence"
_IDS = 5_000  # ids in one snapshot row: about 150 kB


class Case:
    """Records by type and id. Nothing is ever changed or removed: a record is there once, and a later one may supersede it."""

    def __init__(self, folder: Path, kept: Ledger, *, writes: bool) -> None:
        self.folder = folder
        self.evidence = folder / _EVIDENCE
        self._ledger = kept
        self._writes = writes
        self._run: Run | None = None

    @classmethod
    @contextmanager
    def open(cls, folder: Path, *, write: bool = False, create: bool = False) -> "Iterator[Case]":
        """Open a case; one process at a time may write, any number may read meanwhile.

        Raises:
            CaseError: it is not a case, or (`create`) it is a folder with other things in it.
            CaseBusy, CaseNewer, CaseReadOnly, CaseDamaged: see `onrecord.errors`.
        """
        if create:
            _make(folder)
        elif not (folder / home.FILE).is_file():
            raise CaseError(home.no_case(folder))
        if not (write or create):
            with home.read(folder) as engine:
                yield cls(folder, Ledger(engine), writes=False)
            return
        with lease(folder), home.written(folder, create=create) as engine:
            yield cls(folder, Ledger(engine), writes=True)

    def begin(self, command: str) -> Run:
        """Write down that a run begins; what is added from now on carries its id."""
        began = datetime.now(UTC)
        run = Run(content_id("run", self.head().hash, began, os.getpid()), __version__, command, began)
        self.add([run])
        self._run = run
        return run

    def end(self, counts: Mapping[str, int]) -> None:
        """Write down that the run ended by itself, and what it counted."""
        if self._run is None:
            raise ValueError("no run has begun")
        ended = datetime.now(UTC)
        self.add([Ended(content_id("ended", self._run.id), self._run.id, ended, tuple(counts.items()))])
        self._run = None

    def add(self, records: Iterable[Any]) -> int:
        """Keep records, all or none; those already there (same type and id) are left as they are.

        When this returns they are on the disk. `records` may be lazy; it must not itself write to the case.

        Returns:
            How many were new.
        """
        with self._transaction() as connection:
            return self._append(connection, records)

    def renew(self, kind: type[T], records: Iterable[T]) -> tuple[int, int]:
        """Keep records and make exactly these the current ones of their type; earlier ones stay in the ledger.

        Returns:
            How many became current and how many ceased to be.
        """
        with self._transaction() as connection:
            seen: set[str] = set()
            self._append(connection, _noting(records, seen))
            known = self._renewed(kind.__name__)
            before = known or set()
            added, removed = sorted(seen - before), sorted(before - seen)
            if added or removed or known is None:
                at = ledger.head(connection).hash
                self._append(connection, _snapshots(kind.__name__, at, added, removed))
            return len(added), len(removed)

    def decide(self, decision: Decision) -> Decision:
        """Keep a person's decision, with the latest one in force about the same thing as the one it replaces. An empty id is filled in.

        Returns:
            The decision as it is kept; when one with its id was kept before, that one.

        Raises:
            BadInput: a correction that could not be applied, or an undo of nothing; kept, it would be in the way of every later reading
                of the case.
        """
        return self.decide_all([decision])[0]

    def decide_all(self, decisions: Iterable[Decision]) -> list[Decision]:
        """The same for several that belong together: all are kept, or none."""
        made, kept = list(self.records(Decision)), list[Decision]()
        for decision in decisions:
            _check(decision)
            known = next((d for d in made if d.id == decision.id), None)
            kept.append(known or _filled(decision, made))
            made.append(kept[-1])
        self.add(kept)
        return kept

    def rule(self) -> Rule | None:
        """How the case is reviewed; None as long as nobody laid anything down (one reviewer is enough)."""
        return next(reversed(list(self.records(Rule))), None)

    def records(self, kind: type[T], *, about: str | None = None) -> Iterator[T]:
        """All records of a type ever kept, in the order they came; with `about` those of one capture (documents), document (receipts, claims),
        claim or incident (decisions, without those where it is the other one), or record (failures)."""
        with home.plain_errors(self.folder):
            yield from self._ledger.records(kind.__name__, subject=about)

    def current(self, kind: type[T]) -> Iterator[T]:
        """The records of a type that hold now (docs/explanation/ledger.md): the newest document of each capture, the newest receipt of each of
        these, the claims these name, the newest decision on each matter, and for other types what `renew` last said, if it was used."""
        if kind is Decision:
            newest = {_matter(d): d.id for d in standing(self.records(Decision))}
            wanted: set[str] = set(newest.values())
        else:
            wanted = self._current_ids(kind)
        return (record for record in self.records(kind) if id_of(record) in wanted)

    def get(self, kind: type[T], id_: str) -> T:
        """One record.

        Raises:
            NotFound: there is none of this type with this id.
        """
        with home.plain_errors(self.folder):
            found: T | None = self._ledger.get(kind.__name__, id_)
        if found is None:
            raise NotFound(f"no {kind.__name__.lower()} has the id {id_}")
        return found

    def some(self, kind: type[T], ids: Iterable[str]) -> Iterator[T]:
        """The records with these ids, in no particular order; an id that is not there is passed over."""
        with home.plain_errors(self.folder):
            yield from self._ledger.some(kind.__name__, ids)

    def since(self, seq: int) -> Iterator[Row]:
        """The rows after this number."""
        with home.plain_errors(self.folder):
            yield from self._ledger.since(seq)

    def find(self, prefix: str) -> Any:
        """The record whose id begins so, of whatever type.

        Raises:
            NotFound: none or several do; the message names the nearest.
        """
        with home.plain_errors(self.folder):
            return self._ledger.find(prefix)

    def ids(self, kind: type) -> set[str]:
        """The ids of all records of a type ever kept."""
        with home.plain_errors(self.folder):
            return self._ledger.ids(kind.__name__)

    def count(self, kind: type) -> int:
        """How many records of a type were ever kept."""
        with home.plain_errors(self.folder):
            return self._ledger.count(kind.__name__)

    def history(self, id_: str) -> tuple[Decision, ...]:
        """Every decision about a claim or incident, the oldest first."""
        return tuple(d for d in self.records(Decision) if id_ in (d.about, d.other))

    def rows(self, kind: type | None = None) -> Iterator[Row]:
        """The rows themselves, with when and in which run each was kept; all, or those of one type."""
        with home.plain_errors(self.folder):
            yield from self._ledger.rows() if kind is None else self._ledger.rows_of(kind.__name__)

    def head(self) -> Head:
        """The newest row's number and hash: write the hash down, and `verify` can later tell whether newest rows were cut off."""
        with home.plain_errors(self.folder):
            return self._ledger.head()

    def verify(self, head: str | None = None) -> Iterator[Failure]:
        """What is not as it was recorded; nothing when all is whole. `head` is a hash written down earlier (its first 16 digits do)."""
        return check(self._ledger, self.folder, head)

    def _append(self, connection: Any, records: Iterable[Any]) -> int:
        return ledger.append(connection, records, run=self._run.id if self._run else None)

    @contextmanager
    def _transaction(self) -> Iterator[Any]:
        if not self._writes:
            raise CaseReadOnly(f"{self.folder} was opened for reading only")
        with home.plain_errors(self.folder), self._ledger.transaction() as connection:
            yield connection

    def _current_ids(self, kind: type) -> set[str]:
        with home.plain_errors(self.folder):
            if kind is Document:
                return set(self._ledger.newest("Document").values())
            if kind is Receipt:
                documents = self._current_ids(Document)
                return {id_ for of, id_ in self._ledger.newest("Receipt").items() if of in documents}
            if kind is Claim:
                return {id_ for receipt in self.current(Receipt) for id_ in receipt.claims}
            renewed = self._renewed(kind.__name__)
            return self._ledger.ids(kind.__name__) if renewed is None else renewed

    def _renewed(self, kind: str) -> set[str] | None:
        """The ids that `renew` left current; None when it was never used for the type."""
        current: set[str] | None = None
        for snapshot in self._ledger.records("Snapshot", subject=kind):
            current = (current or set()) - set(snapshot.removed) | set(snapshot.added)
        return current


def _make(folder: Path) -> None:
    """Make the folders of a case, unless there is something else in them."""
    ours = {home.FILE, f"{home.FILE}-wal", f"{home.FILE}-shm", NAME, _EVIDENCE}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = sorted(one.name for one in folder.iterdir() if one.name not in ours)
        if strange and not (folder / home.FILE).is_file():
            raise CaseError(
                f"{folder} holds other files ({strange[0]}, …): give a new or an empty folder for the case"
            )
        (folder / _EVIDENCE).mkdir(exist_ok=True)
    except OSError as error:
        raise trouble(error, folder) from error


def _noting(records: Iterable[T], seen: set[str]) -> Iterator[T]:
    for record in records:
        seen.add(id_of(record))
        yield record


def _snapshots(kind: str, at: str, added: list[str], removed: list[str]) -> Iterator[Snapshot]:
    """The change in rows of bounded size; one row even when nothing changed, to say that the current set is known."""
    for first in range(0, max(len(added), len(removed), 1), _IDS):
        part = slice(first, first + _IDS)
        yield Snapshot(
            content_id("snapshot", kind, at, first), kind, tuple(added[part]), tuple(removed[part])
        )


def _matter(decision: Decision) -> tuple[frozenset[str | None], str | None]:
    """What a decision is about: a claim or incident, or a pair in either order, and a field. An incident is its first claim in a pair."""
    about = (
        (decision.about, decision.other)
        if decision.other is None
        else map(anchor, (decision.about, decision.other))
    )
    return frozenset(about), decision.field


def _check(decision: Decision) -> None:
    """Whether it can be kept for good."""
    if not decision.reason.strip():
        raise BadInput("say in one line why: the reason is kept with the decision for good")
    if decision.other is not None and anchor(decision.about) == anchor(decision.other):
        raise BadInput(f"{decision.verdict.value} is about two things, and these are one: {decision.about}")
    if decision.verdict is Verdict.CORRECT:
        check_correction(decision.field, decision.value, decision.about)


def _filled(decision: Decision, made: list[Decision]) -> Decision:
    """With what it replaces and its id."""
    if decision.verdict is Verdict.UNDO:
        if decision.about not in {d.id for d in made}:
            raise BadInput(f"there is no decision {decision.about} to undo: onrecord history lists them")
        if back := undone(made).get(decision.about):
            raise BadInput(f"{decision.about} was taken back already, by {back.by}: nothing is left to undo")
        kept = replace(decision, replaces=None)
    else:
        before = [d for d in standing(made) if _matter(d) == _matter(decision)]
        kept = replace(decision, replaces=before[-1].id if before else None)
    return kept if kept.id else replace(kept, id=_decision_id(kept))


def _decision_id(decision: Decision) -> str:
    d = decision
    return content_id(
        "decision", d.about, d.other, d.verdict, d.field, d.value, d.reason, d.by, d.at, d.replaces
    )
