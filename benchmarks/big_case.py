"""A generated case on which the workbench is measured: all that a run would have kept, written without reading a page.

Run: ``python -m benchmarks.big_case FOLDER [--documents 100000] [--incidents 20000] [--seed 1]``. Nothing told in it happened; places are
real, everything else is made up (`big_words.toml`). The same numbers and seed give the same records; only the rows' times differ. Pages
come by the thousand, as in a case that grew over months, and those of one incident lie apart.
"""

import argparse
import resource
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.big_decisions import decisions
from benchmarks.big_making import LINKS, ORIGINS, Size, aside, known, made, made_beside
from benchmarks.big_pages import Made
from benchmarks.big_plan import plan
from onrecord.intake.evidence import EvidenceStore
from onrecord.model import Capture, Claim, Decision, Document, Failure, Link, Origin, Receipt
from onrecord.store.case import Case

KINDS = (Capture, Document, Receipt, Claim, Origin, Link, Decision, Failure)


def write(folder: Path, size: Size, *, beside: bool = False) -> None:
    """Make the case in a new or empty folder; with `beside` its pages are made in a second process, so that two processors share the work.

    Raises:
        ValueError: more incidents than pages that can tell of them.
        CaseError, DiskFull: as `Case.open` and `EvidenceStore`.
    """
    counts = size.counts()
    with tempfile.TemporaryDirectory() as name, Case.open(folder, create=True) as case:
        files = Path(name)
        case.begin("python -m benchmarks.big_case")
        _keep(case, (made_beside if beside else made)(size, counts, files))
        case.renew(Origin, aside(files, ORIGINS, Origin))
        case.renew(Link, aside(files, LINKS, Link))
        case.renew(Failure, _failures(case))
        case.end({kind.__name__.lower(): case.count(kind) for kind in KINDS})
        claims = known(files)
        plans = {n: plan(size.seed, n) for n in claims}
        case.decide_all(decisions(claims, plans, Random(f"{size.seed} decisions")))


def _keep(case: Case, chunks: Iterable[list[Made]]) -> None:
    """As a run does: first the bytes, then the rows that say they are there; pages in no order of incidents."""
    with EvidenceStore(case.folder) as store:
        for number, chunk in enumerate(chunks):
            Random(f"chunk {number}").shuffle(chunk)
            captures = [store.add(page.evidence) for page in chunk]
            store.flush()
            case.add(captures)
            case.add(page.document for page in chunk)
            case.add(record for page in chunk for record in _read(page))


def _read(page: Made) -> Iterator[Claim | Receipt]:
    for _, claims in page.told:
        yield from claims
    yield page.receipt()


def _failures(case: Case) -> Iterator[Failure]:
    """Files that could not be taken in."""
    why = ("is empty: fetch the page again", "is packed twice; unpack it first", "is no text, HTML or PDF")
    for n in range(min(9, 1 + case.count(Document) // 100)):
        yield Failure(f"pages/broken/{n}.bin", "intake", f"pages/broken/{n}.bin {why[n % 3]}")


def main() -> None:
    """Write the case and print what it took."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    for name, number in (("documents", 100_000), ("incidents", 20_000), ("seed", 1)):
        arguments.add_argument(f"--{name}", type=int, default=number)
    given = arguments.parse_args()
    began = perf_counter()
    write(given.folder, Size(given.documents, given.incidents, given.seed), beside=True)
    seconds = perf_counter() - began
    with Case.open(given.folder) as case:
        print(", ".join(f"{case.count(kind):,} {kind.__name__.lower()}s" for kind in KINDS))
    size = sum(file.stat().st_size for file in given.folder.rglob("*") if file.is_file())
    peaks = [
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    memory = f"peak memory {peaks[0]:,} MB, and {peaks[1]:,} MB in the process that makes the pages"
    print(f"{seconds:.0f} s, {size / 1e6:,.0f} MB on the disk, {memory}")


if __name__ == "__main__":
    main()
