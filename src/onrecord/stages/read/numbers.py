"""How many a noun phrase means: digits, number words, vague words, "at least", ranges."""

import re
from typing import NamedTuple

from onrecord.model import Parse, Token

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
WORDS = (
    {word: n for n, word in enumerate(_UNITS)}
    | _TENS
    | {"couple": 2, "pair": 2, "trio": 3, "quartet": 4, "single": 1}
)

# The least that the plural can mean: "dozens" is two dozen or more. ACLED counts 12 for "dozens" and 100 for "hundreds" and so
# stays below what is said; the open end is kept here instead.
VAGUE = {
    "dozens": 24,
    "scores": 40,
    "tens": 20,
    "hundreds": 200,
    "thousands": 2_000,
    "several": 3,
    "multiple": 2,
}
_AT_LEAST = frozenset({"least", "minimum", "fewer"})
_MORE = frozenset({"more", "over", "exceeding", "above", "upwards"})
_BEYOND = frozenset({"over", "above", "past", "beyond"})
_LESS = frozenset({"fewer", "less"})
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,7}", re.ASCII)
_TWO = re.compile(r"(\d{1,5})[-–—/](\d{1,5})", re.ASCII)


class Amount(NamedTuple):
    """`low` and `high` as in `Count`, and the token range the number stands in."""

    low: int | None
    high: int | None
    first: int
    last: int


def value(text: str) -> int | None:
    """A written number ("1,200", "forty-two", "No." gives None)."""
    word = text.lower()
    if _DIGITS.fullmatch(word):
        return int(word.replace(",", ""))
    if word in WORDS:
        return WORDS[word]
    tens, _, unit = word.partition("-")
    if tens in _TENS and unit in _UNITS[1:10]:
        return _TENS[tens] + _UNITS.index(unit)
    return None


def read(parse: Parse, first: int, last: int) -> Amount | None:
    """The amount written in tokens `first` to `last - 1`: one number, a range, or a vague word; None when there is none."""
    words = [parse.tokens[i].text.lower() for i in range(first, last)]
    found = _range(words) or _plain(words) or _vague(words)
    if found is None:
        return None
    low, high, a, b = found
    if (low, high) != (low, low):
        return Amount(low, high, first + a, first + b)
    before = [parse.tokens[i].text.lower() for i in range(max(0, first + a - 4), first + a)]
    return _hedged(low, before, first + a, first + b)


def _hedged(number: int, before: list[str], first: int, last: int) -> Amount:
    """Open the amount as the words before it say."""
    near, wide = set(before[-2:]), set(before[-3:])
    if (near & _AT_LEAST and "at" in wide) or ("no" in wide and "fewer" in near):
        return Amount(number, None, first - 2, last)
    if ("than" in near and wide & _MORE) or near & _BEYOND:
        return Amount(number, None, first - (2 if "than" in near else 1), last)
    if ("up" in wide and "to" in near) or ("at" in wide and "most" in near):
        return Amount(0 if number == 0 else None, number, first - 2, last)
    if number and "than" in near and wide & _LESS:
        return Amount(None, number - 1, first - 2, last)
    return Amount(number, number, first, last)


def _plain(words: list[str]) -> tuple[int, int, int, int] | None:
    """The first written number: "two hundred and five", "1,200", "42"."""
    for a, word in enumerate(words):
        if value(word) is not None or word in _SCALES:
            number, b = _spelled(words, a)
            return number, number, a, b
    return None


def _spelled(words: list[str], a: int) -> tuple[int, int]:
    """The number that starts at word `a`, and where it ends."""
    total, current, b = 0, value(words[a]) or 0, a + (value(words[a]) is not None)
    while b < len(words):
        more = value(words[b])
        if words[b] in _SCALES:
            current = max(current, 1) * _SCALES[words[b]]
            if current >= 1000:
                total, current = total + current, 0
        elif more is not None and _continues(total, current, more):
            current += more
        elif not (words[b] in ("and", "-") and b + 1 < len(words) and _follows(total, current, words[b + 1])):
            break
        b += 1
    return total + current, b


def _follows(total: int, current: int, word: str) -> bool:
    more = value(word)
    return more is not None and _continues(total, current, more)


def _continues(total: int, current: int, more: int) -> bool:
    """Whether a number goes on: "two thousand | three", "two hundred | five", "forty | two"."""
    if current == 0:
        return 0 < more < total
    if current % 100 == 0:
        return 0 < more < 100
    return current % 10 == 0 and current % 100 >= 20 and 0 < more < 10


def _range(words: list[str]) -> tuple[int, int | None, int, int] | None:
    """As in "five to seven", "between 10 and 12", "6-8", "two or three"."""
    for a, word in enumerate(words):
        if (two := _TWO.fullmatch(word)) and int(two[1]) < int(two[2]):
            return int(two[1]), int(two[2]), a, a + 1
        low = value(word)
        if low is None or a + 2 >= len(words) or words[a + 1] not in ("to", "or", "and", "-", "–", "—"):
            continue
        high = value(words[a + 2])
        joined = words[a + 1] != "and" or (a > 0 and words[a - 1] == "between")
        if high is not None and low < high and joined:
            return low, high, a, a + 3
    return None


def _vague(words: list[str]) -> tuple[int, None, int, int] | None:
    for a, word in enumerate(words):
        if word in VAGUE:
            tens = word in ("tens", "hundreds", "dozens") and words[a + 1 : a + 3] in (
                ["of", "thousands"],
                ["of", "hundreds"],
            )
            scale = {"thousands": 1000, "hundreds": 100}[words[a + 2]] if tens else 1
            return VAGUE[word] * scale, None, a, a + (3 if tens else 1)
    return None


def is_number(token: Token) -> bool:
    """Whether a token is a number or a part of one."""
    word = token.text.lower()
    return value(word) is not None or word in _SCALES or word in VAGUE


__all__ = ["VAGUE", "Amount", "is_number", "read", "value"]
