"""Text given as text: not altered by one character."""

from onrecord.stages.clean.page import Page

_LONGEST_TITLE = 140
_FEWEST_WORDS = 3


def read_text(text: str) -> Page:
    """The text as it is; its first line is taken as title when it stands alone above a blank line and does not end like a sentence."""
    return Page(text=text, title=_title(text))


def _title(text: str) -> str | None:
    first, _, rest = text.lstrip().partition("\n")
    title, below = first.strip(), rest.lstrip(" \t\r")
    alone = below.startswith("\n") and below.strip()
    short = len(title.split()) >= _FEWEST_WORDS and len(title) <= _LONGEST_TITLE
    return title if alone and short and not title.endswith((".", ":", ",", ";")) else None
