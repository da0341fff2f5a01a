"""How sure a claim says it is: only of what it tells, by the rest of its text, and never by the words of the page."""

from dataclasses import replace
from datetime import date
from math import isclose, log

import pytest

from onrecord.model import Claim, Document, Field, Harm, MadeBy, Reading, Stance
from onrecord.stages.date import DATE
from onrecord.stages.read import READ
from onrecord.stages.sure import SURE, answer, answers, both, questions
from onrecord.stages.sure.scene import Scene, reasons
from onrecord.stages.sure.weights import WEIGHTS
from onrecord.stages.sure.whole import Whole
from tests.stages.read.harm import parsed

AGREES = (
    "Four people were killed on Monday when shells hit a market. Rescuers worked all night. "
    "The four people were killed near the gate. The shelling on Monday killed four people."
)
DIFFERS = (
    "Four people were killed on Monday when shells hit a market. Rescuers worked all night. "
    "Nine people were killed near the gate. The shelling on Sunday killed two people."
)


def read(text: str, published: date | None = date(2022, 3, 3)) -> Reading:
    document = Document("doc", "capture", text, MadeBy("test", 1), published=published, language="en")
    dated: Reading
    (dated,) = DATE.run(list(READ.run([Reading(document, parse=parsed(text))], None)), None)
    return dated


def judged(text: str) -> tuple[Claim, ...]:
    done: Reading
    (done,) = SURE.run([read(text)], None)
    return done.claims


def asked(text: str, **changes: object) -> dict[str, dict[str, float]]:
    """The questions of the first claim and their features."""
    reading = read(text)
    assert reading.parse is not None
    first = replace(reading.claims[0], **changes)  # type: ignore[arg-type]
    scene = Scene.of(first, Whole.of(reading, reading.parse))
    assert scene is not None
    return dict(questions(scene))


def test_a_field_has_a_probability_only_where_the_claim_has_a_value() -> None:
    claims = judged("Four people were killed in the shelling. The minister denied the shelling.")
    assert claims
    for claim in claims:
        told = {s.field for s in claim.sure}
        assert {Field.STANCE, Field.SPEAKER} <= told
        assert (Field.KILLED in told) == (claim.count(Harm.KILLED) is not None)
        assert Field.INJURED not in told
        assert Field.PLACE not in told
        assert all(0.0 < s.probability < 1.0 for s in claim.sure)


def test_a_number_that_the_text_repeats_is_surer_than_one_it_contradicts() -> None:
    same, other = (judged(text)[0].how_sure(Field.KILLED) for text in (AGREES, DIFFERS))
    assert same is not None and other is not None
    assert same > other


def test_a_day_that_the_text_repeats_is_surer_than_one_it_contradicts() -> None:
    same, other = (judged(text)[0].how_sure(Field.WHEN) for text in (AGREES, DIFFERS))
    assert same is not None and other is not None
    assert same > other


def test_the_order_of_the_claims_changes_nothing() -> None:
    reading = read(DIFFERS)
    (one,), (other,) = (
        list(SURE.run([r], None)) for r in (reading, replace(reading, claims=reading.claims[::-1]))
    )
    assert one.claims == other.claims[::-1]


def test_what_was_not_parsed_passes_through() -> None:
    document = Document("doc", "capture", "Текст", MadeBy("test", 1), language="uk")
    (done,) = SURE.run([Reading(document, note="language uk is not read yet")], None)
    assert (done.document, done.claims, done.note) == (document, (), "language uk is not read yet")
    assert done.made_by == (SURE.made_by,)


def test_what_the_trained_reader_says_is_a_feature() -> None:
    chain = read("Police said that gunmen killed two people.").claims[0].attributions
    assert chain
    heard = tuple(replace(said, sure=0.8) for said in chain)
    found = asked("Police said that gunmen killed two people.", attributions=heard)["speaker"]
    assert isclose(found["the reader's own"], log(4))
    silent = tuple(replace(said, sure=None) for said in chain)
    assert (
        "the reader's own"
        not in asked("Police said that gunmen killed two people.", attributions=silent)["speaker"]
    )


def test_a_place_is_sure_only_when_both_its_questions_are() -> None:
    assert "place" in answers({"named": {}, "there": {}})
    assert "place" not in answers({"there": {}})
    doubtful, sure = answer("place", both(0.5, 0.5)), answer("place", both(0.95, 0.95))
    assert doubtful is not None and sure is not None
    assert doubtful < sure


def test_reasons_carry_no_word_and_no_number_of_the_page() -> None:
    told = dict(reasons("as “the blast” of the same happening: “12 May”, said of it; 4 hit, less 1 dead"))
    assert set(told) == {
        "reason: as “…” of the same happening",
        "reason: “…”, said of it",
        "reason: 0 hit, less 0 dead",
    }


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Four people were killed on Monday.", "written as words"),
        ("14 people were killed on Monday.", "written as digits"),
        ("A woman was killed on Monday.", "written as one person told of"),
        ("At least five people were killed on Monday.", "open above"),
    ],
)
def test_how_a_number_is_written_is_seen(text: str, feature: str) -> None:
    assert asked(text)["killed"][feature] == 1.0


def test_a_speech_around_the_claim_is_seen_and_one_beside_it_too() -> None:
    said = asked("Police said that gunmen killed two people.")["speaker"]
    assert said["cue say"] == 1.0
    beside = asked("Gunmen killed two people. Police said that the search went on.")["speaker"]
    assert beside["in the page's own voice"] == beside["a speech just after"] == 1.0


def test_rules_that_made_a_day_are_seen_and_known_to_the_weights() -> None:
    found = asked("Shells killed four people on Monday.")["when"]
    rules = [name for name in found if name.startswith("reason: ")]
    assert rules
    assert any(name in WEIGHTS["when"][1] for name in rules)


def test_a_question_that_was_never_measured_has_no_answer() -> None:
    assert answer("missing", {"first sentence": 1.0}) is None
    assert "missing" not in asked("Four people are missing after the shelling.", stance=Stance.ASSERTED)
