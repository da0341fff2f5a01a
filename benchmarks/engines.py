"""What the engines themselves cost: records a second through two stages that do next to nothing, and the memory it takes.

On a shared machine the seconds on the clock mean little; the work of this process (its processor time) is what limits a pool of many workers.
Run: ``python -m benchmarks.engines [RECORDS]``. A record here is a reading of 2,500 characters with two claims, about what one article gives.
"""

import resource
import sys
import time
from collections.abc import Iterator, Sequence

from onrecord.engines import Engine
from onrecord.engines.inline import Inline
from onrecord.engines.pool import Pool
from onrecord.model import Claim, Document, Kind, MadeBy, Passage, Reading
from onrecord.stage import Stage
from onrecord.stages.settle import SETTLE

TEXT = "Shells fell on the bridge. " * 93


def readings(count: int) -> Iterator[Reading]:
    """Readings made as they are asked for, so that the memory is the engine's."""
    for n in range(count):
        document = Document(f"document-{n}", f"capture-{n}", TEXT, MadeBy("clean", 1))
        claims = tuple(
            Claim(
                "",
                document.id,
                (),
                Kind.SHELLING,
                Passage.of(TEXT, at, at + 6),
                Passage.of(TEXT, at, at + 26),
            )
            for at in (0, 27)
        )
        yield Reading(document, (MadeBy("read", 1),), claims=claims)


def _same(batch: Sequence[Reading], _: None) -> Sequence[Reading]:
    return batch


def _busy(batch: Sequence[Reading], _: None) -> Iterator[Reading]:
    """A millisecond of work for each record."""
    for reading in batch:
        end = time.perf_counter() + 0.001
        while time.perf_counter() < end:
            pass
        yield reading


SAME = Stage("same", 1, (Reading,), Reading, _same)
BUSY = Stage("busy", 1, (Reading,), Reading, _busy, batch=16)


def measure(name: str, engine: Engine, stages: Sequence[Stage], count: int) -> None:
    """Print one line; the workers are begun before the clock."""
    list(engine.map(stages, readings(2)))
    begun, used = time.perf_counter(), time.process_time()
    found = sum(1 for _ in engine.map(stages, readings(count)))
    seconds, used = time.perf_counter() - begun, time.process_time() - used
    assert found == count
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    steps = "+".join(stage.name for stage in stages)
    each = f"{1e6 * seconds / count:6.0f} µs each, {1e6 * used / count:5.0f} µs of them work of this process"
    print(f"{name:8} {steps:12} {count:7,} records {count / seconds:7,.0f} a second {each}, peak {peak} MB")


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with Inline() as inline, Pool(2) as pool:
        for one, engine in (("inline", inline), ("pool(2)", pool)):
            measure(one, engine, [SAME, SETTLE], number)
            measure(one, engine, [SAME, SETTLE], 4 * number)
            measure(one, engine, [BUSY, SETTLE], number // 10)
