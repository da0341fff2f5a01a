"""The text of a page with all that was read in it marked, layer by layer."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Attribution, Claim, Document, Passage
from onrecord.workbench.quotes import cut

Span = tuple[int, int, str]
"""Start, end and what it is: the CSS class of its mark."""


@dataclass(frozen=True)
class Layer:
    """What can be shown and hidden: its name (the checkbox is ``layer-NAME``), what it is called, the marks it shows, and whether it is
    shown at first."""

    name: str
    label: str
    marks: tuple[str, ...]
    shown: bool = True


LAYERS = (
    Layer("trigger", "What happened", ("trigger",)),
    Layer("place", "Where", ("place",)),
    Layer("time", "When", ("time",)),
    Layer("count", "How many", ("count-of",)),
    Layer("part", "Who takes part", ("part",)),
    Layer("speaker", "Who says it", ("speaker", "cue")),
    Layer("said", "What they say", ("said",), shown=False),
    Layer("stance", "Denied or in doubt", ("stance",)),
    Layer("sentence", "Sentences of claims", ("sentence",), shown=False),
)


@dataclass(frozen=True)
class Piece:
    """Words with the classes of all marks over them, apart by spaces; `claims` are the ids of those whose trigger begins here."""

    words: str
    marks: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Marked:
    """A page's title, as pieces, and its paragraphs. `marks` counts the different passages of each layer."""

    title: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    marks: dict[str, int]


def marked(document: Document, claims: Sequence[Claim], lit: Claim | None = None) -> Marked:
    """Everything that these claims rest on, in its place; the passages of `lit` are ``mine`` and its sentence is ``lit``, beside."""
    found = {span for claim in claims for span in spans(claim)}
    counted = {layer.name: sum(1 for *_, mark in found if mark in layer.marks) for layer in LAYERS}
    if lit:
        found |= {(start, end, "mine") for start, end, mark in spans(lit) if mark not in ("sentence", "said")}
        found.add((lit.sentence.start, lit.sentence.end, "lit"))
    title, paragraphs = _parts(document)
    text = _Text(document.told, found, claims)
    return Marked(
        tuple(text.pieces(*title)) if title else (Piece(document.title or "", ""),),
        tuple(tuple(text.pieces(*paragraph)) for paragraph in paragraphs),
        counted,
    )


def spans(claim: Claim) -> Iterator[Span]:
    """All passages of a claim."""
    passages: list[tuple[Passage | None, str]] = [
        (claim.sentence, "sentence"),
        (claim.trigger, "trigger"),
        (claim.stance_cue, "stance"),
        (claim.time.passage if claim.time else None, "time"),
        *((count.passage, "count-of") for count in claim.counts),
        *((one.passage, "part") for one in claim.participants),
    ]
    if claim.place:
        passages += [(claim.place.passage, "place"), (claim.place.site, "place")]
    yield from ((p.start, p.end, mark) for p, mark in passages if p)
    for said in claim.attributions:
        yield from _said(said)


def _said(said: Attribution) -> Iterator[Span]:
    """Who, how and what; what they say may have a gap where who says it stands."""
    if said.source:
        yield said.source.start, said.source.end, "speaker"
    yield said.cue.start, said.cue.end, "cue"
    yield from (
        (start, end, "said") for start, end in said.spans or ((said.content.start, said.content.end),)
    )


def _parts(document: Document) -> tuple[tuple[int, int] | None, list[tuple[int, int]]]:
    """The place of the title in what is told, None where it is not read, and the paragraphs."""
    length, whole = len(document.text), len(document.told)
    title = (length + 2, whole) if whole > length else None
    return title, list(document.paragraphs) or list(_lines(document.text))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, at + len(line)
        at += len(line)


class _Text:
    """Cuts a text up. Sentences are cut one by one, so that a page that is all one paragraph does not take time by the square of its claims."""

    def __init__(self, text: str, found: Iterable[Span], claims: Iterable[Claim]) -> None:
        self._text = text
        sentences = {edge for c in claims for edge in (c.sentence.start, c.sentence.end)}
        self._edges = sorted({0, len(text)} | sentences)
        self._between: list[list[Span]] = [[] for _ in self._edges]
        for span in sorted(found):
            first = bisect_right(self._edges, span[0]) - 1
            for n in range(max(first, 0), len(self._edges) - 1):
                if self._edges[n] >= span[1]:
                    break
                self._between[n].append(span)
        self._begin: dict[int, list[str]] = {}
        for claim in claims:
            self._begin.setdefault(claim.trigger.start, []).append(claim.id)

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """What stands from start to end."""
        inside = self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, end)]
        for a, b in pairwise([start, *inside, end]):
            n = max(bisect_right(self._edges, a) - 1, 0)
            for words, marks in cut(self._text, a, b, self._between[n]):
                yield Piece(words, marks, tuple(self._begin.get(a, ())))
                a += len(words)
