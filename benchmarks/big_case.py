"""A generated case on which the workbench is measured: all that a run would have kept, written without reading a page.

Run: ``python -m benchmarks.big_case FOLDER [--documents 100000] [--incidents 20000] [--seed 1]``. Nothing told in it happened; places are
real, everything else is made up (`big_words.toml`). The same numbers and seed give the same records; only the rows' times differ. Pages
come by the thousand, as in a case that grew over months, and those of one incident lie apart.
"""

import argparse
import resource
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter
from typing import IO, Any

from benchmarks.big_decisions import decisions
from benchmarks.big_links import between, near_miss, origin, within
from benchmarks.big_pages import Made, pages, quiet, story
from benchmarks.big_plan import Plan, is_twin, plan, sizes
from onrecord.intake.evidence import EvidenceStore
from onrecord.model import Capture, Claim, Decision, Document, Failure, Link, Origin, Receipt
from onrecord.store.case import Case
from onrecord.store.rows import decode, encode

QUIET = 0.20  # of the pages tell of no harm
_ASIDE = 0.05  # of the reports tell in passing of an earlier incident too
_COPIES = 12  # pages of one report at most
_CHUNK = 1_000  # pages written at once: about 20 MB
_DECIDED = 360  # incidents looked at by a person, or one in eight of a small case
KINDS = (Capture, Document, Receipt, Claim, Origin, Link, Decision, Failure)


@dataclass(frozen=True, slots=True)
class Size:
    """How large the case is to be, and the seed that everything is drawn from."""

    documents: int = 100_000
    incidents: int = 20_000
    seed: int = 1


class Aside:
    """Records of one type set aside in a file until it is their turn: the links of 100,000 pages in memory are 200 MB."""

    def __init__(self, file: IO[str], kind: type) -> None:
        self._file = file
        self._kind = kind.__name__

    def add(self, records: Iterable[Any]) -> None:
        """Set some aside."""
        self._file.writelines(f"{encode(record)}\n" for record in records)

    def all(self) -> Iterator[Any]:
        """Everything set aside, in order."""
        self._file.seek(0)
        yield from (decode(self._kind, line) for line in self._file)


@dataclass
class Making:
    """What must be known of earlier incidents while later ones are made: a claim of each, and all claims of those to be decided about."""

    size: Size
    origins: Aside
    links: Aside
    anchors: list[str] = field(default_factory=list)
    known: dict[int, list[str]] = field(default_factory=dict)
    made: int = 0

    def incident(self, number: int, count: int) -> list[Made]:
        """The pages of an incident, with what joins them set aside."""
        about, draw = plan(self.size.seed, number), Random(f"{self.size.seed} joins {number}")
        found: list[Made] = []
        links: list[Link] = []
        for report, copies in enumerate(_reports(count, draw)):
            beside = self._beside(number, draw)
            told = story(self.size.seed, about, report, plan(self.size.seed, beside) if beside else None)
            named = f"{number} {report}"
            new = list(pages(self.size.seed, named, told, copies, self._numbers(copies)))
            self.origins.add([origin(new)])
            for n, page in enumerate(new):
                links += self._joins(page, found, about, draw, copies=n > 0)
                found.append(page)
        self.anchors.append(found[0].told[0][1][0].id)
        if about.twin:
            links += self._near(about, found, draw)
        self.links.add(links)
        return found

    def quiet(self, number: int) -> Made:
        """A page that tells of no harm, and is its own origin."""
        (page,) = pages(self.size.seed, f"quiet {number}", quiet(self.size.seed, number), 1, self._numbers(1))
        self.origins.add([origin([page])])
        return page

    def _numbers(self, count: int) -> int:
        first, self.made = self.made, self.made + count
        return first

    def _beside(self, number: int, draw: Random) -> int | None:
        return draw.randrange(number) if number and draw.random() < _ASIDE else None

    def _joins(
        self, page: Made, earlier: Sequence[Made], about: Plan, draw: Random, *, copies: bool
    ) -> Iterator[Link]:
        for number, claims in page.told:
            if number in self.known:
                self.known[number] += [c.id for c in claims]
            yield from within(claims)
            first = claims[0].id
            if number != about.number:
                yield between(self.anchors[number], first, plan(self.size.seed, number), draw)
            elif earlier:
                other = earlier[-1] if copies else draw.choice(earlier)
                yield between(other.told[0][1][0].id, first, about, draw, copies=copies)

    def _near(self, about: Plan, found: Sequence[Made], draw: Random) -> Iterator[Link]:
        """One to three near misses to the incident before."""
        before = plan(self.size.seed, about.number - 1)
        for page in found[: draw.randint(1, 3)]:
            yield near_miss(self.anchors[-2], page.told[0][1][0].id, before, about, draw)


