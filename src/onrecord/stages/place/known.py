"""Names of the gazetteer that the language model did not mark as places, where the words around them agree."""

from collections.abc import Iterator

from onrecord.model import Candidate, Precision
from onrecord.resources.gazetteer import Gazetteer, alike, fold
from onrecord.stages.place.dateline import in_dateline
from onrecord.stages.place.marked import Span
from onrecord.stages.place.view import View
from onrecord.stages.place.words import (
    AIMED,
    BODIES,
    CAPTURING,
    DIRECTIONS,
    DWELLERS,
    FIRM,
    MONTHS_AND_DAYS,
    STREETS,
    STRIKING,
    TYPES,
)

_LONGEST = 6
_PARTS = (
    "northern",
    "southern",
    "eastern",
    "western",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
)
_BIG = 100_000  # people: smaller towns share too many surnames and plain words
_WIDE = (Precision.COUNTRY, Precision.REGION)
_MISTAKEN = ("PERSON", "ORG", "PRODUCT", "NORP")  # labels that the model gives to foreign towns
_OF_OTHERS = (
    "LANGUAGE",
    "EVENT",
    "LAW",
)  # given to few of them: only a big town or a region is taken to be meant
_NOT_NAMES = ("PRON", "AUX", "DET", "ADP", "CCONJ", "SCONJ", "INTJ")


def known(view: View, gazetteer: Gazetteer, taken: set[int]) -> Iterator[Span]:
    """Spans of tokens with the reason, in text order; the longest name at a position is the one looked at."""
    i = 0
    while i < len(view.tokens):
        last = longest(view, gazetteer, i, taken)
        if last is not None:
            why = _agrees(view, gazetteer, i, last)
            if why:
                yield i, last, why
        i = last or i + 1


def longest(view: View, gazetteer: Gazetteer, i: int, taken: set[int]) -> int | None:
    """Where the longest name of the gazetteer that begins at token `i` ends; None where none does."""
    token = view.tokens[i]
    if i in taken or not view.capital(i) or not token.text[0].isalpha() or token.pos in _NOT_NAMES:
        return None
    if view.low[i] in MONTHS_AND_DAYS:
        return None
    ends = view.ends(i, _LONGEST, taken)
    return next((end for end in reversed(ends) if gazetteer.known(view.slice(i, end))), None)


def _agrees(view: View, gazetteer: Gazetteer, first: int, last: int) -> str | None:
    """Why the words around a known name make it a place, or None."""
    if gazetteer.country_of(view.slice(first, last)):
        return None
    if last - first == 1 and view.low[first] in BODIES | TYPES.keys() | DIRECTIONS | STREETS:
        return None  # a word that heads names, standing alone: "the Council", "North"
    told = _told(view, gazetteer, first, last)
    if told:
        return told
    if view.after(last) in DWELLERS and not view.surname(first, last) and view.label(first, last):
        return "its people or buildings are named after it"
    if _aimed_at(view, first, last):
        return "it is what is struck or taken"
    entity = view.entity(first)
    if entity and view.label(first, last) is None:
        return None
    if (
        entity
        and entity.label not in _MISTAKEN
        and not _mislabelled(view, gazetteer, entity.label, first, last)
    ):
        return None
    if view.within_name(first, last) or view.surname(first, last):
        return None
    if view.before(first) in FIRM:
        return f"it follows “{view.before(first)}”"
    return None if entity and entity.label == "PERSON" else _famous(view, gazetteer, first, last)


def _told(view: View, gazetteer: Gazetteer, first: int, last: int) -> str | None:
    if in_dateline(view.parse, first, last, shouting=view.shouting):
        return "it stands in the dateline"
    if _before_holder(view, gazetteer, last):
        return "the region or country that holds it follows after a comma"
    if kind_of(view, first, last):
        return "the text says what kind of place it is"
    return None


def says_place(view: View, gazetteer: Gazetteer, first: int, last: int) -> bool:
    """Whether the words around a name would be said of a place only, and never of a person who is called like one."""
    within = view.before(first) == "in" and view.after(last) not in ("'s", "’s", "'", "’")
    return within or _told(view, gazetteer, first, last) is not None


def kind_of(view: View, first: int, last: int) -> Precision | None:
    """What the text calls it: "Sumy province", "Walker County", "the town of Okhtyrka"."""
    if last - first > 1 and view.low[last - 1] in TYPES:
        return TYPES[view.low[last - 1]]
    if view.after(last) in TYPES:
        return TYPES[view.after(last)]
    at = first - 2 if view.before(first) == "of" else first - 1
    if at < 0:
        return None
    if view.before(first) in _PARTS:
        return Precision.REGION
    return TYPES.get(view.low[at] if view.shouting else view.tokens[at].text)


def _before_holder(view: View, gazetteer: Gazetteer, last: int) -> bool:
    """A region or country right after a comma."""
    if view.after(last) != ",":
        return False
    start = last + 2 if view.after(last + 1) == "the" else last + 1
    return any(_wide(gazetteer, view.slice(start, end)) for end in view.ends(start, 3, set()))


def _wide(gazetteer: Gazetteer, name: str) -> bool:
    found: tuple[Candidate, ...] = gazetteer.abbreviation(name) or gazetteer.look_up(name)
    return any(c.precision in _WIDE for c in found)


def _aimed_at(view: View, first: int, last: int) -> bool:
    """What is struck or taken ("shelled Okhtyrka", "a strike on Okhtyrka"), or where people flee to or from."""
    head = view.tokens[last - 1]
    if head.pos != "PROPN" or view.surname(first, last):
        return False
    above = view.tokens[head.head]
    if head.dep == "dobj":
        return above.lemma.casefold() in CAPTURING | STRIKING
    return (
        head.dep == "pobj"
        and above.dep == "prep"
        and view.tokens[above.head].lemma.casefold() in STRIKING | AIMED
    )


def _mislabelled(view: View, gazetteer: Gazetteer, label: str, first: int, last: int) -> bool:
    """ "In Zaporizhzhia", which the model may take for a language."""
    name = view.slice(first, last)
    return label in _OF_OTHERS and any(_big(c, name) for c in gazetteer.look_up(name))


def _big(c: Candidate, name: str) -> bool:
    """A city or something wider that has about this name for its main one; "Hindi" is an alias of a city."""
    return alike(c.name, name) and (c.precision in _WIDE or (c.population or 0) >= _BIG)


def _subject(view: View, last: int) -> bool:
    """ "Omdurman was also hit": a name, and not a plain word with the capital of a sentence's start."""
    return view.tokens[last - 1].dep in ("nsubj", "nsubjpass") and view.tokens[
        min(last, len(view.tokens) - 1)
    ].pos in ("AUX", "VERB")


def _famous(view: View, gazetteer: Gazetteer, first: int, last: int) -> str | None:
    name = view.slice(first, last)
    best = gazetteer.look_up(name)[0]
    if fold(best.name) != fold(name) and best.precision is not Precision.COUNTRY:
        return None
    if view.tokens[first].pos != "PROPN":
        return None
    if view.initial(first) and best.precision not in _WIDE and not _subject(view, last):
        return None
    famous = best.precision in _WIDE or (best.population or 0) >= _BIG
    return "it is the name of a widely known place" if famous else None
