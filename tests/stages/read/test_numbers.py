"""Written numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stages.read.numbers import Amount, read, value
from tests.stages.read.harm import parsed


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("7", 7),
        ("1,200", 1200),
        ("twelve", 12),
        ("Forty-two", 42),
        ("1,20", None),
        ("x", None),
        ("forty-ten", None),
        ("٣", None),
    ],
)
def test_value(word: str, number: int | None) -> None:
    assert value(word) == number


@given(st.integers(0, 999_999))
def test_digits_with_and_without_commas(number: int) -> None:
    assert value(str(number)) == value(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("two hundred and five", 205, 205),
        ("three thousand", 3000, 3000),
        ("two dozen", 24, 24),
        ("no fewer than nine", 9, None),
        ("at most 4", None, 4),
        ("less than 12", None, 11),
        ("past 30", 30, None),
        ("tens of thousands", 20_000, None),
        ("six or seven", 6, 7),
    ],
)
def test_read(text: str, low: int | None, high: int | None) -> None:
    parse = parsed(text)
    found = read(parse, 0, len(parse.tokens))
    assert isinstance(found, Amount)
    assert (found.low, found.high) == (low, high)


def test_nothing_written() -> None:
    parse = parsed("the people")
    assert read(parse, 0, 2) is None
