"""The grammar of a document's text, as the language model sees it: in flight only, never kept.

Stages read this and not the model's own objects, so that they need no model to be tested and a parse can be stored.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign. `head` is the index of its head in the document (its own index for a root); `start`, `end` are offsets.

    `pos` and `dep` are Universal POS and ClearNLP dependency labels, `tag` is Penn Treebank, as spaCy's English models give.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A name the model marked: tokens ``first`` to ``last - 1`` and an OntoNotes label. A hint, not a fact."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens, sentences as (first, last + 1) token ranges, and entities of one text."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        object.__setattr__(self, "_children", tuple(map(tuple, below)))

    def children(self, i: int) -> Iterator[Token]:
        """The direct dependents of token `i`, in text order."""
        return (self.tokens[j] for j in self._children[i])

    def ancestors(self, i: int) -> Iterator[Token]:
        """The heads above token `i`, nearest first, without `i` itself."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def subtree(self, i: int) -> tuple[int, ...]:
        """Indices of token `i` and everything below it, sorted."""
        found, open_ = [], [i]
        while open_:
            j = open_.pop()
            found.append(j)
            open_.extend(self._children[j])
        return tuple(sorted(found))

    def sentence_of(self, i: int) -> tuple[Token, ...]:
        """The tokens of the sentence that holds token `i`."""
        first, last = self.sentences[self.tokens[i].sentence]
        return self.tokens[first:last]

    def distance(self, i: int, j: int) -> int | None:
        """Edges between two tokens in the dependency tree; None when they are in different sentences."""
        if self.tokens[i].sentence != self.tokens[j].sentence:
            return None
        up = {i: 0} | {t.i: n for n, t in enumerate(self.ancestors(i), start=1)}
        if j in up:
            return up[j]
        return next((up[t.i] + n for n, t in enumerate(self.ancestors(j), start=1) if t.i in up), None)

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that overlap the characters [start, end)."""
        low, high = 0, len(self.tokens)
        while low < high:  # first token that ends after `start`
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.tokens[middle].end <= start else (low, middle)
        last = low
        while last < len(self.tokens) and self.tokens[last].start < end:
            last += 1
        return self.tokens[low:last]

    def head_of(self, start: int, end: int) -> Token | None:
        """The syntactic head of a stretch of text: its first token whose head lies outside it, or None if it holds no token."""
        inside = self.tokens_in(start, end)
        numbers = {token.i for token in inside}
        return next((t for t in inside if t.head == t.i or t.head not in numbers), None)
