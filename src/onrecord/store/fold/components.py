"""Which claims make one incident: joined links, as people's decisions change them."""

from collections.abc import Iterable, Sequence

from onrecord.model import Link
from onrecord.store.fold.decided import Decided, Pair


def components(claims: Iterable[str], links: Iterable[Link], decided: Decided) -> list[list[str]]:
    """Groups of claim ids, each sorted, in the order of their smallest ids.

    Joins are made strongest first (people's, newest first; then links by score) and one that would bring together two claims that a
    person called different is left out. So a split holds however the two are joined indirectly, and the path between them breaks at its
    weakest link (Kruskal's algorithm under cannot-link constraints).
    """
    forest = _Forest(claims, decided.different)
    known = forest.parent
    for left, right in decided.same:
        if left in known and right in known:
            forest.join(left, right)
    for link in _strongest_first(links, decided):
        if link.left in known and link.right in known:
            forest.join(link.left, link.right)
    return forest.groups()


def _strongest_first(links: Iterable[Link], decided: Decided) -> Sequence[Link]:
    joined = (link for link in links if link.joined and (link.left, link.right) not in decided.different)
    return sorted(joined, key=lambda link: (-link.score, link.left, link.right, link.id))


class _Forest:
    """Union-find that refuses a union of two claims that must stay apart."""

    def __init__(self, claims: Iterable[str], apart: Iterable[Pair]) -> None:
        self.parent = {claim: claim for claim in claims}
        self._enemies: dict[
            str, set[str]
        ] = {}  # root -> claims that may not be in its tree; always both ways
        for left, right in apart:
            if left != right and left in self.parent and right in self.parent:
                self._enemies.setdefault(left, set()).add(right)
                self._enemies.setdefault(right, set()).add(left)

    def find(self, claim: str) -> str:
        root = claim
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[claim] != root:
            self.parent[claim], claim = root, self.parent[claim]
        return root

    def join(self, left: str, right: str) -> None:
        low, high = sorted((self.find(left), self.find(right)))
        if low == high or self._at_odds(low, high):
            return
        self.parent[high] = low
        if high in self._enemies:
            self._enemies.setdefault(low, set()).update(self._enemies.pop(high))

    def groups(self) -> list[list[str]]:
        trees: dict[str, list[str]] = {}
        for claim in sorted(self.parent):
            trees.setdefault(self.find(claim), []).append(claim)
        return list(trees.values())

    def _at_odds(self, one: str, other: str) -> bool:
        return any(self.find(enemy) == other for enemy in self._enemies.get(one, ()))
