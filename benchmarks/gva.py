"""Reports → incidents on gva-dev-small: linking, numbers, days and places, end to end.

``python -m benchmarks.gva`` prints the scorer's figures; with ``CASE`` another case of reports (its documents are parsed when they are
not in the cache).
"""

import hashlib
import pickle
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.common import ROOT, readings, score
from onrecord.exports.linked import incidents_of
from onrecord.model import Reading
from onrecord.stages.date import DATE
from onrecord.stages.place import PLACE
from onrecord.stages.read import READ
from onrecord.stages.settle import SETTLE

STEPS = (READ, PLACE, DATE, SETTLE)
_SOURCES = ("stages/read", "stages/place", "stages/date", "stages/settle.py", "resources", "model")


def settled(case: str) -> list[Reading]:
    """The case read to the end, kept in a temporary folder until the code of a step changes."""
    kept = Path(tempfile.gettempdir()) / f"onrecord-{case}-{_code()}.pickle"
    if kept.exists():
        return list(pickle.loads(kept.read_bytes()))
    done = list(read_on(readings(case)))
    kept.write_bytes(pickle.dumps(done))
    return done


def read_on(parsed: Sequence[Reading]) -> Iterator[Reading]:
    """Readings with their grammar through all steps that are left."""
    opened = [(step, step.open()) for step in STEPS]
    for reading in parsed:
        batch = [reading]
        for step, resource in opened:
            batch = list(step.run(batch, resource))
        yield from batch


def _code() -> str:
    """A hash of everything that a reading depends on."""
    digest = hashlib.blake2b(digest_size=8)
    for folder in _SOURCES:
        path = ROOT / "src" / "onrecord" / folder
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    return digest.hexdigest()


def main() -> None:
    """Print the figures."""
    case = sys.argv[1] if len(sys.argv) > 1 else "gva-dev-small"
    print(score(case, incidents_of(settled(case), each=False), suffix="incidents"))


if __name__ == "__main__":
    main()
