"""The clean text of one capture."""

import re
from dataclasses import dataclass
from datetime import date

from onrecord.model.made_by import MadeBy

_WORD = re.compile(r"[^\W\d_]{4,}")
# Of a title's longer words. Of the pages that linking is fitted on 125 of the 142 without a claim told fewer, 61 of the 1,952 others (counted
# once, on 23 November 2026, with a script that is not kept: no command repeats it). With 0.20, 5 of the 39 still without a claim told between
# 0.2 and 0.3 of them, and 108 of all 5,438 pages of gva-dev, whose titles are now read too.
_TELLS = 0.30


@dataclass(frozen=True, slots=True)
class Document:
    """A page as a reader sees it, without furniture.

    `paragraphs` are (start, end) offsets into `text`, in order. `published` is None when it is not known; `published_by` says
    how it was found (``given``, ``meta article:published_time``, ``url``, …). `language` is an ISO 639-1 code or None.
    """

    id: str
    capture: str
    text: str
    made_by: MadeBy
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    published_by: str | None = None
    language: str | None = None
    paragraphs: tuple[tuple[int, int], ...] = ()

    @property
    def told(self) -> str:
        """What is read: the text and, where it does not tell what the title announces, an empty line and the title below it.

        So offsets into `text` hold here too, and those past its end lie in the title.
        """
        return self.text if self._tells_what_it_announces() else f"{self.text}\n\n{self.title}"

    @property
    def told_in(self) -> tuple[tuple[int, int], ...]:
        """`paragraphs` with the place of the title in `told`, if it is there; empty when the paragraphs are not known."""
        length, whole = len(self.text), len(self.told)
        return (*self.paragraphs, (length, whole)) if self.paragraphs and whole > length else self.paragraphs

    def _tells_what_it_announces(self) -> bool:
        announced = set(_WORD.findall((self.title or "").casefold()))
        told = announced & set(_WORD.findall(self.text.casefold()))
        return len(told) >= _TELLS * len(announced)
