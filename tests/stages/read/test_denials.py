"""Denials that point back to what was told just before."""

import pytest

from onrecord.model import Claim, Kind, Stance
from tests.stages.read.harm import claims


def _denied(text: str) -> list[Claim]:
    return [c for c in claims(text) if c.stance is Stance.DENIED]


@pytest.mark.parametrize(
    ("text", "who", "trigger"),
    [
        ("Kyiv says the depot was blown up from within; Moscow denies it.", "Moscow", "blown"),
        ("Rebels shelled the market, the governor said. The rebels denied it on Monday.", "The rebels", "shelled"),
        ("The clinic was bombed, doctors said. The army rejected the accusation.", "The army", "bombed"),
        ("Missiles hit a bus station, officials said. The defence ministry denied responsibility.", "The defence ministry", "hit"),
        ("The army shelled a school, residents said. The army denied that it was responsible.", "The army", "shelled"),
        ("The general staff denied that it had struck Okhtyrka.", "The general staff", "struck"),
    ],
)  # fmt: skip
def test_who_denies_what(text: str, who: str, trigger: str) -> None:
    (claim,) = _denied(text)
    source = claim.attributions[0].source
    assert source is not None
    assert (source.words, claim.trigger.words) == (who, trigger)


def test_the_claim_that_is_denied_stays() -> None:
    text = "Kyiv says the depot was blown up from within; Moscow denies it."
    said, denied = claims(text)
    assert (said.stance, denied.stance) == (Stance.ASSERTED, Stance.DENIED)
    assert (said.kind, said.group) == (denied.kind, denied.group) == (Kind.BOMBING, denied.group)
    assert [a.source.words for a in said.attributions if a.source] == ["Kyiv"]
    assert denied.stance_cue is not None
    assert denied.stance_cue.words == "denies"
    assert text[denied.sentence.start : denied.sentence.end] == denied.sentence.words


@pytest.mark.parametrize(
    "text",
    [
        "The train was late, passengers said. The company denied it.",
        "Rebels shelled the market, the governor said. The rebels did not deny it.",
        "Rebels shelled the market, the governor said. It rained. Shops closed. Trains ran. The mayor denied it.",
        "The minister denied responsibility for the shelling.",
    ],
)
def test_no_further_claim(text: str) -> None:
    assert len(_denied(text)) <= text.count("for the shelling")


def test_nobody_strikes_a_place_by_weather() -> None:
    assert claims("The drought has hit Florida.") == ()


def test_who_denies_is_named_so_that_it_can_be_withheld() -> None:
    text = "Rebels shelled the market, the governor said. Oksana Petrivna, a teacher, denied it."
    (claim,) = _denied(text)
    assert "Oksana Petrivna" in [p.passage.words for p in claim.people]
