"""The trained reader's say in who takes part: it knows who is a victim in a story, and finds those whom no verb ties to what happened.

Its examples tell of Latin America in the 1980s: only victims are struck out on its word, never a perpetrator ("Ukrainian forces", 0.02), a
target, a weapon or what humanitarian law protects. Chosen on muc-dev (CEAF-REE F1): 0.434 as here; 0.427 when what is added needs 0.5, 0.423
with 0.7; 0.431 when victims below 0.05 are struck out, 0.433 below 0.3. With those from sentences nearby 0.450.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from onrecord.model import Claim, Filler, Marks, Parse, Participant, Role, Token
from onrecord.model.marks import Span
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.participants_words import extent, is_title, of_words

LEAST = 0.1  # of a victim
ADDED = 0.6
# No person is accused by a sentence that tells of no harm: of those that would be, most are wrong, and one was a dead man of his own page.
_NEARBY = {"PerpOrg": 0.7, "Target": ADDED, "Victim": ADDED, "Weapon": ADDED}
_DEEP = 4  # steps from a piece of a name to its head
_NOUNS = ("NOUN", "PROPN")
_WORDS = (*_NOUNS, "ADJ", "NUM", "X")
_MODIFYING = ("compound", "nmod", "amod", "poss")
_ROLE_OF = {
    "PerpInd": Role.PERPETRATOR,
    "PerpOrg": Role.PERPETRATOR,
    "Target": Role.TARGET,
    "Victim": Role.VICTIM,
    "Weapon": Role.WEAPON,
}


def with_fillers(
    text: str, parse: Parse, claims: Sequence[Claim], marks: Marks, nouns: Nouns
) -> Iterator[Claim]:
    """The claims of one sentence without those who hardly take part in anything, and with those whom the reader adds to the nearest claim."""
    if not claims:
        return
    start, end = min(c.sentence.start for c in claims), max(c.sentence.end for c in claims)
    fillers = [f for f in _alone(parse, marks.fillers([(start, end)])) if f.sure >= ADDED]
    near = [min(claims, key=lambda c: _apart(c, f)) for f in fillers if start <= f.words[0] < end]
    inside = [f for f in fillers if start <= f.words[0] < end]
    for claim in claims:
        kept = [p for p in claim.participants if _likely(p, marks)]
        ours = [f for f, home in zip(inside, near, strict=True) if home is claim]
        made = (_participant(text, parse, f, nouns) for f in ours if not any(_is(p, f) for p in kept))
        yield replace(claim, participants=_in_order((*kept, *(one for one in made if one))))


def with_those_nearby(
    text: str,
    parse: Parse,
    claims: Sequence[Claim],
    fillers: Sequence[Filler],
    nouns: Nouns,
    within: Sequence[Span] = (),
) -> Iterator[Claim]:
    """The claims of a text with those `fillers`, of the windows read for the claims, that stand in sentences beside them ("Three were
    killed. *Ana Roa* was a clerk."), each added to the nearest claim. Outside `within`, when it is given, lies furniture."""
    sentences = sorted((c.sentence.start, c.sentence.end) for c in claims)
    paragraphs = sorted(within) or [(0, len(text))]
    ours: dict[int, list[Participant]] = {}
    starts = [c.trigger.start for c in claims]
    for filler in _alone(parse, fillers):
        beside = _lies_in(filler, paragraphs) and not _lies_in(filler, sentences)
        if beside and filler.sure >= _NEARBY.get(filler.role, math.inf):
            behind = bisect_right(
                starts, filler.words[0]
            )  # page-long lists of names: no comparing with every claim
            home = min(
                {max(behind - 1, 0), min(behind, len(claims) - 1)}, key=lambda n: _apart(claims[n], filler)
            )
            if made := _participant(text, parse, filler, nouns):
                ours.setdefault(home, []).append(made)
    for n, claim in enumerate(claims):
        yield replace(claim, participants=_in_order((*claim.participants, *ours.get(n, ()))))


def _lies_in(filler: Filler, spans: Sequence[Span]) -> bool:
    """Whether words begin in one of the spans, which are in text order."""
    n = bisect_right(spans, filler.words[0], key=lambda span: span[0]) - 1
    return n >= 0 and filler.words[0] < spans[n][1]


def _in_order(told: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple(sorted(told, key=lambda p: (p.passage.start, p.role)))


def _alone(parse: Parse, fillers: Sequence[Filler]) -> list[Filler]:
    """Without the title right before a name and the description behind it, which the reader gives as fillers of their own."""
    kept: list[Filler] = []
    for filler, after in zip_longest(fillers, fillers[1:]):
        head = parse.head_of(*filler.words)
        titles = after is not None and after.role == filler.role and _touch(parse, filler, after)
        if not titles and not (head and head.dep == "appos" and _explains(parse, head, filler, fillers)):
            kept.append(filler)
    return kept


def _touch(parse: Parse, one: Filler, other: Filler) -> bool:
    return all(not t.text.strip() for t in parse.tokens_in(one.words[1], other.words[0]))


def _explains(parse: Parse, head: Token, filler: Filler, fillers: Sequence[Filler]) -> bool:
    """ "Roa, *a judge*": what a name is, in apposition to that name."""
    name = parse.tokens[head.head]
    return is_title(head) and any(
        f.role == filler.role and f is not filler and f.words[0] <= name.start < f.words[1] for f in fillers
    )


def _apart(claim: Claim, filler: Filler) -> int:
    return abs(claim.trigger.start - filler.words[0])


def _likely(one: Participant, marks: Marks) -> bool:
    if one.protected or one.role is not Role.VICTIM:
        return True
    span = one.passage.start, one.passage.end
    chance = marks.role(span, "Victim")
    return chance is None or chance >= LEAST


def _is(one: Participant, filler: Filler) -> bool:
    start, end = filler.words
    return one.role is _ROLE_OF[filler.role] and one.passage.start < end and start < one.passage.end


def _participant(text: str, parse: Parse, filler: Filler, nouns: Nouns) -> Participant | None:
    """The whole name or noun of which the reader saw word pieces; None where it saw no noun."""
    seen = [t for t in parse.tokens_in(*filler.words) if t.pos in _WORDS]
    if not any(t.pos in _NOUNS for t in seen):
        return None
    head = _head(parse, seen, _ROLE_OF[filler.role], nouns)
    words = _extent(parse, head, seen, nouns)
    kind = {"PerpOrg": "organisation", "PerpInd": "person"}.get(filler.role)
    return replace(of_words(text, parse, _ROLE_OF[filler.role], head, words, nouns), kind=kind)


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
