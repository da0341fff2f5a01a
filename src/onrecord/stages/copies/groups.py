"""From alike pairs to groups, without chaining everything together."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

Edge = tuple[int, int]


class Groups:
    """Disjoint groups of the numbers 0 … size - 1. Each is known by its smallest member and spoken for by its heaviest."""

    def __init__(self, weights: NDArray[np.float64]) -> None:
        self._parent = list(range(len(weights)))
        self._speaker = list(range(len(weights)))
        self._weights = weights

    def find(self, member: int) -> int:
        """The smallest member of its group."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def speaker(self, member: int) -> int:
        """The fullest text of its group."""
        return self._speaker[self.find(member)]

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low
        speakers = (self._speaker[low], self._speaker[high])
        self._speaker[low] = max(speakers, key=lambda m: (float(self._weights[m]), -m))

    def all(self) -> NDArray[np.int64]:
        """The group of each number."""
        return np.array([self.find(m) for m in range(len(self._parent))], np.int64)


def join_all(
    edges: Iterable[Edge],
    groups: Groups,
    one_report: Callable[[int, int], bool],
    agree: Callable[[int, int], bool],
) -> list[Edge]:
    """Join along the edges, best first, that are `one_report`; gives those that joined two groups (a tree over each group).

    Two groups are joined only when their fullest texts `agree`: a short notice that two different stories both contain joins one of
    them, and does not make one of both.
    """
    used = []
    for left, right in edges:
        if groups.find(left) == groups.find(right) or not one_report(left, right):
            continue
        speakers = groups.speaker(left), groups.speaker(right)
        if set(speakers) == {left, right} or agree(*speakers):
            groups.join(left, right)
            used.append((left, right))
    return used
