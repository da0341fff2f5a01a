"""A surname alone stands for the fuller name that the text gave before."""

from collections.abc import Mapping

from onrecord.model import Entity, Parse


def fuller_names(parse: Parse) -> Mapping[int, int]:
    """From the head of a short mention of a name ("Petrenko") to the head of the first, fullest one ("Colonel Ivan Petrenko, a spokesman")."""
    first: dict[str, list[Entity]] = {}
    short: dict[int, int] = {}
    for entity in (e for e in parse.entities if e.label == "PERSON"):
        words = _words(parse, entity)
        known = (
            [e for e in first.get(words[-1], ()) if len(words) == 1 or _words(parse, e) == words]
            if words
            else []
        )
        if len(known) == 1:
            short[_head(parse, entity)] = _head(parse, known[0])
        elif words and not known:
            first.setdefault(words[-1], []).append(entity)
    return short


def _words(parse: Parse, entity: Entity) -> list[str]:
    return [t.text.lower() for t in parse.tokens[entity.first : entity.last] if t.pos == "PROPN"]


def _head(parse: Parse, entity: Entity) -> int:
    inside = range(entity.first, entity.last)
    return next((i for i in inside if parse.tokens[i].head not in inside), entity.first)
