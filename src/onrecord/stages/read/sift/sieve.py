"""Whether a text may tell of harm, by its words alone.

A sentence counts only if a word stands in it that can begin a claim (`triggers`), or both words of a set phrase. It is then weighed: every
word of the reader's lists has a weight, and their sum is the log-odds that the reader finds a claim there. A text is worth as much as its
most telling sentence, so that one line of harm in a long page is not drowned by the rest.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise, product
from math import log

from onrecord.stages.read.lexicon import HURT, MEANS, NOUNS, VERBS
from onrecord.stages.read.phrases import PHRASES, SUBJECT_PHRASES
from onrecord.stages.read.sift.forms import forms

WORD = re.compile(r"[a-z]+")
_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+|\n\s*\n")
_INK = re.compile(r"\S+")
_LONGEST = 50  # words weighed together: a page without full stops is cut, so that a menu does not outweigh a line of news
_ARTICLE = 400  # words
_LONG = 2_000  # words: above that an article is held for no dearer, so that "was killed" alone is enough at any length
_AGAINST = 2.0  # what harmless words can take away in all: a line of news in a menu stays; without it nothing more is skipped that should be

Span = tuple[int, int]


def _forms_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in forms(word))


TRIGGERS = _forms_of([*VERBS, *NOUNS, *HURT])
"""Every form of a word that can begin a claim by itself."""
_CARE = ("condition", "support")  # "in critical condition from gunshot" (`treated`)
_PAIRS = frozenset(
    pair
    for verb, other in [*PHRASES, *SUBJECT_PHRASES, *product(_CARE, MEANS)]
    for pair in product(forms(verb), forms(other))
)
_FIRST = frozenset(first for first, _ in _PAIRS)


def can_tell(words: frozenset[str]) -> bool:
    """Whether a claim can come of these lower-case words at all: without a trigger and without a set phrase the reader finds none."""
    if not words.isdisjoint(TRIGGERS):
        return True
    return any(pair in _PAIRS for pair in product(words & _FIRST, words))


@dataclass(frozen=True, slots=True)
class Sieve:
    """`weights` are those of words, in log-odds; `start` is the sum before any; below `keep` an article of 400 words is not worth reading."""

    start: float
    keep: float
    weights: Mapping[str, float]
    _points: Mapping[str, float] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        points: dict[str, float] = {}
        for word, weight in self.weights.items():
            for form in set(forms(word)):
                points[form] = points.get(form, 0.0) + weight
        object.__setattr__(self, "_points", points)

    def weigh(self, words: Iterable[str]) -> float:
        """The log-odds of a claim in a sentence of these different words."""
        points = sorted(self._points.get(word, 0.0) for word in words)
        against = max(-_AGAINST, sum(one for one in points if one < 0))
        return round(self.start + against + sum(one for one in points if one > 0), 3)

    def least(self, length: int) -> float:
        """The log-odds at which a text of so many words is worth reading."""
        return self.keep + price(length)

    def best(self, text: str) -> tuple[float, Span] | None:
        """The weight of the most telling sentence and where it is; None when no sentence can tell of harm."""
        told = (
            (words, span) for span in sentences(text) if can_tell(words := words_of(text[span[0] : span[1]]))
        )
        return max(((self.weigh(words), span) for words, span in told), default=None)


def price(length: int) -> float:
    """What a text of so many words costs to read, beside an article of 400, as log-odds: what costs a tenth is read on a tenth of the odds.

    With one threshold for all lengths 0.32 of the words of other news were skipped at a loss of 0.02, with this 0.39; and of sentences of war
    standing alone 0.015 and none.
    """
    return log(min(max(length, 1), _LONG) / _ARTICLE)


def words_of(text: str) -> frozenset[str]:
    """The different words of a text in lower case; what is between hyphens and apostrophes are words of their own."""
    return frozenset(WORD.findall(text.lower()))


def sentences(text: str) -> Iterator[Span]:
    """Roughly the sentences, cut where they are too long; an ending that is none ("Gen. Lee") only makes a piece shorter."""
    start = 0
    for end in _END.finditer(text):
        yield from _pieces(text, start, end.start())
        start = end.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    words = [start + word.start() for word in _INK.finditer(text[start:end])]
    cuts = [start, *words[_LONGEST::_LONGEST], end]
    return pairwise(cuts) if words else iter(())


__all__ = ["TRIGGERS", "WORD", "Sieve", "Span", "can_tell", "price", "sentences", "words_of"]
