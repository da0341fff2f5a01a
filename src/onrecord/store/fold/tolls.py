"""How many were harmed: low, best and high over origins, each end with its claim.

The rule for *best*: every origin has one number, the one of its latest page; the number that most origins give is best, and among
numbers given equally often the one published last (a toll grows as bodies are found), then the higher one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import Claim, Count, Harm, Stance, Toll
from onrecord.store.fold.sources import Sources

_NOT_TOLD = frozenset({Stance.DENIED, Stance.PLANNED})


@dataclass(frozen=True, slots=True)
class Told:
    """What one document says in all of one harm: `low` to `high` (None: open), read in `claim`."""

    low: int
    high: int | None
    claim: str
    origin: str
    published: date | None


def toll(harm: Harm, sources: Sources) -> Toll | None:
    """None when nobody speaks of this harm; a toll of Nones when it is told without a number."""
    claims = [c for c in sources.claims if c.stance not in _NOT_TOLD]
    if not any(n.harm is harm for c in claims for n in c.counts):
        return None
    told = [t for document in _by_document(claims) if (t := _of_document(document, harm, sources))]
    if not told:
        return Toll(harm, None, None, None, None, None, None)
    low = min(told, key=lambda t: (t.low, t.claim))
    high = min(told, key=lambda t: (t.high is not None, -(t.high or t.low), t.claim))
    best = _best(told)
    return Toll(harm, low.low, best.low, high.high, low.claim, best.claim, high.claim)


def contested(harm: Harm, sources: Sources) -> bool:
    """Whether two origins give numbers that cannot both be right and are not one toll that grew from the earlier page to the later."""
    claims = [c for c in sources.claims if c.stance not in _NOT_TOLD]
    told = [t for document in _by_document(claims) if (t := _of_document(document, harm, sources))]
    last = _last_of_origin(told)
    return any(_clash(a, b) for n, a in enumerate(last) for b in last[n + 1 :])


def _clash(one: Told, other: Told) -> bool:
    fewer, more = sorted((one, other), key=lambda t: t.low)
    if fewer.high is None or fewer.high >= more.low:
        return False
    return not (fewer.published and more.published and fewer.published < more.published)


def _by_document(claims: Iterable[Claim]) -> list[list[Claim]]:
    documents: dict[str, list[Claim]] = {}
    for claim in claims:
        documents.setdefault(claim.document, []).append(claim)
    return list(documents.values())


def _of_document(claims: Sequence[Claim], harm: Harm, sources: Sources) -> Told | None:
    """The largest whole count of a document (smaller ones are parts or repeat it), with what was added to it."""
    counts = [
        (n, c) for c in claims for n in c.counts if n.harm is harm and n.low is not None and not n.part
    ] or [(n, c) for c in claims for n in c.counts if n.harm is harm and n.low is not None]
    if not counts:
        return None
    whole = [(n, c) for n, c in counts if not n.adds] or counts
    count, claim = max(whole, key=lambda nc: _size(nc[0]))
    added = max((n.low or 0 for n, _ in counts if n.adds and n is not count), default=0)
    high = None if count.high is None else count.high + added
    return Told((count.low or 0) + added, high, claim.id, sources.origin(claim), sources.published(claim))


def _size(count: Count) -> tuple[bool, int, bool]:
    return count.replaces, count.low or 0, count.high is None


def _last_of_origin(told: Iterable[Told]) -> list[Told]:
    """The latest page of each origin; on one day the higher number."""
    last: dict[str, Told] = {}
    for one in sorted(told, key=lambda t: (t.published or date.min, t.low, t.claim)):
        last[one.origin] = one
    return list(last.values())


def _best(told: Sequence[Told]) -> Told:
    last = _last_of_origin(told)
    votes = Counter(t.low for t in last)
    return max(last, key=lambda t: (votes[t.low], t.published or date.min, t.low, t.claim))
