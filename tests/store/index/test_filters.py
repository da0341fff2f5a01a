"""A filter survives the way into an address and back, and says what it cannot be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInput
from onrecord.model import Kind, Precision, SpeakerKind, Stance, Status
from onrecord.store.index.filters import REVIEWS, SHELVES, SORTS, Filter

TEXT = (
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30)
    .map(str.strip)
    .filter(bool)
)


def some(values: object) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(sorted(map(str, values))), unique=True, max_size=3).map(tuple)  # type: ignore[call-overload]


FILTERS = st.builds(
    Filter,
    q=TEXT | st.just(""),
    kind=some(Kind),
    stance=some(Stance),
    status=some(Status),
    precision=some(Precision),
    place=st.lists(TEXT, unique=True, max_size=2).map(tuple),
    says=some(SpeakerKind),
    language=some(["en", "uk"]),
    review=some(REVIEWS),
    shelf=some(SHELVES),
    origins=st.none() | st.integers(1, 99),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    box=st.none() | st.just((-10.5, 20.0, 30.25, 40.0)) | st.just((170.0, -10.0, -170.0, 10.0)),
    sort=st.sampled_from(SORTS),
)


@given(FILTERS)
def test_an_address_holds_the_whole_filter(one: Filter) -> None:
    assert Filter.parse(one.query()) == one


@pytest.mark.parametrize(
    "query",
    [
        "kind=war",
        "since=yesterday",
        "origins=many",
        "box=1,2,3",
        "box=0,91,1,92",
        "box=a,b,c,d",
        "box=5,9,6,1",
        "sort=luck",
        "review=maybe",
    ],
)
def test_what_a_field_cannot_be_is_said(query: str) -> None:
    with pytest.raises(BadInput, match=f"{query.partition('=')[0]} cannot be"):
        Filter.parse(query)


def test_an_empty_field_does_not_filter() -> None:
    assert Filter.parse("status=&q=+&since=") == Filter()


def test_names_that_are_no_field_are_left_to_others() -> None:
    assert Filter.parse("page=3&utm_source=x&kind=shelling") == Filter(kind=("shelling",))


def test_a_map_that_goes_round_the_world_is_the_whole_of_it() -> None:
    assert Filter.parse("box=-200,-60,200,60").box == (-180.0, -60.0, 180.0, 60.0)
    assert Filter.parse("box=170,-60,190,60").box == (170.0, -60.0, -170.0, 60.0)


def test_only_the_order_narrows_nothing() -> None:
    assert not Filter(sort="killed").narrows
    assert Filter(since=date(2022, 3, 1)).narrows
