"""The rules: what a time expression looks like, as kinds of words, and what it means.

A pattern is a regular expression over kinds of words (`lex.Word.kind`), so it stays short, and is matched on one letter per word, so it
stays fast. Of the rules that match at a word the longest wins, then the first.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from onrecord.stages.date import meaning as m
from onrecord.stages.date.context import Context
from onrecord.stages.date.lex import Word
from onrecord.stages.date.meaning import Found

Means = Callable[[Found, Context], str | None]

KINDS = (
    "month weekday weekdays short_weekday ordinal tens number unit units adverb part season reference one the this last "
    "previous next following that possessive weekend ago earlier before later after part_of edge of in on at from for to and half some pair every today "
    "tonight overnight fiscal period old era half_day quarter latest more holiday zone about comma dot dash quote open year "
    "noon century centuries short_year day digits decade short_decade iso numeric clock break other"
).split()
LETTERS = {kind: chr(0x4E00 + n) for n, kind in enumerate(KINDS)}  # any letters will do, as long as none is a sign of `re`

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
    """`kind` is the TIMEX3 type; `means` gives the value, None when it cannot be told."""

    kind: str
    pattern: str
    means: Means

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
    Rule("DATE", "iso", m.iso),
    Rule("DATE", "numeric", m.numeric),
    Rule("DATE", "PRE? WEEKDAY? MONTH DOM comma? year", m.day_of_year),
    Rule("DATE", "PRE? WEEKDAY? the? DOM (?:of)? MONTH comma? year", m.day_of_year),
    Rule("DATE", "WEEKDAY? DOM MONTH short_year", m.day_of_year),
    Rule("DATE", "PRE? WEEKDAY? MONTH the? DOM", m.day_of_month),
    Rule("DATE", "PRE? WEEKDAY? the? DOM (?:of)? MONTH", m.day_of_month),
    Rule("DATE", "MONTH DOM of (?:that|this) (?:that)? unit", m.day_of_that_year),
    Rule("DATE", "the ordinal of (?:that|this) (?:that)? unit", m.day_of_that_month),
    Rule("DATE", "PRE? MONTH (?:comma|of)? year", m.month_of_year),
    Rule("DATE", "PRE? MONTH of? (?:that|last|this|next) unit", m.month_of_that_year),
    Rule("DATE", "PRE? month", m.month),
    Rule("DATE", "(?:last|this|next) month", m.last_month_name),
    Rule("DATE", "the? (?:last|this|next) MONTH DOM", m.day_of_last_month_name),
    Rule("DATE", "PRE? fiscal? year", m.year),
    Rule("DATE", "fiscal unit? year", m.year),
    Rule("DATE", "(?:year|digits|day|short_year) era", m.era),
    Rule("DATE", "PRE? (?:decade|quote short_decade)", m.decade),
    Rule("DATE", "PRE? ordinal dash? (?:century|centuries) era?", m.century),
    Rule("DATE", "PRE? season (?:of|comma)? year", m.season_of_year),
    Rule("DATE", "PRE? (?:last|next|this) season", m.season),
    Rule("DATE", "PRE? season", m.season),
    Rule("DATE", "PRE? fiscal? ordinal dash? fiscal? quarter (?:of? fiscal? year)?", m.quarter),
    Rule("DATE", "(?:the? year|(?:last|this|next) unit possessive) fiscal? ordinal dash? quarter", m.quarter),
    Rule("DATE", "the quarter", m.same_quarter),
    Rule("DATE", "the? (?:latest|last|this|next|previous|that) (?:that)? (?:quarter|period)", m.near_quarter),
    Rule("DATE", "the? unit dash (?:earlier|ago) (?:quarter|period)?", m.year_ago_period),
    Rule("DATE", "(?:last|next|this)? holiday", m.holiday),
    Rule("DATE", "holiday year", m.holiday_of_year),
    Rule("DATE", "the? (?:edge of|part_of in) (?:the|that|this) unit", m.edge_of_unit),
    # Dates told from here
    Rule("DATE", "PRE? (?:earlier|later)? (?:last|next|this)? NAMED", m.weekday),
    Rule("DATE", "(?:PRE|earlier|later)? today", m.today),
    Rule("DATE", "(?:PRE|earlier|later)? the? (?:last|this|next) (?:unit|weekend|century)", m.unit),
    Rule("DATE", "(?:PRE|earlier|later)? (?:the? (?:previous|following|that) (?:that)?|the next) unit", m.told_unit),
    Rule("DATE", "the unit (?:before|after)", m.told_unit),
    Rule("DATE", "COUNT more? UNIT ago", m.ago),
    Rule("DATE", "units ago", m.long_ago),
    Rule("DATE", "COUNT more? UNIT (?:earlier|later|(?:before|after) (?=comma|dot|break|$))", m.later),
    Rule("DATE", "reference", m.reference),
    Rule("DATE", "reference units", m.reference),
    Rule("DATE", "the? reference fiscal? (?:unit|quarter)", m.reference),
    Rule("DATE", "the (?:reference|last)", m.the_reference),
    Rule("DATE", "PRE? weekend", m.weekend),
    Rule("DATE", "unit dash? edge", m.year_end),
    # Times of day
    Rule("TIME", "(?:this|that|the? following|the next) part", m.part),
    Rule("TIME", "PRE? last part", m.part),
    Rule("TIME", "PRE? (?:this) part", m.part),
    Rule("TIME", "tonight|overnight", m.night),
    Rule("TIME", "(?:clock half_day?|(?:day|number) half_day|noon) zone?", m.clock),
    Rule("TIME", "(?:day|number|clock) in the part", m.clock),
    Rule("TIME", "PRE? part", m.bare_part),
    # How long, how often
    Rule("DURATION", "the? (?:last|previous|next|following|ordinal) COUNT UNIT", m.duration),
    Rule("DURATION", "the? (?:last|previous|next|following) units", m.durations),
    Rule("DURATION", "COUNT dash? more? dash? (?:unit|units|century|centuries|weekend)", m.duration),
    Rule("DURATION", "(?:for|in|of) (?:units|centuries)", m.durations),
    Rule("SET", "every COUNT? UNIT", m.every),
    Rule("SET", "every weekday (?:part|units)?", m.every_weekday),
    Rule("SET", "weekdays|weekday units", m.every_weekday),
    Rule("SET", "every month", m.every_month),
    Rule("SET", "adverb", m.adverb),
)
_ANY = re.compile("|".join(f"(?:{_letters(rule.pattern)})" for rule in RULES))


def match(words: list[Word]) -> list[tuple[Rule, int, int]]:
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
