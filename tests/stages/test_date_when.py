"""When a claim's happening was: the report's date is not the incident's date."""

import random
import re
from dataclasses import replace
from datetime import date

import pytest

from onrecord.model import (
    Attribution,
    Claim,
    Document,
    Kind,
    MadeBy,
    Parse,
    Passage,
    Reading,
    SpeakerKind,
    Stance,
    Token,
)
from onrecord.resources.english import open_english
from onrecord.stages.date import DATE

THURSDAY = date(2022, 3, 3)
SATURDAY = date(2022, 2, 26)
KINDS = {"killed": Kind.KILLING, "shot": Kind.SHOOTING, "shooting": Kind.SHOOTING, "shelled": Kind.SHELLING}


def reading(text: str, triggers: str, published: date | None = THURSDAY, **changes: object) -> Reading:
    """A parsed document with a claim for each trigger word, in the order given; a word twice means its second mention."""
    document = Document("doc", "capture", text, MadeBy("given", 1), published=published, language="en")
    parse = next(open_english().parse([text]))
    claims, at = [], 0
    for word in triggers.split():
        at = text.index(word, at)
        sentence = parse.sentence_of(parse.tokens_in(at, at + 1)[0].i)
        claim = Claim(
            "",
            "doc",
            (),
            KINDS.get(word, Kind.ATTACK),
            Passage.of(text, at, at + len(word)),
            Passage.of(text, sentence[0].start, sentence[-1].end),
        )
        claims.append(replace(claim, **changes))  # type: ignore[arg-type]
        at += len(word)
    return Reading(document, parse=parse, claims=tuple(claims))


def whens(
    text: str, triggers: str, published: date | None = THURSDAY, **changes: object
) -> list[tuple[date | None, date | None]]:
    (done,) = DATE.run([reading(text, triggers, published, **changes)], None)
    return [(c.when.earliest, c.when.latest) for c in done.claims]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The school was attacked on Saturday.", "attacked"),
        ("Saturday's attack destroyed the school.", "attack"),
        ("An attack on the school took place on Saturday.", "attack"),
        ("Two people were killed on Saturday when a shell hit the school.", "killed"),
        ("Two people were killed when a shell hit the school on Saturday.", "killed"),
        ("The mayor said the school was attacked on Saturday.", "attacked"),
        ("Late on Saturday two men were shot in the square, police said.", "shot"),
        ("The shooting that occurred on Saturday left two dead.", "shooting"),
        ("Police are investigating a shooting on Saturday.", "shooting"),
        ("Two people were killed on Saturday after an attack on the school.", "attack"),
        ("Medics responded at 2 a.m. Saturday to a shooting.", "shooting"),
        ("On Saturday two people were reported killed in the town.", "killed"),
        ("The shooting was reported at 2 a.m. on Saturday.", "shooting"),
        ("Detectives investigated a shooting on Saturday.", "shooting"),
    ],
)
def test_a_time_said_of_the_happening_dates_it(text: str, trigger: str) -> None:
    assert whens(text, trigger) == [(SATURDAY, SATURDAY)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("It was reported last Saturday that a school in the town had been attacked.", "attacked"),
        ("The mayor said on Saturday that the school had been attacked.", "attacked"),
        ("The school was attacked, the mayor said on Saturday.", "attacked"),
        ("A man died on Saturday after he was shot in the square.", "shot"),
    ],
)
def test_a_time_said_of_the_report_only_bounds_the_happening(text: str, trigger: str) -> None:
    assert whens(text, trigger) == [(None, SATURDAY)]


def test_the_cue_of_an_attribution_is_a_verb_of_saying() -> None:
    text = "The ministry thundered on Saturday that the school had been attacked."
    cue = Attribution(
        Passage.of(text, 0, 12),
        Passage.of(text, 13, 22),
        Passage.of(text, 35, len(text)),
        SpeakerKind.OFFICIAL,
    )
    assert whens(text, "attacked", attributions=(cue,)) == [(None, SATURDAY)]


def test_the_publication_date_is_a_bound_and_never_the_day() -> None:
    assert whens("The school was attacked.", "attacked") == [(None, THURSDAY)]


def test_without_a_publication_date_nothing_is_known() -> None:
    text = "It was reported last Saturday that a school had been attacked."
    (done,) = DATE.run([reading(text, "attacked", None)], None)
    (claim,) = done.claims
    assert (claim.when.earliest, claim.when.latest) == (None, None)
    assert claim.time is not None
    assert claim.time.value is None
    assert "relative to an unknown publication date" in claim.when.reason


