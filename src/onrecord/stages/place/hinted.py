"""Names of the gazetteer that may be places here: parts of names of bodies, and names that the model gives to persons or to nothing.

None of them stands on its own: `admit` keeps those for which the rest of the text speaks.
"""

from collections.abc import Iterator

from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.known import longest
from onrecord.stages.place.marked import Span
from onrecord.stages.place.view import View
from onrecord.stages.place.words import BODIES, DIRECTIONS, DWELLERS, PAPERS, STREETS, TYPES

_HEADS = BODIES | TYPES.keys() | DIRECTIONS | STREETS  # standing alone they are the body and not its place
_BEFORE = ("of", "in", "at", "for", "from", "to", "on", "the", "a", "and", "-", ",", "")
_AFTER = {"'s": "'s", "’s": "'s", ",": ",", ".": ".", "and": "and"}
_MARKED = ("PERSON", "ORG")
_NEVER = ("LANGUAGE", "LAW", "DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY")


def hinted(view: View, gazetteer: Gazetteer, taken: set[int]) -> Iterator[Span]:
    """Spans of tokens with the reason, in text order."""
    i = 0
    while i < len(view.tokens):
        last = longest(view, gazetteer, i, taken)
        if last is not None and _may_be(view, gazetteer, i, last):
            yield i, last, "the other places of the text speak for it"
        i = last or i + 1


def _may_be(view: View, gazetteer: Gazetteer, first: int, last: int) -> bool:
    if view.tokens[last - 1].pos != "PROPN" or view.surname(first, last):
        return False
    entity = view.entity(first)
    if view.after(last) in PAPERS or (entity and entity.label in _NEVER):
        return False
    alone = last - first == 1 and view.low[first] in _HEADS
    return not alone and gazetteer.country_of(view.slice(first, last)) is None


def signs(view: View, first: int, last: int) -> Iterator[str]:
    """What speaks for or against a hinted name by its own words and its neighbours."""
    entity, part, after = view.entity(first), _part(view, first, last), view.after(last)
    follows = "body" if after in BODIES else "dweller" if after in DWELLERS else None
    yield f"marked {entity.label if entity else 'nothing'}"
    yield part
    yield _preceded(view.before(first))
    if follows:
        yield f"before a {follows}"
    if after in _AFTER:
        yield f"before {_AFTER[after]}"
    if view.initial(first):
        yield "first in its sentence"
    if last - first > 1:
        yield "several words"
    if entity and entity.label in _MARKED:
        yield f"{entity.label} before a {follows}" if follows else f"{entity.label} {part}"


def in_other_name(view: View, first: int, last: int, *, firm: bool) -> bool:
    """A part of what may be a person's name ("Paris Hilton") or, where the text has no `firm` place, of any name but a body's."""
    entity, after = view.entity(first), view.after(last)
    if entity is None:
        return view.within_name(first, last)
    part = view.label(first, last) is None
    return part and (entity.label == "PERSON" or not (firm or after in BODIES or after in DWELLERS))


def _part(view: View, first: int, last: int) -> str:
    entity = view.entity(first)
    if entity is None:
        return "beside a name" if view.within_name(first, last) else "free"
    if view.label(first, last):
        return "whole name"
    if first - entity.first <= (view.low[entity.first] in ("the", "a", "an")):
        return "begins a name"
    return "ends a name" if last == entity.last else "within a name"


def _preceded(word: str) -> str:
    if word in DIRECTIONS:
        return "after a direction"
    if word in _BEFORE:
        return f"after {word}"
    return "after a word" if word.isalpha() else "after a sign"
