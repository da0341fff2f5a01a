"""Several processes on this machine. A worker that dies is replaced, and what it had is done again."""

import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Any, Self

from onrecord.engines import worker
from onrecord.engines.work import (
    Clock,
    Opened,
    Work,
    batches,
    bundles,
    grouped,
    name_of,
    reason,
    size_for,
    through_group,
)
from onrecord.errors import OnRecordError, WorkerDied
from onrecord.model import Failure
from onrecord.stage import Stage

_TRIES = 3  # workers a batch may lose before its records are tried one by one
_WINDOW = 4  # batches under way for each worker: with times as uneven as those of pages, 1 keeps 8 workers 57 % busy, 2 80 %, 4 93 %, 8 96 %

_DEADLY = (
    f"it ended its worker process {_TRIES + 1} times (too little memory, or a crash in a library) and was left out: "
    "try it on a machine with more memory, or report it"
)

Task = Callable[[Sequence[Any]], Work]


@dataclass
class _Job:
    """A batch under way."""

    batch: list[Any]
    future: "Future[Work]"
    tries: int = field(default=0)


class Pool:
    """`workers` processes, begun fresh (``spawn``) so that they inherit no locks, threads or open files.

    An executor and not `multiprocessing.Pool`, which begins workers for ever when they cannot be set up and waits for ever when one is killed.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._executor = self._begin()
        self._opened = Opened()
        self.spent = Clock()

    def map(self, stages: Sequence[Stage], records: Iterable[Any]) -> Iterator[Any]:
        """See `onrecord.engines.Engine`."""
        stages = tuple(stages)
        return self._each(stages, partial(worker.run, stages), batches(records, size_for(stages)))

    def group(self, stage: Stage, records: Iterable[Any]) -> Iterator[Any]:
        """See `onrecord.engines.Engine`."""
        groups, failures = grouped(stage, records)
        yield from failures
        if len(groups) == 1:  # the whole case at once: sending it would only hold it twice
            yield from self._done(through_group(stage, groups, self._opened))
            return
        yield from self._each((stage,), partial(worker.run_groups, stage), bundles(groups, stage.batch))

    def _each(self, stages: tuple[Stage, ...], task: Task, work: Iterable[list[Any]]) -> Iterator[Any]:
        """The results batch by batch in the order of the input, with a bounded number of batches under way."""
        pickle.dumps(
            stages
        )  # a stage that cannot be sent is an error of the program: say so before any record is read
        source, jobs = iter(work), deque[_Job]()
        try:
            while True:
                for batch in islice(source, self._workers * _WINDOW - len(jobs)):
                    jobs.append(_Job(batch, self._submit(task, batch)))
                if not jobs:
                    return
                yield from self._next(stages, task, jobs)
        finally:
            for job in jobs:
                job.future.cancel()

    def _next(self, stages: tuple[Stage, ...], task: Task, jobs: deque[_Job]) -> Iterator[Any]:
        """The results of the batch whose turn it is; none yet when its worker died and it is sent again."""
        try:
            done = self._done(jobs[0].future.result())
        except (BrokenProcessPool, CancelledError):
            yield from self._recover(stages, task, jobs)
        except OnRecordError:
            raise  # a stage could not be opened
        except (
            Exception
        ):  # what a stage raises is a `Failure` already: this batch, or what came of it, could not be sent
            yield from self._apart(stages, task, jobs.popleft().batch)
        else:
            jobs.popleft()
            yield from done

    def _recover(self, stages: tuple[Stage, ...], task: Task, jobs: deque[_Job]) -> Iterator[Any]:
        """Begin new workers and send them what was lost. The batch that is next in turn and has lost too many is taken apart."""
        self._replace(stages)
        lost = [job for job in jobs if _lost(job.future)]
        for job in lost:
            job.tries += 1
        if jobs[0].tries >= _TRIES:
            yield from self._apart(stages, task, jobs.popleft().batch)
        for job in jobs:
            if _lost(job.future):
                job.future = self._submit(task, job.batch)

    def _apart(self, stages: tuple[Stage, ...], task: Task, batch: list[Any]) -> Iterator[Any]:
        """Every record of a batch with nothing else under way: one that ends its worker once more is named and left out."""
        step = "+".join(stage.name for stage in stages)
        for record in batch:
            try:
                yield from self._done(self._submit(task, [record]).result())
            except BrokenProcessPool:
                self._replace(stages)
                yield Failure(name_of(record), step, _DEADLY)
            except OnRecordError:
                raise
            except Exception as error:
                yield Failure(name_of(record), step, reason(error))

    def _submit(self, task: Task, batch: list[Any]) -> "Future[Work]":
        try:
            with _deaf():
                return self._executor.submit(task, batch)
        except BrokenProcessPool as error:
            broken: Future[Work] = Future()
            broken.set_exception(error)
            return broken

    def _replace(self, stages: tuple[Stage, ...]) -> None:
        """New workers in place of broken ones; they must live long enough to open the stages, else no record is to blame."""
        _kill_workers(self._executor)
        self._executor.shutdown()
        self._executor = self._begin()
        try:
            with _deaf():
                ready = self._executor.submit(worker.ready, stages)
            ready.result()
        except BrokenProcessPool as error:
            names = ", ".join(stage.name for stage in stages)
            raise WorkerDied(
                f"worker processes end while they get ready for {names}: run with --workers 1 to see why; what was reported as done is safe"
            ) from error

    def _begin(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"), initializer=worker.begin)

    def _done(self, work: Work) -> list[Any]:
        self.spent.add(work.spent)
        return work.results

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Workers that begin now never hear Ctrl-C, not even before `worker.begin`; this process hears it right after."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _kill_workers(executor: ProcessPoolExecutor) -> None:
    """What `kill_workers` of Python 3.14 does. A worker that begins while a broken executor ends the others is not ended with them, and
    `shutdown` then waits for it for ever (seen once in some hundred runs of the tests, Python 3.11.7)."""
    for process in list((executor._processes or {}).values()):
        process.kill()


def _lost(future: "Future[Work]") -> bool:
    return future.cancelled() or (future.done() and isinstance(future.exception(), BrokenProcessPool))
