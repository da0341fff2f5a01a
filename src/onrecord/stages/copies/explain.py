"""Why pages are one origin, in plain words."""

from collections import Counter
from collections.abc import Sequence

from onrecord.model import Shared
from onrecord.stages.copies.page import Overlap, Page, longest, overlap

SAME_TEXT = 0.95  # part of both pages' word runs: only a letter or a mark differs
CUT = 0.75  # the shorter page's words in the longer …
CUT_LENGTH = 0.75  # … while it has at most this part of its length
QUOTED = 2 / 3  # of the shared words stand in quotation marks: what is shared is a quotation
QUOTATION_IS_ALL = 0.5  # of both pages: less, and the rest of one is its own reporting
TOLD = 0.20  # of a title's words: less, and what two pages share is not their story

_PHRASES = {
    "same text": "with the same text",
    "reprint": "reprinted with changes",
    "truncated": "cut short",
    "agency credit": "reprinted from an agency",
    "quoted post": "made of the same quotation",
}


def one_report(both: Overlap) -> bool:
    """Whether what two pages share is a report, and not furniture or a quotation in pages that are otherwise their own.

    Furniture (a registration form, a list of videos) tells nothing of what either title announces. A quotation makes one origin only of
    pages that hold little else.
    """
    only_quoted = both.quoted > QUOTED and both.longer < QUOTATION_IS_ALL
    return both.told >= TOLD and not only_quoted


def shared(page: Page, other: Page) -> Shared:
    """The row that says what a page has in common with the one it is joined to."""
    if list(page.words) == list(other.words):  # also where the text is shorter than a run
        same = longest(page, other) or " ".join(page.document.text.split())
        return Shared(page.document.id, other.document.id, "same text", 1.0, same)
    both = overlap(page, other)
    return Shared(
        page.document.id,
        other.document.id,
        _why(page, other, both),
        round(both.shorter, 3),
        longest(page, other),
    )


def _why(page: Page, other: Page, both: Overlap) -> str:
    if both.longer >= SAME_TEXT:
        return "same text"
    if both.quoted > QUOTED:
        return "quoted post"
    if page.credits & other.credits:
        return "agency credit"
    lengths = sorted((len(page.words), len(other.words)))
    cut = both.shorter >= CUT and lengths[0] <= CUT_LENGTH * lengths[1]
    return "truncated" if cut else "reprint"


def reason(rows: Sequence[Shared], agencies: Sequence[str]) -> str:
    """One sentence over an origin's rows."""
    if not rows:
        return "no other page repeats its text"
    counts = Counter(row.reason for row in rows)
    parts = ", ".join(f"{n} {_PHRASES[why]}" for why, n in sorted(counts.items()))
    credited = f"; credited to {' and '.join(agencies)}" if agencies else ""
    return f"{len(rows) + 1} pages repeat one report: {parts}{credited}"
