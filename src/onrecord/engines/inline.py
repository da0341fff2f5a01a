"""Everything in this process, one batch after another."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self

from onrecord.engines.work import Clock, Opened, Work, batches, grouped, size_for, through, through_group
from onrecord.stage import Stage


class Inline:
    """The reference engine: every other must give what it gives."""

    def __init__(self) -> None:
        self._opened = Opened()
        self.spent = Clock()

    def map(self, stages: Sequence[Stage], records: Iterable[Any]) -> Iterator[Any]:
        """See `onrecord.engines.Engine`."""
        for batch in batches(records, size_for(stages)):
            yield from self._done(through(stages, batch, self._opened))

    def group(self, stage: Stage, records: Iterable[Any]) -> Iterator[Any]:
        """See `onrecord.engines.Engine`."""
        groups, failures = grouped(stage, records)
        yield from failures
        for group in groups:
            yield from self._done(through_group(stage, [group], self._opened))

    def _done(self, work: Work) -> list[Any]:
        self.spent.add(work.spent)
        return work.results

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None
