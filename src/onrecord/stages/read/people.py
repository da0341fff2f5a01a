"""People in a text, and who of them is to be protected: everyone, unless they act in public office.

Prisoners, children, victims and witnesses are shown by role, not by name, unless a person decides otherwise (GC III art. 13; Berkeley
Protocol on Digital Open Source Investigations).
"""

from collections.abc import Sequence

from onrecord.model import Attribution, Parse, Passage, Person
from onrecord.stages.read.people_names import Name, names
from onrecord.stages.read.people_roles import OFFICE, roles


def find_people(text: str, parse: Parse, attributions: Sequence[Attribution]) -> tuple[Person, ...]:
    """Every person's name in the text, in order. What one mention tells of a person holds for all of them."""
    found = names(parse)
    role = roles(parse, found, attributions)
    return tuple(Person(_passage(text, parse, n), role[n] == OFFICE, role[n]) for n in found)


def _passage(text: str, parse: Parse, name: Name) -> Passage:
    """The name as it stands, without the "’s" that the model may have left on it."""
    start, end = parse.tokens[name[0]].start, parse.tokens[name[1] - 1].end
    owned = text[start:end].endswith(("’s", "'s", "‘s"))
    return Passage.of(text, start, end - 2 if owned else end)


def people_in(people: Sequence[Person], start: int, end: int) -> tuple[Person, ...]:
    """Those named in the characters [start, end)."""
    return tuple(p for p in people if p.passage.start < end and start < p.passage.end)
