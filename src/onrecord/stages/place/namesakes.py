"""Towns that were taken for persons: which names of `claim.people` the text itself tells as places, every time it has them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Claim, Parse, Passage, Place, Precision
from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.known import says_place
from onrecord.stages.place.mentions import Mention
from onrecord.stages.place.view import View

Located = Sequence[tuple[Mention, Place]]


def without_places(
    claims: Sequence[Claim], text: str, parse: Parse, located: Located, gazetteer: Gazetteer
) -> tuple[Claim, ...]:
    """The claims, without the private persons whose name the words around it tell as a resolved place wherever it stands in `text`.

    A person may be called like a town: one use that is not told as the town's, and the name stays withheld.
    """
    names = {p.passage.words for c in claims for p in c.people if not p.public}
    firm = _firm(text, parse, located, gazetteer) if names else []
    towns = {name for name in names if firm and _always(name, text, firm)}
    if not towns:
        return tuple(claims)
    return tuple(
        replace(c, people=tuple(p for p in c.people if p.public or p.passage.words not in towns))
        for c in claims
    )


def _firm(text: str, parse: Parse, located: Located, gazetteer: Gazetteer) -> list[Passage]:
    """The resolved mentions that are places by the words around them, and not by their name alone."""
    view = View(text, parse)
    return [
        place.passage
        for mention, place in located
        if place.resolved
        and place.resolved.precision is not Precision.SITE
        and says_place(view, gazetteer, mention.first, mention.last)
    ]


def _always(name: str, text: str, firm: Sequence[Passage]) -> bool:
    """Whether every use, also as a part of a longer word, is in a firm place."""
    uses = re.finditer(r"\s+".join(map(re.escape, name.split())), text, re.IGNORECASE)
    return all(any(p.start <= use.start() and use.end() <= p.end for p in firm) for use in uses)
