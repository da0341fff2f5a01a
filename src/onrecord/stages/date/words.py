"""The words English tells time with, and the kind of each: a small, general lexicon."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), start=1
    )
}
SHORT_WEEKDAYS = {
    "mon": 1,
    "tue": 2,
    "tues": 2,
    "wed": 3,
    "thu": 4,
    "thur": 4,
    "thurs": 4,
    "fri": 5,
    "sat": 6,
    "sun": 7,
}
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
NUMBERS |= {"hundred": 100, "thousand": 1000, "dozen": 12}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: n for n, word in enumerate(_ORDINALS, start=1)} | {"thirtieth": 30}

# Codes: ISO 8601 designators, TH and TM for hours and minutes, Q a quarter, E ten years, C a hundred.
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
PARTS = {
    "morning": "MO",
    "mornings": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "night": "NI",
    "nights": "NI",
    "nightfall": "NI",
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
REFERENCES = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
    "recent": "PAST_REF",
    "lately": "PAST_REF",
    "future": "FUTURE_REF",
}
# Phrases of several words that mean one thing; matched longest first.
PHRASES = {
    ("at", "the", "moment"): ("reference", "PRESENT_REF"),
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
SINGLE = {
    "a": ("one", 1),
    "an": ("one", 1),
    "the": ("the", None),
    "this": ("this", 0),
    "last": ("last", -1),
    "past": ("last", -1),
    "previous": ("previous", -1),
    "preceding": ("previous", -1),
    "prior": ("previous", -1),
    "next": ("next", 1),
    "coming": ("next", 1),
    "upcoming": ("next", 1),
    "following": ("following", 1),
    "that": ("that", 0),
    "same": ("that", 0),
    "ago": ("ago", -1),
    "earlier": ("earlier", -1),
    "before": ("before", -1),
    "later": ("later", 1),
    "after": ("after", 1),
    "afterwards": ("later", 1),
    "early": ("part_of", "early"),
    "late": ("part_of", "late"),
    "mid": ("part_of", "mid"),
    "beginning": ("edge", "start"),
    "start": ("edge", "start"),
    "middle": ("edge", "mid"),
    "end": ("edge", "end"),
    "of": ("of", None),
    "in": ("in", None),
    "on": ("on", None),
    "at": ("at", None),
    "from": ("from", None),
    "by": ("from", None),
    "since": ("from", None),
    "until": ("from", None),
    "during": ("from", None),
    "for": ("for", None),
    "within": ("for", None),
    "over": ("for", None),
    "to": ("to", None),
    "and": ("and", None),
    "half": ("half", None),
    "several": ("some", None),
    "few": ("some", None),
    "some": ("some", None),
    "many": ("some", None),
    "couple": ("pair", 2),
    "every": ("every", None),
    "each": ("every", None),
    "per": ("every", None),
    "today": ("today", 0),
    "yesterday": ("today", -1),
    "tomorrow": ("today", 1),
    "tonight": ("tonight", "NI"),
    "overnight": ("overnight", "NI"),
    "fiscal": ("fiscal", None),
    "period": ("period", None),
    "weekend": ("weekend", "WE"),
    "'s": ("possessive", None),
    "’s": ("possessive", None),
    "old": ("old", None),
    "bc": ("era", "BC"),
    "bce": ("era", "BC"),
    "ad": ("era", "AD"),
    "am": ("half_day", 0),
    "pm": ("half_day", 12),
    "latest": ("latest", None),
    "more": ("more", None),
    "christmas": ("holiday", "christmas"),
    "thanksgiving": ("holiday", "thanksgiving"),
    "easter": ("holiday", "easter"),
    "halloween": ("holiday", "halloween"),
    "est": ("zone", None),
    "edt": ("zone", None),
    "gmt": ("zone", None),
    "utc": ("zone", None),
    "quarter": ("quarter", "Q"),
    "century": ("century", "C"),
    "centuries": ("centuries", "C"),
    "noon": ("noon", "12:00"),
    "midday": ("noon", "12:00"),
    "midnight": ("noon", "24:00"),
    "about": ("about", None),
    "around": ("about", None),
    "approximately": ("about", None),
    "shortly": ("about", None),
}
SIGNS = {",": "comma", ".": "dot", "-": "dash", "–": "dash", "'": "quote", "’": "quote", "(": "open"}
