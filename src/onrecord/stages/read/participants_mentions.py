"""Every noun phrase around the claims of a page that may name one who takes part, with what the grammar and the reader make of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Marks, Parse, Participant, Role, Token
from onrecord.model.marks import Span
from onrecord.stages.read.nouns import Nouns
from onrecord.stages.read.participants_marked import ROLE_OF, marked
from onrecord.stages.read.participants_words import extent, is_title

_NOUNS = ("NOUN", "PROPN")
_ARTICLES = ("a ", "an ", "the ")
_INSIDE = ("compound", "nmod", "amod", "poss")
_SLOTS = tuple(ROLE_OF)


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase: head, first and last + 1 token, its words without article in lower case (`key`), and for each slot of the MUC templates
    how likely the reader thinks its head and its likeliest word to fill it. `told` are the slots that the grammar of a claim gives to the
    phrase, `around` those that it gives to a phrase around it, `filled` the reader's own choice with its probability."""

    head: Token
    words: tuple[int, int]
    key: str
    at_head: Mapping[str, float]
    at_best: Mapping[str, float]
    told: frozenset[str]
    around: frozenset[str]
    filled: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Page:
    """The mentions of a page in text order, and what they are weighed with."""

    text: str
    parse: Parse
    nouns: Nouns
    mentions: tuple[Mention, ...]

    @classmethod
    def of(
        cls,
        text: str,
        parse: Parse,
        nouns: Nouns,
        claims: Sequence[Claim],
        marks: Marks,
        within: Sequence[Span] = (),
    ) -> "Page":
        """The mentions in the windows that were read for the claims and, when it is given, `within`."""
        windows = marks.looked([(c.sentence.start, c.sentence.end) for c in claims])
        found = _Mentions(text, parse, nouns, marks, claims)
        return cls(
            text,
            parse,
            nouns,
            tuple(
                m for m in found.all(windows) if not within or lies_in(parse.tokens[m.words[0]].start, within)
            ),
        )


def slot_of(one: Participant) -> str:
    """The slot of the MUC templates that a participant fills."""
    if one.role is Role.PERPETRATOR:
        return "PerpOrg" if one.kind == "organisation" else "PerpInd"
    return one.role.value.capitalize()


def key_of(words: str) -> str:
    """Words as they are compared: lower case, without article."""
    folded = " ".join(words.casefold().split())
    return next((folded.removeprefix(a) for a in _ARTICLES if folded.startswith(a)), folded)


def lies_in(start: int, spans: Sequence[Span]) -> bool:
    """Whether words that begin at `start` begin in one of the spans, which are in text order."""
    n = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return n >= 0 and start < spans[n][1]


class _Mentions:
    """The phrases of a page: those of the grammar first, then the reader's, then every other noun's."""

    def __init__(self, text: str, parse: Parse, nouns: Nouns, marks: Marks, claims: Iterable[Claim]) -> None:
        self._text, self._parse, self._nouns, self._marks = text, parse, nouns, marks
        self._heads: dict[tuple[int, int], Token] = {}
        self._told: dict[tuple[int, int], set[str]] = {}
        self._around: dict[int, set[str]] = {}
        self._filled: dict[tuple[int, int], dict[str, float]] = {}
        for claim in claims:
            for one in claim.participants:
                self._tell(one)

    def _tell(self, one: Participant) -> None:
        tokens = self._parse.tokens_in(one.passage.start, one.passage.end)
        words = tokens[0].i, tokens[-1].i + 1
        self._heads[words] = self._parse.head_of(one.passage.start, one.passage.end) or tokens[-1]
        self._told.setdefault(words, set()).add(slot_of(one))
        for token in tokens:
            self._around.setdefault(token.i, set()).add(slot_of(one))

    def all(self, windows: Sequence[Span]) -> Iterator[Mention]:
        for head, words, slot, sure in marked(self._parse, self._marks.fillers(windows), self._nouns):
            if not any(slot in self._around.get(i, ()) for i in range(*words)):
                self._heads.setdefault(words, head)
                self._filled.setdefault(words, {})[slot] = sure
        for token in self._parse.tokens:
            if token.pos in _NOUNS and lies_in(token.start, windows) and self._stands_alone(token):
                self._heads.setdefault(extent(self._parse, token, self._nouns), token)
        for words in sorted(self._heads):
            if (made := self._mention(words)) is not None:
                yield made

    def _stands_alone(self, token: Token) -> bool:
        """Not a title before a name, nor what a name is in apposition to it ("Roa, *a judge*")."""
        above = self._parse.tokens[token.head]
        if token.dep in _INSIDE:
            return token.pos == "PROPN" or token.dep in ("compound", "poss")
        return not (token.dep == "appos" and is_title(token) and above.pos == "PROPN")

    def _mention(self, words: tuple[int, int]) -> Mention | None:
        start, end = self._parse.tokens[words[0]].start, self._parse.tokens[words[1] - 1].end
        head = self._heads[words]
        at_best = self._marks.roles((start, end))
        at_head = self._marks.roles((head.start, head.end)) if words[1] - words[0] > 1 else at_best
        key = key_of(self._text[start:end])
        if at_best is None or at_head is None or len(key) < 2 or not any(c.isalpha() for c in key):
            return None
        around = {slot for i in range(*words) for slot in self._around.get(i, ())}
        told = frozenset(self._told.get(words, ()))
        filled = self._filled.get(words, {})
        return Mention(head, words, key, at_head, at_best, told, frozenset(around - told), filled)


__all__ = ["Mention", "Page", "key_of", "lies_in", "slot_of"]
