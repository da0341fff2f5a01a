"""Who takes part, weighed: whom the grammar of no claim names is added, and who hardly takes part is left out."""

from collections.abc import Sequence

import pytest

from onrecord.model import Parse, Participant, Role
from onrecord.resources.english import open_english
from onrecord.resources.reader import open_reader
from onrecord.stages.read.claims import find_claims
from onrecord.stages.read.nouns import Nouns
from onrecord.stages.read.participants_likely import ACCUSED, ADDED, LEAST, _needed, _Others, _stays, chance
from onrecord.stages.read.participants_mentions import Page, key_of
from onrecord.stages.read.participants_signs import Entity, entities

IDENTIFIED = (
    "A missile killed three people in the village. "
    "The victims were identified as Dobren Varnek, 59, and Ana Lind, 53."
)
SUSPECTED = "Gunmen killed the judge on Monday. The police suspect the Karesti Liberation Front."


def _parsed(text: str) -> Parse:
    (parse,) = open_english().parse([text])
    return parse


def _told(text: str, *, reader: bool, within: Sequence[tuple[int, int]] = ()) -> list[Participant]:
    parse = _parsed(text)
    marks = open_reader().read(text, parse) if reader else None
    return [p for c in find_claims(text, parse, paragraphs=within, marks=marks) for p in c.participants]


def _chances(text: str) -> dict[Entity, float]:
    parse = _parsed(text)
    page = Page.of(text, parse, Nouns(parse), find_claims(text, parse), open_reader().read(text, parse))
    return {entity: chance(entity[0], signs) for entity, signs, _ in entities(page)}


def test_the_dead_who_are_named_in_the_next_sentence_are_victims() -> None:
    added = {
        p.passage.words for p in set(_told(IDENTIFIED, reader=True)) - set(_told(IDENTIFIED, reader=False))
    }
    assert added == {"Dobren Varnek", "Ana Lind"}


def test_outside_the_paragraphs_nobody_is_added() -> None:
    first = IDENTIFIED.index(" The victims")
    assert "Ana Lind" not in {p.passage.words for p in _told(IDENTIFIED, reader=True, within=[(0, first)])}


def test_whom_the_next_sentence_suspects_is_added_as_an_organisation() -> None:
    (front,) = {p for p in _told(SUSPECTED, reader=True) if p.passage.words == "Karesti Liberation Front"}
    assert (front.role, front.kind) == (Role.PERPETRATOR, "organisation")
    assert front not in _told(SUSPECTED, reader=False)


def test_what_the_grammar_says_is_kept_but_for_unlikely_victims() -> None:
    text = "Ukrainian forces shelled the depot on Monday. The death of the left was told by the press."
    before, after = _told(text, reader=False), _told(text, reader=True)
    weighed = _chances(text)
    gone = {p.passage.words for p in before if p not in after}
    unlikely = {p for p in before if weighed.get(("Victim", key_of(p.passage.words)), 1.0) < LEAST}
    assert gone == {p.passage.words for p in unlikely if p.role is Role.VICTIM} == {"left"}


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("In 2011 rebels killed 90 captives.", True),
        ("In 2011 rebels killed Varnek.", True),
        ("In 2011 rebels killed Dobren Varnek.", True),
        ("In 2011 rebels killed Dobren Abu-Varnek.", True),
        ("In 2011 rebels killed Ana-Lisa Varnek.", True),
        ("In 2011 rebels killed Dobren de la Varna.", True),
        ("In 2011 rebels killed a nurse.", True),
        ("In 2011 rebels killed officers.", True),
        ("In 2011 rebels killed animals.", False),
        ("In 2011 the rebels did not kill officers.", False),
        ("The killing of officers came in 2011.", True),
        ("The attack of officers came in 2011.", False),
    ],
)
def test_an_unlikely_victim_stays_who_is_counted_protected_named_in_full_or_a_person_whom_the_trigger_names(
    text: str, stays: bool
) -> None:
    parse = _parsed(text)
    (claim,) = find_claims(text, parse)
    (victim,) = (p for p in claim.participants if p.role is Role.VICTIM)
    nouns, key = Nouns(parse), ("Victim", key_of(victim.passage.words))
    assert _stays(victim, claim, parse, nouns, {key: LEAST - 0.01}) is stays
    assert _stays(victim, claim, parse, nouns, {key: LEAST})


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Snipers shot protesters in Brask.", "protesters"),
        ("The report describes torture of detainees.", "detainees"),
        ("Militants beheaded a shepherd.", "shepherd"),
        ("Troops executed captured soldiers.", "captured soldiers"),
        ("The report lists killings of prisoners.", "prisoners"),
        ("Drones killed Ukrainian soldiers.", "Ukrainian soldiers"),
    ],
)
def test_people_whom_the_trigger_itself_names_are_never_left_out(text: str, victim: str) -> None:
    assert victim in {p.passage.words for p in _told(text, reader=True) if p.role is Role.VICTIM}


