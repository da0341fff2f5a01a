"""The score of each pair of accounts: the words they share, weighed in bulk, and the findings, weighed one pair at a time."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from onrecord.model import Clue
from onrecord.stages.link.account import Account
from onrecord.stages.link.candidates import Pair
from onrecord.stages.link.evidence import findings
from onrecord.stages.link.weights import MOST, NEAR, PRIOR, WEIGHTS, probability
from onrecord.stages.link.words import Vocabulary, ages, cosines, names, shared, words

VIEWS = ("text", "names", "title", "ages")
_FEW = {
    "text": 30.0,
    "names": 60.0,
    "title": 30.0,
    "ages": 20.0,
}  # a name weighs about 15, a row of a page about 150
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
            "title": self._vocabulary.vectors((words(a.title) for a in accounts), _FEW["title"]),
            "ages": self._vocabulary.vectors((ages(a.text) for a in accounts), _FEW["ages"]),
        }
        self.text = self._rows["text"]

    def prepare(self, pairs: np.ndarray) -> None:
        """Score many pairs (an array of two columns) in bulk; only those that are near misses at least are kept."""
        for part in np.array_split(pairs, len(pairs) // _AT_ONCE + 1):
            odds = sum(
                (WEIGHTS[v] * np.sqrt(cosines(self._rows[v], *part.T)) for v in VIEWS), np.zeros(len(part))
            )
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
        score = self._score(pair, sum(WEIGHTS[v] * self._alike(v, *pair) for v in VIEWS))
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
        clues = [Clue(f.level, round(WEIGHTS[f.level] * f.value, 3), f.detail) for f in found]
        for view in VIEWS:
            if alike := self._alike(view, left, right):
                clues.append(Clue(view, round(WEIGHTS[view] * alike, 3), self._words(view, left, right)))
        return tuple(sorted(clues, key=lambda c: (-abs(c.score), c.name)))

    def findings(self, left: int, right: int) -> dict[str, float]:
        """Every level found and its value: what the weights are fitted on."""
        found: dict[str, float] = {}
        for f in findings(self._accounts[left], self._accounts[right]):
            found[f.level] = found.get(f.level, 0.0) + f.value
        return found | {view: self._alike(view, left, right) for view in VIEWS}

    def _score(self, pair: Pair, by_words: float) -> float:
        """Where words leave no chance of a near miss, nothing else is looked at."""
        if probability(PRIOR + by_words + MOST) < NEAR:
            return 0.0
        found = findings(self._accounts[pair[0]], self._accounts[pair[1]])
        return probability(PRIOR + by_words + sum(WEIGHTS[f.level] * f.value for f in found))

    def _alike(self, view: str, left: int, right: int) -> float:
        """The root of the damped cosine: the first words in common say more than the next."""
        return float(np.sqrt(shared(self._rows[view], left, right)[1].sum()))

    def _words(self, view: str, left: int, right: int) -> str:
        """The heaviest shared words."""
        columns, weights = shared(self._rows[view], left, right)
        best = sorted(zip((-weights).tolist(), self._vocabulary.terms(columns.tolist()), strict=True))[
            :_SHOWN
        ]
        return "both have " + ", ".join(term for _, term in best)


def _told(account: Account) -> list[str]:
    return words(f"{account.title}\n{account.text}")
