"""Document → Origin: which pages repeat one report.

Pairs that share a part of their sketches are candidates (`candidates`), the cosine of their weighed word pairs decides (`weigh`), and groups
are joined only where their fullest pages agree (`groups`). Measured in docs/explanation/copies.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import numpy as np

from onrecord.model import Document, Origin, Shared, content_id
from onrecord.stage import Stage
from onrecord.stages.copies.candidates import Pairs, candidates, sketch
from onrecord.stages.copies.explain import TOLD, one_report, reason, shared
from onrecord.stages.copies.groups import Edge, Groups, join_all
from onrecord.stages.copies.need import CREDITED, PLAIN, SAME_STORY, need
from onrecord.stages.copies.page import Page, overlap
from onrecord.stages.copies.weigh import Features, Numbers, Weighed, weigh
from onrecord.stages.copies.words import Hasher

AGREE = 0.20  # what the fullest pages of two groups must have in common; 99 % of the true pairs of copies-dev are above it


def run(documents: Sequence[Document], _: None) -> Iterator[Origin]:
    """Every document in exactly one origin, sorted by id; the order of the documents does not matter."""
    hasher = Hasher()
    by_id = {d.id: d for d in documents}
    pages = [Page.of(by_id[id_], hasher) for id_ in sorted(by_id)]
    twins = _twins(pages)
    distinct = sorted(twins)
    trees = _joined([pages[n] for n in distinct])
    edges = [(distinct[a], distinct[b]) for a, b in trees]
    edges += [(first, other) for first, same in twins.items() for other in same]
    yield from sorted(_origins(pages, edges), key=lambda o: o.id)


def _twins(pages: Sequence[Page]) -> dict[int, list[int]]:
    """Pages with the very same words, by the first of them: compared once, however many there are.

    Where the words do not tell what the title announces, the page may be nothing but furniture, and its title must be the same too.
    """
    by_words: dict[bytes, int] = {}
    twins: dict[int, list[int]] = {}
    for n, page in enumerate(pages):
        same = page.words.tobytes() + (b"" if page.told(page.words) >= TOLD else page.title.tobytes())
        first = by_words.setdefault(same, n) if len(page.words) else n
        twins.setdefault(first, []).extend([n] if first != n else [])
    return twins


def _joined(pages: Sequence[Page]) -> list[Edge]:
    """The edges that make groups of pages.

    Two rounds: the first counts in how many pages a pair of words stands and joins what is the same story without doubt, so that the
    second can count stories.
    """
    pairs = candidates([sketch(p.runs) for p in pages])
    if not len(pairs):
        return []
    features = Features.of([p.features for p in pages])
    weighed = weigh(features, np.arange(len(pages), dtype=np.int64))
    same = _join(pages, weighed, _best_first(pairs, weighed.cosine(pairs), SAME_STORY))[0]
    weighed = weigh(features, same.all())
    return _join(pages, weighed, _alike(pages, pairs, weighed))[1]


def _join(pages: Sequence[Page], weighed: Weighed, edges: Iterable[Edge]) -> tuple[Groups, list[Edge]]:
    def reports(left: int, right: int) -> bool:
        return one_report(overlap(pages[left], pages[right]))

    def agree(left: int, right: int) -> bool:
        pair = np.array([[left, right]])
        return bool(weighed.cosine(pair)[0] >= AGREE or weighed.contained(pair)[0] >= PLAIN.contained)

    groups = Groups(weighed.totals)
    return groups, join_all(edges, groups, reports, agree)


def _best_first(pairs: Pairs, cosine: Numbers, least: float) -> Iterator[Edge]:
    near = np.flatnonzero(cosine >= least)
    for n in near[np.argsort(-cosine[near], kind="stable")]:
        yield int(pairs[n, 0]), int(pairs[n, 1])


def _alike(pages: Sequence[Page], pairs: Pairs, weighed: Weighed) -> Iterator[Edge]:
    """The pairs that have what is asked of them, most alike first."""
    cosine, contained = weighed.cosine(pairs), weighed.contained(pairs)
    near = (cosine >= CREDITED.cosine) | (contained >= PLAIN.contained)
    pairs, cosine, contained = pairs[near], cosine[near], contained[near]
    asked = [need(pages[a], pages[b]) for a, b in pairs]
    enough = (cosine >= [n.cosine for n in asked]) | (contained >= [n.contained for n in asked])
    return _best_first(pairs[enough], cosine[enough], 0.0)


def _origins(pages: Sequence[Page], edges: Sequence[Edge]) -> Iterator[Origin]:
    beside: dict[int, list[int]] = defaultdict(list)
    for left, right in edges:
        beside[left].append(right)
        beside[right].append(left)
    seen: set[int] = set()
    for n in sorted(range(len(pages)), key=lambda n: _order(pages[n].document)):
        if n not in seen:
            tree = _from(n, beside)
            seen.update([n], (child for child, _ in tree))
            yield _origin(pages[n], [(pages[c], pages[p]) for c, p in tree])


def _from(root: int, beside: dict[int, list[int]]) -> list[Edge]:
    """(page, page it is joined to) for everything reached from the earliest page, along the edges of its tree."""
    tree: list[Edge] = []
    reached = [(root, root)]
    for at, parent in reached:
        below = [(child, at) for child in sorted(beside[at]) if child != parent]
        tree += below
        reached += below
    return tree


def _origin(first: Page, tree: Sequence[tuple[Page, Page]]) -> Origin:
    rows: tuple[Shared, ...] = tuple(shared(child, parent) for child, parent in tree)
    members = sorted([first, *(child for child, _ in tree)], key=lambda p: _order(p.document))
    agencies = sorted(frozenset[str]().union(*(p.credits for p in members))) if rows else []
    ids = [p.document.id for p in members]
    return Origin(
        content_id("origin", *sorted(ids), COPIES.made_by),
        tuple(ids),
        reason(rows, agencies),
        COPIES.made_by,
        rows,
    )


def _order(document: Document) -> tuple[date, str]:
    return document.published or date.max, document.id


def _together(_: Document) -> str:
    return "all"


COPIES = Stage("copies", 1, (Document,), Origin, run, by=_together)
