"""A page as the copies stage looks at it: its words as numbers, and which of them stand in quotation marks."""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Document
from onrecord.stages.copies.credit import credits
from onrecord.stages.copies.words import Hasher, Hashes, among, distinct, positions, runs

RUN = 3  # words in a run: long enough not to be chance, short enough to survive an editor's pen

# A quotation ends in its own paragraph, and no class holds its own opening mark: the work stays linear on any page.
_QUOTED = re.compile(
    r"“[^“”\n]{1,2000}”|«[^«»\n]{1,2000}»|„[^„“”\n]{1,2000}[“”]|\"[^\"\n]{1,2000}\"|(?<!\w)‘[^‘\n]{1,2000}?’(?!\w)"
)


@dataclass(frozen=True, eq=False)
class Page:
    """`words` in text order; `features` the sorted set of its pairs of words; `title` its title's longer words."""

    document: Document
    words: Hashes
    features: Hashes
    title: Hashes

    @classmethod
    def of(cls, document: Document, hasher: Hasher) -> "Page":
        """Read a document's words."""
        words = hasher.words(document.text)
        return cls(document, words, distinct(runs(words, 2)), hasher.content_words(document.title or ""))

    def told(self, words: Hashes) -> float:
        """The part of the title's words that are among these; 1 without a title, since nothing speaks against it."""
        return _part(among(self.title, distinct(words))) if len(self.title) else 1.0

    @cached_property
    def credits(self) -> frozenset[str]:
        """The agencies it credits."""
        return credits(self.document)

    @property
    def runs(self) -> Hashes:
        """The 3-word runs, in text order."""
        return runs(self.words, RUN)

    @cached_property
    def quoted(self) -> NDArray[np.bool_]:
        """For each 3-word run, whether all of it stands in quotation marks."""
        marked = [m.span() for m in _QUOTED.finditer(self.document.text)]
        if not marked:
            return np.zeros(max(len(self.words) - RUN + 1, 0), np.bool_)
        spans = np.array(marked, np.int64)
        starts = np.array([start for start, _ in positions(self.document.text)], np.int64)
        before = np.searchsorted(spans[:, 0], starts, "right")
        inside = (before > 0) & (starts < np.r_[0, spans[:, 1]][before])
        count = max(len(starts) - RUN + 1, 0)
        quoted: NDArray[np.bool_] = inside[:count].copy()
        for i in range(1, RUN):
            quoted &= inside[i : i + count]
        return quoted


@dataclass(frozen=True)
class Overlap:
    """What two pages have in common, in 3-word runs: the part of each, and the part of the shared runs that is a quotation in either.

    `told` is the part of a title's words that the shared text or the other's title has, of the title that has more.
    """

    left: float
    right: float
    quoted: float
    told: float

    @property
    def shorter(self) -> float:
        """The part of the page that has more of itself in the other."""
        return max(self.left, self.right)

    @property
    def longer(self) -> float:
        """The part of the page that has less of itself in the other."""
        return min(self.left, self.right)


def overlap(left: Page, right: Page) -> Overlap:
    """Compare two pages run by run."""
    mine, theirs = left.runs, right.runs
    in_left, in_right = among(mine, distinct(theirs)), among(theirs, distinct(mine))
    quoted = max(_part(left.quoted[in_left]), _part(right.quoted[in_right]))
    words = left.words[_covered(in_left)]
    told = max(left.told(words), right.told(words), left.told(right.title), right.told(left.title))
    return Overlap(_part(in_left), _part(in_right), quoted, told)


def _covered(hits: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The positions of the words that stand in a run, some more than once."""
    return np.add.outer(np.flatnonzero(hits), np.arange(RUN)).ravel()


def _part(mask: NDArray[np.bool_]) -> float:
    return float(mask.mean()) if len(mask) else 0.0


def longest(page: Page, other: Page, limit: int = 300) -> str:
    """The longest stretch of words that both have, as the first page writes it, cut to `limit` characters."""
    mine, theirs = page.runs, other.runs
    known, at = np.unique(theirs, return_index=True)
    where = np.searchsorted(known, mine).clip(max=max(len(known) - 1, 0))
    hits = np.flatnonzero(known[where] == mine) if len(known) else np.zeros(0, np.int64)
    if not len(hits):
        return ""
    shift = hits - at[where[hits]]  # the same along a stretch that runs alike in both
    breaks = np.flatnonzero((np.diff(hits) != 1) | (np.diff(shift) != 0)) + 1
    stretch = max(np.split(hits, breaks), key=len)
    spans = positions(page.document.text)
    words = page.document.text[spans[stretch[0]][0] : spans[stretch[-1] + RUN - 1][1]]
    return " ".join(words.split())[:limit]
