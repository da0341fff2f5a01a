"""People in a text, and whom to protect. The names are made up."""

import pytest

from onrecord.model import Passage, Person, Reading
from onrecord.resources.reader import open_reader
from onrecord.stages.read import READ
from onrecord.stages.read.people import find_people, people_in
from tests.stages.read.harm import claims, document
from tests.stages.read.test_attribution import found, parsed


def people(text: str) -> dict[str, Person]:
    return {p.passage.words: p for p in find_people(text, parsed(text), found(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Pavel Levin spoke on Monday.", "Pavel Levin"),
        ("The mayor of the town, Anna Karova, opened the bridge.", "Anna Karova"),
        ("Anna Karova, a spokeswoman for the army, agreed.", "Anna Karova"),
        ("Regional police chief Pavel Levin disagreed.", "Pavel Levin"),
        ("Marko Levin’s forces crossed the river.", "Marko Levin"),
    ],
)
def test_those_in_public_office_are_public(text: str, name: str) -> None:
    assert people(text)[name].public


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Private Pavel Levin, a captured soldier, wept.", "Pavel Levin", "a prisoner of war"),
        ("Anna Karova, 9, was playing outside.", "Anna Karova", "a child"),
        ("Anna Karova was killed in her kitchen.", "Anna Karova", "a victim"),
        ("His mother, Anna Karova, said that he was well.", "Anna Karova", "a relative"),
        ("Anna Karova, a resident of the village, said that shells fell.", "Anna Karova", "a witness"),
        ("Anna Karova, a journalist, was there.", "Anna Karova", "a journalist"),
        ("Former minister Pavel Levin lives abroad.", "Pavel Levin", "a private person"),
        ("The general’s aide Pavel Levin wrote a book.", "Pavel Levin", "a private person"),
    ],
)
def test_everyone_else_is_protected_in_a_role(text: str, name: str, role: str) -> None:
    person = people(text)[name]
    assert (person.public, person.role) == (False, role)


def test_a_role_holds_for_later_mentions_by_surname() -> None:
    text = "Pavel Levin, a prisoner of war, spoke on television. Levin said that he was cold."
    told = people(text)
    assert told["Levin"].role == told["Pavel Levin"].role == "a prisoner of war"


def test_an_office_told_once_holds_for_later_mentions() -> None:
    text = "President Pavel Levin arrived. Two hours later Levin left."
    assert people(text)["Levin"].public


def test_a_surname_shared_with_a_private_person_is_protected() -> None:
    text = "President Pavel Levin arrived with his wife, Anna Levin. Levin waved."
    told = people(text)
    assert told["Pavel Levin"].public
    assert not told["Anna Levin"].public and not told["Levin"].public


def test_an_office_does_not_expose_a_prisoner() -> None:
    text = "The mayor, Pavel Levin, was captured in May. Levin, a prisoner of war, is ill."
    assert not people(text)["Levin"].public


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mykola, a driver, saw the rocket.", "Mykola"),
        ("They were buried on Friday, their cousin Yusuf said.", "Yusuf"),
        ("A woman named Daria saw it.", "Daria"),
        ("Sgt. Levin was not there.", "Levin"),
    ],
)
def test_names_are_found_by_the_company_they_keep(text: str, name: str) -> None:
    assert name in people(text)


def test_places_are_not_taken_for_people() -> None:
    assert people("Shells fell in Lviv and near Kharkiv on Sunday.") == {}


def test_a_town_that_is_told_to_be_one_is_no_person() -> None:
    text = "Levin was shelled. Three people died in Levin on Monday. Levin has no water."
    assert people(text) == {}


def test_people_in_a_stretch() -> None:
    text = "Pavel Levin slept. Anna Karova sang."
    everyone = tuple(people(text).values())
    assert [p.passage.words for p in people_in(everyone, 19, len(text))] == ["Anna Karova"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Neighbour Pavel Levin told reporters that soldiers shot Mykola Karenko dead.", "Mykola Karenko"),
        ("Neighbour Pavel Levin told reporters that soldiers shot Mykola Karenko dead.", "Pavel Levin"),
        (
            "The dead were named as Mohammed Salim, 7, and Aya Salim, 4, after the air strike killed them.",
            "Mohammed Salim",
        ),
        ("The blast wounded Vasyl Kovel and Hanna Kovel.", "Hanna Kovel"),
        ("Six-year-old Sofiyka was killed when a missile hit the house.", "Sofiyka"),
    ],
)
def test_who_was_harmed_is_found_though_the_model_takes_the_name_for_something_else(
    text: str, name: str
) -> None:
    assert name in people(text)


@pytest.mark.parametrize(
    "text", ["Rockets killed two in Karesti, 7, and Dobrin, 5.", "The Kareno Group was hurt."]
)
def test_a_number_behind_a_place_is_no_age(text: str) -> None:
    assert not people(text)


def test_a_surname_alone_is_protected_when_one_of_those_who_bear_it_is() -> None:
    text = "Mayor Anna Levin spoke on Monday. Pavel Levin was killed in his kitchen. Levin was at home."
    (alone,) = [p for p in find_people(text, parsed(text), found(text)) if p.passage.words == "Levin"]
    assert not alone.public


def test_the_first_claim_carries_who_is_named_elsewhere_on_the_page() -> None:
    first, second = claims(
        "Shells killed two men on Monday. Rockets wounded Pavel Levin on Tuesday. His mother, Anna Karova, left the town."
    )[:2]
    assert {p.passage.words for p in first.people} == {"Anna Karova"}
    assert {p.passage.words for p in second.people} == {"Pavel Levin"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels claimed the assassination of Dobren Varnek on Monday.", "Dobren Varnek"),
        ("Police named the victim of the attack on Monday as Tarvelle Okonde-Brix.", "Tarvelle Okonde-Brix"),
    ],
)
def test_a_victim_whom_only_the_trained_reader_finds_is_protected(text: str, name: str) -> None:
    assert name not in people(text)
    (read,) = READ.run([Reading(document(text), parse=parsed(text))], open_reader())
    told = {p.passage.words: p for claim in read.claims for p in claim.people}
    assert (told[name].public, told[name].role) == (False, "a victim")


def test_what_is_said_of_a_person_besides_tells_more_than_that_harm_was_read() -> None:
    text = "Captain Pavel Levin was charged on Monday. Anna Karova left."
    victims = [
        Passage.of(text, text.index(n), text.index(n) + len(n)) for n in ("Pavel Levin", "Anna Karova")
    ]
    told = {p.passage.words: p.role for p in find_people(text, parsed(text), found(text), victims)}
    assert told == {"Pavel Levin": "a soldier", "Anna Karova": "a victim"}


@pytest.mark.parametrize("words", ["Kareno", "HAMAS", "the town of Lviv", "the Kareno Group"])
def test_a_body_or_a_place_that_suffers_harm_is_no_person(words: str) -> None:
    text = f"They spoke of the attack on {words} on Monday. Kareno is a bank. Fighting began near Kareno."
    start = text.index(words)
    assert not find_people(text, parsed(text), (), [Passage.of(text, start, start + len(words))])
