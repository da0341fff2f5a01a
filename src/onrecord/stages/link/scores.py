"""The score of each pair of accounts: the words they share, weighed in bulk, and the findings, weighed one pair at a time."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from onrecord.model import Clue
from onrecord.stages.link.account import Account
from onrecord.stages.link.candidates import Pair
from onrecord.stages.link.evidence import findings
from onrecord.stages.link.weights import CURVES, MOST, NEAR, PRIOR, probability, weight
from onrecord.stages.link.words import Vocabulary, ages, names, present, products, shared, titles, words

VIEWS = ("text", "names", "ages")
TITLE = "title told"
_FEW = {"text": 30.0, "names": 60.0, "ages": 20.0}  # a name weighs about 15, a row of a page about 150
_SHOWN = 6
_AT_ONCE = 4_000  # pairs scored at once: 20,000 took 120 MB for a moment
_LOW = 500_000  # low scores that are remembered while groups grow, about 60 MB; then they are worked out anew


class Scores:
    """Scores of pairs of positions in `accounts`; `known` ones are taken as they are."""

    def __init__(self, accounts: Sequence[Account], known: Mapping[Pair, float]) -> None:
        self._accounts = accounts
        self._of: dict[Pair, float] = dict(known)
        self._low: dict[Pair, float] = {}
        # read twice: the words of 20,000 articles in memory are half a gigabyte
        self._vocabulary = Vocabulary(map(_told, accounts))
        self._rows = {
            "text": self._vocabulary.vectors(map(_told, accounts), _FEW["text"]),
            "names": self._vocabulary.vectors((names(a.text) for a in accounts), _FEW["names"]),
            "ages": self._vocabulary.vectors((ages(a.text) for a in accounts), _FEW["ages"]),
        }
        self.text = self._rows["text"]
        self._titles = titles(self._vocabulary, (words(a.title) for a in accounts))
        self._present = present(self.text)
        rows = self._rows | {TITLE: self._titles}
        self._there = {view: np.diff(matrix.indptr) > 0 for view, matrix in rows.items()}

    def prepare(self, pairs: np.ndarray) -> None:
        """Score many pairs (an array of two columns) in bulk; only those that are near misses at least are kept."""
        for part in np.array_split(pairs, len(pairs) // _AT_ONCE + 1):
            odds = self._by_words(part[:, 0], part[:, 1])
            for left, right, by_words in zip(*part.T.tolist(), odds.tolist(), strict=True):
                if (left, right) not in self._of:
                    score = self._score((left, right), by_words)
                    if score >= NEAR:
                        self._of[left, right] = score

    def of(self, left: int, right: int) -> float:
        """The score of one pair, 0 to 1."""
        pair = left, right
        known = self._of.get(pair, self._low.get(pair))
        return self._worked_out(pair) if known is None else known

    def _worked_out(self, pair: Pair) -> float:
        score = self._score(pair, sum(weight(v, alike) for v, alike in self._alike(*pair).items()))
        if len(self._low) >= _LOW:
            self._low.clear()
        (self._of if score >= NEAR else self._low)[pair] = score
        return score

    def best_first(self, least: float) -> Iterator[tuple[float, Pair]]:
        """All scored pairs of different documents from `least` up; equals in the order of positions."""
        for pair, score in sorted(self._of.items(), key=lambda item: (-item[1], item[0])):
            if score < least:
                return
            if self._accounts[pair[0]].document != self._accounts[pair[1]].document:
                yield score, pair

    def clues(self, left: int, right: int) -> tuple[Clue, ...]:
        """What the score is made of, strongest first."""
        found = findings(self._accounts[left], self._accounts[right])
        clues = [Clue(f.level, round(weight(f.level, f.value), 3), f.detail) for f in found]
        for view, alike in self._alike(left, right).items():
            clues.append(Clue(view, round(weight(view, alike), 3), self._words(view, left, right)))
        return tuple(sorted(clues, key=lambda c: (-abs(c.score), c.name)))

    def findings(self, left: int, right: int) -> dict[str, float]:
        """Every level found and its value: what the weights are fitted on."""
        found: dict[str, float] = {}
        for f in findings(self._accounts[left], self._accounts[right]):
            found[f.level] = found.get(f.level, 0.0) + f.value
        return found | self._alike(left, right)

    def _score(self, pair: Pair, by_words: float) -> float:
        """Where words leave no chance of a near miss, nothing else is looked at."""
        if probability(PRIOR + by_words + MOST) < NEAR:
            return 0.0
        found = findings(self._accounts[pair[0]], self._accounts[pair[1]])
        return probability(PRIOR + by_words + sum(weight(f.level, f.value) for f in found))

    def _by_words(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """What `_alike` of many pairs weighs."""
        odds = np.zeros(len(left))
        for view, rows in self._rows.items():
            alike = np.sqrt(products(rows, left, rows, right))
            odds += self._weighed(view, alike, left, right)
        told = np.maximum(
            products(self._titles, left, self._present, right),
            products(self._titles, right, self._present, left),
        )
        odds += self._weighed(TITLE, told, left, right)
        return odds

    def _weighed(self, view: str, alike: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        known: np.ndarray = self._there[view][left] & self._there[view][right]
        odds: np.ndarray = known * np.interp(alike, *np.array(CURVES[view]).T)
        return odds

    def _alike(self, left: int, right: int) -> dict[str, float]:
        """How alike in each view that both have: the root of the damped cosine (the first words in common say more than the next),
        and the part of one title that the other account has, of the two the larger."""
        found = {
            view: float(np.sqrt(shared(rows, left, rows, right)[1].sum()))
            for view, rows in self._rows.items()
            if self._there[view][left] and self._there[view][right]
        }
        if self._there[TITLE][left] and self._there[TITLE][right]:
            found[TITLE] = max(self._told(left, right), self._told(right, left))
        return found

    def _told(self, title: int, account: int) -> float:
        return float(shared(self._titles, title, self._present, account)[1].sum())

    def _words(self, view: str, left: int, right: int) -> str:
        """The heaviest shared words."""
        if view == TITLE:
            if self._told(left, right) < self._told(right, left):
                left, right = right, left
            columns, weights = shared(self._titles, left, self._present, right)
        else:
            columns, weights = shared(self._rows[view], left, self._rows[view], right)
        best = sorted(zip((-weights).tolist(), self._vocabulary.terms(columns.tolist()), strict=True))
        shown = ", ".join(term for _, term in best[:_SHOWN])
        return f"both have {shown}" if shown else "none in common"


def _told(account: Account) -> list[str]:
    return words(f"{account.title}\n{account.text}")
