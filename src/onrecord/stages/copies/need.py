"""How alike two pages must be to be one report: more when they are months apart or from one house, less when they credit one agency."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.model import Document
from onrecord.stages.copies.page import Page

_ARCHIVES = {"web.archive.org", "archive.org", "archive.ph", "archive.today", "archive.is"}


@dataclass(frozen=True)
class Need:
    """The least cosine, or else the least part of the lighter page that the other has too."""

    cosine: float
    contained: float


# copies-dev: ARI 0.985 from 0.26 to 0.30, 0.974 at 0.34; at 0.26 a hard negative is joined
PLAIN = Need(0.30, 0.60)
CREDITED = Need(0.24, 0.60)  # an agency's story in two papers' own cuts
FAR = Need(
    0.60, 0.90
)  # background and standing phrases return for months; only a near-verbatim page is a reprint
SAME_STORY = 0.60  # for the first round: pages so alike count as one when words are weighed

_LATE = 14  # days after which papers no longer reprint a news story
_UPDATED = 3  # days within which a house rewrites its own story


def need(left: Page, right: Page) -> Need:
    """What to ask of a pair."""
    one, other = left.document, right.document
    apart = abs((one.published - other.published).days) if one.published and other.published else None
    home = house(one)
    one_house = home is not None and home == house(other)
    if (apart or 0) > _LATE or (one_house and (apart is None or apart > _UPDATED)):
        return FAR
    return CREDITED if left.credits & right.credits else PLAIN


def house(document: Document) -> str | None:
    """Who runs the pages: the publisher, else the site in the address (behind an archive's address, the archived one)."""
    if document.publisher:
        return document.publisher.casefold()
    return _site(document.url or "")


def _site(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # not an address
        return None
    start = parts.path.find("http")
    if host in _ARCHIVES:
        return _site(parts.path[start:]) if start > 0 else None
    return host or None
