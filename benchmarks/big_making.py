"""Makes the pages of the generated case one after another, here or in a second process, with what joins them set aside in files."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import IO, Any

import msgspec

from benchmarks.big_links import between, near_miss, origin, within
from benchmarks.big_pages import Made, pages, quiet, story
from benchmarks.big_plan import Plan, is_twin, plan, sizes
from onrecord.model import Link, Origin
from onrecord.store.rows import decode, encode

ORIGINS, LINKS, KNOWN = "origins", "links", "known"  # files in the folder that a making is given
_QUIET = 0.20  # of the pages tell of no harm
_ASIDE = 0.05  # of the reports tell in passing of an earlier incident too
_COPIES = 12  # pages of one report at most
_CHUNK = 1_000  # pages at once: about 20 MB
_DECIDED = 360  # incidents looked at by a person, or one in eight of a small case


@dataclass(frozen=True, slots=True)
class Size:
    """How large the case is to be, and the seed that everything is drawn from."""

    documents: int = 100_000
    incidents: int = 20_000
    seed: int = 1

    @property
    def silent(self) -> int:
        """Pages that tell of no harm."""
        return round(self.documents * _QUIET)

    def counts(self) -> list[int]:
        """How many pages tell of each incident.

        Raises:
            ValueError: there are more incidents than pages that can tell of them.
        """
        return sizes(self.seed, self.incidents, self.documents - self.silent)

    def chosen(self) -> list[int]:
        """The numbers of the incidents that people decide about, a quarter of them in nearly-same pairs."""
        draw, most = Random(f"{self.seed} chosen"), min(_DECIDED, max(4, self.incidents // 8))
        twins = [n for n in range(self.incidents) if is_twin(self.seed, n)]
        pairs = {m for n in draw.sample(twins, min(len(twins), most // 4)) for m in (n - 1, n)}
        return sorted(pairs | set(draw.sample(range(self.incidents), max(0, most - len(pairs) // 2))))


@dataclass
class _Making:
    """Remembers of earlier incidents one claim each, and all claims of those to be decided about; the rest goes on, or into the files."""

    size: Size
    origins: IO[str]
    links: IO[str]
    known: dict[int, list[str]]
    anchors: list[str] = field(default_factory=list)
    made: int = 0

    def pages(self, counts: Sequence[int]) -> Iterator[Made]:
        """Incident after incident, with the pages that tell of no harm spread evenly among them."""
        shown = written = 0
        for number, count in enumerate(counts):
            yield from self._incident(number, count)
            written += count
            due = self.size.silent * written // sum(counts)
            yield from (self._quiet(n) for n in range(shown, due))
            shown = due

    def _incident(self, number: int, count: int) -> list[Made]:
        seed = self.size.seed
        about, draw, found = plan(seed, number), Random(f"{seed} joins {number}"), list[Made]()
        for report, copies in enumerate(_reports(count, draw)):
            beside = number and draw.random() < _ASIDE and draw.randrange(number)
            told = story(seed, about, report, plan(seed, beside) if beside else None)
            new = list(pages(seed, f"{number} {report}", told, copies, self._numbers(copies)))
            _put(self.origins, [origin(new)])
            for n, page in enumerate(new):
                _put(self.links, self._joins(page, found, about, draw, copies=n > 0))
                found.append(page)
        self.anchors.append(_first(found[0]))
        if about.twin:
            _put(self.links, self._near(about, found, draw))
        return found

    def _quiet(self, number: int) -> Made:
        told = quiet(self.size.seed, number)
        (page,) = pages(self.size.seed, f"quiet {number}", told, 1, self._numbers(1))
        _put(self.origins, [origin([page])])
        return page

    def _numbers(self, count: int) -> int:
        first, self.made = self.made, self.made + count
        return first

    def _joins(
        self, page: Made, earlier: Sequence[Made], about: Plan, draw: Random, *, copies: bool
    ) -> Iterator[Link]:
        for number, claims in page.told:
            if number in self.known:
                self.known[number] += [c.id for c in claims]
            yield from within(claims)
            if number != about.number:
                yield between(self.anchors[number], claims[0].id, plan(self.size.seed, number), draw)
            elif earlier:
                other = earlier[-1] if copies else draw.choice(earlier)
                yield between(_first(other), claims[0].id, about, draw, copies=copies)

    def _near(self, about: Plan, found: Sequence[Made], draw: Random) -> Iterator[Link]:
        """One to three near misses to the incident before."""
        before = plan(self.size.seed, about.number - 1)
        for page in found[: draw.randint(1, 3)]:
            yield near_miss(self.anchors[-2], _first(page), before, about, draw)


def made(size: Size, counts: Sequence[int], folder: Path) -> Iterator[list[Made]]:
    """All pages in lists of a thousand; when it ends, the files in `folder` are whole."""
    known: dict[int, list[str]] = {n: [] for n in size.chosen()}
    with ExitStack() as stack:
        origins, links = (
            stack.enter_context((folder / name).open("w", encoding="utf-8")) for name in (ORIGINS, LINKS)
        )
        found = _Making(size, origins, links, known).pages(counts)
        while chunk := list(islice(found, _CHUNK)):
            yield chunk
    (folder / KNOWN).write_text(json.dumps(known), encoding="utf-8")


def made_beside(size: Size, counts: Sequence[int], folder: Path) -> Iterator[list[Made]]:
    """The same from a second process, which makes the next list while the last one is written.

    Raises:
        RuntimeError: the process ended early; what it said of it is in its own output.
    """
    context, decoder = get_context("spawn"), msgspec.msgpack.Decoder(list[Made])
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(size, counts, folder, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        while chunk := decoder.decode(ours.recv_bytes()):
            yield chunk
    except EOFError as error:
        raise RuntimeError("the process that makes the pages ended early") from error
    finally:
        ours.close()
        process.terminate()
        process.join()


def _send(size: Size, counts: Sequence[int], folder: Path, theirs: Connection) -> None:
    """All lists, and an empty one when the files are whole."""
    encoder = msgspec.msgpack.Encoder()
    for chunk in made(size, counts, folder):
        theirs.send_bytes(encoder.encode(chunk))
    theirs.send_bytes(encoder.encode([]))


def known(folder: Path) -> Mapping[int, Sequence[str]]:
    """The claims of each incident that people decide about."""
    given: dict[str, list[str]] = json.loads((folder / KNOWN).read_text(encoding="utf-8"))
    return {int(number): claims for number, claims in given.items()}


def aside(folder: Path, name: str, kind: type) -> Iterator[Any]:
    """The records that were set aside in a file: the links of 100,000 pages in memory are 200 MB."""
    with (folder / name).open(encoding="utf-8") as lines:
        yield from (decode(kind.__name__, line) for line in lines)


def _put(file: IO[str], records: Iterable[Origin | Link]) -> None:
    file.writelines(f"{encode(record)}\n" for record in records)


def _first(page: Made) -> str:
    return page.told[0][1][0].id


def _reports(count: int, draw: Random) -> Iterator[int]:
    """How many papers print each report: most are printed once, some by a dozen."""
    while count > 0:
        copies = min(count, 1 if draw.random() < 0.75 else min(_COPIES, 2 + int(draw.expovariate(0.4))))
        yield copies
        count -= copies


__all__ = ["LINKS", "ORIGINS", "Size", "aside", "known", "made", "made_beside"]
