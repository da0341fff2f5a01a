"""The words English tells time with, and the kind of each: a small, general lexicon.

Kinds are the names used in the patterns of `rules`. Codes of units: ISO 8601 designators, TH, TM, TS for hours, minutes and seconds,
N a night, F two weeks, Q a quarter, WE a weekend, E ten years, C a hundred.
"""

Meaning = int | str | None


def _numbered(listed: str, first: int = 1) -> dict[str, int]:
    """``first``, ``first + 1``, … for the words in their order; words joined by ``=`` share a number."""
    return {
        word: n for n, group in enumerate(listed.split(), start=first) for word in group.split("=") if word
    }


def _each(kind: str, value: Meaning, listed: str) -> dict[str, tuple[str, Meaning]]:
    return dict.fromkeys(listed.split(), (kind, value))


MONTHS = _numbered(
    "january=jan february=feb march=mar april=apr may june=jun july=jul august=aug september=sept=sep october=oct november=nov december=dec"
)
FULL_MONTHS = {name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")}
WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday")
SHORT_WEEKDAYS = _numbered("mon tue=tues wed thu=thur=thurs fri sat sun")
NUMBERS = (
    _numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        first=0,
    )
    | {
        word: 10 * n
        for word, n in _numbered("twenty thirty forty fifty sixty seventy eighty ninety", first=2).items()
    }
    | {"hundred": 100, "thousand": 1000, "dozen": 12}
)
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
) | {"thirtieth": 30}
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "fortnight": "F",
    "month": "M",
    "year": "Y",
    "decade": "E",
}
PLURALS = {word + "s": code for word, code in UNITS.items()} | {
    "nights": "N",
    "weekends": "WE",
    "hrs": "TH",
    "mins": "TM",
    "yrs": "Y",
}
ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

SINGLE: dict[str, tuple[str, Meaning]] = {
    **_each("part", "MO", "morning mornings dawn daybreak sunrise"),
    **_each("part", "AF", "afternoon afternoons"),
    **_each("part", "EV", "evening evenings dusk sunset"),
    **_each("part", "NI", "night nights nightfall"),
    **_each("noon", "12:00", "noon midday"),
    **_each("noon", "24:00", "midnight"),
    **_each("reference", "PRESENT_REF", "now currently current nowadays presently"),
    **_each("reference", "PAST_REF", "recently recent lately"),
    **_each("reference", "FUTURE_REF", "future"),
    **_each("one", 1, "a an"),
    **_each("the", None, "the"),
    **_each("this", 0, "this"),
    **_each("last", -1, "last past"),
    **_each("previous", -1, "previous preceding prior"),
    **_each("next", 1, "next coming upcoming"),
    **_each("following", 1, "following"),
    **_each("that", 0, "that same"),
    **_each("ago", -1, "ago"),
    **_each("earlier", -1, "earlier"),
    **_each("before", -1, "before"),
    **_each("later", 1, "later afterwards"),
    **_each("after", 1, "after"),
    **_each("part_of", None, "early late mid"),
    **_each("edge", None, "beginning start middle end"),
    **_each("of", None, "of"),
    **_each("in", None, "in"),
    **_each("on", None, "on"),
    **_each("at", None, "at"),
    **_each("from", None, "from by since until during"),
    **_each("for", None, "for within over"),
    **_each("to", None, "to into"),
    **_each("and", None, "and"),
    **_each("half", None, "half"),
    **_each("some", None, "several few some many"),
    **_each("pair", 2, "couple"),
    **_each("every", None, "every each per"),
    **_each("today", 0, "today"),
    **_each("today", -1, "yesterday"),
    **_each("today", 1, "tomorrow"),
    **_each("tonight", "NI", "tonight"),
    **_each("overnight", "NI", "overnight"),
    **_each("fiscal", None, "fiscal"),
    **_each("full", None, "full"),
    **_each("ended", None, "ended ending"),
    **_each("decade", "1990", "nineties"),
    **_each("decade", "1980", "eighties"),
    **_each("decade", "1970", "seventies"),
    **_each("decade", "1960", "sixties"),
    **_each("period", None, "period"),
    **_each("weekend", "WE", "weekend"),
    **_each("possessive", None, "'s ’s"),
    **_each("old", None, "old"),
    **_each("era", "BC", "bc bce"),
    **_each("era", "AD", "ad"),
    **_each("half_day", 0, "am"),
    **_each("half_day", 12, "pm"),
    **_each("latest", None, "latest"),
    **_each("more", None, "more"),
    **_each("holiday", "christmas", "christmas"),
    **_each("holiday", "thanksgiving", "thanksgiving"),
    **_each("holiday", "easter", "easter"),
    **_each("holiday", "halloween", "halloween"),
    **_each("zone", None, "est edt cst cdt mst mdt pst pdt gmt utc"),
    **_each("quarter", "Q", "quarter"),
    **_each("century", "C", "century"),
    **_each("centuries", "C", "centuries"),
    **_each("about", None, "about around approximately shortly just"),
    **_each("comma", None, ","),
    **_each("dot", None, "."),
    **_each("dash", None, "- –"),
    **_each("quote", None, "' ’"),
    **_each("open", None, "("),
}

# Phrases of several words that mean one thing; matched longest first.
PHRASES: dict[tuple[str, ...], tuple[str, int | str]] = {
    ("at", "the", "moment"): ("reference", "PRESENT_REF"),
    ("local", "time"): ("zone", ""),
    ("year", "two", "thousand"): ("year", 2000),
    ("at", "present"): ("reference", "PRESENT_REF"),
    ("at", "this", "time"): ("reference", "PRESENT_REF"),
    ("these", "days"): ("reference", "PRESENT_REF"),
    ("new", "year", "'s", "day"): ("holiday", "new year"),
    ("new", "year", "'s", "eve"): ("holiday", "new year's eve"),
    ("new", "year", "’s", "day"): ("holiday", "new year"),
    ("new", "year", "’s", "eve"): ("holiday", "new year's eve"),
    ("christmas", "eve"): ("holiday", "christmas eve"),
    ("christmas", "day"): ("holiday", "christmas"),
    ("boxing", "day"): ("holiday", "boxing day"),
    ("valentine", "'s", "day"): ("holiday", "valentine"),
    ("valentine", "’s", "day"): ("holiday", "valentine"),
    ("thanksgiving", "day"): ("holiday", "thanksgiving"),
    ("easter", "sunday"): ("holiday", "easter"),
    ("easter", "monday"): ("holiday", "easter monday"),
    ("good", "friday"): ("holiday", "good friday"),
    ("palm", "sunday"): ("holiday", "palm sunday"),
    ("memorial", "day"): ("holiday", "memorial day"),
    ("labor", "day"): ("holiday", "labor day"),
    ("fourth", "of", "july"): ("holiday", "july 4"),
}
