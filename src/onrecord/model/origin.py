"""Which documents repeat one report."""

from dataclasses import dataclass

from onrecord.model.made_by import MadeBy


@dataclass(frozen=True, slots=True)
class Shared:
    """What a page of an origin has in common with the page it is joined to.

    `reason` is one of ``same text``, ``reprint``, ``truncated``, ``agency credit``, ``quoted post``; `share` is the part (0-1) of the shorter
    text's word runs that the two share; `words` is a longest stretch of shared words to show, cut to 300 characters.
    """

    document: str
    joined_to: str
    reason: str
    share: float
    words: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One report and the documents that repeat it, sorted by published date then id. A lone document is an origin of one."""

    id: str
    documents: tuple[str, ...]
    reason: str
    made_by: MadeBy
    shared: tuple[Shared, ...] = ()