def test_a_relative_day_of_an_undated_document_is_no_day() -> None:
    text = "A school was attacked last Saturday."
    (done,) = DATE.run([reading(text, "attacked", None)], None)
    assert done.claims[0].when.reason == "“last Saturday” is relative to an unknown publication date"


def test_an_arrest_on_one_day_does_not_date_the_deed() -> None:
    tuesday = date(2022, 3, 1)
    assert whens("Police arrested a man on Tuesday over the shooting.", "shooting") == [(None, tuesday)]
    assert whens("A man was charged on Tuesday with a shooting in the square.", "shooting") == [
        (None, tuesday)
    ]


def test_a_death_and_the_wound_it_came_from_keep_apart() -> None:
    text = "A man died on Saturday after he was shot in the square."
    assert whens(text, "died shot", group=1) == [(SATURDAY, SATURDAY), (None, SATURDAY)]


def test_two_happenings_of_a_sentence_keep_their_days() -> None:
    text = "A teacher was shot on Saturday and a nurse was killed on Tuesday."
    assert whens(text, "shot killed") == [(SATURDAY, SATURDAY), (date(2022, 3, 1), date(2022, 3, 1))]


def test_what_is_named_again_takes_the_day_it_was_given() -> None:
    text = "A teacher was shot on Saturday in the square. The shooting shocked the town."
    (done,) = DATE.run([reading(text, "shot shooting")], None)
    assert [c.when.latest for c in done.claims] == [SATURDAY, SATURDAY]
    assert done.claims[1].when.reason.startswith("as “shot” of the same happening")


def test_what_is_named_again_takes_the_bound_of_a_report() -> None:
    text = "It was reported last Saturday that a school had been attacked. Photos of the attack were shared by a teacher."
    assert whens(text, "attacked attack") == [(None, SATURDAY), (None, SATURDAY)]


def test_another_one_does_not_take_it() -> None:
    text = "A teacher was shot on Saturday in the square. The second shooting shocked the town."
    assert whens(text, "shot shooting")[1] == (None, THURSDAY)


def test_a_sentence_that_only_says_when_dates_the_one_before_it() -> None:
    text = "A teacher was shot in the square. It happened just before 10 p.m. Saturday near the old mill."
    assert whens(text, "shot") == [(SATURDAY, SATURDAY)]


def test_from_and_to_and_since() -> None:
    assert whens("The town was shelled from 24 February to 26 February.", "shelled") == [
        (date(2022, 2, 24), SATURDAY)
    ]
    assert whens("The town was shelled on Friday and Saturday.", "shelled") == [(date(2022, 2, 25), SATURDAY)]
    assert whens("The town has been shelled since Saturday.", "shelled") == [(SATURDAY, THURSDAY)]
    assert whens("The town was shelled before Saturday.", "shelled") == [(None, SATURDAY)]


def test_a_month_still_running_ends_with_the_report() -> None:
    assert whens("The town was shelled this year.", "shelled") == [(date(2022, 1, 1), THURSDAY)]


def test_what_is_planned_may_lie_after_the_report() -> None:
    assert whens("They will attack on Saturday.", "attack", stance=Stance.PLANNED) == [
        (date(2022, 3, 5), date(2022, 3, 5))
    ]
    assert whens("They plan to attack the town.", "attack", stance=Stance.PLANNED) == [(None, None)]


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Prosecutors have charged a man with murder for the May 16 attack on the school.",
            "attack",
            date(2021, 5, 16),
        ),
        ("The club was attacked on July 4th by gunmen.", "attacked", date(2021, 7, 4)),
        ("The school was attacked on March 4.", "attacked", date(2022, 3, 4)),
        ("The school was attacked on May 16, 2022.", "attacked", date(2022, 5, 16)),
    ],
)
def test_what_is_told_as_done_was_before_the_page(text: str, trigger: str, day: date) -> None:
    """But for a day after, which another clock makes, and where the year is told."""
    assert whens(text, trigger) == [(day, day)]


def test_a_day_that_is_moved_back_says_so() -> None:
    text = "Prosecutors have charged a man with murder for the May 16 attack on the school."
    (done,) = DATE.run([reading(text, "attack")], None)
    (claim,) = done.claims
    assert (
        claim.when.reason == "“the May 16”, said of it; the one before 2022-05-16, which lies after the page"
    )


