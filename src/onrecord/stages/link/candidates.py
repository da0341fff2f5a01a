"""Which pairs of accounts are worth scoring: those that share rare words, and those near one another in place and time.

The number of pairs grows with the number of accounts and not with its square: each account keeps at most `NEIGHBOURS` others for its
words and `WINDOW` for its place and time, and a word or place that too many share is split by month first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import floor

import numpy as np
from scipy.sparse import csr_matrix

from onrecord.model import Precision
from onrecord.stages.link.account import Account

SIGNATURE = 20  # heaviest words of an account: 93 % of the true pairs of gva-dev-small share one of 20, 90 % one of 15
NEIGHBOURS = 40
WINDOW = 12
DAYS = 10  # two reports of one happening seldom date it further apart than this
_CROWDED = 100  # a word in more signatures than this is split by month
_MONTH = 30
_ROWS = 200  # accounts compared with all others at once: their matrix is what takes memory where many use the same words

Pair = tuple[int, int]


def candidates(accounts: Sequence[Account], vectors: csr_matrix) -> np.ndarray:
    """Pairs of positions (left < right) from different documents, sorted: an array of two columns."""
    size = len(accounts) or 1
    parts = [
        *_by_words(accounts, vectors),
        np.array(list(_by_place(accounts)), dtype=np.int64).reshape(-1, 2),
    ]
    # one number a pair: as tuples, those of 20,000 articles take half a gigabyte
    numbers = np.unique(np.concatenate([np.sort(p, axis=1) @ np.array([size, 1]) for p in parts]))
    pairs: np.ndarray = np.stack(np.divmod(numbers, size), axis=1)
    place: dict[str, int] = {}
    document = np.array([place.setdefault(a.document, len(place)) for a in accounts], dtype=np.int64)[pairs]
    elsewhere: np.ndarray = document[:, 0] != document[:, 1]
    found: np.ndarray = pairs[elsewhere]
    return found


def _by_words(accounts: Sequence[Account], vectors: csr_matrix) -> Iterator[np.ndarray]:
    """Each account with those whose signatures have most weight in common with its own."""
    keys = _split(_signatures(vectors), [_month(a) for a in accounts])
    for start in range(0, keys.shape[0], _ROWS):
        common = (keys[start : start + _ROWS] @ keys.T).tocsr()
        for n in range(common.shape[0]):
            row, others, weight = start + n, *_row(common, n)
            order = np.lexsort((others, -np.round(weight, 6)))[: NEIGHBOURS + 1]
            near = others[order]
            near = near[near != row].astype(np.int64)
            yield np.stack([np.full_like(near, row), near], axis=1)


def _signatures(vectors: csr_matrix) -> csr_matrix:
    """The `SIGNATURE` heaviest terms of each row."""
    data, columns, ends = [], [], [0]
    for n in range(vectors.shape[0]):
        terms, weight = _row(vectors, n)
        order = np.lexsort((terms, -np.round(weight, 9)))[:SIGNATURE]
        data.append(weight[order])
        columns.append(terms[order])
        ends.append(ends[-1] + len(order))
    return _matrix(data, columns, ends, vectors.shape[1])


def _split(signatures: csr_matrix, months: Sequence[int]) -> csr_matrix:
    """Crowded terms become (term, month) in two overlapping ways, so that neighbours across the turn of a month still meet."""
    crowded = np.bincount(signatures.indices, minlength=signatures.shape[1]) > _CROWDED
    column: dict[tuple[int, int], int] = {}
    data, columns, ends = [], [], [0]
    for n, month in enumerate(months):
        terms, weight = _row(signatures, n)
        keys = [(t, m) for t in terms.tolist() for m in ((month, month + 1) if crowded[t] else (0,))]
        data.append(np.array([w for t, w in zip(terms, weight, strict=True) for _ in range(1 + crowded[t])]))
        columns.append(np.array([column.setdefault(k, len(column)) for k in keys], dtype=int))
        ends.append(ends[-1] + len(keys))
    return _matrix(data, columns, ends, len(column))


def _matrix(
    data: Sequence[np.ndarray], columns: Sequence[np.ndarray], ends: Sequence[int], width: int
) -> csr_matrix:
    joined = [np.concatenate(x) if x else np.zeros(0) for x in (data, columns)]
    return csr_matrix((joined[0], joined[1].astype(int), ends), shape=(len(ends) - 1, width))


def _row(matrix: csr_matrix, n: int) -> tuple[np.ndarray, np.ndarray]:
    low, high = matrix.indptr[n], matrix.indptr[n + 1]
    return matrix.indices[low:high], matrix.data[low:high]


def _by_place(accounts: Sequence[Account]) -> Iterator[Pair]:
    """Accounts of one cell of about 50 km, or of cells that touch, whose days lie near one another: sorted neighbourhood by day."""
    cells: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for n, account in enumerate(accounts):
        day = _day(account)
        if day is not None:
            for cell in _cells(account):
                cells[cell].append((day.toordinal(), n))
    for members in cells.values():
        yield from _near_in_time(sorted(members))


def _cells(account: Account) -> Iterable[tuple[int, int]]:
    """Four cells of a grid of one degree that is laid twice, half a step apart, so that no two near points are always parted."""
    place = account.place
    if place is None or place.precision not in (Precision.SITE, Precision.SETTLEMENT, Precision.DISTRICT):
        return ()
    return ((floor(place.lat), floor(place.lon)), (floor(place.lat + 0.5) + 1000, floor(place.lon + 0.5)))


def _near_in_time(members: Sequence[tuple[int, int]]) -> Iterator[Pair]:
    for i, (day, n) in enumerate(members):
        for other_day, other in members[i + 1 : i + 1 + WINDOW]:
            if other_day - day > DAYS:
                break
            yield min(n, other), max(n, other)


def _day(account: Account) -> date | None:
    return account.latest or account.earliest or account.published


def _month(account: Account) -> int:
    day = account.published or _day(account)
    return day.toordinal() // _MONTH if day else 0
