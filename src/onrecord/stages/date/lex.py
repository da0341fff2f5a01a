"""Text → words that can belong to a time expression, each with its kind and meaning; everything else is ``other``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Parse
from onrecord.stages.date import words

# No part of an alternative can match the same characters in two ways, so the time is linear in the text.
_WORD = re.compile(
    r"""\d{4}-\d\d-\d\d(?!\d)            # ISO 8601 day
      | \d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)
      | 1/2(?![\d/])|½
      | (?P<clock>\d{4})(?=[ ]\(?(?:\d{4}[ ])?(?:GMT|UTC|gmt|utc|hours|HOURS|hrs|local|LOCAL)\b)
      | \d{1,2}:\d\d(?::\d\d)?
      | \d{1,6}(?:st|nd|rd|th|s)\b
      | \d+(?:,\d{3})*
      | [AaPp]\.\s?[Mm]\b\.?
      | [Bb]\.\s?[Cc]\b\.?
      | [^\W\d_]+
      | ['’][sS]\b
      | \(\d{4}\ (?:GMT|UTC|gmt|utc)\)
      | \n[ \t]*\n
      | [^\w\s]""",
    re.VERBOSE,
)
_MONTH_OR_OTHER = {"may", "march", "august"} | {name for name in words.MONTHS if len(name) < 4}
_SEASON_OR_OTHER = {"fall", "spring"}


@dataclass(frozen=True, slots=True)
class Word:
    """``text[start:end]`` in lower case as `low`, its `kind` (a name used in the rules) and what it means."""

    start: int
    end: int
    low: str
    kind: str
    value: words.Meaning = None
    capital: bool = False


def lex(text: str, parse: Parse | None) -> list[Word]:
    """The words of a text in order; `parse` settles the words that are time words only sometimes ("may", "fall")."""
    plain = [Word(m.start(), m.end(), m[0].lower(), m.lastgroup or "other") for m in _WORD.finditer(text)]
    kinds = list(_named(plain, text))
    pos = {t.start: t.pos for t in parse.tokens} if parse else {}
    return [_settled(kinds, i, pos) for i in range(len(kinds))]


def _named(plain: list[Word], text: str) -> Iterator[Word]:
    i = 0
    while i < len(plain):
        phrase = _phrase(plain, i) or _spoken_year(plain, i)
        if phrase:
            length, kind, told = phrase
            start, end = plain[i].start, plain[i + length - 1].end
            yield Word(start, end, text[start:end].lower(), kind, told)
            i += length
        else:
            word = plain[i]
            kind, value = _kind(word.low) if word.kind == "other" else _hours(word.low)
            yield Word(word.start, word.end, word.low, kind, value, text[word.start : word.end].istitle())
            i += 1


_FIRST = {first for first, *_ in words.PHRASES}
_LONGEST = max(map(len, words.PHRASES))


def _phrase(plain: list[Word], i: int) -> tuple[int, str, int | str] | None:
    if plain[i].low not in _FIRST:
        return None
    for length in range(min(_LONGEST, len(plain) - i), 1, -1):
        found = words.PHRASES.get(tuple(w.low for w in plain[i : i + length]))
        if found:
            return length, *found
    return None


def _spoken_year(plain: list[Word], i: int) -> tuple[int, str, int] | None:
    """``nineteen ninety-six``, ``twenty twenty-two``."""
    hundreds = words.NUMBERS.get(plain[i].low, 0)
    if not 18 <= hundreds <= 20 or i + 1 == len(plain):
        return None
    tens = words.NUMBERS.get(plain[i + 1].low, 0)
    at = i + 3 if i + 2 < len(plain) and plain[i + 2].low == "-" else i + 2
    ones = words.NUMBERS.get(plain[at].low, 0) if at < len(plain) else 0
    if not 10 <= tens < 100 or (hundreds == 20 and tens > 40):
        return None
    return (
        (at + 1 - i, "year", hundreds * 100 + tens + ones)
        if tens >= 20 and 0 < ones < 10
        else (2, "year", hundreds * 100 + tens)
    )


_KINDS: dict[str, tuple[str, words.Meaning]] = {
    **{word: ("tens" if 20 <= n < 100 else "number", n) for word, n in words.NUMBERS.items()},
    **{name: ("month", n) for name, n in words.MONTHS.items()},
    **{name: ("weekday", n) for name, n in words.WEEKDAYS.items()},
    **{name + "s": ("weekdays", n) for name, n in words.WEEKDAYS.items()},
    **{name: ("short_weekday", n) for name, n in words.SHORT_WEEKDAYS.items()},
    **{word: ("adverb", value) for word, value in words.ADVERBS.items()},
    **{word: ("season", code) for word, code in words.SEASONS.items()},
    **words.SINGLE,
    **{word: ("unit", code) for word, code in words.UNITS.items()},
    **{word: ("units", code) for word, code in words.PLURALS.items()},
    **{word: ("ordinal", n) for word, n in words.ORDINALS.items()},
}


def _kind(low: str) -> tuple[str, words.Meaning]:
    if low in _KINDS:
        return _KINDS[low]
    if low[0] == "(" and len(low) > 1:
        return "zone", None
    if low in ("1/2", "½"):
        return "half", None
    if low[0] == "\n":
        return "break", None
    if low[0].isdecimal() and low.isascii():
        return _digits(low)
    if low[0] in "ap" and low[-1] in "m." and "." in low:
        return "half_day", 12 if low[0] == "p" else 0
    if low[0] == "b" and "." in low:
        return "era", "BC"
    return "other", None


def _hours(low: str) -> tuple[str, words.Meaning]:
    """``2115 hours``, ``0315 GMT``."""
    return ("clock", f"{low[:2]}:{low[2:]}") if low[:2] < "25" and low[2:] < "60" else ("digits", int(low))


def _digits(low: str) -> tuple[str, words.Meaning]:
    if ":" in low:
        return "clock", low
    if low.isdecimal():
        number = int(low) if len(low) < 7 else 0
        if len(low) == 4 and 1000 <= number < 2200:
            return "year", number
        if len(low) == 2 and number > 31:
            return "short_year", number
        return ("day", number) if len(low) < 3 and number else ("digits", number)
    if low[-1] == "s":
        if low[-2] != "0" or len(low) not in (3, 5):
            return "other", None
        return ("decade" if len(low) == 5 else "short_decade"), low[:-1]
    if low[-2:] in ("st", "nd", "rd", "th"):
        return "ordinal", int(low[:-2])
    if "," in low:
        return "digits", int(low.replace(",", "")) if len(low) < 10 else 0
    return ("iso" if "-" in low else "numeric"), low


def _settled(kinds: list[Word], i: int, pos: dict[int, str]) -> Word:
    word = kinds[i]
    if word.kind in ("today", "tonight", "reference") and word.capital and i and kinds[i - 1].capital:
        real = False  # part of a name: a newspaper called "… Today"
    elif word.kind == "short_weekday":
        after = i + 2 if _near(kinds, i + 1) == "comma" else i + 1  # "Sun, a maker of computers" is no day
        real = word.capital and _near(kinds, after) in (
            ("month", "day") if after > i + 1 else ("dot", "month", "day")
        )
    elif word.kind == "reference" and word.low == "future":
        real = pos.get(word.start, "NOUN") == "NOUN" and _near(kinds, i + 1) != "dash"
    elif word.low in _MONTH_OR_OTHER and word.kind == "month":
        real = _beside_number(kinds, i) or _after(kinds, i, ("in", "last", "next", "part_of", "from"))
        named = word.low in ("may", "march", "august") and pos.get(word.start) == "PROPN"
        real = real or (named and not _after(kinds, i, ("the",)) and not (i and kinds[i - 1].capital))
    elif word.low in _SEASON_OR_OTHER and word.kind == "season":
        real = _after(kinds, i, ("last", "next", "this", "part_of", "every")) or _beside_year(kinds, i)
        real = real or (_after(kinds, i, ("the",)) and _after(kinds, i - 1, ("in", "from", "of")))
    else:
        return word
    return word if real else Word(word.start, word.end, word.low, "other")


def _near(kinds: list[Word], i: int) -> str:
    return kinds[i].kind if 0 <= i < len(kinds) else "break"


def _after(kinds: list[Word], i: int, before: tuple[str, ...]) -> bool:
    return _near(kinds, i - 1) in before


def _beside_year(kinds: list[Word], i: int) -> bool:
    return _near(kinds, i + 1) == "year" or (_near(kinds, i + 1) == "of" and _near(kinds, i + 2) == "year")


def _beside_number(kinds: list[Word], i: int) -> bool:
    numbers = ("day", "year", "ordinal")
    after = i + 2 if _near(kinds, i + 1) in ("dot", "the") else i + 1
    return any(_near(kinds, j) in numbers for j in (i - 1, after)) or _near(kinds, i - 1) == "of"
