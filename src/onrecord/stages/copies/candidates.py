"""Which pairs of texts are worth comparing, found without comparing all pairs.

A text's sketch is the part of its 3-word runs whose hash is 0 modulo `ONE_IN` (Broder 1997, "On the resemblance and containment of
documents"). Unlike MinHash bands, it answers for containment as well as for resemblance: a story cut to a third keeps a third of its sketch.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.stages.copies.words import Hashes, distinct

Pairs = NDArray[np.int64]

ONE_IN = np.uint64(4)  # copies-dev: no reprint is out of reach; with 1 in 8 and 4 shared runs one is
LEAST = 3  # shared sketch runs below which a pair is chance
PART = 0.04  # … and the part of the smaller sketch; true pairs of copies-dev share 0.06 or more


def sketch(runs: Hashes) -> Hashes:
    """The runs that stand for a text, each once, sorted."""
    return distinct(runs[runs % ONE_IN == 0])


def candidates(sketches: Sequence[Hashes]) -> Pairs:
    """Pairs (a, b), a < b, that may share a story, sorted; at most two for each run a text has, so the cost is linear.

    Texts with a run in common stand in one bucket in order; each is paired with the one before it and with the first. A run that stands on
    every page of a site therefore gives as many pairs as pages, and never their square.
    """
    sizes = np.array([len(s) for s in sketches], np.int64)
    keys = np.concatenate(sketches) if len(sketches) else np.zeros(0, np.uint64)
    owners = np.repeat(np.arange(len(sketches), dtype=np.int64), sizes)
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    again = np.flatnonzero(keys[1:] == keys[:-1]) + 1  # every member of a bucket but its first
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else again
    first = starts[np.searchsorted(starts, again, "right") - 1]
    far = first != again - 1
    left, right = np.r_[owners[again - 1], owners[first[far]]], np.r_[owners[again], owners[again[far]]]
    left, right, shared = _counted(left, right, len(sketches))
    enough = (shared >= LEAST) & (shared >= PART * np.minimum(sizes[left], sizes[right]))
    return np.stack([left[enough], right[enough]], axis=1)


def _counted(left: Pairs, right: Pairs, size: int) -> tuple[Pairs, Pairs, Pairs]:
    """Each pair once, sorted, with the number of buckets it came from."""
    keys, counts = np.unique(left * max(size, 1) + right, return_counts=True)
    return keys // max(size, 1), keys % max(size, 1), counts
