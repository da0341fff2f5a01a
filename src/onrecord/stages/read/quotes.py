"""Quotations in a text: where each begins and ends."""

from collections.abc import Iterator
from itertools import pairwise

Span = tuple[int, int]

_OPENERS = ("“", "«", "„", "``")
_CLOSERS = ("”", "»", "''")
_STOPS = ".,!?…"


def quotations(text: str) -> tuple[Span, ...]:
    """The (start, end) of every quotation with its marks, in order, none within another.

    A quotation runs over several paragraphs when each of them opens with a mark and only the last one closes (the custom of
    newspapers). Single quotation marks count only outside double ones, and never as apostrophes.
    """
    double = tuple(_double(text))
    return tuple(sorted((*double, *_single(text, double))))


def _double(text: str) -> Iterator[Span]:
    begun: int | None = None
    i = 0
    while i < len(text):
        mark = _mark(text, i, begun is not None)
        if mark == "open" and (begun is None or not _paragraph_start(text, i)):
            begun = i
        elif mark == "close" and begun is not None:
            yield begun, i + _width(text, i)
            begun = None
        elif text[i] == "\n" and begun is not None and not _goes_on(text, i):
            yield begun, i
            begun = None
        i += _width(text, i)


def _width(text: str, i: int) -> int:
    return 2 if text.startswith(("``", "''"), i) else 1


def _mark(text: str, i: int, inside: bool) -> str | None:
    """Whether a double quotation mark stands here and which way it points; a straight one is told by its neighbours."""
    if text.startswith(_OPENERS, i):
        return "open"
    if text.startswith(_CLOSERS, i):
        return "close"
    if text[i] != '"':
        return None
    after_gap = i == 0 or text[i - 1].isspace() or text[i - 1] in "([—–-"
    before_gap = i + 1 == len(text) or text[i + 1].isspace()
    if after_gap == before_gap:
        return "close" if inside else "open"
    return "open" if after_gap else "close"


def _paragraph_start(text: str, i: int) -> bool:
    while i and text[i - 1] in " \t\xa0":
        i -= 1
    return i == 0 or text[i - 1] == "\n"


def _goes_on(text: str, i: int) -> bool:
    """Whether the paragraph after this line break opens with a quotation mark too."""
    rest = text[i : i + 40].lstrip()
    return rest.startswith((*_OPENERS, '"'))


def _single(text: str, double: tuple[Span, ...]) -> Iterator[Span]:
    """Single quotations outside the double ones."""
    edges = [0, *(edge for span in double for edge in span), len(text)]
    for start, end in list(pairwise(edges))[::2]:
        yield from _single_between(text, start, end)


def _single_between(text: str, start: int, end: int) -> Iterator[Span]:
    i = start
    while i < end:
        close = _single_close(text, i, end) if _opens_single(text, i) else None
        if close is None:
            i += 1
        else:
            yield i, close + 1
            i = close + 1


def _opens_single(text: str, i: int) -> bool:
    gap = i == 0 or text[i - 1].isspace() or text[i - 1] in "([—–"
    return text[i] in "‘'" and gap and i + 1 < len(text) and text[i + 1].isalnum() and not text[i + 1].isdigit()


def _single_close(text: str, i: int, end: int) -> int | None:
    """The closing mark: rather one after a stop than one that may be a plural's apostrophe ("the soldiers’ lives")."""
    marks = "’" if text[i] == "‘" else "'"
    first = None
    for j in range(i + 2, end):
        if text[j] == "\n" or _opens_single(text, j):
            break
        if text[j] == marks and not (j + 1 < len(text) and text[j + 1].isalnum()):
            if text[j - 1] in _STOPS:
                return j
            first = first or j
    return first
