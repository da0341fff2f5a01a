"""The rules: what a time expression looks like, as kinds of words, and what it means.

A pattern is a regular expression over kinds of words (`lex.Word.kind`), so it stays short, and is matched on one letter per word, so it
stays fast. Of the rules that match at a word the longest wins, then the first.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.stages.date import absolute, lasting, relative
from onrecord.stages.date.context import Context
from onrecord.stages.date.found import Found
from onrecord.stages.date.lex import Word

Means = Callable[[Found, Context], str | None]

_KINDS = """
    month weekday weekdays short_weekday ordinal tens number unit units adverb part season reference one the this last previous next
    following that possessive weekend ago earlier before later after part_of edge of in on at from for to and half some pair every
    today tonight overnight fiscal full ended period old era half_day quarter latest more holiday zone about comma dot dash quote open year noon
    century centuries short_year day digits decade short_decade iso numeric clock break other
"""
LETTERS = {
    kind: chr(0x4E00 + n) for n, kind in enumerate(str.split(_KINDS))
}  # any letters will do, as long as none is a sign of `re`

MACROS = {
    "PRE": "(?:the? part_of (?:dash|on|in)? the?|the? edge of the?|the)",
    "DOM": "(?:day|ordinal)",
    "MONTH": "(?:month dot?)",
    "WEEKDAY": "(?:(?:weekday|short_weekday dot?) comma? the?)",
    "NAMED": "(?:weekday|short_weekday dot?)",
    "COUNT": "(?:one? some|one? pair of?|(?:day|number|digits) (?:number)?|tens dash? number|tens|short_year|one|half one?)",
    "UNIT": "(?:unit|units|quarter|century|centuries)",
}


@dataclass(frozen=True)
class Rule:
    """`kind` is the TIMEX3 type; `means` gives the value, None when it cannot be told, and sees that many words after its own too."""

    kind: str
    pattern: str
    means: Means
    sees: int = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern over letters."""
        return re.compile(_letters(self.pattern))


def _letters(pattern: str) -> str:
    for name, body in MACROS.items():
        pattern = re.sub(rf"\b{name}\b", body, pattern)
    spelled = re.sub(r"[a-z_]+", lambda found: LETTERS[found[0]], pattern)
    return re.sub(r"\s+", "", spelled)


