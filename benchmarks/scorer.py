"""The functions of the scorer that lies beside the checkout, by name: `SCORER["align_spans"](gold, predicted)`."""

import runpy
from typing import Any

from benchmarks.common import BENCH

SCORER: dict[str, Any] = runpy.run_path(str(BENCH / "score.py"))
CLOSE = 161  # km: within it a place counts as right
AROUND = 160  # characters on each side of what was misread that are printed

Error = tuple[str, str, list[str]]
"""Its id, what is wrong, and the documents to look at (none, where the words around it are enough)."""


def around(text: str, start: int, end: int) -> str:
    """The words, marked, with some of the text on both sides."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return " ".join(f"{before}[[{text[start:end]}]]{after}".split())
