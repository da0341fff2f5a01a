"""Who takes part, as the trained reader marks it: the word pieces that it sees become whole names and noun phrases."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from onrecord.model import Claim, Filler, Marks, Parse, Passage, Role, Token
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.participants_words import extent, is_title

# How sure the reader must be of a victim whose name is withheld: what was added from before the weighing (docs/explanation/reading.md, first
# round: CEAF-REE 0.452 from 0.6; 0.5 to 0.8 were tried). As a threshold for withholding it was not measured.
WITHHELD = 0.6
_DEEP = 4  # steps from a piece of a name to its head; not measured: a bound for the work
_NOUNS = ("NOUN", "PROPN")
_WORDS = (*_NOUNS, "ADJ", "NUM", "X")
_MODIFYING = ("compound", "nmod", "amod", "poss")
ROLE_OF = {
    "PerpInd": Role.PERPETRATOR,
    "PerpOrg": Role.PERPETRATOR,
    "Target": Role.TARGET,
    "Victim": Role.VICTIM,
    "Weapon": Role.WEAPON,
}
"""The slots of the MUC templates, which the reader marks, and our roles."""


class Marked(NamedTuple):
    """A noun phrase that the reader marks: its head, its first and last + 1 token, the slot of the MUC templates, and how sure it is."""

    head: Token
    words: tuple[int, int]
    slot: str
    sure: float


def marked(parse: Parse, fillers: Sequence[Filler], nouns: Nouns) -> Iterator[Marked]:
    """Each filler as a whole phrase, but for titles, descriptions, and what holds no noun."""
    for filler in _alone(parse, fillers):
        seen = [t for t in parse.tokens_in(*filler.words) if t.pos in _WORDS]
        if any(t.pos in _NOUNS for t in seen):
            head = _head(parse, seen, ROLE_OF[filler.role], nouns)
            yield Marked(head, _extent(parse, head, seen, nouns), filler.role, filler.sure)


def marked_victims(text: str, parse: Parse, claims: Sequence[Claim], marks: Marks) -> Iterator[Passage]:
    """Whom the reader marks as victims around the claims: their names are withheld even where the record does not say that they were harmed."""
    fillers = marks.fillers([(c.sentence.start, c.sentence.end) for c in claims])
    for one in marked(parse, fillers, Nouns(parse)):
        if one.slot == "Victim" and one.sure >= WITHHELD:
            first, last = one.words
            yield Passage.of(text, parse.tokens[first].start, parse.tokens[last - 1].end)


def _alone(parse: Parse, fillers: Sequence[Filler]) -> list[Filler]:
    """Without the title right before a name and the description behind it, which the reader gives as fillers of their own."""
    kept: list[Filler] = []
    seen: dict[tuple[str, int], list[Filler]] = {}  # by role and token: a page may have thousands
    for filler in fillers:
        for token in parse.tokens_in(*filler.words):
            seen.setdefault((filler.role, token.i), []).append(filler)
    for filler, after in zip_longest(fillers, fillers[1:]):
        head = parse.head_of(*filler.words)
        titles = after is not None and after.role == filler.role and _touch(parse, filler, after)
        if not titles and not (head and head.dep == "appos" and _explains(parse, head, filler, seen)):
            kept.append(filler)
    return kept


def _touch(parse: Parse, one: Filler, other: Filler) -> bool:
    return all(not t.text.strip() for t in parse.tokens_in(one.words[1], other.words[0]))


def _explains(
    parse: Parse, head: Token, filler: Filler, seen: Mapping[tuple[str, int], Sequence[Filler]]
) -> bool:
    """ "Roa, *a judge*": what a name is, in apposition to that name."""
    return is_title(head) and any(f is not filler for f in seen.get((filler.role, head.head), ()))


def _head(parse: Parse, seen: Sequence[Token], role: Role, nouns: Nouns) -> Token:
    """The noun that the words are a piece of: a name for a part of it and for its title, a thing for whose it is."""
    named = [t for t in seen if t.pos in _NOUNS]
    head = parse.head_of(named[0].start, named[-1].end)
    head = head if head in named else named[-1]
    for _ in range(_DEEP):
        above = parse.tokens[head.head]
        if head.dep not in _MODIFYING or above.pos not in _NOUNS or not _piece(head, above, role, nouns):
            return head
        head = above
    return head


def _piece(part: Token, whole: Token, role: Role, nouns: Nouns) -> bool:
    if role is Role.TARGET:
        return nouns.sort(whole) is Sort.OBJECT
    if role is Role.WEAPON or nouns.sort(part) is Sort.ORGANISATION:
        return False
    names = whole.pos == "PROPN" and part.dep != "poss"
    return names or (part.dep != "poss" and nouns.sort(whole) is Sort.PERSON)


def _extent(parse: Parse, head: Token, seen: Sequence[Token], nouns: Nouns) -> tuple[int, int]:
    """The phrase of the head; with what the reader saw behind it, and without adjectives and titles that it left out."""
    first, last = extent(parse, head, nouns)
    if not is_title(head):
        left = range(min(seen[0].i, head.i) - 1, first - 1, -1)
        first = next((n + 1 for n in left if is_title(parse.tokens[n])), first)
    while first < min(seen[0].i, head.i) and parse.tokens[first].pos not in _NOUNS:
        first += 1
    end = last
    while end <= seen[-1].i and parse.tokens[end].dep != "cc" and parse.tokens[end].pos != "PUNCT":
        end += 1
    behind = [t.i + 1 for t in seen if last <= t.i < end and t.pos in _NOUNS]
    return first, max([last, *behind])


__all__ = ["ROLE_OF", "Marked", "marked", "marked_victims"]
