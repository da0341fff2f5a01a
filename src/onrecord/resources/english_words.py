"""Part of speech and lemma of words, remembered: the word, its tag and its dependency decide them, but for words of a few set phrases."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from sys import intern
from typing import Any, NamedTuple

import numpy as np

_MOST = 100_000  # words remembered, some 50 MB; then anew


class Word(NamedTuple):
    """What decides: ids of the word, its tag and its dependency in the model's table of strings."""

    orth: int
    tag: int
    dep: int


class Ruled(NamedTuple):
    """What the rules make of it: Universal part of speech, lemma, tag and dependency (white space is no root of a sentence)."""

    pos: str
    lemma: str
    tag: str
    dep: str


Case = tuple[int, tuple[Word, ...]]
"""A word and the phrase it stands in: its position and the words; a phrase of one for most."""


class Words:
    """The model's own rules (`attribute_ruler`, `lemmatizer`), asked once for each case.

    They took 9.6 of 49 ms for 400 words: 179 patterns are tried at every word, though all but 8 look at that word alone.
    """

    INSTEAD_OF = ("attribute_ruler", "lemmatizer")

    def __init__(self, nlp: Any) -> None:
        from spacy.matcher import Matcher

        self._vocab = nlp.vocab
        self._ruler, self._lemmatizer = (nlp.get_pipe(name) for name in self.INSTEAD_OF)
        self._phrases = Matcher(nlp.vocab)
        for n, rule in enumerate(self._ruler.patterns):
            if long := [pattern for pattern in rule["patterns"] if len(pattern) > 1]:
                self._phrases.add(str(n), long)
        self._known: dict[Case, Ruled] = {}

    def of(self, doc: Any) -> list[Ruled]:
        """What the rules make of each word of a text that has its tags and dependencies."""
        cases = self._cases(doc)
        if len(self._known) > _MOST:
            self._known.clear()
        new = [case for case in dict.fromkeys(cases) if case not in self._known]
        self._known.update(zip(new, self._ruled(new), strict=True))
        return [self._known[case] for case in cases]

    def _cases(self, doc: Any) -> list[Case]:
        from spacy.attrs import DEP, ORTH, TAG

        words = [Word(*row) for row in doc.to_array([ORTH, TAG, DEP]).tolist()]
        cases: list[Case] = [(0, (word,)) for word in words]
        for first, last in self._found(doc):
            cases[first:last] = [(n - first, tuple(words[first:last])) for n in range(first, last)]
        return cases

    def _found(self, doc: Any) -> Iterator[tuple[int, int]]:
        """The set phrases of a text, those that overlap as one: first word, last + 1."""
        open_: tuple[int, int] | None = None
        for first, last in sorted((first, last) for _, first, last in self._phrases(doc, allow_missing=True)):
            if open_ is not None and first >= open_[1]:
                yield open_
                open_ = None
            open_ = (open_[0], max(open_[1], last)) if open_ else (first, last)
        if open_ is not None:
            yield open_

    def _ruled(self, cases: Sequence[Case]) -> Iterator[Ruled]:
        """What the model's rules say: of all cases in one row, unless words that only stand side by side there make a phrase."""
        ends = np.cumsum([0, *(len(words) for _, words in cases)]).tolist()
        row = self._row([word for _, words in cases for word in words])
        if list(self._found(row)) == [(first, last) for first, last in pairwise(ends) if last - first > 1]:
            self._lemmatizer(self._ruler(row))
            tokens = [row[first + n] for first, (n, _) in zip(ends, cases, strict=False)]
        else:
            tokens = [self._lemmatizer(self._ruler(self._row(words)))[n] for n, words in cases]
        for token in tokens:
            yield Ruled(intern(token.pos_), intern(token.lemma_), intern(token.tag_), intern(token.dep_))

    def _row(self, words: Sequence[Word]) -> Any:
        """A text of these words."""
        from spacy.attrs import DEP, TAG
        from spacy.tokens import Doc

        doc = Doc(self._vocab, words=[self._vocab.strings[word.orth] for word in words])
        marks: Any = np.array([(word.tag, word.dep) for word in words], dtype=np.uint64).reshape(-1, 2)
        return doc.from_array([TAG, DEP], marks)
