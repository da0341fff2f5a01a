"""Finds the names of places in a text, by four finders one after another, and looks them up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model import Candidate, Parse, Passage, Precision
from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.known import kind_of, known
from onrecord.stages.place.marked import Span, marked
from onrecord.stages.place.told import told
from onrecord.stages.place.view import View
from onrecord.stages.place.words import DIRECTIONS, TYPES

Found = tuple[str, tuple[Candidate, ...], Precision | None]


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` to ``last - 1``. `name` is what was looked up; `why` is how it was found.

    `kind` is what the text calls it ("province" → region), None when it does not say.
    """

    first: int
    last: int
    passage: Passage
    name: str
    candidates: tuple[Candidate, ...]
    why: str
    kind: Precision | None = None


def find_mentions(text: str, parse: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """The mentions of a text, in order; none overlaps another."""
    view = View(text, parse)
    spans = list(marked(view, gazetteer))
    spans += known(view, gazetteer, _tokens(spans))
    spans += told(view, gazetteer, _tokens(spans))
    spans += _again(view, {view.slice(first, last) for first, last, _ in spans}, _tokens(spans))
    return [_mention(view, gazetteer, *span) for span in sorted(spans)]


def _tokens(spans: Iterable[Span]) -> set[int]:
    return {i for first, last, _ in spans for i in range(first, last)}


def _again(view: View, names: set[str], taken: set[int]) -> Iterator[Span]:
    """A name that is a place once is one each time it stands alone."""
    firsts = {name.split()[0] for name in names}
    i = 0
    while i < len(view.tokens):
        last = _same(view, i, names, taken) if view.tokens[i].text in firsts and i not in taken else None
        if last is not None and _alone(view, i, last):
            yield i, last, "the same name is a place elsewhere in this text"
        i = last or i + 1


def _same(view: View, i: int, names: set[str], taken: set[int]) -> int | None:
    ends = range(min(i + 5, len(view.tokens)), i, -1)
    return next((j for j in ends if view.slice(i, j) in names and not taken & set(range(i, j))), None)


def _alone(view: View, first: int, last: int) -> bool:
    if view.entity(first) and view.label(first, last) in (None, "PERSON"):
        return False
    return not view.within_name(first, last)


def _mention(view: View, gazetteer: Gazetteer, first: int, last: int, why: str) -> Mention:
    passage = Passage.of(view.text, view.tokens[first].start, view.tokens[last - 1].end)
    name, candidates, kind = _look_up(view, gazetteer, first, last)
    return Mention(first, last, passage, name, candidates, why, kind or kind_of(view, first, last))


def _look_up(view: View, gazetteer: Gazetteer, first: int, last: int) -> Found:
    """The whole name, then without its type word ("Anbar Province", "City of Homs"), then without a direction ("Northern Gaza")."""
    name, words = view.slice(first, last), view.low[first:last]
    found = (
        _abbreviated(view, gazetteer, first, name) or gazetteer.look_up(name) or gazetteer.abbreviation(name)
    )
    if found or last - first == 1:
        return name, found, None
    if words[-1] in TYPES:
        return *_look_up(view, gazetteer, first, last - 1)[:2], TYPES[words[-1]]
    if words[0] in DIRECTIONS:
        return _look_up(view, gazetteer, first + 1, last)
    if len(words) > 2 and words[0] in TYPES and words[1] == "of":
        return *_look_up(view, gazetteer, first + 2, last)[:2], TYPES[words[0]]
    return name, (), None


def _abbreviated(view: View, gazetteer: Gazetteer, first: int, form: str) -> tuple[Candidate, ...]:
    """ "Fla." after a comma; "N.C." anywhere."""
    return gazetteer.abbreviation(form) if view.before(first) == "," or form.count(".") > 1 else ()
