"""The first pass: Document → a receipt for every article that its words show to tell of no harm; the others are left to be read.

It looks at words alone, some thousand articles a second; the grammar, which takes most of the time of a run, is then made only of articles
that may claim something. What is skipped is on record as skipped, with the reason, and is looked at anew by each version of the first pass.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from onrecord.model import Document, MadeBy, Reading, Receipt
from onrecord.stage import Stage
from onrecord.stages.read.sift.sieve import Sieve, Span, can_tell, words_of

NO_WORD = "no word in it can tell of harm"
UNLIKELY = "its words hardly tell of harm"
VERSION = 2  # of the words and the weights: raised, what was skipped is looked at anew
MADE_BY = MadeBy("sift", VERSION)


@cache
def open_sieve() -> Sieve:
    """The weights that lie beside this file; ``model/README.md`` says where they come from."""
    given = json.loads((files(__package__) / "model" / "weights.json").read_text(encoding="utf-8"))
    return Sieve(given["start"], given["keep"], given["weights"])


def run(documents: Sequence[Document], sieve: Sieve) -> Iterator[Receipt]:
    """The receipts of those that are skipped. Only English is judged; without a language it is taken for English, as in `parse`."""
    for document in documents:
        note = why_not(document, sieve) if document.language in ("en", None) else None
        if note is not None:
            yield Receipt.of(Reading(document, note=note), (MADE_BY,))


def why_not(document: Document, sieve: Sieve) -> str | None:
    """Why a document need not be read; None when it must. Its title speaks for a page whose text is only a notice to subscribe."""
    text = _whole(document)
    if not can_tell(words_of(text)):
        return NO_WORD
    best = sieve.best(text)
    return UNLIKELY if best is None or best[0] < sieve.least(len(text.split())) else None


def most_telling(document: Document, sieve: Sieve) -> str | None:
    """The words that came nearest to telling of harm; None when none could."""
    text = _whole(document)
    best: tuple[float, Span] | None = sieve.best(text)
    return None if best is None else text[best[1][0] : best[1][1]].strip()


def _whole(document: Document) -> str:
    return f"{document.title}\n\n{document.text}" if document.title else document.text


SIFT = Stage("sift", VERSION, (Document,), Receipt, run, open=open_sieve)

__all__ = ["MADE_BY", "NO_WORD", "SIFT", "UNLIKELY", "Sieve", "most_telling", "open_sieve", "why_not"]
