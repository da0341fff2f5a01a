"""The day a document says it was written, when its publication date is not known."""

import re
from collections.abc import Sequence

from onrecord.model import Time

_WITHIN = 160  # characters from the start: a dateline stands in the first line
_OPENS = re.compile(
    r"[^.!?\n]{0,30}(?:--|—|–|\[|\n)"
)  # what ends a dateline: "GUATEMALA CITY, 4 FEB 90 (AFP) --"


_PREPOSITIONS = {"on", "in", "at", "by", "from", "since", "during", "after", "before", "until"}
_MARK = r"(?:posted|published|updated|last updated|last modified|created|copyright|©|date|dated)"
# At the head of a line or a bracket, or with a colon: "a list published on 26 October" in a sentence dates something else.
_STAMP = re.compile(
    rf"(?:(?:^|[\n(|•·])[ \t]*{_MARK}[ \t]*(?:on|at)?|\b{_MARK}[ \t]*:)[ \t]*$", re.IGNORECASE
)


def stamps(text: str, times: Sequence[Time]) -> tuple[Time, ...]:
    """The times that date the document and no happening: its dateline, and what follows "Posted:", "Updated" and the like."""
    first = dateline(text, times)
    return tuple(t for t in times if t is first or _STAMP.search(_before(text, t)))


def dateline(text: str, times: Sequence[Time]) -> Time | None:
    """The first full date of a text that opens with it: alone in its line, or before a dash."""
    start = len(text) - len(text.lstrip())
    for time in times[:2]:
        if time.passage.start > start + _WITHIN or time.earliest is None or time.earliest != time.latest:
            continue
        lead = text[start : time.passage.start]
        if "\n" not in lead.strip() and _no_verb(lead) and _OPENS.match(text, time.passage.end):
            return time
    return None


def _no_verb(lead: str) -> bool:
    """A dateline's lead is a place: a few words, each with a capital, or "Published" and the like."""
    words = re.findall(r"[^\W\d_]+", lead)
    opened = {w.lower() for w in words} & _PREPOSITIONS  # "On 22 October 2023, two men – brothers – …"
    return (
        len(words) <= 6 and not opened and (all(w[0].isupper() for w in words) or lead.rstrip().endswith(":"))
    )


def _before(text: str, time: Time) -> str:
    """What stands before a time on its line, the line break included."""
    lead = text[max(0, time.passage.start - 30) : time.passage.start]
    return lead if time.passage.start >= 30 else "\n" + lead
