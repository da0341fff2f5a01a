"""A sentence as it stands on its page, with the words that count marked and a little of what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Claim, Document, Passage

_AROUND = 140  # characters before and after a sentence, cut at a space


@dataclass(frozen=True)
class Quote:
    """`before` and `after` are the words around; `pieces` are (words, what they are: a CSS class, empty for nothing)."""

    before: str
    pieces: tuple[tuple[str, str], ...]
    after: str


def quote(claim: Claim, document: Document, marked: Sequence[tuple[Passage | None, str]] = ()) -> Quote:
    """The claim's sentence; what lies in it of the passages is marked, its trigger where none does."""
    text, start, end = document.told, claim.sentence.start, claim.sentence.end
    if text[start:end] != claim.sentence.words:  # never seen; a page must not break because of it
        return Quote("", ((claim.sentence.words, ""),), "")
    spans = [(p.start, p.end, kind) for p, kind in marked if p and start <= p.start and p.end <= end]
    spans = spans or [(claim.trigger.start, claim.trigger.end, "trigger")]
    return Quote(_before(text, start), tuple(cut(text, start, end, spans)), _after(text, end))


def cut(text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]]) -> list[tuple[str, str]]:
    """The text from start to end in pieces, each with the kinds of all spans that cover it, apart by spaces."""
    inside = [(max(a, start), min(b, end), kind) for a, b, kind in spans if a < end and b > start]
    edges = sorted({start, end, *(a for a, _, _ in inside), *(b for _, b, _ in inside)})
    pieces: list[tuple[str, str]] = []
    for a, b in pairwise(edges):
        kinds = " ".join(dict.fromkeys(kind for low, high, kind in inside if low <= a and b <= high))
        pieces.append((text[a:b], kinds))
    return pieces


def _before(text: str, start: int) -> str:
    """The end of what stands before it in its paragraph, from a space on."""
    words = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    return ("… " + words.partition(" ")[2]) if start > _AROUND and len(words) >= _AROUND else words


def _after(text: str, end: int) -> str:
    words = text[end : end + _AROUND].partition("\n")[0]
    return (words.rpartition(" ")[0] + " …") if len(words) == _AROUND else words