def write(folder: Path, size: Size) -> None:
    """Make the case in a new or empty folder.

    Raises:
        ValueError: more incidents than pages that can tell of them.
        CaseError, DiskFull: as `Case.open` and `EvidenceStore`.
    """
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as origins,
        tempfile.TemporaryFile("w+", encoding="utf-8") as links,
        Case.open(folder, create=True) as case,
    ):
        making = Making(size, Aside(origins, Origin), Aside(links, Link))
        chosen = _chosen(size)
        making.known = {n: [] for n in chosen}
        case.begin("python -m benchmarks.big_case")
        _keep(case, _chunks(_pages(making)))
        case.renew(Origin, making.origins.all())
        case.renew(Link, making.links.all())
        case.renew(Failure, _failures(case))
        case.end({kind.__name__.lower(): case.count(kind) for kind in KINDS})
        plans = {n: plan(size.seed, n) for n in chosen}
        case.decide_all(decisions(making.known, plans, Random(f"{size.seed} decisions")))


def _pages(making: Making) -> Iterator[Made]:
    """Incident after incident, with the pages that tell of no harm spread evenly among them."""
    size = making.size
    silent = round(size.documents * QUIET)
    counts = sizes(size.seed, size.incidents, size.documents - silent)
    shown = written = 0
    for number, count in enumerate(counts):
        yield from making.incident(number, count)
        written += count
        due = silent * written // (size.documents - silent)
        yield from (making.quiet(n) for n in range(shown, due))
        shown = due


def _chunks(found: Iterator[Made]) -> Iterator[list[Made]]:
    chunk: list[Made] = []
    for page in found:
        chunk.append(page)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    yield chunk


def _keep(case: Case, chunks: Iterator[list[Made]]) -> None:
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


def _reports(count: int, draw: Random) -> Iterator[int]:
    """How many papers print each report: most are printed once, some by a dozen."""
    while count > 0:
        copies = min(count, 1 if draw.random() < 0.75 else min(_COPIES, 2 + int(draw.expovariate(0.4))))
        yield copies
        count -= copies


def _chosen(size: Size) -> list[int]:
    """The numbers of the incidents that people decide about, a quarter of them in nearly-same pairs."""
    draw, most = Random(f"{size.seed} chosen"), min(_DECIDED, max(4, size.incidents // 8))
    twins = [n for n in range(size.incidents) if is_twin(size.seed, n)]
    pairs = {m for n in draw.sample(twins, min(len(twins), most // 4)) for m in (n - 1, n)}
    return sorted(pairs | set(draw.sample(range(size.incidents), max(0, most - len(pairs) // 2))))


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
    write(given.folder, Size(given.documents, given.incidents, given.seed))
    seconds = perf_counter() - began
    with Case.open(given.folder) as case:
        print(", ".join(f"{case.count(kind):,} {kind.__name__.lower()}s" for kind in KINDS))
    size = sum(file.stat().st_size for file in given.folder.rglob("*") if file.is_file())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{seconds:.0f} s, {size / 1e6:,.0f} MB on the disk, peak memory {peak:,} MB")


if __name__ == "__main__":
    main()
