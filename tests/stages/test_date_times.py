"""What time expressions are found, and what they mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Time
from onrecord.resources.english import open_english
from onrecord.stages.date import find_times
from onrecord.stages.date.days import days_of

THURSDAY = date(2022, 3, 3)
DAYS = st.dates(date(1900, 1, 1), date(2050, 12, 31))


def values(text: str, published: date | None = THURSDAY) -> list[tuple[str, str, str | None]]:
    parse = next(open_english().parse([text]))
    return [(t.passage.words, t.type, t.value) for t in find_times(text, parse, published)]


def only(text: str, published: date | None = THURSDAY) -> Time:
    parse = next(open_english().parse([text]))
    (time,) = find_times(text, parse, published)
    return time


@pytest.mark.parametrize(
    ("text", "words", "type_", "value"),
    [
        ("The bridge was hit last Saturday.", "last Saturday", "DATE", "2022-02-26"),
        ("The bridge was hit on Wednesday.", "Wednesday", "DATE", "2022-03-02"),
        ("The council will meet on Wednesday.", "Wednesday", "DATE", "2022-03-09"),
        ("The bridge was hit on Thursday.", "Thursday", "DATE", "2022-03-03"),
        ("The bridge was hit two days ago.", "two days ago", "DATE", "2022-03-01"),
        ("The bridge was hit yesterday.", "yesterday", "DATE", "2022-03-02"),
        ("The bridge was hit overnight.", "overnight", "TIME", "2022-03-02TNI"),
        ("The bridge was hit this morning.", "this morning", "TIME", "2022-03-03TMO"),
        ("The bridge was hit on 24 February.", "24 February", "DATE", "2022-02-24"),
        ("The bridge was hit on Feb. 24, 2021.", "Feb. 24, 2021", "DATE", "2021-02-24"),
        ("The bridge was hit on 7th October, 2023.", "7th October, 2023", "DATE", "2023-10-07"),
        ("The bridge was hit in December.", "December", "DATE", "2021-12"),
        ("The bridge was hit last week.", "last week", "DATE", "2022-W08"),
        ("The bridge was hit early on Monday.", "early on Monday", "DATE", "2022-02-28"),
        ("The bridge was hit at 11:40 p.m. Wednesday.", "11:40 p.m. Wednesday", "TIME", "2022-03-02T23:40"),
        (
            "It was hit on Wednesday at about 2 a.m., he said.",
            "Wednesday at about 2 a.m.",
            "TIME",
            "2022-03-02T02:00",
        ),
        ("The bridge was hit on Wednesday night.", "Wednesday night", "TIME", "2022-03-02TNI"),
        (
            "The bridge was hit on the morning of 24 February.",
            "the morning of 24 February",
            "TIME",
            "2022-02-24TMO",
        ),
        ("The bridge was built in the 1990s.", "the 1990s", "DATE", "199"),
        ("The bridge was built in the 19th century.", "the 19th century", "DATE", "18"),
        ("The bridge was closed for three years.", "three years", "DURATION", "P3Y"),
        ("The bridge was closed for several days.", "several days", "DURATION", "PXD"),
        ("It was closed for the past three months.", "the past three months", "DURATION", "P3M"),
        ("The bridge is closed every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("The bridge is now closed.", "now", "DATE", "PRESENT_REF"),
        ("The bridge was recently closed.", "recently", "DATE", "PAST_REF"),
        ("The bridge was closed last summer.", "last summer", "DATE", "2021-SU"),
        ("The bridge was closed in the third quarter.", "the third quarter", "DATE", "2021-Q3"),
        ("The bridge was closed at Christmas.", "Christmas", "DATE", "2021-12-25"),
        ("Carthage rebuilt the bridge in 241 BC.", "241 BC", "DATE", "BC0241"),
        ("The bridge was hit on 2022-02-24.", "2022-02-24", "DATE", "2022-02-24"),
        (
            "The bridge was hit at 2115 (0315 GMT) on Tuesday.",
            "2115 (0315 GMT) on Tuesday",
            "TIME",
            "2022-03-01T21:15",
        ),
    ],
)
def test_an_expression_and_its_value(text: str, words: str, type_: str, value: str) -> None:
    assert values(text) == [(words, type_, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Call 555 1900 or visit the 1900 block of Main Street.",
        "He may march on the town if the walls fall.",
        "A 26-year-old man was hit.",
        "More than 2000 people fled.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert values(text) == []


def test_without_a_published_date_what_is_relative_stays_relative() -> None:
    found = values("It was hit last Saturday, two days ago and on 24 February 2022.", None)
    assert [v for _, _, v in found] == [None, None, "2022-02-24"]


def test_a_day_without_a_year_takes_the_year_told_before_it_when_nothing_is_published() -> None:
    found = values("The siege began on 24 February 2022. On 9 March a hospital was hit.", None)
    assert [v for _, _, v in found] == ["2022-02-24", "2022-03-09"]


def test_a_story_of_long_ago_leans_on_the_dates_it_tells() -> None:
    story = (
        "War broke out in 1911. In 1912 it spread. In March 1913 the town fell. In 1914 and 1915 there was famine, and "
        "in 1916 came peace. On 4 May 1917 a treaty was signed. It was broken on 7 June."
    )
    assert values(story, date(2009, 12, 19))[-1][2] == "1917-06-07"


def test_the_weekday_of_a_date_tells_its_year() -> None:
    assert only("He will speak on Monday, Oct. 26.", date(1998, 10, 25)).value == "1998-10-26"
    assert only("He spoke on Saturday, April 25.", date(1998, 4, 24)).value == "1998-04-25"


def test_the_next_day_is_counted_from_the_day_told_last() -> None:
    found = values("The town was shelled on 24 February. The next day the mayor fled.")
    assert [v for _, _, v in found] == ["2022-02-24", "2022-02-25"]


def test_overnight_covers_both_days_of_the_night() -> None:
    time = only("The bridge was hit overnight.")
    assert (time.earliest, time.latest) == (date(2022, 3, 2), date(2022, 3, 3))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The port was hit overnight into Sunday.", (date(2022, 2, 26), date(2022, 2, 27))),
        ("The port was hit overnight on Saturday.", (date(2022, 2, 25), date(2022, 2, 27))),
        ("The port was hit two weeks ago.", (date(2022, 2, 11), date(2022, 2, 23))),
        ("The port was hit two hours ago.", (date(2022, 3, 2), date(2022, 3, 3))),
        ("The port was hit on Sunday (February 20).", (date(2022, 2, 20), date(2022, 2, 20))),
        ("The port was hit last winter.", (date(2020, 12, 1), date(2022, 2, 28))),
    ],
)
def test_the_days_that_are_meant(text: str, days: tuple[date, date]) -> None:
    time = only(text)
    assert (time.earliest, time.latest) == days


@pytest.mark.parametrize(
    "text", ["from 24-26 February", "between 24 and 26 February", "from February 24 to 26"]
)
def test_both_ends_of_a_range_are_days(text: str) -> None:
    assert [v for _, _, v in values(f"The port was shelled {text}.")] == ["2022-02-24", "2022-02-26"]


def test_a_numeric_date_that_can_be_read_in_two_ways_has_no_value() -> None:
    assert only("It was signed on 3/4/2022.").value is None
    assert only("It was signed on 3/24/2022.").value == "2022-03-24"
    assert only("It was signed on 24.03.2022.").value == "2022-03-24"


def test_capitals_of_the_wire_are_read() -> None:
    text = "THE GUERRILLAS ATTACKED THE FARM ON 2 FEBRUARY AND AGAIN EARLY TODAY, THE ARMY ANNOUNCED IN THE CAPITAL."
    assert [v for _, _, v in values(text, date(1990, 2, 4))] == ["1990-02-02", "1990-02-04"]


def formats(day: date) -> list[str]:
    month, short = day.strftime("%B"), day.strftime("%b")
    return [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{short}. {day.day}, {day.year}",
        f"{day:%A}, {day.day} {month} {day.year}",
        f"the {_ordinal(day.day)} of {month}, {day.year}",
        f"{month} {_ordinal(day.day)}, {day.year}",
        f"{day.day} {short.upper()} {day.year}",
        day.isoformat(),
        f"{day.day:02}.{day.month:02}.{day.year}",
    ]


def _ordinal(n: int) -> str:
    return f"{n}{'th' if 10 < n % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


@given(DAYS, st.integers(0, 8), DAYS)
def test_any_day_in_any_format_comes_back(day: date, how: int, published: date) -> None:
    text = f"The bridge was hit on {formats(day)[how]} by shells."
    (time,) = find_times(text, None, published)
    assert (time.value, time.earliest, time.latest) == (day.isoformat(), day, day)


@given(DAYS, st.integers(0, 6), st.sampled_from(["on", "last", "next", "this"]))
def test_a_weekday_is_that_weekday_within_seven_days(published: date, number: int, word: str) -> None:
    name = (date(2022, 2, 28) + timedelta(number)).strftime("%A")
    (time,) = find_times(f"The bridge was hit {word} {name}.", None, published)
    day = date.fromisoformat(time.value or "")
    assert day.weekday() == number
    assert abs((day - published).days) <= 7
    assert (day > published) if word == "next" else word != "last" or day < published


@settings(max_examples=200)
@given(st.text("0123456789-/.:, '\nthMayofJanpm", max_size=400), st.none() | DAYS)
def test_any_garbage_ends_and_every_passage_is_in_the_text(text: str, published: date | None) -> None:
    for time in find_times(text, None, published):
        assert text[time.passage.start : time.passage.end] == time.passage.words
        assert (time.earliest is None) == (time.latest is None)
        if time.earliest and time.latest:
            assert time.earliest <= time.latest


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "May ", "the ", "12:", "-", "\n", "\n ", "last ", "1.", "p.m. ", "1,000"]
)
def test_a_long_run_of_one_thing_ends(piece: str) -> None:
    assert len(find_times(piece * 20_000, None, THURSDAY)) <= 20_000


@given(
    st.one_of(
        st.dates().map(date.isoformat),
        st.from_regex(r"\A\d{4}-(W\d\d|Q[1-4]|\d\d|SP|SU|FA|WI)\Z"),
        st.text(max_size=12),
    )
)
def test_the_days_of_a_value_are_in_order(value: str) -> None:
    first, last = days_of(value)
    assert (first is None and last is None) or (first is not None and last is not None and first <= last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A man was shot overnight. Officers came at 1:30 a.m.", "2022-03-03T01:30"),
        ("A man was shot overnight. Officers came at 11:30 p.m.", "2022-03-02T23:30"),
        ("A man was shot on Tuesday night. He was found at 2 a.m.", "2022-03-02T02:00"),
        ("A man was shot on Tuesday. He had left home at 2 a.m.", "2022-03-01T02:00"),
    ],
)
def test_an_hour_after_midnight_of_a_night_is_the_next_days(text: str, day: str) -> None:
    assert values(text)[-1][2] == day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The vote was put off until Tuesday.", "2022-03-08"),
        ("Until Tuesday nobody had asked.", "2022-03-01"),
        ("The families were told to pack as early as Tuesday.", "2022-03-08"),
        ("The board declared a dividend payable June 15.", "2022-06-15"),
        ("Crowds gathered to mark the day on Tuesday.", "2022-03-01"),
        ("He spoke of the September vote.", "2021-09"),
        ("The 1954 accords were never signed.", "1954"),
        ("He stayed for 2 1/2 years.", "P2Y6M"),
        ("She waited for a minute and a half.", "PT1M30S"),
        ("Sales fell in the year ended June 30.", "P1Y"),
        ("The year two thousand was quiet.", "2000"),
        ("Prices rose in the nineties.", "199"),
    ],
)
def test_what_a_word_beside_a_time_tells(text: str, value: str) -> None:
    assert values(text)[0][2] == value


def test_a_count_of_people_and_a_company_are_no_times() -> None:
    assert (
        values(
            "Some 1500 soldiers came. Sun, a maker of lamps, sent ten. It burnt on the 1800 blk of Mill Road."
        )
        == []
    )


def test_an_aside_does_not_move_a_story_of_long_ago() -> None:
    told = (
        "The war began in May 1920. In 2004 a book told of it. The town fell in June. The army left in July."
    )
    assert [v for _, _, v in values(told, None)] == ["1920-05", "2004", "1920-06", "1920-07"]
    moved = "The war began in May 1920. In 2004 a monument was built. In May 2005 it was moved. It burnt down in June."
    assert [v for _, _, v in values(moved, None)][-1] == "2005-06"
