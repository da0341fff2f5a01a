"""What every engine does with a batch: the stages one after another, and a `Failure` for what cannot be handled."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from time import perf_counter
from typing import Any, NamedTuple

from onrecord.errors import MissingResource, OnRecordError
from onrecord.model import Document, Evidence, Failure, Reading
from onrecord.stage import Stage

_WEIGHT = 2_000_000  # characters or bytes in a batch: a few large pages make a batch of their own, so that memory stays bounded


class Group(NamedTuple):
    """All records of one key."""

    key: str
    records: list[Any]


class Work(NamedTuple):
    """What came of a batch, and the seconds each stage took."""

    results: list[Any]
    spent: dict[str, float]


class Clock(dict[str, float]):
    """Seconds by stage."""

    def add(self, spent: Mapping[str, float]) -> None:
        """Add what a batch took."""
        for name, seconds in spent.items():
            self[name] = self.get(name, 0.0) + seconds


class Opened:
    """What stages have opened in this process: each `Stage.open` is called once."""

    def __init__(self) -> None:
        self._kept: dict[Callable[[], Any], Any] = {}

    def of(self, stage: Stage) -> Any:
        """What `stage.open` gave.

        Raises:
            OnRecordError: it cannot be opened; then no record is to blame, and the run stops.
        """
        if stage.open not in self._kept:
            try:
                self._kept[stage.open] = stage.open()
            except OnRecordError:
                raise
            except Exception as error:
                raise MissingResource(
                    f"what the step {stage.name} needs cannot be opened: {reason(error)}"
                ) from error
        return self._kept[stage.open]


def through(stages: Sequence[Stage], batch: Sequence[Any], opened: Opened) -> Work:
    """Send a batch through the stages. A record that comes out of one as a `Failure` skips the others."""
    records, failures, spent = list(batch), [], Clock()
    for stage in stages:
        resource = opened.of(stage)
        begun = perf_counter()
        made = [out for part in _parts(records, stage.batch) for out in _carefully(stage, part, resource)]
        spent.add({stage.name: perf_counter() - begun})
        failures += [out for out in made if isinstance(out, Failure)]
        records = [out for out in made if not isinstance(out, Failure)]
    return Work(records + failures, spent)


def through_group(stage: Stage, groups: Sequence[Group], opened: Opened) -> Work:
    """Run a group stage on whole groups."""
    resource = opened.of(stage)
    begun = perf_counter()
    made = [out for group in groups for out in _whole(stage, group, resource)]
    return Work(made, {stage.name: perf_counter() - begun})


def _parts(records: list[Any], size: int) -> Iterator[list[Any]]:
    for first in range(0, len(records), size):
        yield records[first : first + size]


def _carefully(stage: Stage, batch: list[Any], resource: Any) -> list[Any]:
    """The stage's results; when it raises, those of every record alone, so that one bad page costs only itself."""
    good = [record for record in batch if not isinstance(record, Failure)]
    try:
        return [*(r for r in batch if isinstance(r, Failure)), *(stage.run(good, resource) if good else ())]
    except MissingResource:
        raise  # not the record's fault: every other would fail too
    except Exception as error:
        if len(batch) == 1:
            return [Failure(name_of(batch[0]), stage.name, reason(error))]
    return [out for record in batch for out in _carefully(stage, [record], resource)]


def _whole(stage: Stage, group: Group, resource: Any) -> list[Any]:
    try:
        return list(stage.run(group.records, resource))
    except MissingResource:
        raise
    except Exception as error:
        return [Failure(group.key, stage.name, reason(error))]


def reason(error: Exception) -> str:
    """One line on an error: our own errors say what to do next, for any other we do."""
    if isinstance(error, OnRecordError):
        return str(error)
    first = next(iter(str(error).splitlines()), "")[:200]
    return f"{type(error).__name__}: {first} (an error of the program: please report it; the rest went on)"


def name_of(record: Any) -> str:
    """How a `Failure` names a record: its id, or for bytes the file with the place in it."""
    match record:
        case Failure():
            return record.record
        case Reading():
            return record.document.id
        case Evidence():
            return f"{record.capture.where} ({record.capture.id})"
        case Group():
            return record.key
        case _:
            return str(getattr(record, "id", None) or repr(record)[:80])


def weight_of(record: Any) -> int:
    """About how much a record holds, in characters or bytes."""
    match record:
        case Evidence():
            return len(record.content)
        case Document():
            return len(record.text)
        case Reading():
            return len(record.document.text)
        case Group():
            return sum(map(weight_of, record.records))
        case _:
            return 0


def batches(records: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Lists of up to `size` records, or fewer where they are heavy; read no further ahead than one list."""
    batch: list[Any] = []
    weight = 0
    for record in records:
        batch.append(record)
        weight += weight_of(record)
        if len(batch) >= size or weight >= _WEIGHT:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def size_for(stages: Sequence[Stage]) -> int:
    """The largest batch that suits all the stages, since they share what is in flight."""
    return min((stage.batch for stage in stages), default=64)


def grouped(stage: Stage, records: Iterable[Any]) -> tuple[list[Group], list[Failure]]:
    """All groups of a stage in the order of their keys, and the failures that were among the records."""
    if stage.by is None:
        raise ValueError(f"{stage.name} is no group stage: it has no `by`")
    by_key: dict[str, list[Any]] = {}
    failures = []
    for record in records:
        if isinstance(record, Failure):
            failures.append(record)
        else:
            by_key.setdefault(stage.by(record), []).append(record)
    return [Group(key, by_key[key]) for key in sorted(by_key)], failures


def bundles(groups: Sequence[Group], size: int) -> Iterator[list[Group]]:
    """Small groups together, so that sending them costs little; up to about `size` records."""
    bundle: list[Group] = []
    for group in groups:
        bundle.append(group)
        if sum(len(one.records) for one in bundle) >= size:
            yield bundle
            bundle = []
    if bundle:
        yield bundle
