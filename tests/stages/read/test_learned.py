"""The trained reader beside the grammar: what it adds, what it takes back, and what it may not touch."""

import pytest

from onrecord.model import Document, MadeBy, Reading, Role, Stance
from onrecord.resources.english import open_english
from onrecord.resources.reader import open_reader
from onrecord.stages.read import READ
from onrecord.stages.read.attribution import find_attributions
from onrecord.stages.read.claims import find_claims
from onrecord.stages.read.stance import stance_of
from onrecord.stages.read.stance_learned import alone, weighed


def test_stance_is_weighed() -> None:
    sure, not_, open_ = (0.95, 0.03, 0.02), (0.1, 0.85, 0.05), (0.3, 0.3, 0.4)
    assert weighed(Stance.ASSERTED, sure) is Stance.ASSERTED
    assert weighed(Stance.DENIED, sure) is Stance.DENIED
    assert weighed(Stance.PLANNED, not_) is Stance.PLANNED  # a record says how it has not happened
    assert weighed(Stance.ASSERTED, not_) is Stance.NEGATED
    assert weighed(Stance.ASSERTED, (0.3, 0.6, 0.1)) is Stance.POSSIBLE
    assert weighed(Stance.ASSERTED, open_) is Stance.POSSIBLE
    assert weighed(Stance.PLANNED, None) is Stance.PLANNED
    assert (alone(sure), alone(not_), alone(open_)) == (Stance.ASSERTED, Stance.NEGATED, Stance.POSSIBLE)


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("The gang planned to attack the town hall on Monday.", "attack", Stance.PLANNED),
        ("They foiled an attack on the bridge.", "attack", Stance.NEGATED),
        ("Police believe the man may have been killed.", "killed", Stance.POSSIBLE),
        ("Shells killed two men at the bridge.", "killed", Stance.ASSERTED),
    ],
)
def test_a_sign_that_the_grammar_sees_is_never_taken_back(text: str, word: str, stance: Stance) -> None:
    (parse,) = open_english().parse([text])
    token = next(t for t in parse.tokens if t.text == word)
    assert stance_of(parse, token, open_reader().read(text, parse))[0] is stance


def test_attributions_say_who_found_them() -> None:
    text = "Rescuers put the toll at nine. Two people died, the mayor said."
    (parse,) = open_english().parse([text])
    by_grammar = find_attributions(text, parse)
    both = find_attributions(text, parse, open_reader().read(text, parse))
    assert all(a.grammar and a.sure is None for a in by_grammar)
    said = next(a for a in both if a.cue.words == "said")
    assert said.grammar
    assert said.sure is not None
    assert said.sure > 0.5
    assert all(a.sure is not None and a.sure >= 0.6 for a in both if not a.grammar)


def test_outside_the_windows_asked_for_the_grammar_alone_tells() -> None:
    text = "Two people died, the mayor said."
    (parse,) = open_english().parse([text])
    marks = open_reader().read(text, parse)
    assert find_attributions(text, parse, marks, []) == find_attributions(text, parse)


def test_what_humanitarian_law_protects_and_weapons_stay() -> None:
    text = "Missiles struck a kindergarten and a hospital on Friday, wounding children."
    (parse,) = open_english().parse([text])

    def told(reader: bool) -> set[tuple[Role, str]]:
        marks = open_reader().read(text, parse) if reader else None
        claims = find_claims(text, parse, marks=marks)
        return {
            (p.role, p.passage.words)
            for c in claims
            for p in c.participants
            if p.protected or p.role is Role.WEAPON
        }

    assert told(reader=False) <= told(reader=True)
    assert (Role.TARGET, "kindergarten") in told(reader=True)


def test_the_reader_is_not_asked_about_windows_without_harm() -> None:
    peace = "The mayor said that the museum will open in the spring, and the director thanked the town. " * 10
    text = f"{peace}\n\nShells killed two men at the bridge on Monday, the governor said."
    (parse,) = open_english().parse([text])
    document = Document("d", "c", text, MadeBy("test", 1), language="en")
    (read,) = READ.run([Reading(document, parse=parse)], open_reader())
    asked = [a.sure is not None for a in read.attributions if a.cue.words == "said"]
    assert asked[0] is False
    assert asked[-1] is True
