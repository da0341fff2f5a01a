"""Quotations in a text: where each begins and ends."""

import re
from collections.abc import Iterator
from itertools import pairwise

Span = tuple[int, int]

_MARKS = re.compile(r"``|''|[“”«»„\"\n]")
_SINGLE = re.compile(r"[‘'’\n]")
_OPENERS = ("“", "«", "„", "``")
_STOPS = ".,!?…"
_ENDS = ".!?:…”\"’'»\n"


def quotations(text: str) -> tuple[Span, ...]:
    """The (start, end) of every quotation with its marks, in order, none within another.

    A quotation runs over several paragraphs when each of them opens with a mark and only the last one closes (the custom of
    newspapers). Single quotation marks count only outside double ones, and never as apostrophes.
    """
    double = tuple(_double(text))
    return tuple(sorted((*double, *_single(text, double))))


def _double(text: str) -> Iterator[Span]:
    begun: int | None = None
    for found in _MARKS.finditer(text):
        i, mark = found.start(), found.group()
        if mark == "\n":
            if begun is not None and ends_paragraph(text, i) and not _goes_on(text, i):
                yield begun, i
                begun = None
        elif not _opens(text, mark, i, found.end(), begun is not None):
            if begun is not None:
                yield begun, found.end()
                begun = None
        elif begun is None or not _paragraph_start(text, i):
            begun = i


def _opens(text: str, mark: str, i: int, end: int, inside: bool) -> bool:
    """Whether a mark opens a quotation; which way straight ones point is told by their neighbours."""
    if mark not in ('"', "''"):
        return mark in _OPENERS
    after_gap = i == 0 or text[i - 1].isspace() or text[i - 1] in "([—–-"
    before_gap = end == len(text) or text[end].isspace()
    return not inside if after_gap == before_gap else after_gap


def ends_paragraph(text: str, i: int) -> bool:
    """Whether the line break at `i` ends a paragraph: a blank line follows, or a sentence ends here. Others only wrap a long line."""
    if text[i + 1 : i + 2] in ("\n", "\r", ""):
        return True
    while i and text[i - 1] in " \t\xa0\r":
        i -= 1
    return i == 0 or text[i - 1] in _ENDS


def _paragraph_start(text: str, i: int) -> bool:
    while i and text[i - 1] in " \t\xa0":
        i -= 1
    return i == 0 or text[i - 1] == "\n"


def _goes_on(text: str, i: int) -> bool:
    """Whether the paragraph after this line break opens with a quotation mark too."""
    rest = text[i : i + 40].lstrip()
    return rest.startswith((*_OPENERS, '"', "''"))


def _single(text: str, double: tuple[Span, ...]) -> Iterator[Span]:
    """Single quotations outside the double ones."""
    edges = [0, *(edge for span in double for edge in span), len(text)]
    for start, end in list(pairwise(edges))[::2]:
        marks = [m.start() for m in _SINGLE.finditer(text, start, end)]
        yield from _single_between(text, marks)


def _single_between(text: str, marks: list[int]) -> Iterator[Span]:
    after = 0
    for n, i in enumerate(marks):
        if i >= after and _opens_single(text, i):
            close = _single_close(text, i, marks[n + 1 : n + 21])
            if close is not None:
                yield i, close + 1
                after = close + 1


def _opens_single(text: str, i: int) -> bool:
    gap = i == 0 or text[i - 1].isspace() or text[i - 1] in "([—–"
    return text[i] in "‘'" and gap and text[i + 1 : i + 2].isalpha()


def _single_close(text: str, i: int, marks: list[int]) -> int | None:
    """The closing mark: rather one after a stop than one that may be a plural's apostrophe ("the soldiers’ lives")."""
    closing = "’" if text[i] == "‘" else "'"
    first = None
    for j in marks:
        if (text[j] == "\n" and ends_paragraph(text, j)) or _opens_single(text, j):
            break
        if text[j] == closing and j > i + 1 and not text[j + 1 : j + 2].isalnum():
            if text[j - 1] in _STOPS:
                return j
            first = first or j
    return first
