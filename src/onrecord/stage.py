"""How a step is declared."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.model import MadeBy


def nothing() -> None:
    """A stage that needs no models opens nothing."""


@dataclass(frozen=True)
class Stage:
    """A named, versioned, pure function over records.

    ``run(records, opened)`` gets a batch (map) or, with `by`, all records of one key (group), and what `open` gave. It yields records of type
    `makes` or `Failure` rows. It does no input or output, looks at no clock and draws no lots: the same records in any order and any batches
    give the same records out. `model` names the model or data set, for `made_by`.
    """

    name: str
    version: int
    reads: tuple[type, ...]
    makes: type
    run: Callable[..., Iterable[Any]]
    open: Callable[[], Any] = nothing
    by: Callable[[Any], str] | None = None
    batch: int = 64
    model: str | None = None

    @property
    def made_by(self) -> MadeBy:
        """What is written into every record it makes."""
        return MadeBy(self.name, self.version, self.model)