def test_the_february_of_a_leap_year_is_whole() -> None:
    text = "The school was attacked in February by gunmen."
    assert whens(text, "attacked", date(2025, 1, 15)) == [(date(2024, 2, 1), date(2024, 2, 29))]


def test_a_month_of_the_trial_does_not_date_the_deed_a_year_back() -> None:
    text = "The trial over the attack on the school begins on May 16."
    assert whens(text, "attack") != [(date(2021, 5, 16), date(2021, 5, 16))]


def test_a_weekend_told_as_gone_was_before_the_page() -> None:
    text = "The owner was at the club this weekend when it was attacked by gunmen."
    assert whens(text, "attacked", date(2022, 2, 28)) == [(date(2022, 2, 26), date(2022, 2, 27))]


def test_a_dateline_is_the_date_of_a_document_that_has_none() -> None:
    text = "PORT TOWN, 3 MARCH 2022 (News) -- The school was attacked on Saturday. The mayor fled."
    (done,) = DATE.run([reading(text, "attacked", None)], None)
    assert (done.claims[0].when.earliest, done.claims[0].when.latest) == (SATURDAY, SATURDAY)
    text = "PORT TOWN, 3 MARCH 2022 (News) -- The school was attacked. The mayor fled."
    (done,) = DATE.run([reading(text, "attacked", None)], None)
    assert (done.claims[0].when.earliest, done.claims[0].when.latest) == (None, THURSDAY)
    assert "date the text gives itself" in done.claims[0].when.reason


def test_a_date_in_prose_is_no_dateline() -> None:
    text = "On 3 March 2022 two men – brothers – met. The school was attacked on Saturday."
    assert whens(text, "attacked", None) == [(None, None)]


def test_a_stamp_of_the_page_dates_no_happening() -> None:
    text = "Posted: Thursday, March 3, 2022\n\nThe school was attacked. Updated: March 3, 2022"
    assert whens(text, "attacked") == [(None, THURSDAY)]


def test_every_reason_quotes_words_of_the_text() -> None:
    text = "The school was attacked on Saturday. The mayor said on Tuesday that two people had been killed."
    (done,) = DATE.run([reading(text, "attacked killed")], None)
    for claim in done.claims:
        assert claim.time in done.times
        assert claim.time is not None
        assert f"“{claim.time.passage.words}”" in claim.when.reason


def test_a_table_without_full_stops_is_dated_in_time() -> None:
    line = "attacked Saturday "
    text = line * 3_000
    document = Document("doc", "capture", text, MadeBy("given", 1), published=THURSDAY, language="en")
    tokens = tuple(
        Token(
            i,
            at,
            at + len(word),
            word,
            word,
            *(("VERB", "VBD") if i % 2 == 0 else ("NOUN", "NN")),
            "dep",
            max(i - 1, 0),
            0,
        )
        for i, (at, word) in enumerate((m.start(), m[0]) for m in re.finditer(r"\w+", text))
    )
    whole = Passage.of(text, 0, len(text))
    claims = tuple(
        Claim("", "doc", (), Kind.ATTACK, Passage.of(text, t.start, t.end), whole)
        for t in tokens
        if t.tag == "VBD"
    )
    deep = Reading(document, parse=Parse(tokens, ((0, len(tokens)),), ()), claims=claims[:200])
    (done,) = DATE.run([deep], None)
    assert {c.when.latest for c in done.claims} == {SATURDAY}


def test_any_order_and_any_batches_give_the_same() -> None:
    texts = [
        ("The school was attacked on Saturday.", "attacked"),
        ("It was reported last Saturday that it had been attacked.", "attacked"),
        ("A teacher was shot in the square. It happened on Tuesday.", "shot"),
        ("Nothing.", ""),
    ]
    readings = [reading(*t) for t in texts]
    whole = list(DATE.run(readings, None))
    shuffled = readings[:]
    random.Random(7).shuffle(shuffled)
    alone = {r.document.text: r for one in shuffled for r in DATE.run([one], None)}
    assert [alone[r.document.text] for r in whole] == whole


def test_a_reading_without_grammar_passes_through() -> None:
    bare = replace(reading("The school was attacked on Saturday.", "attacked"), parse=None, claims=())
    (done,) = DATE.run([bare], None)
    assert done == bare.by(DATE.made_by)
