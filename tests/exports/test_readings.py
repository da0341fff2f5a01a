"""A reading written as a row and read back is the same, and the row's positions point at the right values."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.readings import failure_row, reading_row, row_reading
from onrecord.model import (
    Attribution,
    Candidate,
    Claim,
    Count,
    Document,
    Event,
    Harm,
    Interval,
    Kind,
    MadeBy,
    Parse,
    Participant,
    Passage,
    Place,
    Precision,
    Reading,
    Role,
    SpeakerKind,
    Stance,
    Time,
)

TEXT = "Two people were killed in Kherson on Monday, the governor said. It rained."
BY = (MadeBy("read", 1),)


def passage(words: str) -> Passage:
    start = TEXT.index(words)
    return Passage(start, start + len(words), words)


PLACES = (
    Place(
        passage("Kherson"), Candidate("Kherson", 46.6, 32.6, "UA", Precision.SETTLEMENT, 706448), "only one"
    ),
)
TIMES = (Time(passage("Monday"), "DATE", "2022-05-02", date(2022, 5, 2), date(2022, 5, 2)),)
SAID = (Attribution(passage("the governor"), passage("said"), passage("Two people"), SpeakerKind.OFFICIAL),)
CLAIM = Claim(
    "claim-1",
    "d",
    BY,
    Kind.SHELLING,
    passage("killed"),
    passage(TEXT[:63]),
    attributions=SAID,
    counts=(Count(Harm.KILLED, 2, 2, passage("Two people")),),
    participants=(Participant(Role.VICTIM, passage("people")),),
    place=PLACES[0],
    time=TIMES[0],
    when=Interval(date(2022, 5, 2), date(2022, 5, 2), "said of it"),
)
READING = Reading(
    Document("d", "capture-1", TEXT, BY[0], published=date(2022, 5, 3), language="en"),
    BY,
    places=PLACES,
    times=TIMES,
    attributions=SAID,
    claims=(CLAIM,),
    events=(Event(passage("rained"), Stance.ASSERTED), Event(passage("killed"), Stance.ASSERTED)),
)


def test_positions_point_at_the_values() -> None:
    row = reading_row(READING)
    claim = row["claims"][0]
    assert row["places"][claim["place"]]["geonames_id"] == 706448
    assert row["times"][claim["time"]]["value"] == "2022-05-02"
    assert row["attributions"][claim["attribution"]]["cue"]["words"] == "said"
    assert claim["killed"] == {"low": 2, "high": 2, **_span("Two people")}
    assert claim["injured"] is None
    assert claim["earliest"] == claim["latest"] == "2022-05-02"


def _span(words: str) -> dict[str, object]:
    found = passage(words)
    return {"start": found.start, "end": found.end, "words": words}


def test_event_words_are_no_claims_of_harm() -> None:
    events = [c for c in reading_row(READING)["claims"] if c["kind"] is None]
    assert [e["trigger"]["words"] for e in events] == ["rained"]
    assert "id" not in events[0]


def test_what_is_in_flight_only_is_left_out() -> None:
    kept = row_reading(json.loads(json.dumps(reading_row(replace(READING, parse=Parse((), (), ()))))))
    assert kept.parse is None
    assert kept.events == ()


@given(st.text(), st.one_of(st.none(), st.text()), st.one_of(st.none(), st.dates()))
def test_round_trip(text: str, title: str | None, published: date | None) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    title = title and title.encode("utf-8", "replace").decode("utf-8")
    document = replace(READING.document, text=text, title=title, published=published)
    reading = replace(READING, document=document, events=())
    assert row_reading(json.loads(json.dumps(reading_row(reading), ensure_ascii=False))) == reading


def test_a_failure_keeps_what_is_known() -> None:
    assert failure_row("d", "cannot be read", title="T") == {
        "id": "d",
        "title": "T",
        "failure": "cannot be read",
    }


def test_what_a_title_claims_is_kept_though_no_position_in_the_text_shows_it() -> None:
    form = "Sign in."
    page = Document("d", "c", form, BY[0], title=TEXT[:63])
    moved = [
        Passage(p.start + len(form) + 2, p.end + len(form) + 2, p.words)
        for p in (PLACES[0].passage, CLAIM.trigger)
    ]
    place = replace(PLACES[0], passage=moved[0])
    claim = replace(CLAIM, trigger=moved[1], place=place, attributions=(), time=None)
    assert page.told[moved[1].start : moved[1].end] == "killed"
    reading = Reading(page, BY, places=(place,), claims=(claim,))
    row = json.loads(json.dumps(reading_row(reading)))
    assert row["places"] == []
    assert (row["claims"][0]["trigger"], row["claims"][0]["place"]) == (None, None)
    assert row["claims"][0]["killed"]["low"] == 2
    assert row_reading(row) == reading


def test_who_quotes_whom_is_told_by_the_rows_own_positions() -> None:
    """What a title says is no row, so those behind it move up; who is quoted in it is quoted in none that is shown."""
    text = "The army said the mayor said two died."
    page = Document("d", "c", text, BY[0], title="Paper says attack was planned")

    def said(words: str, within: int | None = None) -> Attribution:
        start = page.told.index(words)
        cue = Passage(start, start + len(words), words)
        return replace(SAID[0], source=None, cue=cue, content=cue, within=within)

    army, mayor, title = said("army said"), said("mayor said", within=1), said("Paper says")
    rows = reading_row(Reading(page, BY, attributions=(title, army, mayor)))["attributions"]
    assert [row["within"] for row in rows] == [None, 0]
    rows = reading_row(Reading(page, BY, attributions=(title, army, replace(mayor, within=0))))[
        "attributions"
    ]
    assert [row["within"] for row in rows] == [None, None]
