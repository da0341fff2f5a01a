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


@dataclass(frozen=True)
class Features:
    """Which of the features that stand in several texts each text has (as CSR indices), and how many it has that no other has."""

    columns: NDArray[np.int32]
    rows: NDArray[np.int64]
    width: int
    alone: Numbers

    @classmethod
    def of(cls, texts: Sequence[Hashes]) -> "Features":
        """Number the features of texts, each a sorted set of hashes."""
        sizes = np.array([len(t) for t in texts], np.int64)
        keys = np.concatenate(texts)
        order = np.argsort(keys, kind="stable")
        new = np.r_[True, keys[order[1:]] != keys[order[:-1]]]
        again = ~new | ~np.r_[new[1:], True]  # in more than one text
        columns = np.full(len(keys), -1, np.int32)
        columns[order[again]] = np.cumsum(new[again]) - 1
        owners = np.repeat(np.arange(len(texts)), sizes)
        shared = columns >= 0
        counts = np.bincount(owners[shared], minlength=len(texts))
        return cls(
            columns[shared],
            np.r_[0, np.cumsum(counts)],
            int(new[again].sum()),
            (sizes - counts).astype(np.float64),
        )


def weigh(features: Features, story: NDArray[np.int64]) -> Weighed:
    """Weigh texts when `story[i]` is the group that text i is taken to belong to so far."""
    among = max(len(np.unique(story)), BACKGROUND)
    squares = np.square(np.log(1 + among / _stories(features, story))).astype(np.float32)
    size = len(features.rows) - 1
    matrix = csr_array(
        (squares[features.columns], features.columns, features.rows), shape=(size, features.width)
    )
    own = features.alone * np.log(1 + among) ** 2
    return Weighed(matrix, np.asarray(matrix.sum(axis=1), np.float64).ravel() + own)


def _stories(features: Features, story: NDArray[np.int64]) -> NDArray[np.int64]:
    """In how many stories each feature stands."""
    size = int(story.max(initial=0)) + 1
    keys = np.sort(features.columns * np.int64(size) + np.repeat(story, np.diff(features.rows)))
    first = np.r_[True, keys[1:] != keys[:-1]] if len(keys) else np.zeros(0, np.bool_)
    return np.bincount(keys[first] // size, minlength=features.width)
