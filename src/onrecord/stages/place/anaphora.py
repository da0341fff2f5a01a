""" "There", "the city": words for a place that an earlier sentence names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Parse, Passage, Place, Precision, Token
from onrecord.stages.place.elsewhere import outside
from onrecord.stages.place.words import TYPES

_BACK = 3  # sentences: farther back a writer names the place again
_MEANT = (Precision.SETTLEMENT, Precision.REGION)
_VAGUE = ("state", "department")  # mostly the authorities
_DEFINITE = ("the", "this", "that")


def anaphors(text: str, parse: Parse, places: Sequence[Place]) -> list[Place]:
    """The words of a text that mean a place named before, as mentions of that place, in text order; those that are not clear are left out."""
    named = _by_sentence(parse, places)
    found = (_anaphor(text, parse, token, named) for token in parse.tokens)
    return [place for place in found if place]


def _by_sentence(parse: Parse, places: Sequence[Place]) -> dict[int, list[Place]]:
    named: dict[int, list[Place]] = {}
    for place in places:
        head = parse.head_of(place.passage.start, place.passage.end)
        if head is not None and not outside(parse, place):
            named.setdefault(head.sentence, []).append(place)
    return named


def _anaphor(text: str, parse: Parse, token: Token, named: dict[int, list[Place]]) -> Place | None:
    kinds = _kinds(parse, token)
    earlier_here = (p for p in named.get(token.sentence, ()) if p.passage.start < token.start)
    if not kinds or any(_precision(p) in kinds for p in earlier_here):
        return None  # or it may mean a place of its own sentence, whose name serves as well
    meant = next(_antecedents(token.sentence, kinds, named), [])
    if not meant or len({p.resolved or p.passage.words for p in meant}) > 1:
        return None
    start = min([token.start, *(t.start for t in parse.children(token.i) if t.dep == "det")])
    here, before = Passage.of(text, start, token.end), meant[-1]
    reason = f"“{here.words}” is “{before.passage.words}”, the place named before; {before.reason}"
    return replace(before, passage=here, reason=reason, site=None)


def _kinds(parse: Parse, token: Token) -> tuple[Precision, ...]:
    """What the word can mean: "there" a settlement, or else a region; "the city" a settlement."""
    word = token.text.casefold()
    if word == "there":
        return _MEANT if token.pos == "ADV" and token.dep == "advmod" else ()
    kind = TYPES.get(word)
    if kind not in _MEANT or word in _VAGUE or token.pos != "NOUN" or token.dep == "compound":
        return ()
    beside = [t for t in parse.children(token.i) if t.dep not in ("case", "punct")]
    definite = [t.dep == "det" and t.text.casefold() in _DEFINITE for t in beside]
    return (kind,) if definite == [True] else ()


def _antecedents(
    sentence: int, kinds: tuple[Precision, ...], named: dict[int, list[Place]]
) -> Iterator[list[Place]]:
    """The places of the nearest sentence before that names one of the first kind that it names at all, nearest first."""
    for earlier in range(sentence - 1, max(sentence - 1 - _BACK, -1), -1):
        for kind in kinds:
            fitting = [p for p in named.get(earlier, ()) if _precision(p) is kind]
            if fitting:
                yield fitting


def _precision(place: Place) -> Precision:
    """A name that the gazetteer does not know counts as a settlement's."""
    best = place.resolved or (place.candidates[0] if place.candidates else None)
    return best.precision if best else Precision.SETTLEMENT
