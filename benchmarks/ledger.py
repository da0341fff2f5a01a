"""How fast a case takes, gives and checks records, and the memory it takes.

Run: ``python -m benchmarks.ledger [CLAIMS]``. Each claim has about 2 kB, as those of the practice articles have.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from onrecord.model import (
    Attribution,
    Candidate,
    Capture,
    Claim,
    Count,
    Document,
    Harm,
    How,
    Kind,
    Link,
    MadeBy,
    Passage,
    Place,
    Precision,
    Receipt,
    SpeakerKind,
    content_id,
)
from onrecord.store.case import Case

MADE_BY = tuple(MadeBy(stage, 1, "a model 1.0") for stage in ("parse", "read", "place", "date", "settle"))
CAPTURE = Capture(
    "capture-1", "0" * 64, 3, "text/plain", How.FILE, "page.txt", datetime(2026, 1, 1, tzinfo=UTC)
)
DOCUMENT = Document("document-1", CAPTURE.id, "Shells fell on the bridge. " * 93, MADE_BY[0])


def claim(n: int) -> Claim:
    """A claim with a speaker, a count and a place."""
    words = Passage(n, n + 6, "Shells")
    sentence = Passage(n, n + 140, "Shells fell on the bridge, he said. " * 4)
    place = Candidate("Bridgetown", 1.5, 2.5, "XX", Precision.SETTLEMENT, 1, "Province", "District", 1000)
    return Claim(
        content_id("claim", n),
        DOCUMENT.id,
        MADE_BY,
        Kind.SHELLING,
        words,
        sentence,
        attributions=(Attribution(words, words, sentence, SpeakerKind.OFFICIAL),),
        counts=(Count(Harm.KILLED, 1, 2, words),),
        place=Place(words, place, "the only place of this name in the country", (place, place)),
    )


def link(n: int) -> Link:
    """A link between two claims."""
    left, right = sorted((content_id("claim", n), content_id("claim", n + 1)))
    return Link(content_id("link", left, right), left, right, 0.9, (), True, MADE_BY[0])


@contextmanager
def timed(what: str, count: int) -> Iterator[None]:
    """Print a line: how many a second of processor time (the machine may be shared), and the peak memory so far."""
    begun, used = time.perf_counter(), time.process_time()
    yield
    seconds, used = time.perf_counter() - begun, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{what:34} {count:8,}  {seconds:6.1f} s  {used:6.2f} s of work  {count / used:9,.0f} a second of work  peak {peak} MB"
    )


def main(count: int) -> None:
    """All that a case does, on one of this size."""
    with tempfile.TemporaryDirectory() as outer:
        folder = Path(outer) / "case"
        with Case.open(folder, create=True) as case:
            case.add([CAPTURE, DOCUMENT])
            with timed("add claims, all at once", count):
                case.add(claim(n) for n in range(count))
            with timed("add claims already there", count):
                case.add(claim(n) for n in range(count))
            with timed("add batches of 64", 6400):
                for first in range(count, count + 6400, 64):
                    case.add(claim(n) for n in range(first, first + 64))
            case.add([Receipt("receipt-1", DOCUMENT.id, MADE_BY, tuple(case.ids(Claim)))])
            with timed("renew links", count):
                case.renew(Link, (link(n) for n in range(count)))
            with timed("renew links, one changed", count):
                case.renew(Link, (link(n) for n in range(1, count + 1)))
        with Case.open(folder) as case:
            with timed("read current claims", count + 6400):
                assert sum(1 for _ in case.current(Claim)) == count + 6400
            with timed("get a claim", 2000):
                for n in range(2000):
                    case.get(Claim, content_id("claim", n))
            with timed("verify rows", case.head().seq):
                assert not list(case.verify())
        size = (folder / "record.sqlite").stat().st_size
        print(f"{size / 1e6:.0f} MB on the disk")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
