"""The second table of the MUC cases: victims by name only, as the form in lower case has them."""

import pytest
from benchmarks.muc import victims_by_name

from onrecord.model import Document, MadeBy, Reading
from onrecord.resources.english import open_english

GIVEN = MadeBy("given", 1)
TEXT = "Rebels killed Dobren Varnek and two peasants on Monday. The mayor said that Varnek was at home."


def _kept(role: str, *words: str) -> bool:
    """Whether a participant with these words is left in an incident of the text."""
    (parse,) = open_english().parse([TEXT])
    reading = Reading(Document("d", "c", TEXT, GIVEN, language="en"), parse=parse)
    incident = {"id": "i", "documents": ["d"], "participants": [{"role": role, "words": list(words)}]}
    (told,) = victims_by_name([incident], [reading])
    assert told.keys() == incident.keys()
    return bool(told["participants"])


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["Dobren Varnek"], True),
        (["Varnek"], True),
        (["peasants", "Varnek"], True),
        (["peasants"], False),
        (["mayor"], False),
        (["Anna Karova"], False),
    ],
)
def test_only_victims_who_are_named_are_left(words: list[str], kept: bool) -> None:
    assert _kept("victim", *words) is kept


@pytest.mark.parametrize("role", ["perpetrator", "target", "weapon"])
def test_of_other_roles_everyone_is_left(role: str) -> None:
    assert _kept(role, "rebels")
