"""Groups of accounts by average link: two groups join when their members agree on the whole, so that one odd pair does not chain them."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import product

SAMPLE = 6  # members of each group that are compared; ids are hashes, so the first are a fair sample


class Clusters:
    """Agglomerative clustering over sparse pairs under "one document, one account": accounts that one document tells apart stay apart.

    `score(a, b)` gives 0 to 1 for any two positions and is asked for pairs that were not candidates when groups grow.
    """

    def __init__(
        self, documents: Sequence[Hashable], score: Callable[[int, int], float], join: float
    ) -> None:
        self.members: dict[int, list[int]] = {n: [n] for n in range(len(documents))}
        self._home = list(range(len(documents)))
        self._documents = {n: {d} for n, d in enumerate(documents)}
        self._near: dict[int, set[int]] = {n: set() for n in range(len(documents))}
        self._score, self._join = score, join

    def fix(self, left: int, right: int) -> None:
        """Join the groups of two positions whatever they score: judged earlier."""
        one, other = self._home[left], self._home[right]
        if one != other and self._documents[one].isdisjoint(self._documents[other]):
            self._merge(one, other)

    def run(self, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
        """Join the best two groups until none score `join`; the groups, each sorted, by their first members."""
        for left, right in pairs:
            a, b = self._home[left], self._home[right]
            if a != b:
                self._near[a].add(b)
                self._near[b].add(a)
        heap = [e for a in self._near for b in self._near[a] if a < b and (e := self._edge(a, b))]
        heapify(heap)
        while heap:
            _, a, b, size = heappop(heap)
            if a in self.members and b in self.members and size == self._size(a, b):
                self._merge(a, b)
                for near in sorted(self._near[a]):
                    if edge := self._edge(min(a, near), max(a, near)):
                        heappush(heap, edge)
        return sorted(sorted(m) for m in self.members.values())

    def _edge(self, a: int, b: int) -> tuple[float, int, int, int] | None:
        if not self._documents[a].isdisjoint(self._documents[b]):
            return None
        pairs = list(product(self.members[a][:SAMPLE], self.members[b][:SAMPLE]))
        average = round(sum(self._score(min(p), max(p)) for p in pairs) / len(pairs), 6)
        return (-average, a, b, self._size(a, b)) if average >= self._join else None

    def _size(self, a: int, b: int) -> int:
        return len(self.members[a]) + len(self.members[b])

    def _merge(self, a: int, b: int) -> None:
        moved = self.members.pop(b)
        for position in moved:
            self._home[position] = a
        self.members[a] = sorted(self.members[a] + moved)
        self._documents[a] |= self._documents.pop(b)
        for near in self._near.pop(b):
            self._near[near].discard(b)
            if near != a:
                self._near[near].add(a)
                self._near[a].add(near)
