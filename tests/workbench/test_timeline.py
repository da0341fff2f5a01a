"""Days as columns and bars: nothing is lost, what is certain is told from what is possible."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.workbench.timeline import HEIGHT, WIDTH, bar, timeline

DAY = st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(date.toordinal)


@st.composite
def spans(draw: st.DrawFn) -> tuple[int | None, int | None, int]:
    first, last = sorted(draw(st.tuples(DAY, DAY)))
    shape = draw(st.sampled_from(["both", "first", "last", "day"]))
    ends: dict[str, tuple[int | None, int | None]] = {
        "both": (first, last),
        "first": (first, None),
        "last": (None, last),
        "day": (first, first),
    }
    return *ends[shape], draw(st.integers(1, 50))


def test_without_a_day_there_is_nothing_to_draw() -> None:
    assert timeline([]) is None


@given(st.lists(spans(), min_size=1, max_size=40))
def test_every_exact_day_is_counted_once_and_every_interval_in_each_column_it_touches(
    given_: list[tuple[int | None, int | None, int]],
) -> None:
    made = timeline(given_)
    assert made is not None
    low, high = made.since.toordinal(), made.until.toordinal()
    for column in made.columns:
        begin, end = column.since.toordinal(), column.until.toordinal()
        sure = maybe = 0
        for first, last, number in given_:
            a, b = first if first is not None else low, last if last is not None else high
            if first is not None and last is not None and begin <= first and last <= end:
                sure += number
            elif a <= end and b >= begin:
                maybe += number
        assert (column.sure, column.maybe) == (sure, maybe)
        assert column.sure_height + column.maybe_height <= HEIGHT + 1e-6
    assert made.columns[-1].x + made.columns[-1].width <= WIDTH
    assert len(made.columns) <= 120


@given(st.lists(spans(), min_size=1, max_size=10))
def test_columns_follow_one_another_without_a_gap(given_: list[tuple[int | None, int | None, int]]) -> None:
    made = timeline(given_)
    assert made is not None
    for one, other in zip(made.columns, made.columns[1:], strict=False):
        assert other.since == one.until + timedelta(1)


def test_the_unit_grows_with_the_time() -> None:
    start = date(2022, 3, 1).toordinal()
    found = [timeline([(start, start, 1), (start + n, start + n, 1)]) for n in (20, 400, 1500, 6000, 30_000)]
    assert [t.unit for t in found if t] == ["day", "week", "month", "quarter", "year"]


def test_days_that_were_asked_for_are_the_picture_and_what_reaches_in_from_outside_is_only_possible() -> None:
    start = date(2022, 3, 1).toordinal()
    made = timeline(
        [(start, start, 2), (start - 40, start, 3), (start + 90, None, 1)],
        date(2022, 3, 1),
        date(2022, 3, 10),
    )
    assert made is not None
    assert (made.since, made.until) == (date(2022, 3, 1), date(2022, 3, 10))
    assert (made.columns[0].sure, made.columns[0].maybe) == (2, 3)


def test_a_bar_reaches_to_the_edge_where_an_end_is_open() -> None:
    since, until = date(2022, 1, 1), date(2022, 1, 10)
    assert bar(None, None, since, until) is None
    assert bar(date(2022, 1, 3), date(2022, 1, 3), since, until) == pytest.approx((0.2, 0.1))
    assert bar(None, date(2022, 1, 5), since, until) == (0.0, 0.5)
    assert bar(date(2022, 1, 6), None, since, until) == (0.5, 0.5)
