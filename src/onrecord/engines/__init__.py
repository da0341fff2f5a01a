"""Where stages run: in this process (`inline`) or in several (`pool`). Both give the same records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, Self

from onrecord.stage import Stage


class Engine(Protocol):
    """Runs stages over records. Use it in a ``with``: its workers end there.

    A `Failure` among the records passes every stage untouched, wherever it comes from.
    """

    def map(self, stages: Sequence[Stage], records: Iterable[Any]) -> Iterator[Any]:
        """Send every record through all the stages, each batch in one worker; the results keep the order of the batches.

        `records` may be endless: it is read only a few batches ahead. A record on which a stage raises comes out as a `Failure`.

        Raises:
            OnRecordError: a stage could not be opened, or workers cannot be kept alive.
        """
        ...

    def group(self, stage: Stage, records: Iterable[Any]) -> Iterator[Any]:
        """Run a stage on all records of each key (`Stage.by`) at once, keys in sorted order; a group that raises is one `Failure`."""
        ...

    @property
    def spent(self) -> Mapping[str, float]:
        """Seconds of work in each stage so far, over all workers, without opening it."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
