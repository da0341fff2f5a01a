"""Who took part in an incident: each once, under the fullest words."""

from dataclasses import replace

import pytest

from onrecord.model import Claim, Participant, Passage, Role
from onrecord.store.fold.actors import actors
from tests.stages.link.reports import report

TEXT = "Shells hit the market on Monday."


def _claims(*words: str, role: Role = Role.VICTIM) -> list[Claim]:
    (claim,) = report("d", TEXT, 4).claims
    return [replace(claim, participants=(Participant(role, Passage(0, len(w), w)),)) for w in words]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["Varnek", "Dobren Varnek"], [("Dobren Varnek",)]),
        (["Dobren Varnek", "Varnek", "Dobren Varnek"], [("Dobren Varnek",)]),
        (["The judge", "judge"], [("The judge", "judge")]),
        (["leader", "union leader", "party leader"], [("union leader",), ("party leader",)]),
        (["a driver", "a nurse"], [("a driver",), ("a nurse",)]),
    ],
)
def test_an_actor_bears_the_fullest_words(told: list[str], expected: list[tuple[str, ...]]) -> None:
    assert [a.words for a in actors(_claims(*told))] == expected
