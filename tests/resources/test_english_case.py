"""Capitals of wire copy and headlines are lower-cased for the model, one character for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resources.english import open_english
from onrecord.resources.english_case import recase


@given(st.text() | st.text(alphabet="AaBbIİß shot.\n", max_size=80))
def test_every_offset_is_kept(text: str) -> None:
    assert len(recase(text)) == len(text)


def test_wire_copy_is_lowered() -> None:
    assert recase("GUERRILLAS ATTACKED TWO FARMS.") == "guerrillas attacked two farms."


@pytest.mark.parametrize(
    ("headline", "lowered"),
    [
        ("Man Shoots Neighbor And Her Son In Brask Hill", "Man shoots Neighbor and her Son in Brask Hill"),
        ("UPDATE: Two Killed, Four Wounded In Brask", "UPDATE: Two killed, Four wounded in Brask"),
        ("Sign in.\n\nNurse Struck By Gunshots In Brask", "Sign in.\n\nNurse struck by Gunshots in Brask"),
    ],
)
def test_verbs_and_function_words_of_a_headline_are_lowered(headline: str, lowered: str) -> None:
    """The first word of a line or after a colon stays: it has a capital in a sentence too."""
    assert recase(headline) == lowered


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed in Brask on Friday.",
        "Over a dozen outlets in Brask quoted the ministry of health",
        "Shells hit a market. The Governor Of Brask And Two Aides Were Hurt.",
        "",
        "Ana Waters, 34\n\nJack Marks, 41\n\nMary Rose, 9",
        "Doctors Without Borders United Nations Port Said",
    ],
)
def test_sentences_stay(text: str) -> None:
    assert recase(text) == text


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Garth Brooks Killed In Kharkiv Airstrike", "Garth Brooks"),
        ("Mary Rose Shot Dead In Kharkiv", "Mary Rose"),
        ("Mohammed Said Leads Attack On Gaza Market", "Mohammed Said"),
    ],
)
def test_a_name_that_could_be_a_verb_stays(headline: str, name: str) -> None:
    """Exports withhold the names that are found: half a name would leave with the other half."""
    assert recase(headline).startswith(name)


def test_a_headline_in_capital_letters_is_read() -> None:
    (parse,) = open_english().parse(["5-Year-Old Boy Shoots Self With Parent's Gun"])
    verb = next(t for t in parse.tokens if t.text == "Shoots")
    assert (verb.pos, verb.lemma) == ("VERB", "shoot")
