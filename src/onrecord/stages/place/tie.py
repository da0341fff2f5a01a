"""How the grammar ties a place to the word that tells of an event: the path between them as named features, and their weights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log1p

from onrecord.model import Parse, Place, Precision, Token
from onrecord.stages.place.words import TYPES

_WIDTH = {
    Precision.SITE: 0,
    Precision.SETTLEMENT: 1,
    Precision.DISTRICT: 2,
    Precision.REGION: 3,
    Precision.COUNTRY: 4,
}
_NESTED = ("compound", "poss", "amod", "nmod")
_ARGUMENTS = ("dobj", "nsubj", "nsubjpass", "pobj", "attr")


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the sentence of the event: its tokens, its head, and the path from the event: labels upwards, then tokens downwards."""

    place: Place
    first: int
    last: int
    head: Token
    ups: tuple[str, ...]
    downs: tuple[Token, ...]

    @property
    def steps(self) -> int:
        """Edges from the event to the place."""
        return len(self.ups) + len(self.downs)

    @property
    def width(self) -> int:
        """How wide a place it is; a name that is not resolved counts as a settlement."""
        best = self.place.resolved or (self.place.candidates[0] if self.place.candidates else None)
        return _WIDTH[best.precision] if best else 1


def wheres(parse: Parse, event: Token, places: Sequence[Place]) -> list[Where]:
    """The places of the sentence of an event, in text order."""
    found = []
    for place in places:
        tokens = parse.tokens_in(place.passage.start, place.passage.end)
        head = _noun_before(parse, tokens[0]) if tokens else None
        head = head or parse.head_of(place.passage.start, place.passage.end)
        if head is not None and head.sentence == event.sentence:
            found.append(Where(place, tokens[0].i, tokens[-1].i + 1, head, *_path(parse, event, head)))
    return found


def _noun_before(parse: Parse, name: Token) -> Token | None:
    """ "in the town Okhtyrka": what the name hangs on, where the model hangs it on something further on."""
    noun = parse.tokens[name.i - 1] if name.i else None
    return (
        noun
        if noun and noun.text in TYPES and noun.dep == "pobj" and noun.sentence == name.sentence
        else None
    )


def _path(parse: Parse, event: Token, place: Token) -> tuple[tuple[str, ...], tuple[Token, ...]]:
    above = [event, *parse.ancestors(event.i)]
    rank = {t.i: n for n, t in enumerate(above)}
    chain = [place]
    while chain[-1].i not in rank and chain[-1].head != chain[-1].i:
        chain.append(parse.tokens[chain[-1].head])
    meeting = rank.get(chain[-1].i, len(above) - 1)
    return tuple(t.dep for t in above[:meeting]), tuple(reversed(chain[:-1]))


def features(parse: Parse, event: Token, one: Where, others: Sequence[Where]) -> Iterator[tuple[str, float]]:
    """Named values of one place among the others of the sentence."""
    yield "steps", float(one.steps)
    yield "words between", min(log1p(abs(one.head.i - event.i)), 3.0)
    yield f"is {one.width}", 1.0
    yield from (
        (f"up {_risen(event, dep, n)}", 1.0) for n, dep in enumerate(one.ups) if one.ups.index(dep) == n
    )
    yield from _down(one)
    if one.head.i > event.i:
        yield "after the event", 1.0
    if not one.ups:
        yield "below the event", 1.0
    yield from _beside(parse, one)
    yield from _among(parse, one, others)


def _risen(event: Token, dep: str, n: int) -> str:
    """An event told by a noun hangs on a verb ("launched an attack"), which is no step away."""
    return "argument" if n == 0 and event.pos == "NOUN" and dep in _ARGUMENTS else dep


def _down(one: Where) -> Iterator[tuple[str, float]]:
    if not one.downs:
        yield "governs the event", 1.0
        return
    labels = [f"prep {t.text.casefold()}" if t.dep == "prep" else t.dep for t in one.downs]
    preps = [label for label in labels if label.startswith("prep ")]
    yield f"first {labels[0]}", 1.0
    yield f"last {labels[-1]}", 1.0
    yield f"last {preps[-1]}" if preps else "no prep", 1.0
    yield from ((f"by {label}", 1.0) for label in dict.fromkeys(labels[1:]))
    if any(t.pos == "VERB" for t in one.downs):
        yield "another verb between", 1.0
    if labels[-1] in _NESTED and any(label in ("nsubj", "agent") for label in labels):
        yield "within the doer", 1.0


def _beside(parse: Parse, one: Where) -> Iterator[tuple[str, float]]:
    """The words next to it, and the name it is part of."""
    before = parse.tokens[one.first - 1].text.casefold() if one.first else ""
    yield f"follows {before if before.isalpha() or before == ',' else '-'}", 1.0
    if one.last < len(parse.tokens) and parse.tokens[one.last].pos in ("NOUN", "PROPN"):
        yield "a noun follows", 1.0
    entity = next((e for e in parse.entities if e.first <= one.first < e.last), None)
    yield f"marked {entity.label if entity else 'nothing'}", 1.0
    if entity and entity.last - entity.first > one.last - one.first + 1:
        yield "in a longer name", 1.0


def _among(parse: Parse, one: Where, others: Sequence[Where]) -> Iterator[tuple[str, float]]:
    above = {t.i for t in parse.ancestors(one.head.i)}
    if not others:
        yield "alone", 1.0
    if any(o.head.i in above for o in others):
        yield "below another place", 1.0
    if any(o.width < one.width for o in others):
        yield "another is finer", 1.0
    if any(o.steps < one.steps for o in others):
        yield "another is nearer", 1.0
    if any(not o.ups and len(o.downs) < one.steps for o in others):
        yield "another below is nearer", 1.0
    for other in others:
        if 0 < one.first - other.last + 1 <= 4 and other.last <= one.first:
            yield f"after a place and {_between(parse, other.last, one.first)}", 1.0
        if other.first >= one.last and other.first - one.last <= 3:
            yield f"before a place and {_between(parse, one.last, other.first)}", 1.0


def _between(parse: Parse, first: int, last: int) -> str:
    words = {t.text.casefold() for t in parse.tokens[first:last]}
    if words & {"and", "or"}:
        return "and"
    return "in" if words & {"in", "of", "near", "at"} else "comma" if "," in words else "other"
