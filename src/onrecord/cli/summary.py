"""The plain words at the end of a run."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from rich.console import Console

from onrecord.cli.say import counted, failed, line
from onrecord.cli.show import short
from onrecord.model import Record, Status
from onrecord.watch import Watch

_SHOWN = 10  # failures listed; `onrecord show --failures` lists all


def print_summary(console: Console, record: Record, watch: Watch, case: Path, head: str) -> None:
    """What was read, what came of it, what went wrong, what to do next. `head` is the chain's newest hash."""
    for one in _lines(record, watch, quote(str(case)), head):
        console.print(line(one), highlight=False, markup=False, soft_wrap=True)


def _lines(record: Record, watch: Watch, case: str, head: str) -> Iterator[str]:
    contested = [i for i in record.incidents if i.status in (Status.CONTESTED, Status.DENIED) or i.contested]
    yield (
        f"{counted(len(record.documents), 'article')} from {counted(len(record.origins), 'origin')}, "
        f"{counted(len(record.claims), 'claim')}, {counted(len(record.incidents), 'incident')}, {len(contested)} contested"
    )
    for note, number in sorted(Counter(note for _, note in record.notes).items()):
        yield f"{counted(number, 'article')} kept but not read: {note}"
    yield from _failures(record, watch, case)
    slowest = watch.slowest()
    if slowest:
        yield f"slowest step: {slowest[0]}, {slowest[1]:.1f} s"
    yield f"newest hash: {head} (write it down: onrecord verify --case {case} --head HASH tells whether rows were cut off)"
    yield f"next: {_next(record, case)}"


def _failures(record: Record, watch: Watch, case: str) -> Iterator[str]:
    """Those of this run; earlier ones that still hold are counted."""
    now = tuple(dict.fromkeys(watch.failures))
    earlier = len(set(record.failures) - set(now))
    if now:
        yield f"{counted(len(now), 'failure')}:"
    yield from (f"failed: {failed(record, one)}" for one in now[:_SHOWN])
    hidden = [f"{len(now) - _SHOWN} more"] if len(now) > _SHOWN else []
    hidden += [f"{earlier} from earlier runs"] if earlier else []
    if hidden:
        yield f"… and {' and '.join(hidden)}: onrecord show --case {case} --failures"


def _next(record: Record, case: str) -> str:
    if record.incidents:
        return f"onrecord show --case {case}, then onrecord show --case {case} INCIDENT"
    if record.documents:
        page = short(next(iter(record.documents)))
        return (
            f"no incident is claimed in these pages; onrecord why --case {case} {page} says how one was read"
        )
    return f"nothing was read yet; give pages, texts, PDF, WARC or JSON Lines: onrecord run PATH... --case {case}"
