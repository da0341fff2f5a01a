"""How sure a reading is: kept with the claim, and unknown where nothing was measured."""

import msgspec
import pytest

from onrecord.model import Claim, Field, Harm, Kind, Passage, Sure

CLAIM = Claim("", "", (), Kind.ATTACK, Passage(0, 6, "attack"), Passage(0, 6, "attack"))


def test_what_was_not_measured_is_unknown() -> None:
    assert CLAIM.sure == ()
    assert CLAIM.how_sure(Field.KILLED) is None


def test_every_harm_is_a_field() -> None:
    assert {h.value for h in Harm} < {f.value for f in Field}


@pytest.mark.parametrize("probability", [0.0, 0.35, 1.0])
def test_a_probability_is_found_by_the_name_of_its_field(probability: float) -> None:
    claim = Claim(
        "", "", (), Kind.ATTACK, CLAIM.trigger, CLAIM.sentence, sure=(Sure(Field.WHEN, probability),)
    )
    assert claim.how_sure("when") == probability
    assert claim.how_sure(Field.PLACE) is None
    assert msgspec.json.decode(msgspec.json.encode(claim), type=Claim) == claim


def test_a_claim_kept_before_there_was_any_sureness_is_read_back() -> None:
    body = msgspec.to_builtins(CLAIM)
    del body["sure"]
    assert msgspec.convert(body, Claim) == CLAIM
