"""People in a text, and who of them is to be protected: everyone, unless they act in public office.

Prisoners, children, victims and witnesses are shown by role, not by name, unless a person decides otherwise (GC III art. 13; Berkeley
Protocol on Digital Open Source Investigations).
"""

from collections.abc import Sequence

from onrecord.model import Attribution, Claim, Parse, Passage, Person, SpeakerKind
from onrecord.stages.read.people_names import Name, names
from onrecord.stages.read.people_roles import OFFICE, roles

_PERSONS = (SpeakerKind.WITNESS, SpeakerKind.VICTIM, SpeakerKind.PRISONER, SpeakerKind.PERSON)


def find_people(
    text: str, parse: Parse, attributions: Sequence[Attribution], victims: Sequence[Passage] = ()
) -> tuple[Person, ...]:
    """Every person's name in the text, in order. What one mention tells of a person holds for all of them. `victims` are the words for those
    who are said to suffer harm, whether the grammar or the trained reader found them."""
    speakers = [said.source for said in attributions if said.source and said.speaker in _PERSONS]
    found = names(parse, [*victims, *speakers])
    role = roles(parse, found, attributions, victims)
    return tuple(Person(_passage(text, parse, n), role[n] == OFFICE, role[n]) for n in found)


def _passage(text: str, parse: Parse, name: Name) -> Passage:
    """The name as it stands, without the "’s" that the model may have left on it."""
    start, end = parse.tokens[name[0]].start, parse.tokens[name[1] - 1].end
    owned = text[start:end].endswith(("’s", "'s", "‘s"))
    return Passage.of(text, start, end - 2 if owned else end)


def people_in(people: Sequence[Person], start: int, end: int) -> tuple[Person, ...]:
    """Those named in the characters [start, end)."""
    return tuple(p for p in people if p.passage.start < end and start < p.passage.end)


def named(claim: Claim, people: Sequence[Person]) -> tuple[Person, ...]:
    """Those named in a claim's sentence, as its speakers, and who take part under a name that another sentence gives in full; each once."""
    speakers = [said.source for said in claim.attributions if said.source is not None]
    away = [p.passage for p in claim.participants if not claim.sentence.covers(p.passage)]
    spans = [claim.sentence, *speakers, *away]
    return tuple(dict.fromkeys(p for s in spans for p in people_in(people, s.start, s.end)))
