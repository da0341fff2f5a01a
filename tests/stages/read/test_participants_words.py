"""Who takes part, by whole names without titles, each once, and from the sentences beside a claim."""

import pytest

from onrecord.model import Filler, Parse, Role
from onrecord.resources.english import open_english
from onrecord.stages.read.claims import find_claims
from onrecord.stages.read.nouns import Nouns
from onrecord.stages.read.participants_marked import marked


def _parsed(text: str) -> Parse:
    (parse,) = open_english().parse([text])
    return parse


def _told(text: str, role: Role) -> list[str]:
    return [
        p.passage.words for c in find_claims(text, _parsed(text)) for p in c.participants if p.role is role
    ]


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Rebels killed police general Dobren Varnek.", Role.VICTIM, ["Dobren Varnek"]),
        ("Rebels killed Mr. Varnek.", Role.VICTIM, ["Varnek"]),
        ("Rebels killed two police officers.", Role.VICTIM, ["police officers"]),
        ("A group of masked men attacked the mill.", Role.PERPETRATOR, ["group of masked men"]),
        ("Rebels killed three members of the guard.", Role.VICTIM, ["members of the guard"]),
        ("Rebels killed the sister of the guard.", Role.VICTIM, ["sister"]),
        ("Rebels bombed the offices of the miners' union.", Role.TARGET, ["offices of the miners' union"]),
        ("Rebels bombed the roof of the mill.", Role.TARGET, ["roof"]),
        ("The pro-Karesti liberation army bombed the mill.", Role.PERPETRATOR, ["liberation army"]),
        ("The Al-Karesti Brigade bombed the mill.", Role.PERPETRATOR, ["Al-Karesti Brigade"]),
    ],
)
def test_a_name_stands_without_its_title_and_a_group_with_its_members(
    text: str, role: Role, expected: list[str]
) -> None:
    assert _told(text, role)[: len(expected)] == expected


def _whole(text: str, seen: list[str], slot: str) -> list[str]:
    """The phrases of which a reader would have seen these pieces."""
    parse = _parsed(text)
    fillers = [Filler((text.index(s), text.index(s) + len(s)), slot, 0.9) for s in seen]
    spans = (one.words for one in marked(parse, fillers, Nouns(parse)))
    return [text[parse.tokens[first].start : parse.tokens[last - 1].end] for first, last in spans]


@pytest.mark.parametrize(
    ("text", "seen", "role", "words"),
    [
        ("Gunmen took Dobren Varnek on Monday.", "Dobren", "Victim", "Dobren Varnek"),
        ("Gunmen took senator Dobren Varnek on Monday.", "senator Dobren Varnek", "Victim", "Dobren Varnek"),
        ("Gunmen took two other nuns on Monday.", "other nuns", "Victim", "nuns"),
        ("A bomb went off at the mayor's house.", "mayor", "Target", "mayor's house"),
        (
            "The Varnek Front of Lower Karesti did it.",
            "Front of Lower Karesti",
            "PerpOrg",
            "Varnek Front of Lower Karesti",
        ),
        ("They threw a car bomb at the gate.", "car", "Weapon", "car"),
    ],
)
def test_pieces_that_the_reader_saw_become_whole_phrases(text: str, seen: str, role: str, words: str) -> None:
    assert _whole(text, [seen], role) == [words]


def test_a_title_before_a_name_and_a_description_behind_it_are_no_further_victims() -> None:
    text = "Gunmen took senator Dobren Varnek, a judge, and Ana Lind on Monday."
    seen = ["senator", "Dobren Varnek", "a judge", "Ana Lind"]
    assert _whole(text, seen, "Victim") == ["Dobren Varnek", "Ana Lind"]


def test_part_of_a_name_stands_for_the_whole() -> None:
    text = "Rebels killed Dobren Varnek on Monday. Varnek was shot at home. His brother, Ana Lind's friend, was wounded."
    victims = _told(text, Role.VICTIM)
    assert victims.count("Dobren Varnek") == 2
    assert "Varnek" not in victims


def test_a_part_that_two_names_share_stands_for_neither() -> None:
    text = "Rebels killed Dobren Varnek and Ana Varnek on Monday. Varnek was shot at home."
    assert "Varnek" in _told(text, Role.VICTIM)


def test_a_surname_stands_for_the_full_name_that_the_page_has_elsewhere() -> None:
    text = "Dobren Varnek ran the mill for years. On Monday rebels killed Varnek at home."
    assert _told(text, Role.VICTIM) == ["Dobren Varnek"]


@pytest.mark.parametrize(
    ("text", "role", "stands"),
    [
        (
            "Varnek shot four prisoners. Ana Varnek, a nurse, treated the survivors.",
            Role.PERPETRATOR,
            "Varnek",
        ),
        ("Hamas killed six people. Ismail Hamas, a baker, ran away.", Role.PERPETRATOR, "Hamas"),
        ("Ismail Hamas, a baker, ran away. Hamas killed six people.", Role.PERPETRATOR, "Hamas"),
        (
            "Gunmen killed Varnek. The prime minister, Dobren Varnek, condemned the killing.",
            Role.VICTIM,
            "Varnek",
        ),
        (
            "The prime minister, Dobren Varnek, condemned the attack. Gunmen killed Varnek.",
            Role.VICTIM,
            "Varnek",
        ),
        ("Dobren Varnek killed a clerk. On Monday gunmen killed Varnek.", Role.VICTIM, "Varnek"),
        ("Ana Varnek met Dobren Varnek. On Monday gunmen killed Varnek.", Role.VICTIM, "Varnek"),
        (
            "Varnek shot four prisoners. Ana Lind was killed. The clerk was shot by Dobren Varnek.",
            Role.PERPETRATOR,
            "Dobren Varnek",
        ),
    ],
)
def test_a_surname_takes_no_name_of_one_with_another_part_on_the_page(
    text: str, role: Role, stands: str
) -> None:
    assert stands in _told(text, role)


def test_letters_before_a_name_in_brackets_are_that_name() -> None:
    text = "The KLF (Karesti Liberation Front) spoke. The Karesti Liberation Front attacked the mill. The KLF burned the bridge."
    assert set(_told(text, Role.PERPETRATOR)) == {"Karesti Liberation Front"}


def test_letters_in_brackets_are_the_name_before_them() -> None:
    text = "The Karesti Liberation Front (KLF) attacked the mill. On Tuesday the KLF burned the bridge."
    assert set(_told(text, Role.PERPETRATOR)) == {"Karesti Liberation Front"}


def test_a_page_may_end_with_a_word_for_a_group() -> None:
    assert _told("Rebels killed a gang", Role.VICTIM) == ["gang"]
