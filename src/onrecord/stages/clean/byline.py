"""The day that stands below a page's headline.

Where a page declares no day, htmldate takes one from its text, and many sites print today's date above everything. What a reader sees between
the headline and the article is the day of the article.
"""

import re
from collections.abc import Callable
from datetime import date
from html import escape
from typing import Any

from lxml.etree import XPath

_SAME = 0.8  # of a heading's words stand in the title, which may name the site too
_FEWEST = 2  # words of a headline
_LINE = 80  # characters; a longer line is the article, and a day in it may be any day
_LINES = XPath(
    "following::text()[normalize-space()]"
    "[not(parent::script or parent::style or parent::noscript or parent::option or parent::textarea)][position() <= 12]"
)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")


def byline_day(tree: Any, title: str | None, read: Callable[[str], str | None]) -> date | None:
    """The first whole day in the short lines between headline and article; None when there is none.

    `read` finds a day in a page, as ISO 8601.
    """
    headline = _headline(tree, title)
    for line in [] if headline is None else _LINES(headline):
        if len(line) > _LINE:
            break
        numbers = {int(n) for n in _NUMBER.findall(line)}
        found = read(f"<html><body><p>{escape(line)}</p></body></html>") if len(numbers) > 1 else None
        day = date.fromisoformat(found) if found else None
        if day and {day.day, day.year} <= numbers:  # not made up from a month or a year alone
            return day
    return None


def _headline(tree: Any, title: str | None) -> Any | None:
    """The first heading whose words are those of the title."""
    wanted = set(_WORD.findall((title or "").casefold()))
    for heading in tree.iter("h1", "h2", "h3"):
        words = set(_WORD.findall("".join(heading.itertext()).casefold()))
        if len(words) >= _FEWEST and len(words & wanted) >= _SAME * len(words):
            return heading
    return None
