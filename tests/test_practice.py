"""The practice pages give what a careful person would write down."""

from typing import Any

import pytest

from onrecord.model import Record, Stance
from tests.practice import EXPECTED, differences, page


@pytest.mark.parametrize("wanted", EXPECTED["incidents"], ids=lambda w: w["name"])
def test_incident_is_as_a_person_writes_it(practice: Record, wanted: dict[str, Any]) -> None:
    assert list(differences(practice, wanted)) == []


def test_no_incident_that_a_person_would_not_write(practice: Record) -> None:
    assert len(practice.incidents) == len(EXPECTED["incidents"])


@pytest.mark.parametrize("name", EXPECTED["no_claims"])
def test_pages_without_harm_claim_nothing(practice: Record, name: str) -> None:
    assert [c.sentence.words for c in practice.claims.values() if page(practice, c.document) == name] == []


def test_other_languages_are_kept_and_said_to_be_not_read(practice: Record) -> None:
    told = {page(practice, document): note for document, note in practice.notes}
    notes = {name: note for name, note in told.items() if note.startswith("language")}
    assert notes == {name: f"language {code} is not read yet" for name, code in EXPECTED["not_read"].items()}


def test_the_first_pass_skips_only_pages_without_harm(practice: Record) -> None:
    skipped = {page(practice, d) for d, note in practice.notes if not note.startswith("language")}
    assert skipped
    assert skipped <= set(EXPECTED["no_claims"])


def test_every_page_is_dated(practice: Record) -> None:
    assert [page(practice, d.id) for d in practice.documents.values() if d.published is None] == []


def _origins(record: Record) -> dict[str, str]:
    return {page(record, document): origin for document, origin in record.origin_of.items()}


@pytest.mark.parametrize("pair", EXPECTED["same_origin"], ids=" = ".join)
def test_copies_are_one_origin(practice: Record, pair: list[str]) -> None:
    origins = _origins(practice)
    assert origins[pair[0]] == origins[pair[1]]


@pytest.mark.parametrize("pair", EXPECTED["different_origin"], ids=" / ".join)
def test_reporters_of_their_own_are_origins_of_their_own(practice: Record, pair: list[str]) -> None:
    origins = _origins(practice)
    assert origins[pair[0]] != origins[pair[1]]


def test_no_claim_from_page_furniture(practice: Record) -> None:
    furniture = ("Leave a Reply", "newsletter", "in pictures", "cookies", "Practice material")
    found = [
        c.sentence.words for c in practice.claims.values() if any(f in c.sentence.words for f in furniture)
    ]
    assert found == []


def test_sides_that_accuse_one_another_stay_in_dispute_and_each_denial_is_kept(practice: Record) -> None:
    """A reader that strikes out perpetrators, denials or whom a speaker speaks for would make one side's word the record's."""
    (prison,) = [i for i in practice.incidents if i.place and i.place.name == "Olenivka"]
    assert "perpetrator" in prison.contested
    assert any("Ukrainian forces" in actor.words for actor in prison.actors)
    denied = [practice.claims[c] for c in prison.claims if practice.claims[c].stance is Stance.DENIED]
    assert {claim.attributions[0].side for claim in denied} == {"Ukraine", "Russia"}
