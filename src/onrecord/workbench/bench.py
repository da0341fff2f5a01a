"""The case as the workbench holds it: open for reading all the time, for writing only while a decision is written."""

import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

from onrecord.errors import CaseBusy
from onrecord.model import Capture, Decision, Rule, content_id
from onrecord.store.case import Case
from onrecord.store.fold.decided import Decided, in_force, undone
from onrecord.store.index import Filter, Index, queue
from onrecord.store.index.columns import warm
from onrecord.watch import Show, quiet

_REST = 10.0  # seconds until what failed is tried again
_PAUSE = 0.05  # seconds between two tries
_PATIENCE = (
    5.0  # seconds to wait for a run that writes to the case; then the person is told, and nothing is lost
)
_HASTE = (
    10.0  # seconds in which the same form from the same person is a double click, and not a second decision
)


@dataclass(frozen=True, slots=True)
class Said:
    """All decisions of the case up to a row of its ledger, oldest first, with what they come to."""

    seq: int
    all: tuple[Decision, ...]
    rule: Rule | None
    decided: Decided
    undone: dict[str, Decision]

    def by_id(self, id_: str) -> Decision | None:
        """The decision with this id."""
        return next((d for d in self.all if d.id == id_), None)


class Bench:
    """What the pages ask. Safe in threads: readers have a connection each, decisions are written one after another."""

    def __init__(self, case: Case, index: Index) -> None:
        self.case = case
        self.index = index
        self._deciding = threading.Lock()
        self._following = threading.Lock()
        self._here = threading.local()
        self._slow: threading.Thread | None = None
        self._seen = -1
        self._rests_until = 0.0
        self._said: Said | None = None
        self._waiting: dict[str, tuple[str | None, int]] = {}
        self._sent: dict[str, tuple[Hashable, float, list[Decision]]] = {}
        self.trouble: str | None = None

    @classmethod
    @contextmanager
    def open(cls, folder: Path, show: Show = quiet) -> "Iterator[Bench]":
        """Open a case with its index, which is made first where there is none."""
        with Case.open(folder) as case, Index.open(case, show) as index:
            warm(index.read())
            yield cls(case, index)

    def fresh(self, patience: float = 1.0) -> bool:
        """Follow what was written to the case. A decision or two take hundredths of a second; what takes longer than `patience` seconds goes
        on aside while the old index is read, and nobody else waits for it. False as long as it does."""
        done = self._fresh(patience)
        made = len(self.said().all)
        self._here.heard = made if done else made - self._behind()
        return done

    @property
    def heard(self) -> int:
        """How many decisions there were when this thread last called `fresh`, as far as the index has them: a page shows no more."""
        return getattr(self._here, "heard", 0)

    @property
    def remaking(self) -> bool:
        """Whether the index is being brought up to date and takes its time, so that pages show an older one."""
        return self._slow is not None and self._slow.is_alive()

    def _behind(self) -> int:
        return sum(row.kind == Decision.__name__ for row in self.case.since(self.index.seq() or 0))

    def _fresh(self, patience: float) -> bool:
        newest = self.case.head().seq
        if newest == self._seen and self.index.is_there():
            return True
        if monotonic() < self._rests_until:
            return False
        if not self._following.acquire(timeout=0 if self.remaking else patience):
            return False
        if self._seen >= newest and self.index.is_there():
            self._following.release()
            return True
        work = threading.Thread(target=self._follow, args=(newest,), daemon=True)
        work.start()
        work.join(patience)
        if work.is_alive():
            self._slow = work
            return False
        return True

    def _follow(self, newest: int) -> None:
        try:
            self.index.refresh()
            self._seen, self.trouble = newest, None
        except Exception as error:  # whatever it is: the pages go on with the index that is there, and say so
            self._rests_until = monotonic() + _REST
            self.trouble = f"the index cannot be brought up to date ({error}): what is decided is kept, and shows once it can"
        finally:
            self._following.release()

    def waiting(self, person: str) -> int:
        """How many tasks wait for a person, counted once for each state of the index."""
        state = self.index.state()
        if self._waiting.get(person, (None, 0))[0] != state:
            self._waiting[person] = state, queue.waiting(self.index.read(), Filter(), person)
        return self._waiting[person][1]

    def said(self) -> Said:
        """All decisions as they are now."""
        known, newest = self._said, self.case.head().seq
        if known is None or known.seq != newest:
            made, rule = tuple(self.case.records(Decision)), self.case.rule()
            decided = in_force(made, rule.reviewers if rule else 1)
            known = self._said = Said(newest, made, rule, decided, undone(made))
        return known

    def decide(
        self, make: Callable[[], Sequence[Decision]], sent: tuple[str, Hashable] | None = None
    ) -> list[Decision]:
        """Keep the decisions that `make` gives, all or none, and bring the index up to date. It is called while nobody else can write.
        `sent` is a person and what they sent: the same twice in haste is decided once, and gives the same decisions again.

        Raises:
            BadInput: one cannot be kept.
            CaseBusy: a run holds the case; nothing was kept.
        """
        self.fresh()
        with self._deciding:
            by, form = sent or ("", None)
            before, at, kept = self._sent.get(by, (None, 0.0, []))
            if form is not None and form == before and monotonic() - at < _HASTE and self._stand(kept):
                return kept
            with self._writing() as case:
                kept = case.decide_all(make())
            self._sent[by] = form, monotonic(), kept
        self.fresh(_PATIENCE)
        return kept

    def _stand(self, kept: Sequence[Decision]) -> bool:
        """Whether nobody took these back or decided otherwise since."""
        ids, said = {d.id for d in kept}, self.said()
        return ids.isdisjoint(said.undone) and ids.isdisjoint(d.replaces for d in said.all)

    def lay_down(self, reviewers: int, reason: str, by: str) -> None:
        """How many people must accept from now on."""
        at = datetime.now(UTC)
        with self._deciding, self._writing() as case:
            case.add([Rule(content_id("rule", reviewers, reason, by, at), reviewers, reason, by, at)])

    @contextmanager
    def _writing(self) -> Iterator[Case]:
        """The case, for writing, as soon as a run that holds it lets go."""
        until = monotonic() + _PATIENCE
        with ExitStack() as stack:
            while True:
                try:
                    case = stack.enter_context(Case.open(self.case.folder, write=True))
                    break
                except CaseBusy:
                    if monotonic() > until:
                        raise
                    sleep(_PAUSE)
            yield case

    def capture(self, id_: str) -> Capture:
        """The bytes' record."""
        return self.case.get(Capture, id_)
