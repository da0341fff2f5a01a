"""Place names that the language model marks, cut to the name itself."""

from collections.abc import Iterator

from onrecord.model import Entity
from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.view import View
from onrecord.stages.place.words import BODIES, MONTHS_AND_DAYS, STREETS, TYPES

Span = tuple[int, int, str]
_PLACE_LABELS = {"GPE": "a country, city or state", "LOC": "a landscape", "FAC": "a building, road or site"}
_DISTRICTS = ("county", "parish")
_ARTICLES = ("the", "a", "an")


def marked(view: View, gazetteer: Gazetteer) -> Iterator[Span]:
    """Spans of tokens with the reason, in text order."""
    for entity in view.parse.entities:
        if entity.label in _PLACE_LABELS:
            why = f"the language model marks it as {_PLACE_LABELS[entity.label]}"
            for first, last in _pieces(view, entity):
                if not _no_place(view, gazetteer, first, last):
                    yield first, _without_body(view, gazetteer, first, last), why


def _pieces(view: View, entity: Entity) -> Iterator[tuple[int, int]]:
    """ "Gainesville, Fla." is two places."""
    first = entity.first
    for i in range(entity.first, entity.last + 1):
        if i == entity.last or view.low[i] in (",", ";", "/"):
            trimmed = _trimmed(view, first, i)
            if trimmed:
                yield trimmed
            first = i + 1


def _trimmed(view: View, first: int, last: int) -> tuple[int, int] | None:
    """Without articles, "northern", signs and what follows an apostrophe; with a type word in capitals that follows."""
    while first < last and _edge(view, first):
        first += 1
    while first < last and not _ends_name(view, first, last):
        last -= 1
    if first == last:
        return None
    follows = view.tokens[last] if last < len(view.tokens) else None
    if follows and not view.shouting and follows.text.casefold() in TYPES and follows.text[0].isupper():
        last += 1
    return first, last


def _without_body(view: View, gazetteer: Gazetteer, first: int, last: int) -> int:
    """ "Springfield County" of "Springfield County Jail", where the gazetteer knows no jail."""
    if last - first < 2 or gazetteer.look_up(view.slice(first, last)):
        return last
    for end in range(last - 1, first, -1):
        body = view.low[end] in BODIES or view.low[end - 1] in _DISTRICTS
        if body and view.low[end] not in STREETS and gazetteer.known(view.slice(first, end)):
            return end
    return last


def _edge(view: View, i: int) -> bool:
    token = view.tokens[i]
    if view.low[i] in _ARTICLES or not token.text[0].isalnum():
        return True
    return not view.shouting and token.text[0].islower() and view.after(i + 1) != "-"


def _ends_name(view: View, first: int, last: int) -> bool:
    final = view.tokens[last - 1].text
    if last - first > 1 and (final in ("'s", "’s", "s’") or (final[0].islower() and not view.shouting)):
        return False
    return final[-1].isalnum() or final[-1] == "."


def _no_place(view: View, gazetteer: Gazetteer, first: int, last: int) -> bool:
    name = view.slice(first, last)
    if name.casefold() in MONTHS_AND_DAYS or (gazetteer.country_of(name) and not gazetteer.known(name)):
        return True
    return not view.shouting and not any(t.text[0].isupper() for t in view.tokens[first:last])