RULES: tuple[Rule, ...] = (
    # Calendar dates
    Rule("DATE", "iso", absolute.iso),
    Rule("DATE", "numeric", absolute.numeric),
    Rule("DATE", "PRE? WEEKDAY? MONTH DOM comma? year", absolute.day_of_year),
    Rule("DATE", "PRE? WEEKDAY? the? DOM (?:of)? MONTH comma? year", absolute.day_of_year),
    Rule("DATE", "WEEKDAY? DOM MONTH short_year", absolute.day_of_year),
    Rule("DATE", "PRE? WEEKDAY? MONTH the? DOM", relative.day_of_month),
    Rule("DATE", "DOM (?=(?:and|to|dash) the? DOM of? MONTH)", relative.day_before, sees=7),
    Rule(
        "DATE",
        "(?<=month (?:day|ordinal) (?:to|dash)) DOM (?!dot? month|unit|units|half_day)",
        relative.day_after,
    ),
    Rule("DATE", "(?<=month (?:day|ordinal) and) DOM (?=comma|dot|break|year|in|at|$)", relative.day_after),
    Rule("DATE", "PRE? WEEKDAY? the? DOM (?:of)? MONTH", relative.day_of_month),
    Rule("DATE", "MONTH DOM of (?:that|this) (?:that)? unit", relative.day_of_that_year),
    Rule("DATE", "the ordinal of (?:that|this) (?:that)? unit", relative.day_of_that_month),
    Rule("DATE", "PRE? MONTH (?:comma|of)? year", absolute.month_of_year),
    Rule("DATE", "PRE? MONTH of? (?:that|last|this|next) unit", relative.month_of_that_year),
    Rule("DATE", "PRE? month", relative.month),
    Rule("DATE", "(?:last|this|next) month", relative.last_month_name),
    Rule("DATE", "the? (?:last|this|next) MONTH DOM", relative.day_of_last_month_name),
    Rule("DATE", "PRE? fiscal? year", absolute.year),
    Rule("DATE", "fiscal unit? year", absolute.year),
    Rule("DATE", "(?:year|digits|day|short_year) era", absolute.era),
    Rule("DATE", "PRE? (?:decade|quote short_decade)", absolute.decade),
    Rule("DATE", "PRE? ordinal dash? (?:century|centuries) era?", absolute.century),
    Rule("DATE", "PRE? season (?:of|comma)? year", absolute.season_of_year),
    Rule("DATE", "PRE? (?:last|next|this) season", relative.season),
    Rule("DATE", "PRE? season", relative.season),
    Rule("DATE", "PRE? fiscal? ordinal dash? fiscal? quarter (?:of? fiscal? year)?", relative.quarter),
    Rule(
        "DATE",
        "(?:the? year|(?:last|this|next) unit possessive) fiscal? ordinal dash? quarter",
        relative.quarter,
    ),
    Rule(
        "DATE",
        "the? unit dash (?:earlier|ago) fiscal? ordinal dash? fiscal? quarter",
        relative.quarter_a_year_ago,
    ),
    Rule("DATE", "the quarter", relative.same_quarter),
    Rule(
        "DATE",
        "the? (?:latest|last|this|next|previous|that) (?:that)? (?:quarter|period)",
        relative.near_quarter,
    ),
    Rule("DATE", "the? unit dash (?:earlier|ago) (?:quarter|period)?", relative.year_ago_period),
    Rule("DATE", "(?:last|next|this)? holiday", relative.holiday),
    Rule("DATE", "holiday year", absolute.holiday_of_year),
    Rule("DATE", "the? (?:edge of|part_of in) (?:the|that|this) unit", relative.edge_of_unit),
    # Dates told from here
    Rule("DATE", "PRE? (?:earlier|later)? (?:last|next|this)? NAMED", relative.weekday),
    Rule("DATE", "(?:PRE|earlier|later)? today", relative.today),
    Rule(
        "DATE",
        "(?:PRE|earlier|later)? (?:the? (?:previous|following|that) (?:that)?|the next) unit",
        relative.told_unit,
    ),
    Rule("DATE", "(?:PRE|earlier|later)? the? (?:last|this|next) (?:unit|weekend|century)", relative.unit),
    Rule("DATE", "the unit (?:before|after)", relative.told_unit),
    Rule("DATE", "COUNT more? UNIT ago", relative.ago),
    Rule("DATE", "units ago", relative.long_ago),
    Rule("DATE", "COUNT more? UNIT (?:earlier|later|(?:before|after) (?=comma|dot|break|$))", relative.later),
    Rule("DATE", "reference", relative.reference),
    Rule("DATE", "reference units", relative.reference),
    Rule("DATE", "the? reference fiscal? (?:unit|quarter)", relative.reference),
    Rule("DATE", "the (?:reference|last)", relative.the_reference),
    Rule("DATE", "PRE? weekend", relative.weekend),
    Rule("DATE", "unit dash? edge", relative.year_end),
    Rule("DATE", "the full unit", relative.full_year),
    # Times of day
    Rule("TIME", "(?:this|that|the? following|the next) part", relative.part),
    Rule("TIME", "PRE? last part", relative.part),
    Rule("TIME", "PRE? (?:this) part", relative.part),
    Rule("TIME", "tonight|overnight", relative.night),
    Rule("TIME", "(?:clock half_day?|(?:day|number) half_day|noon) zone? zone?", relative.clock),
    Rule("TIME", "(?:day|number|clock) in the part", relative.clock),
    Rule("TIME", "PRE? part", relative.bare_part),
    # How long, how often
    Rule("DURATION", "the? (?:last|previous|next|following|ordinal) COUNT UNIT", lasting.duration),
    Rule("DURATION", "(?:day|number) (?:and one)? dash? half dash? (?:unit|units)", lasting.and_a_half),
    Rule("DURATION", "one unit and one half", lasting.and_a_half),
    Rule("DURATION", "the? (?:last|previous|next|following) units", lasting.durations),
    Rule("DURATION", "the fiscal? unit (?=ended)", lasting.duration),
    Rule("DURATION", "COUNT dash? more? dash? (?:unit|units|century|centuries|weekend)", lasting.duration),
    Rule("DURATION", "(?:for|in|of) (?:units|centuries)", lasting.durations),
    Rule("SET", "every COUNT? UNIT", lasting.every),
    Rule("SET", "every weekday (?:part|units)?", lasting.every_weekday),
    Rule("SET", "weekdays|weekday units", lasting.every_weekday),
    Rule("SET", "every month", lasting.every_month),
    Rule("SET", "adverb", lasting.adverb),
)
_ANY = re.compile("|".join(f"(?:{_letters(rule.pattern)})" for rule in RULES))


def match(words: Sequence[Word]) -> list[tuple[Rule, int, int]]:
    """Where rules match, as (rule, first word, last word + 1), left to right without overlap."""
    letters = "".join(LETTERS[w.kind] for w in words)
    found, at = [], 0
    while start := _ANY.search(letters, at):
        rule, end = _longest(letters, start.start())
        found.append((rule, start.start(), end))
        at = end
    return found


def _longest(letters: str, at: int) -> tuple[Rule, int]:
    ends = ((rule, here.end()) for rule in RULES if (here := rule.compiled.match(letters, at)))
    return max(ends, key=lambda pair: pair[1])
