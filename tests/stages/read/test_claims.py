"""What becomes a claim, of what kind, and what does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Kind, Passage, Stance
from onrecord.stages.read.claims import LONGEST_SENTENCE
from tests.stages.read.harm import claims, parsed


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Rebel artillery shelled the village on Monday.", "shelled", Kind.SHELLING),
        ("Two missiles hit a school in the old town.", "hit", Kind.SHELLING),
        ("A drone attack wounded four people.", "attack", Kind.DRONE_STRIKE),
        ("An air strike killed a family near the river.", "strike", Kind.AIR_STRIKE),
        ("A car bomb went off outside the ministry.", "went", Kind.BOMBING),
        (
            "The truck drove over a landmine and three soldiers were killed by the mine.",
            "killed",
            Kind.LANDMINE,
        ),
        ("Gunmen opened fire on a bus.", "opened", Kind.SHOOTING),
        ("The mayor was shot dead by unknown men.", "shot", Kind.SHOOTING),
        ("Soldiers executed four villagers.", "executed", Kind.KILLING),
        ("Gunmen stormed the hospital at dawn.", "stormed", Kind.ATTACK),
        ("Militiamen set the church ablaze.", "set", Kind.ARSON),
        ("Rebels kidnapped three teachers.", "kidnapped", Kind.ABDUCTION),
        ("Soldiers detained 25 villagers without a warrant being shown.", "detained", None),
        ("Soldiers arbitrarily detained 25 villagers.", "detained", Kind.DETENTION),
        ("Guards tortured the prisoners.", "tortured", Kind.TORTURE),
        ("Fighters looted the market.", "looted", Kind.ROBBERY),
        ("Army units clashed with rebels near the bridge.", "clashed", Kind.ARMED_CLASH),
        ("Dozens of houses were destroyed.", "destroyed", Kind.DESTRUCTION),
        ("Two men were killed in a car crash.", "killed", Kind.OTHER_HARM),
        ("A man was found dead in his flat.", "dead", Kind.OTHER_HARM),
    ],
)
def test_kind(text: str, trigger: str, kind: Kind | None) -> None:
    found = {c.trigger.words: c.kind for c in claims(text)}
    assert found.get(trigger) == kind


@pytest.mark.parametrize(
    "text",
    [
        "The senator killed the bill.",
        "He died laughing at the joke was not said by anyone.",
        "She had a heart attack last year.",
        "Shares hit a record high.",
        "The two sides struck a deal.",
        "They were used as cannon fodder.",
        "The album was a bombshell.",
        "The teachers' strike goes on.",
        "The striker fired the ball past the goalkeeper in the second half of the match.",
        "They don't even pick up the corpses.",
        "He was charged with murder.",
        "Homicide detectives are on the scene.",
        "Police arrested a suspect on a warrant.",
        "The company fired its director.",
        "The storm hit the coast.",
        "An injured player sat on the bench.",
        "He blew kisses to the crowd.",
        "The senator attacked her rival for his vote on the budget.",
    ],
)
def test_no_harm_is_told(text: str) -> None:
    assert [c.trigger.words for c in claims(text) if c.kind is not Kind.OTHER_HARM] == []


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("5-year-old shot in Brask Hill neighborhood", "shot"),
        ("16-year-old shot outside of club in east Velin, police say", "shot"),
        ("At vigil, dozens mourn four slain in South Velin", "slain"),
        ("4 shot, one fatally, on Velin street", "shot"),
    ],
)
def test_a_headline_leaves_out_was(title: str, word: str) -> None:
    """The language model takes these participles for nouns."""
    (claim, *_) = claims(title)
    assert claim.trigger.words == word


@pytest.mark.parametrize(
    "text", ["A shot rang out.", "He took a long shot at the title.", "The film was a single shot."]
)
def test_a_shot_that_hits_nobody_is_no_headline(text: str) -> None:
    assert not claims(text)


def test_losses_of_trade_are_no_harm() -> None:
    assert claims("The tariffs hurt farmers.") == ()
    assert [c.trigger.words for c in claims("Three farmers were hurt.")] == ["hurt"]


def test_furniture_is_not_read() -> None:
    text = "Rebels shelled the town.\n\nRelated: Gunmen killed five people in a market."
    assert [c.trigger.words for c in claims(text, ((0, 24),))] == ["shelled"]


def test_the_sentence_stays_in_its_paragraph() -> None:
    text = "Shells fall on the town\n\nRebels shelled the town on Monday, officials said."
    (claim,) = [c for c in claims(text) if c.trigger.words == "shelled"]
    assert claim.sentence.words == "Rebels shelled the town on Monday, officials said."


def test_one_happening_of_one_sentence_is_one_group() -> None:
    one = claims("A blast killed two people and injured five others.")
    assert {c.trigger.words for c in one} == {"blast", "killed", "injured"}
    assert len({c.group for c in one}) == 1


def test_two_happenings_are_two_groups() -> None:
    two = claims("Gunmen killed a judge on Friday, two days after a bombing wounded nine people.")
    group = {c.trigger.words: c.group for c in two}
    assert group["killed"] != group["bombing"] == group["wounded"]


def test_who_says_it_and_what_it_denies() -> None:
    (claim,) = claims("The army denied that it bombed the hospital.")
    assert claim.stance is Stance.DENIED
    assert claim.attributions
    assert claim.attributions[0].source is not None
    assert claim.attributions[0].source.words == "The army"


def test_text_in_capitals() -> None:
    found = claims("TERRORISTS KILLED THREE PEASANTS AND BURNED TWO BUSES YESTERDAY.")
    assert "KILLED" in {c.trigger.words for c in found}
    assert [(n.low, n.high) for c in found for n in c.counts] == [(3, 3)]


def test_an_endless_sentence_is_cut() -> None:
    text = "bombs killed people and " * 400
    found = claims(text)
    assert found
    assert max(len(c.sentence.words) for c in found) < LONGEST_SENTENCE


_PIECES = (
    "gunmen",
    "killed",
    "three",
    "of them",
    ",",
    "and",
    "a bomb",
    "exploded",
    "“",
    "was",
    "\n\n",
    "in",
    "the dead",
    "\x00",
    "don't",
)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=25).map(" ".join))
def test_any_text_gives_passages_that_are_in_it(text: str) -> None:
    for claim in claims(text):
        passages: list[Passage] = [claim.trigger, claim.sentence]
        passages += [p.passage for p in claim.participants] + [n.passage for n in claim.counts]
        for passage in passages:
            assert text[passage.start : passage.end] == passage.words != ""
        assert claim.sentence.covers(claim.trigger)


def test_no_grammar_no_claims() -> None:
    assert parsed("").tokens == ()
    assert claims("") == ()
