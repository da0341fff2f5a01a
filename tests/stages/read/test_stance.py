"""Whether a text says that a thing happened. The word asked about stands between asterisks."""

import pytest

from onrecord.model import Parse, Stance, Token
from onrecord.stages.read.stance import stance_of
from tests.stages.read.test_attribution import parsed


def _marked(sentence: str) -> tuple[Parse, Token]:
    text = sentence.replace("*", "")
    parse = parsed(text)
    return parse, parse.tokens_in(sentence.index("*"), sentence.index("*") + 1)[0]


@pytest.mark.parametrize(
    ("stance", "cue", "sentence"),
    [
        (Stance.ASSERTED, None, "The governor said two people were *killed*."),
        (Stance.ASSERTED, None, "Shells hit the market, *killing* seven."),
        (Stance.ASSERTED, None, "Who *killed* the mayor?"),
        (Stance.ASSERTED, None, "The first soldier to be *killed* was buried."),
        (Stance.ASSERTED, None, "Rebels vowed to avenge the *killing* of their leader."),
        (Stance.ASSERTED, None, "The *attack* was not a surprise."),
        (Stance.ASSERTED, None, "The army denied the report and said that rebels *burned* the mill."),
        (Stance.ASSERTED, None, "Police suspect that two soldiers may be witnesses in the *bombing*."),
        (Stance.ASSERTED, None, "She is wanted in connection with the *shooting*."),
        (Stance.ASSERTED, None, "Officials believe the front was behind the *killings*."),
        (Stance.ASSERTED, None, "It is not known who was responsible for the *explosion*."),
        (Stance.ASSERTED, None, "The ministry wants to find out how the teacher *died*."),
        (Stance.ASSERTED, None, "I cannot believe they *killed* him."),
        (Stance.ASSERTED, None, "They suspect the *attacks* were plotted by a colonel."),
        (Stance.DENIED, "denied", "The colonel denied that he was responsible for the *killings*."),
        (Stance.PLANNED, "planned", "They had planned how to *kill* him."),
        (Stance.PLANNED, "planned", "An *attack* was planned by the rebels for Monday."),
        (Stance.POSSIBLE, "believe", "Officials believe the front *killed* him."),
        (Stance.NEGATED, "No", "No one was *hurt*."),
        (Stance.NEGATED, "not", "The army did not *attack* the village."),
        (Stance.NEGATED, "no", "There were no *casualties*."),
        (Stance.NEGATED, "foiled", "Police foiled an *attack*."),
        (Stance.NEGATED, "without", "He escaped without being *wounded*."),
        (Stance.NEGATED, "Neither", "Neither side *attacked*."),
        (Stance.DENIED, "denied", "Officials denied that troops had *shelled* the hospital."),
        (Stance.DENIED, "rejected", "The ministry rejected claims of *torture*."),
        (Stance.DENIED, "dismissed", "The minister dismissed reports that soldiers *killed* villagers."),
        (Stance.DENIED, "false", "The spokesman said claims that the army *bombed* the camp were false."),
        (Stance.POSSIBLE, "may", "Two people may have been *killed*."),
        (Stance.POSSIBLE, "alleged", "The alleged *killing* took place on Monday."),
        (Stance.POSSIBLE, "tried", "Gunmen tried to *kidnap* the judge."),
        (Stance.POSSIBLE, "If", "If the troops *attack*, we will flee."),
        (Stance.POSSIBLE, "?", "Did the soldiers *shoot* the farmer?"),
        (Stance.POSSIBLE, "appears", "The school appears to have been *hit* by a missile."),
        (Stance.POSSIBLE, "reportedly", "The blast was reportedly *caused* by a mine."),
        (Stance.POSSIBLE, "no", "There were no reports of *injuries*."),
        (Stance.POSSIBLE, "whether", "It is not known whether anyone was *hurt*."),
        (Stance.PLANNED, "threatened", "The rebels threatened to *bomb* the bridge."),
        (Stance.PLANNED, "will", "They will *execute* the prisoners."),
        (Stance.PLANNED, "ordered", "He was ordered to *kill* the mayor."),
        (Stance.PLANNED, "threat", "The threat of *attack* is high."),
    ],
)
def test_stance_and_the_word_that_tells(stance: Stance, cue: str | None, sentence: str) -> None:
    parse, trigger = _marked(sentence)
    found, passage = stance_of(parse, trigger)
    assert (found, passage.words if passage else None) == (stance, cue)


def test_the_cue_is_a_passage_of_the_text() -> None:
    parse, trigger = _marked("Later the army denied that it had *shelled* the port.")
    _, cue = stance_of(parse, trigger)
    assert cue is not None
    assert "Later the army denied that it had shelled the port."[cue.start : cue.end] == "denied"


def test_two_happenings_of_one_sentence_are_told_apart() -> None:
    parse, injured = _marked("Three people were *injured* but no one was killed.")
    killed = next(t for t in parse.tokens if t.text == "killed")
    assert stance_of(parse, injured)[0] is Stance.ASSERTED
    assert stance_of(parse, killed)[0] is Stance.NEGATED
