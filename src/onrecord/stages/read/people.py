"""People in a text, and who of them is to be protected: everyone, unless they act in public office."""

from collections.abc import Sequence

from onrecord.model import Attribution, Parse, Passage, Person

_OFFICES = frozenset(
    "president minister governor mayor senator spokesman spokeswoman general colonel lawmaker chancellor premier sheriff".split()
)


def find_people(text: str, parse: Parse, attributions: Sequence[Attribution]) -> tuple[Person, ...]:
    """Every person's name in the text, in order."""
    found = []
    for entity in parse.entities:
        if entity.label != "PERSON":
            continue
        tokens = parse.tokens[max(0, entity.first - 3) : entity.last]
        public = any(t.lemma.lower() in _OFFICES for t in tokens)
        passage = Passage.of(text, parse.tokens[entity.first].start, parse.tokens[entity.last - 1].end)
        found.append(Person(passage, public, "in public office" if public else "a private person"))
    return tuple(found)


def people_in(people: Sequence[Person], start: int, end: int) -> tuple[Person, ...]:
    """Those named in the characters [start, end)."""
    return tuple(p for p in people if p.passage.start < end and start < p.passage.end)
