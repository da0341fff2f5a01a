"""Names that the text itself says are places, whether or not a gazetteer knows them: villages above all."""

from collections.abc import Iterator

from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.marked import Span
from onrecord.stages.place.view import View
from onrecord.stages.place.words import CAPTURING, FIRM, MONTHS_AND_DAYS, SETTINGS, STREETS

_NEVER = {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "EVENT", "LAW", "LANGUAGE"}


def told(view: View, gazetteer: Gazetteer, taken: set[int]) -> Iterator[Span]:
    """Spans of tokens with the reason, in text order; nothing in texts without case."""
    if view.shouting:
        return
    i, listed = 0, False
    while i < len(view.tokens):
        last = view.run(i, taken)
        if last is None:
            listed = i in taken or (listed and view.low[i] in (",", "and", "the"))
            i += 1
            continue
        why = None if _people(view, gazetteer, i, last) else _why(view, i, last)
        if why is None and listed and _lists(view, gazetteer, i, last):
            why = "it stands in a list of places"
        if why:
            yield i, last, why
        i, listed = last, why is not None


def _people(view: View, gazetteer: Gazetteer, first: int, last: int) -> bool:
    """ "Ukrainian" is a word for a people, unless a place has it for a name."""
    name = view.slice(first, last)
    return gazetteer.country_of(name) is not None and not gazetteer.known(name)


_TYPED_LIST = "the text says what kind of place it is"


def _why(view: View, first: int, last: int) -> str | None:
    entity = view.entity(first)
    if view.low[first] in MONTHS_AND_DAYS or (entity and entity.label in _NEVER):
        return None
    if view.before(first) == "of" and view.before(first, 2) in SETTINGS:
        return _TYPED_LIST
    if view.after(last) in SETTINGS and last - first < 5 and not _acronym(view, first, last):
        return _TYPED_LIST
    if last - first > 1 and view.low[last - 1] in STREETS:
        return "its last word names a street or a landscape"
    if _acronym(view, first, last) or (entity and entity.label in ("NORP", "WORK_OF_ART")):
        return None
    head = view.tokens[last - 1]
    governor = view.tokens[head.head]
    if (
        head.dep == "pobj"
        and view.before(first) in FIRM
        and not (entity and entity.label == "ORG" and view.before(first) == "at")
    ):
        return f"it follows “{view.before(first)}”"
    if head.dep == "dobj" and governor.lemma.casefold() in CAPTURING and not view.surname(first, last):
        return f"it is what is {governor.lemma}ed"
    return None


def _lists(view: View, gazetteer: Gazetteer, first: int, last: int) -> bool:
    """Joined to a place by "and", or after a comma where the gazetteer knows it or the list goes on."""
    if _acronym(view, first, last) or view.surname(first, last) or _people(view, gazetteer, first, last):
        return False
    if (
        last - first > 1
        and view.label(first, last) == "PERSON"
        and not gazetteer.known(view.slice(first, last))
    ):
        return False  # a list of people, one of whom was taken for a place
    before = view.before(first, 2) if view.before(first) == "the" else view.before(first)
    if (
        view.tokens[last - 1].dep not in ("conj", "appos", "pobj", "dobj")
        or view.label(first, last) in _NEVER
    ):
        return False
    return before == "and" or (
        before == "," and (gazetteer.known(view.slice(first, last)) or view.after(last) in (",", "and"))
    )


def _acronym(view: View, first: int, last: int) -> bool:
    word = view.tokens[last - 1].text
    return last - first == 1 and len(word) > 1 and word.isupper()
