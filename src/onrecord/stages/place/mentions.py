"""Finds the names of places in a text, by four finders one after another, and looks them up."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Candidate, Passage, Precision
from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.doubt import doubtful
from onrecord.stages.place.hinted import hinted
from onrecord.stages.place.known import kind_of, known
from onrecord.stages.place.marked import Span, marked
from onrecord.stages.place.told import told
from onrecord.stages.place.view import View
from onrecord.stages.place.words import DIRECTIONS, TYPES

Found = tuple[str, tuple[Candidate, ...], Precision | None]


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` to ``last - 1``. `name` is what was looked up; `why` is how it was found.

    `kind` is what the text calls it ("province" → region), None when it does not say. A name that is not `firm` only may be a place.
    """

    first: int
    last: int
    passage: Passage
    name: str
    candidates: tuple[Candidate, ...]
    why: str
    kind: Precision | None = None
    firm: bool = True


def find_mentions(view: View, gazetteer: Gazetteer) -> list[Mention]:
    """The mentions of a text, in order; none overlaps another."""
    spans = [span for span in marked(view, gazetteer) if not doubtful(view, gazetteer, *span[:2])]
    spans += known(view, gazetteer, _tokens(spans))
    spans += told(view, gazetteer, _tokens(spans))
    firm = len(spans)
    spans += hinted(view, gazetteer, _tokens(spans))
    found = [_mention(view, gazetteer, *span, firm=n < firm) for n, span in enumerate(spans)]
    return sorted(found, key=lambda m: m.first)


def _tokens(spans: Iterable[Span]) -> set[int]:
    return {i for first, last, _ in spans for i in range(first, last)}


def _mention(view: View, gazetteer: Gazetteer, first: int, last: int, why: str, *, firm: bool) -> Mention:
    passage = Passage.of(view.text, view.tokens[first].start, view.tokens[last - 1].end)
    name, candidates, kind = _look_up(view, gazetteer, first, last)
    return Mention(first, last, passage, name, candidates, why, kind or kind_of(view, first, last), firm)


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
