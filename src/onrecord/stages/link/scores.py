"""The score of each pair of accounts: the words they share, weighed in bulk, and the findings, weighed one pair at a time."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from onrecord.model import Clue
from onrecord.stages.link.account import Account
from onrecord.stages.link.candidates import Pair
from onrecord.stages.link.evidence import findings
from onrecord.stages.link.weights import MOST, NEAR, PRIOR, WEIGHTS, probability
from onrecord.stages.link.words import Vocabulary, ages, cosines, names, words

VIEWS = ("text", "names", "title", "ages")
_SHOWN = 6


class Scores:
    """Scores of pairs of positions in `accounts`; `known` ones are taken as they are."""

    def __init__(self, accounts: Sequence[Account], known: Mapping[Pair, float]) -> None:
        self._accounts = accounts
        self._of: dict[Pair, float] = dict(known)
        read = [words(f"{a.title}\n{a.text}") for a in accounts]
        self._vocabulary = Vocabulary(read)
        self._rows = {
            "text": self._vocabulary.vectors(read),
            "names": self._vocabulary.vectors(names(a.text) for a in accounts),
            "title": self._vocabulary.vectors(words(a.title) for a in accounts),
            "ages": self._vocabulary.vectors(ages(a.text) for a in accounts),
        }
        self.text = self._rows["text"]

    @property
    def prepared(self) -> Collection[Pair]:
        """The pairs scored so far."""
        return self._of.keys()

    def prepare(self, pairs: Sequence[Pair]) -> None:
        """Score many pairs; those whose words leave no chance of a near miss are scored by their words alone."""
        pairs = [p for p in pairs if p not in self._of]
        shared = self._shared(pairs)
        odds: np.ndarray = np.sum([WEIGHTS[v] * shared[v] for v in VIEWS], axis=0) + PRIOR
        hopeful = probability_of(odds + MOST) >= NEAR
        for pair, by_words, chance in zip(pairs, odds.tolist(), hopeful.tolist(), strict=True):
            self._of[pair] = probability(by_words + self._found(pair)) if chance else 0.0

    def of(self, left: int, right: int) -> float:
        """The score of one pair, 0 to 1."""
        if (left, right) not in self._of:
            self.prepare([(left, right)])
        return self._of[left, right]

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
        shared = self._shared([(left, right)])
        clues += [
            Clue(view, round(WEIGHTS[view] * float(shared[view][0]), 3), self._words(view, left, right))
            for view in VIEWS
            if shared[view][0] > 0
        ]
        return tuple(sorted(clues, key=lambda c: (-abs(c.score), c.name)))

    def findings(self, left: int, right: int) -> dict[str, float]:
        """Every level found and its value: what the weights are fitted on."""
        found: dict[str, float] = {}
        for f in findings(self._accounts[left], self._accounts[right]):
            found[f.level] = found.get(f.level, 0.0) + f.value
        shared = self._shared([(left, right)])
        return found | {view: float(shared[view][0]) for view in VIEWS}

    def _found(self, pair: Pair) -> float:
        a, b = pair
        return sum(WEIGHTS[f.level] * f.value for f in findings(self._accounts[a], self._accounts[b]))

    def _shared(self, pairs: Sequence[Pair]) -> dict[str, np.ndarray]:
        left, right = [p[0] for p in pairs], [p[1] for p in pairs]
        return {view: cosines(rows, left, right) for view, rows in self._rows.items()}

    def _words(self, view: str, left: int, right: int) -> str:
        """The heaviest shared words."""
        both = self._rows[view][left].multiply(self._rows[view][right]).tocsr()
        best = sorted(zip(-both.data, self._vocabulary.terms(both.indices), strict=True))[:_SHOWN]
        return "both have " + ", ".join(term for _, term in best)


def probability_of(log_odds: np.ndarray) -> np.ndarray:
    """The logistic function of many."""
    bounded = np.clip(log_odds, -30.0, 30.0)
    return np.asarray(1 / (1 + np.exp(-bounded)))
