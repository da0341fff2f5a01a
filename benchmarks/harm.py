"""What the benchmarks about claims of harm share: read, place, date and settle the cached parses, and link each document alone."""

from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.common import readings
from onrecord.exports.linked import incidents_of
from onrecord.model import Reading
from onrecord.stage import Stage
from onrecord.stages.date import DATE
from onrecord.stages.place import PLACE
from onrecord.stages.read import READ
from onrecord.stages.settle import SETTLE


def settled(case: str, *, every: int = 1) -> list[Reading]:
    """The readings of a case as ``onrecord read`` leaves them; `every` 10 takes each tenth document."""
    found: Iterable[Reading] = readings(case)[::every]
    for stage in (READ, PLACE, DATE, SETTLE):
        found = list(_through(stage, list(found)))
    return list(found)


def _through(stage: Stage, records: list[Reading]) -> Iterator[Reading]:
    yield from stage.run(records, stage.open())


def each(found: Iterable[Reading]) -> list[dict[str, Any]]:
    """``onrecord link --each``."""
    return list(incidents_of(found, each=True))
