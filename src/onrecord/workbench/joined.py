"""Why reports are linked: the links that hold an incident together, each with its evidence as steps from the prior to the score."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from onrecord.model import Link
from onrecord.store.index import lookup
from onrecord.workbench.bench import Bench
from onrecord.workbench.whole import Whole

_SHOWN = 12
_PRIOR = "to begin with"
_ALL = 10.0  # log-odds at the edge of the picture; beyond it a probability does not change to the eye


@dataclass(frozen=True)
class Step:
    """A clue: it moves the log-odds by `score`. `left` and `width` are parts (0 to 100) of the picture, whose middle is even odds."""

    name: str
    score: float
    detail: str
    left: float
    width: float


@dataclass(frozen=True)
class Waterfall:
    """A link between two pages with its steps."""

    link: Link
    left: str
    right: str
    steps: tuple[Step, ...]


def waterfalls(bench: Bench, of: Whole) -> tuple[list[Waterfall], int]:
    """The strongest links that between them hold the pages together (a spanning tree), and how many joined links there are in all."""
    connection = bench.index.read()
    rows = lookup.links_of(connection, of.listed.number)
    claims = of.group.claims
    wanted = _tree(
        [
            (id_, claims[a].document, claims[b].document)
            for id_, a, b, _ in rows
            if a in claims and b in claims
        ]
    )
    links = {link.id: link for link in bench.case.some(Link, wanted[:_SHOWN])}
    return [waterfall(links[id_], of) for id_ in wanted[:_SHOWN] if id_ in links], len(rows)


def _tree(rows: Sequence[tuple[str, str, str]]) -> list[str]:
    """The strongest links first, one left out where its pages hang together already (Kruskal 1956)."""
    parent: dict[str, str] = {}

    def root(page: str) -> str:
        while parent.setdefault(page, page) != page:
            page = parent[page]
        return page

    found = []
    for id_, left, right in rows:
        if root(left) != root(right):
            parent[root(left)] = root(right)
            found.append(id_)
    return found


def waterfall(link: Link, of: Whole) -> Waterfall:
    """With the publishers of both pages."""
    left, right = (_outlet(of, claim) for claim in (link.left, link.right))
    return Waterfall(link, left, right, steps(link))


def _outlet(of: Whole, claim: str) -> str:
    page = of.documents.get(of.group.claims[claim].document) if claim in of.group.claims else None
    return (page.publisher if page else None) or "unknown publisher"


def steps(link: Link) -> tuple[Step, ...]:
    """Each clue from where the one before it led to; the first is what is left of the score without clues (the prior)."""
    score = min(max(link.score, 1e-6), 1 - 1e-6)
    prior = log(score / (1 - score)) - sum(clue.score for clue in link.clues)
    clues = [(_PRIOR, prior, "before anything is compared: how seldom two reports are of one incident")]
    at, found = 0.0, []
    for name, by, detail in [*clues, *((clue.name, clue.score, clue.detail) for clue in link.clues)]:
        left, right = (50 + 50 * max(-1.0, min(1.0, edge / _ALL)) for edge in sorted((at, at + by)))
        found.append(Step(name, by, detail, left, max(right - left, 0.6)))
        at += by
    return tuple(found)
