"""Where the paragraphs of a text are, without the furniture above and below them."""

import re
from itertools import pairwise

from onrecord.stages.clean.furniture import is_furniture

_WRAPPED = 120  # characters: no line of a text with hard line ends is longer
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")

Span = tuple[int, int]


def paragraphs(text: str) -> tuple[Span, ...]:
    """(start, end) offsets of each paragraph that is the article's own, without white space at its ends.

    A blank line ends a paragraph. A single line end does so too, unless the lines are hard-wrapped. Lines that as a whole are page
    furniture ("Leave a Reply", "Subscribe to our newsletter") belong to no paragraph.
    """
    lines = [span for m in _LINE.finditer(text) if (span := _trimmed(text, *m.span())) is not None]
    kept = [span for span in lines if not is_furniture(text[slice(*span)])]
    if not _hard_wrapped(text, kept):
        return tuple(kept)
    joined: list[Span] = []
    for start, end in kept:
        if joined and _next_line(text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    bare = line.strip()
    first = start + len(line) - len(line.lstrip())
    return (first, first + len(bare)) if bare else None


def _next_line(between: str) -> bool:
    """Whether what lies between two lines is one line end and white space."""
    return not between.strip() and between.replace("\r\n", "\n").count("\n") == 1


def _hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether most lines that another one follows directly stop within a sentence, and none is longer than a terminal is wide."""
    followed = [a for a, b in pairwise(lines) if _next_line(text[a[1] : b[0]])]
    if len(followed) < 2 or any(end - start > _WRAPPED for start, end in lines):
        return False
    broken = sum(1 for start, end in followed if not _ENDS.search(text[start:end]))
    return broken > len(followed) / 2
