"""A title is read for a text that claims nothing of what it announces."""

import pytest

from onrecord.model import Document, Harm, Kind, MadeBy, Reading
from onrecord.resources.english import open_english
from onrecord.stages.parse import run as parse
from onrecord.stages.read import READ

FORM = "Sign in with your account to go on.\n\nRegister now for free."


def _read(text: str, title: str, paragraphs: tuple[tuple[int, int], ...] = ()) -> Reading:
    page = Document("d", "c", text, MadeBy("test", 1), title=title, language="en", paragraphs=paragraphs)
    (read,) = READ.run(list(parse([page], open_english())), None)
    assert isinstance(read, Reading)
    return read


def test_the_title_above_a_form_is_a_claim_with_its_words() -> None:
    reading = _read(FORM, "Two people were killed by shells in Brask", ((0, len(FORM)),))
    (number,) = {n for c in reading.claims if (n := c.count(Harm.KILLED))}
    assert number.low == 2
    words = number.passage
    assert reading.document.told[words.start : words.end] == words.words
    assert words.start > len(FORM)


def test_a_text_that_claims_something_speaks_for_itself() -> None:
    text = "Shells hit the Kolbe market on Monday. Four people died."
    reading = _read(text, "Gunmen kidnapped one teacher: another page")
    assert reading.document.told != text
    assert reading.claims
    assert all(c.trigger.end <= len(text) for c in reading.claims)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Suspect in Brask shooting surrenders to police", Kind.SHOOTING),
        ("Coroner releases identities of Brask Road shooting victims", Kind.SHOOTING),
        ("More charges filed in Kolbe murder case", Kind.KILLING),
        ("Third person pleads in deadly Brask bar shooting", Kind.SHOOTING),
        ("Brask men charged in shootings held without bail", Kind.SHOOTING),
        ("Deadly gunfire followed reported argument at party", Kind.SHOOTING),
        ("Second suspect in 9-year-old's shooting booked", Kind.SHOOTING),
        ("Suspect in Brask High game shooting faces 60 years in prison", Kind.SHOOTING),
    ],
)
def test_a_headline_takes_for_granted_what_happened(title: str, kind: Kind) -> None:
    assert [c.kind for c in _read(FORM, title).claims] == [kind]


@pytest.mark.parametrize(
    "title",
    [
        "New shooting range opens in Brask",
        "Killer whale born at Brask aquarium",
        "Brask stages a murder mystery",
        "Striker wins game with late shot",
        "Court acquits man of murder",
        "Tenth anniversary of school shooting",
        "How to survive a mass shooting",
        "Parents talk about school shootings",
        "New documentary on bombing",
        "Army begins live-fire bombing drill",
        "Dr Anna Killer elected mayor",
        "Russian bombers patrol the Black Sea",
    ],
)
def test_a_headline_about_something_else_claims_nothing(title: str) -> None:
    assert not _read(FORM, title).claims


def test_in_a_text_the_name_of_a_case_is_no_claim() -> None:
    text = "The murder case was adjourned until the spring, and homicide detectives left the court."
    assert not _read(text, "Murder case was adjourned until the spring, detectives left the court").claims


def test_what_hurt_a_patient_says_that_it_was_violence() -> None:
    reading = _read(FORM, "Brask 2-year-old in critical condition from gunshot")
    assert [(c.trigger.words, c.kind) for c in reading.claims] == [("condition", Kind.SHOOTING)]
    assert not _read(FORM, "Brask 2-year-old in critical condition from measles").claims
    assert not _read(FORM, "Brask woman taken from helicopter to hospital").claims


def test_a_verb_that_the_model_takes_for_a_noun_is_known_by_its_object() -> None:
    reading = _read(FORM, "3-year-old kills herself with loaded gun in Brask")
    assert [c.trigger.words for c in reading.claims] == ["kills"]