@pytest.mark.parametrize(
    "text",
    [
        "The army blamed al-Varnek. He denied it.",
        "Police suspect Varnek.",
        "Police are looking for Dobren Varnek, a witness.",
        "Police are searching for Dobren Varnek.",
        "Dobren Varnek was accused of the attack.",
    ],
)
def test_whom_the_page_suspects_or_looks_for_is_no_added_victim(text: str) -> None:
    told = _told("A bomb killed the mayor. " + text, reader=True)
    assert {p.passage.words for p in told if p.role is Role.VICTIM} == {"mayor"}


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Dobren Varnek grew up in Brask. Varnek shot four prisoners dead, witnesses say.", {"prisoners"}),
        ("Hamas killed six people. Ismail Hamas, a baker, ran away.", {"people"}),
        ("Soldiers shot four prisoners dead. The soldiers were from Brask.", {"prisoners"}),
    ],
)
def test_who_did_it_and_who_bears_the_name_is_no_added_victim(text: str, victims: set[str]) -> None:
    told = _told(text, reader=True)
    assert {p.passage.words for p in told if p.role is Role.VICTIM} == victims


@pytest.mark.parametrize(
    ("slot", "words", "takes"),
    [
        ("Victim", "Varnek", True),
        ("Victim", "clerk", False),
        ("PerpInd", "clerk", True),
        ("Target", "clerk", False),
    ],
)
def test_the_reader_gives_nobody_the_other_part_of_a_deed(slot: str, words: str, takes: bool) -> None:
    text = "Varnek killed a clerk. Ana Varnek saw the clerk."
    parse = _parsed(text)
    page = Page.of(text, parse, Nouns(parse), find_claims(text, parse), open_reader().read(text, parse))
    found = [m for m in page.mentions if words.casefold() in m.key]
    assert len(found) == 2
    assert [_Others.of(page).takes(slot, m) for m in found] == [takes, takes]


@pytest.mark.parametrize(
    ("slot", "words", "needed"),
    [
        ("PerpInd", "Varnek", ACCUSED),
        ("PerpInd", "Dobren Varnek", ACCUSED),
        ("PerpInd", "gunmen", ADDED["PerpInd"]),
        ("PerpOrg", "front", ADDED["PerpOrg"]),
        ("Victim", "Varnek", ADDED["Victim"]),
    ],
)
def test_whoever_is_accused_by_a_name_is_so_more_likely_than_not(
    slot: str, words: str, needed: float
) -> None:
    text = "Gunmen killed a clerk of the front. Police spoke of Varnek and of Dobren Varnek."
    parse = _parsed(text)
    page = Page.of(text, parse, Nouns(parse), find_claims(text, parse), open_reader().read(text, parse))
    (one,) = {m.key: m for m in page.mentions if m.key == words.casefold()}.values()
    assert _needed(slot, one, page.nouns) == needed


def test_nobody_is_named_by_signs_without_a_letter() -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    told = _told(f"Gunmen killed a family {family} on Monday.", reader=True)
    assert {p.passage.words for p in told} == {"Gunmen", "family"}


def test_a_raid_did_nothing() -> None:
    text = "An airstrike of the army destroyed the mill on Monday."
    assert not {slot for slot, key in _chances(text) if key == "airstrike"} & {"PerpInd", "PerpOrg", "Victim"}


@pytest.mark.parametrize("slot", ADDED)
def test_the_reader_and_the_grammar_both_speak_for_somebody(slot: str) -> None:
    here = {"reader: likeliest word": 2.0, "reader: highest of the mentions": 2.0}
    grammar = {"grammar": 1.0, "mentions that the grammar names": 0.7}
    reader = {"mentions that the reader names": 0.7}
    assert chance(slot, {}) < chance(slot, here) < chance(slot, here | grammar)
    assert chance(slot, here) < chance(slot, here | reader) < chance(slot, here | grammar | reader) < 1


def test_words_are_compared_without_case_and_article() -> None:
    assert key_of("The  Karesti\nFront") == key_of("karesti front")
    assert key_of("theatre") == "theatre"
