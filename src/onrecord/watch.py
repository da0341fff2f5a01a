"""Watches the steps of a run: how far, how long, what went wrong. The only clock of a run; nothing that is kept depends on it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from time import perf_counter
from typing import TypeVar

from onrecord.model import Evidence, Failure

T = TypeVar("T")
Show = Callable[[str, int, int | None], None]
"""Called with the step's name, how many are done, and of how many (None: not known)."""


def quiet(_step: str, _done: int, _total: int | None) -> None:
    """Shows nothing."""


@dataclass
class Watch:
    """Collects seconds per step, what was given and what failed in this run; `show` is told about progress.

    `given` holds the capture id of every place that evidence came from, known or new.
    """

    show: Show = quiet
    seconds: dict[str, float] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)

    def step(self, name: str, records: Iterable[T], total: int | None = None) -> Iterator[T]:
        """Pass records through, counting and timing; failures are passed too, and remembered."""
        began = perf_counter()
        self.show(name, 0, total)
        for done, record in enumerate(records, start=1):
            if isinstance(record, Failure):
                self.failures.append(record)
            elif isinstance(record, Evidence):
                self.given[record.capture.where] = record.capture.id
            self.show(name, done, total)
            yield record
        self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - began

    def slowest(self) -> tuple[str, float] | None:
        """The step that took longest, with its seconds; None before any step."""
        return max(self.seconds.items(), key=lambda item: item[1], default=None)


_BATCH = 100  # records a transaction: what a kill can lose, against one fsync for each


def batches(records: Iterable[T], size: int = _BATCH) -> Iterator[list[T]]:
    """Lists of up to `size` records, in order."""
    rest = iter(records)
    while batch := list(islice(rest, size)):
        yield batch
