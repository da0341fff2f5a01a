"""What kind of speaker a source is, for whom it speaks and in what situation."""

import pytest

from onrecord.model import Situation, SpeakerKind
from tests.stages.read.test_attribution import found, one, source


@pytest.mark.parametrize(
    ("who", "kind", "side"),
    [
        ("A Russian defence ministry official", SpeakerKind.OFFICIAL, "Russia"),
        ("The Ukrainian army", SpeakerKind.MILITARY, "Ukraine"),
        ("A Kenyan police spokesman", SpeakerKind.POLICE, "Kenya"),
        ("A Georgian lawmaker", SpeakerKind.LAWMAKER, "Georgia"),
        ("The rebels", SpeakerKind.ARMED_GROUP, None),
        ("A resident of the village", SpeakerKind.WITNESS, None),
        ("Doctors at the clinic", SpeakerKind.MEDIC, None),
        ("A prisoner of war", SpeakerKind.PRISONER, None),
        ("Survivors", SpeakerKind.VICTIM, None),
        ("The local newspaper", SpeakerKind.OUTLET, None),
        ("Reuters", SpeakerKind.AGENCY, None),
        ("A monitoring organisation", SpeakerKind.ORGANISATION, None),
        ("A man in a hat", SpeakerKind.PERSON, None),
        ("Kyiv", SpeakerKind.OFFICIAL, "Ukraine"),
        ("Damascus", SpeakerKind.OFFICIAL, "Syria"),
        ("An injured soldier", SpeakerKind.MILITARY, None),
        ("The general’s brother", SpeakerKind.PERSON, None),
        ("Footage", SpeakerKind.UNNAMED, None),
    ],
)
def test_kind_and_side(who: str, kind: SpeakerKind, side: str | None) -> None:
    cue = "showed" if who == "Footage" else "said"
    said = one(f"{who} {cue} that the bridge had been destroyed.", cue)
    assert source(said) == who
    assert (said.speaker, said.side) == (kind, side)


def test_nobody_named_is_unnamed() -> None:
    assert one("It was reported that a mill had burned down.", "reported").speaker is SpeakerKind.UNNAMED


def test_anonymous() -> None:
    text = "Two officials, who spoke on condition of anonymity, said that the talks had failed."
    assert one(text, "said").situations == (Situation.ANONYMOUS,)


def test_a_named_speaker_is_not_anonymous_because_a_source_beside_him_is() -> None:
    text = "President Pavel Levin said the story of an anonymous official was false."
    assert one(text, "said").situations == ()


def test_a_surname_takes_up_what_the_full_name_was_told_to_be() -> None:
    text = "Anton Levin, a police spokesman, arrived. Levin said that two men had fled."
    assert one(text, "said").speaker is SpeakerKind.POLICE


def test_captivity_is_known_from_surrender_and_lasts_to_later_mentions() -> None:
    text = "A young soldier wept after surrendering. The soldier said they had no food."
    assert Situation.IN_CAPTIVITY in one(text, "said").situations


@pytest.mark.parametrize(
    "text",
    [
        "A former prisoner said that the camp was closed.",
        "The captured town was quiet. The mayor said that bread was short.",
        "The soldier’s mother said that he was well.",
    ],
)
def test_no_captivity_where_none_is_told(text: str) -> None:
    assert one(text, "said").situations == ()


def test_he_is_not_she() -> None:
    text = "The woman waited. He said that the road was mined."
    assert one(text, "said").of is None


def test_those_whom_footage_shows_speak_and_not_the_footage() -> None:
    text = "Other footage showed a captured pilot crying while saying: “We were lied to.”"
    assert one(text, "saying").speaker is SpeakerKind.PRISONER


def test_a_hospital_is_not_he() -> None:
    text = "The head of the administration said people were hurt at a hospital. He said nobody died."
    (he,) = [a for a in found(text) if a.source and a.source.words == "He"]
    assert he.speaker is not SpeakerKind.MEDIC
