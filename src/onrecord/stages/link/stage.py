"""Accounts of readings → links between their claims."""

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np

from onrecord.model import Clue, Link, Reading, content_id
from onrecord.stage import Stage
from onrecord.stages.link.account import Account, accounts_of
from onrecord.stages.link.candidates import Pair, candidates
from onrecord.stages.link.cluster import Clusters
from onrecord.stages.link.scores import Scores
from onrecord.stages.link.weights import JOIN, NEAR

_TOLD_AS_ONE = Clue("told as one", 6.0, "told as one happening in one document")
_ASKED = 3  # near misses that are kept for one account


def run(accounts: Sequence[Account], _: None) -> Iterator[Link]:
    """Link all claims of all accounts (of settled readings: with ids)."""
    return _link_all(accounts, (), ())


def link(
    readings: Iterable[Reading], *, earlier: Iterable[Link] = (), seen: Collection[str] = ()
) -> Iterator[Link]:
    """Joined links that span each incident, and near misses.

    What `earlier` links joined stays joined and their pairs are not scored again; neither are pairs of documents that are both in `seen`.
    """
    return _link_all(accounts_of(readings), earlier, seen)


def _link_all(accounts: Iterable[Account], earlier: Iterable[Link], seen: Collection[str]) -> Iterator[Link]:
    accounts = sorted(accounts, key=lambda a: a.id)
    yield from (told for account in accounts for told in _within(account))
    position = {claim: n for n, a in enumerate(accounts) for claim in a.claims}
    known = {_ordered(position[k.left], position[k.right]): k for k in earlier if _between(k, position)}
    scores = Scores(accounts, {pair: k.score for pair, k in known.items()})
    old = np.array([a.document in seen for a in accounts], dtype=bool)
    pairs = candidates(accounts, scores.text)
    scores.prepare(pairs[~old[pairs].all(axis=1)])
    clusters = Clusters([a.document for a in accounts], scores.of, JOIN)
    for pair in sorted(p for p, k in known.items() if k.joined):
        clusters.fix(*pair)
    groups = clusters.run(pair for _, pair in scores.best_first(JOIN))
    yield from _between_documents(accounts, groups, scores)


def _within(account: Account) -> Iterator[Link]:
    first = account.claims[0]
    for claim in account.claims[1:]:
        left, right = sorted((first, claim))
        yield _link(left, right, 1.0, (_TOLD_AS_ONE,), joined=True)


def _between_documents(
    accounts: Sequence[Account], groups: Sequence[Sequence[int]], scores: Scores
) -> Iterator[Link]:
    group_of = {n: g for g, members in enumerate(groups) for n in members}
    tree = {n: n for n in group_of}
    asked: dict[int, int] = {}
    for score, pair in scores.best_first(NEAR):
        a, b = pair
        if group_of[a] == group_of[b]:
            if _root(tree, a) != _root(tree, b):
                tree[_root(tree, a)] = _root(tree, b)
                yield _judged(accounts, scores, pair, score, joined=True)
        elif max(asked.get(a, 0), asked.get(b, 0)) < _ASKED:
            asked[a], asked[b] = asked.get(a, 0) + 1, asked.get(b, 0) + 1
            yield _judged(accounts, scores, pair, score, joined=False)


def _root(tree: dict[int, int], n: int) -> int:
    while tree[n] != n:
        n = tree[n]
    return n


def _judged(accounts: Sequence[Account], scores: Scores, pair: Pair, score: float, *, joined: bool) -> Link:
    left, right = sorted((accounts[pair[0]].id, accounts[pair[1]].id))
    return _link(left, right, score, scores.clues(*pair), joined=joined)


def _link(left: str, right: str, score: float, clues: tuple[Clue, ...], *, joined: bool) -> Link:
    """The id is made from the judgement too: with other pages beside them the same two can be judged anew, and that is another record."""
    id_ = content_id(
        "link",
        left,
        right,
        repr(score),
        joined,
        *(f"{c.name} {c.score} {c.detail}" for c in clues),
        LINK.made_by,
    )
    return Link(id_, left, right, score, clues, joined, LINK.made_by)


def _between(one: Link, position: dict[str, int]) -> bool:
    return one.left in position and one.right in position and position[one.left] != position[one.right]


def _ordered(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _everything(_: Account) -> str:
    return "all"


LINK = Stage("link", 4, (Account,), Link, run, by=_everything)
