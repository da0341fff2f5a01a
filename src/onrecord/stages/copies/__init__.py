"""Document → Origin: which pages repeat one report.

Pairs that share a part of their sketches are candidates (`candidates`), the cosine of their weighed word pairs decides (`weigh`), and groups
are joined only where their fullest pages agree (`groups`). Measured in docs/explanation/copies.md.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from onrecord.model import Document, Origin, Shared, content_id
from onrecord.stage import Stage
from onrecord.stages.copies.candidates import Pairs, candidates, sketch
from onrecord.stages.copies.credit import credits
from onrecord.stages.copies.explain import independent_quotation, reason, shared
from onrecord.stages.copies.groups import Edge, Groups, join_all
from onrecord.stages.copies.page import Page, overlap
from onrecord.stages.copies.weigh import Weighed, weigh
from onrecord.stages.copies.words import Hasher

ALIKE = 0.30  # copies-dev: ARI 0.993 from 0.28 to 0.32; 0.24 joins 1.8 % of the hard negatives, 0.40 gives 0.977
CREDITED = 0.24  # for two pages that credit the same agency
CONTAINED = 0.60  # a short notice cut from a long story; unlike pairs of copies-dev reach 0.48
AGREE = 0.22  # what the fullest pages of two groups must have in common; true pairs of copies-dev: 99 % above 0.22


def run(documents: Sequence[Document], _: None) -> Iterator[Origin]:
    """Every document in exactly one origin, sorted by id; the order of the documents does not matter."""
    hasher = Hasher()
    pages = [Page.of(d, hasher) for d in sorted(documents, key=lambda d: d.id)]
    twins = _twins(pages)
    distinct = sorted(twins)
    trees = _joined([pages[n] for n in distinct])
    edges = [(distinct[a], distinct[b]) for a, b in trees]
    edges += [(first, other) for first, same in twins.items() for other in same]
    yield from sorted(_origins(pages, edges), key=lambda o: o.id)


def _twins(pages: Sequence[Page]) -> dict[int, list[int]]:
    """Pages with the very same words, by the first of them: compared once, however many there are."""
    by_words: dict[bytes, int] = {}
    twins: dict[int, list[int]] = {}
    for n, page in enumerate(pages):
        first = by_words.setdefault(page.words.tobytes(), n) if len(page.words) else n
        twins.setdefault(first, []).extend([n] if first != n else [])
    return twins


def _joined(pages: Sequence[Page]) -> list[Edge]:
    """The edges that make groups of pages.

    Two rounds: the first counts in how many pages a pair of words stands, the second in how many of the first round's stories.
    """
    pairs = candidates([sketch(p.runs) for p in pages])
    if not len(pairs):
        return []
    features = [p.features for p in pages]
    story = np.arange(len(pages), dtype=np.int64)
    for _ in range(2):
        weighed = weigh(features, story)
        groups = Groups(weighed.totals)
        edges = join_all(_alike(pages, pairs, weighed), groups, _agreement(weighed))
        story = groups.all()
    return edges


def _alike(pages: Sequence[Page], pairs: Pairs, weighed: Weighed) -> Iterator[Edge]:
    """The pairs that repeat one report, most alike first."""
    cosine, contained = weighed.cosine(pairs), weighed.contained(pairs)
    near = np.flatnonzero((cosine >= CREDITED) | (contained >= CONTAINED))
    for n in near[np.argsort(-cosine[near], kind="stable")]:
        left, right = pages[pairs[n, 0]], pages[pairs[n, 1]]
        sure = cosine[n] >= ALIKE or contained[n] >= CONTAINED
        if not sure and not credits(left.document) & credits(right.document):
            continue
        if not independent_quotation(overlap(left, right)):
            yield int(pairs[n, 0]), int(pairs[n, 1])


def _agreement(weighed: Weighed):  # type: ignore[no-untyped-def]
    def agree(left: int, right: int) -> bool:
        pair = np.array([[left, right]])
        return bool(weighed.cosine(pair)[0] >= AGREE or weighed.contained(pair)[0] >= CONTAINED)

    return agree


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
    """(page, page it is joined to) for everything reached from the earliest page."""
    tree, reached = [], [root]
    for at in reached:
        parents = {at, *(p for _, p in tree)}
        for child in sorted(beside[at]):
            if child not in parents:
                tree.append((child, at))
                reached.append(child)
    return tree


def _origin(first: Page, tree: Sequence[tuple[Page, Page]]) -> Origin:
    rows: tuple[Shared, ...] = tuple(shared(child, parent) for child, parent in tree)
    members = sorted([first.document, *(child.document for child, _ in tree)], key=_order)
    agencies = sorted(set().union(*(credits(d) for d in members))) if rows else []
    ids = sorted(d.id for d in members)
    return Origin(
        content_id("origin", *ids, COPIES.made_by),
        tuple(d.id for d in members),
        reason(rows, agencies),
        COPIES.made_by,
        rows,
    )


def _order(document: Document) -> tuple[date, str]:
    return document.published or date.max, document.id


def _together(_: Document) -> str:
    return "all"


COPIES = Stage("copies", 1, (Document,), Origin, run, by=_together)
