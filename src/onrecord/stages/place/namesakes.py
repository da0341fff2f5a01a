"""Towns that were taken for persons: which names of `claim.people` the text itself tells as places, every time it has them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Claim, Parse, Passage, Place, Precision
from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.known import says_place
from onrecord.stages.place.mentions import Mention
from onrecord.stages.place.view import View


def without_places(claims: Sequence[Claim], firm: Sequence[Passage], text: str) -> tuple[Claim, ...]:
    """The claims, without the private persons whose name is one of the passages `firm` wherever it stands in `text`.

    A person may be called like a town: one use that is not told as the town's, and the name stays withheld.
    """
    names = {p.passage.words for c in claims for p in c.people if not p.public and _within(p.passage, firm)}
    towns = {name for name in names if all(_within(p, firm) for p in _uses(name, text))}
    if not towns:
        return tuple(claims)
    return tuple(
        replace(c, people=tuple(p for p in c.people if p.public or p.passage.words not in towns))
        for c in claims
    )


def firm_places(
    text: str, parse: Parse, mentions: Iterable[Mention], places: Iterable[Place], gazetteer: Gazetteer
) -> list[Passage]:
    """The resolved mentions that are places by the words around them, and not by their name alone."""
    view = View(text, parse)
    return [
        place.passage
        for mention, place in zip(mentions, places, strict=True)
        if place.resolved
        and place.resolved.precision is not Precision.SITE
        and says_place(view, gazetteer, mention.first, mention.last)
    ]


def _uses(name: str, text: str) -> Iterable[Passage]:
    pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
    return (Passage(m.start(), m.end(), m.group()) for m in re.finditer(pattern, text, re.IGNORECASE))


def _within(passage: Passage, others: Iterable[Passage]) -> bool:
    return any(o.start <= passage.start and passage.end <= o.end for o in others)
