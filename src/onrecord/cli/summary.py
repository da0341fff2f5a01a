"""The plain words at the end of a run."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from onrecord.model import Record, Status
from onrecord.watch import Watch

_SHOWN = 10  # failures listed; all of them are in the record


def print_summary(console: Console, record: Record, watch: Watch, case: Path) -> None:
    """What was read, what came of it, what went wrong, what to do next."""
    for line in _lines(record, watch, case):
        console.print(line, highlight=False, markup=False, soft_wrap=True)


def _lines(record: Record, watch: Watch, case: Path) -> Iterator[str]:
    contested = [i for i in record.incidents if i.status in (Status.CONTESTED, Status.DENIED) or i.contested]
    yield (
        f"{len(record.documents)} articles from {len(record.origins)} origins, {len(record.claims)} claims, "
        f"{len(record.incidents)} incidents, {len(contested)} of them contested"
    )
    for note, number in sorted(Counter(note for _, note in record.notes).items()):
        yield f"{number} article{'s' if number > 1 else ''} kept but not read: {note}"
    for failure in watch.failures[:_SHOWN]:
        yield f"failed: {failure.record}: {failure.reason}"
    if len(watch.failures) > _SHOWN:
        yield f"… and {len(watch.failures) - _SHOWN} more failures"
    slowest = watch.slowest()
    if slowest:
        yield f"slowest step: {slowest[0]}, {slowest[1]:.1f} s"
    yield f"next: onrecord show --case {case}, then onrecord show --case {case} INCIDENT"
