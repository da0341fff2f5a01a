"""Who, whom, what and with what: the noun phrases, tight."""

from pathlib import Path

import pytest

from onrecord.model import Role
from onrecord.stages.read.protected import PROVISIONS
from tests.stages.read.harm import claims, words


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Heavily armed gunmen attacked the town hall.", Role.PERPETRATOR, ["Heavily armed gunmen"]),
        ("Three peasants were killed by army soldiers.", Role.PERPETRATOR, ["army", "army soldiers"]),
        ("Three peasants were killed by army soldiers.", Role.VICTIM, ["peasants"]),
        ("The front claimed responsibility for the attack.", Role.PERPETRATOR, ["front"]),
        ("Rebels staged a raid that killed nine people.", Role.PERPETRATOR, ["Rebels"]),
        ("An attack was carried out against the police academy.", Role.TARGET, ["police academy"]),
        ("A bomb exploded at the door of the bank.", Role.TARGET, ["bank"]),
        ("A powerful car bomb exploded outside the embassy.", Role.WEAPON, ["powerful car bomb"]),
        ("Guerrillas blew up a section of the pipeline.", Role.TARGET, ["pipeline"]),
        ("Missiles struck the centre of the port.", Role.TARGET, ["centre"]),
        ("Missiles struck the centre of the port.", Role.VICTIM, []),
        ("Missiles hit a meeting of officers.", Role.TARGET, ["meeting"]),
        ("Rebels claimed the assassination of Dobren Varnek on Monday.", Role.VICTIM, ["Dobren Varnek"]),
        ("Rebels claimed the assassination of Dobren Varnek on Monday.", Role.TARGET, []),
        ("Rockets hit blocks of flats in the city.", Role.TARGET, ["flats"]),
        ("Rockets hit blocks of flats in the city.", Role.PERPETRATOR, []),
        ("Bombs destroyed part of a block of flats.", Role.TARGET, ["flats"]),
        ("Two drivers died Tuesday of gunshot wounds.", Role.PERPETRATOR, []),
        ("Two drivers died Tuesday of gunshot wounds.", Role.VICTIM, ["drivers"]),
        (
            "They destroyed kindergartens and hospital wards with rockets.",
            Role.TARGET,
            ["kindergartens", "hospital wards"],
        ),
        ("The man who was killed by rebels was a teacher.", Role.VICTIM, ["man"]),
        ("Rebels shot the driver and burned his truck.", Role.VICTIM, ["driver"]),
        ("Two people died in the explosion.", Role.PERPETRATOR, []),
        ("A mortar attack on the village killed two.", Role.TARGET, []),
    ],
)
def test_participants(text: str, role: Role, expected: list[str]) -> None:
    assert words(text, role) == expected


def test_a_perpetrator_is_a_person_or_an_organisation() -> None:
    found = claims("The liberation front killed a guard. Masked gunmen killed a clerk.")
    kinds = {p.passage.words: p.kind for c in found for p in c.participants if p.role is Role.PERPETRATOR}
    assert kinds == {"liberation front": "organisation", "Masked gunmen": "person"}


@pytest.mark.parametrize(
    ("noun", "mark"),
    [
        ("a kindergarten", "school"),
        ("an orphanage", "orphanage"),
        ("the hospital", "medical unit"),
        ("an ambulance", "medical transport"),
        ("the old mosque", "place of worship"),
        ("a bomb shelter", "shelter"),
        ("the power station", "indispensable object"),
        ("the market", "market"),
        ("the barracks", None),
    ],
)
def test_protected_objects(noun: str, mark: str | None) -> None:
    found = claims(f"Russian missiles hit {noun} in the morning.")
    assert [p.protected for c in found for p in c.participants if p.role is Role.TARGET] == [mark]


@pytest.mark.parametrize(
    ("noun", "mark"),
    [
        ("a nurse", "medical personnel"),
        ("two journalists", "journalist"),
        ("an aid worker", "humanitarian personnel"),
        ("a guard", None),
    ],
)
def test_protected_persons(noun: str, mark: str | None) -> None:
    found = claims(f"Gunmen killed {noun} at the gate.")
    assert [p.protected for c in found for p in c.participants if p.role is Role.VICTIM] == [mark]


def test_every_mark_has_its_provision() -> None:
    assert all("rule" in text or "art." in text or "arts" in text for text in PROVISIONS.values())


def test_the_reference_page_lists_every_mark() -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "kinds.md").read_text(encoding="utf-8")
    assert [m for m, provision in PROVISIONS.items() if f"| {m} |" not in page or provision not in page] == []
