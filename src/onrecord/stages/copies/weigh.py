"""How alike two texts are: the cosine of their pairs of neighbouring words, each weighed by how few stories have it (TF-IDF).

Counting *stories* and not pages is what makes it hold for a case full of reprints: a sentence in two hundred copies of one story is rare
(one story), the same sentence at the foot of two hundred stories is furniture.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from onrecord.stages.copies.candidates import Pairs
from onrecord.stages.copies.words import Hashes

Numbers = NDArray[np.float64]

BACKGROUND = 100  # a small case is weighed as if it were part of this many stories, else two copies alone would have no rare words
_AT_ONCE = 4096  # pairs compared in one step: bounds the memory


@dataclass(frozen=True)
class Weighed:
    """Texts as rows of weights: `squares` holds idf², so that a row's sum is its squared length."""

    squares: csr_array
    totals: Numbers

    def shared(self, pairs: Pairs) -> Numbers:
        """The weight that both texts of each pair have."""
        parts = [self._shared(pairs[at : at + _AT_ONCE]) for at in range(0, len(pairs), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _shared(self, pairs: Pairs) -> Numbers:
        left, right = self.squares[pairs[:, 0]], self.squares[pairs[:, 1]]
        both: Numbers = np.asarray(left.minimum(right).sum(axis=1), np.float64).ravel()
        return both

    def cosine(self, pairs: Pairs) -> Numbers:
        """0 (nothing in common) to 1 (the same pairs of words)."""
        lengths = np.sqrt(self.totals[pairs[:, 0]] * self.totals[pairs[:, 1]])
        cosine: Numbers = self.shared(pairs) / np.maximum(lengths, 1e-9)
        return cosine

    def contained(self, pairs: Pairs) -> Numbers:
        """The part of the lighter text that the other has too, 0 to 1."""
        least = np.minimum(self.totals[pairs[:, 0]], self.totals[pairs[:, 1]])
        part: Numbers = self.shared(pairs) / np.maximum(least, 1e-9)
        return part


def weigh(features: Sequence[Hashes], story: NDArray[np.int64]) -> Weighed:
    """Weigh texts, given as sorted sets of features, when `story[i]` is the group that text i is taken to belong to so far."""
    sizes = np.array([len(f) for f in features], np.int64)
    known, columns = np.unique(np.concatenate(features), return_inverse=True)
    stories = _stories(columns, np.repeat(story, sizes), len(known))
    among = max(len(np.unique(story)), BACKGROUND)
    idf = np.log(1 + among / stories)
    rows = np.r_[0, np.cumsum(sizes)]
    values = np.square(idf).astype(np.float32)[columns]
    squares = csr_array((values, columns.astype(np.int32), rows), shape=(len(features), len(known)))
    return Weighed(squares, np.asarray(squares.sum(axis=1), np.float64).ravel())


def _stories(columns: NDArray[np.int64], story: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """In how many stories each feature stands."""
    together = np.unique(columns.astype(np.int64) * (int(story.max(initial=0)) + 1) + story)
    return np.bincount(together // (int(story.max(initial=0)) + 1), minlength=size)
