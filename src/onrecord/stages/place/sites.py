"""The place within the settlement: "a kindergarten in Okhtyrka", "the Okhtyrka hospital"."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Parse, Passage, Place, Precision, Token
from onrecord.stages.place.words import SITES

_AT = ("in", "at", "of", "near", "outside", "on")
_PREMODIFIERS = ("compound", "amod", "nummod", "poss", "nmod")
_SETTLEMENT_NOUNS = (
    "city",
    "town",
    "village",
    "suburb",
    "settlement",
    "hamlet",
    "center",
    "centre",
    "outskirts",
    "part",
    "area",
    "district",
)


def with_sites(text: str, parse: Parse, places: Sequence[Place]) -> list[Place]:
    """The places, each with the site that the grammar puts in it, where it does."""
    return [_with_site(text, parse, place) for place in places]


def _with_site(text: str, parse: Parse, place: Place) -> Place:
    if place.resolved and place.resolved.precision not in (Precision.SETTLEMENT, Precision.DISTRICT):
        return place
    name = parse.head_of(place.passage.start, place.passage.end)
    noun = _site_noun(parse, name) if name else None
    return replace(place, site=_phrase(text, parse, noun, place.passage)) if noun else place


def _site_noun(parse: Parse, name: Token) -> Token | None:
    """The noun that the name hangs on, through "the city of" and prepositions."""
    if name.dep in _PREMODIFIERS:
        head = parse.tokens[name.head]
        return head if _site(head) else None
    for above in list(parse.ancestors(name.i))[:5]:
        if above.pos == "ADP":
            if above.text.casefold() not in _AT:
                return None
        elif _site(above):
            return above
        elif above.pos == "VERB":
            return _attacked(parse, above)
        elif above.lemma.casefold() not in _SETTLEMENT_NOUNS:
            return None
    return None


def _attacked(parse: Parse, verb: Token) -> Token | None:
    """ "a kindergarten had been attacked in the city of …"."""
    objects = [t for t in parse.children(verb.i) if t.dep in ("dobj", "nsubjpass")]
    return next((t for t in objects if _site(t)), None)


def _site(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and token.lemma.casefold() in SITES


def _phrase(text: str, parse: Parse, noun: Token, name: Passage) -> Passage:
    """The noun with the words right before it ("children's hospital"), and with what it is joined to, without the place's name."""
    words = [noun, *(t for t in parse.children(noun.i) if t.dep in _PREMODIFIERS and t.i < noun.i)]
    words += [t for t in parse.children(noun.i) if t.dep == "conj" and _site(t)]
    start, end = min(t.start for t in words), max(t.end for t in words)
    if start < name.end and name.start < end:
        start = name.end if name.end <= noun.start else start
    return Passage.of(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
