"""How many were harmed: low, best and high over origins, each end with its claim.

The rule for *best*: every origin has one number, the one that most of its pages give; the number that most origins give is best, and
among numbers given equally often the one published last (a toll grows as bodies are found), then the higher one. A page that only tells
of single persons ("a woman died") gives no toll where another page gives a number. What is only called possible widens the range and is
not best where a number is asserted. *High* is the highest number told; it is open only when
that number is itself an open one ("at least 50" does not open a toll that others put at 59).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from onrecord.model import Claim, Count, Harm, Stance, Toll
from onrecord.store.fold.sources import Sources

_ONE = frozenset({"1", "one", "single"})
_ANYBODY = frozenset((
    "anybody", "anyone", "casualties", "casualty", "death", "deaths", "fatalities", "fatality", "injuries", "injury", "nobody", "none", "one",
    "people", "person", "persons", "victim", "victims",
))  # fmt: skip
_NOT_TOLD = frozenset({Stance.DENIED, Stance.PLANNED})


@dataclass(frozen=True, slots=True)
class Told:
    """What one document says in all of one harm: `low` to `high` (None: open), read in `claim`."""

    low: int
    high: int | None
    claim: str
    document: str
    origin: str
    speaker: str | None
    published: date | None
    counted: bool
    asserted: bool


def toll(harm: Harm, sources: Sources) -> Toll | None:
    """None when nobody speaks of this harm; a toll of Nones when it is told without a number."""
    claims = [c for c in sources.claims if c.stance not in _NOT_TOLD]
    if not any(n.harm is harm for c in claims for n in c.counts):
        return None
    told = tolls_told(harm, sources)
    if not told:
        most = max(_limits(harm, claims), default=(None, None))
        return Toll(harm, None, None, most[0], None, None, most[1])
    low = min(told, key=lambda t: (t.low, t.claim))
    high = max(told, key=lambda t: (t.low if t.high is None else t.high, t.high is not None, t.claim))
    best = _best(told)
    return Toll(harm, low.low, best.low, high.high, low.claim, best.claim, high.claim)


def _limits(harm: Harm, claims: Iterable[Claim]) -> Iterator[tuple[int, str]]:
    """Numbers of which only the upper end is told ("up to 20"): they say how many at most, and neither a least nor a best number."""
    counts = ((n, c) for c in claims for n in c.counts if n.harm is harm and not n.part)
    yield from ((n.high, c.id) for n, c in counts if n.low is None and n.high is not None)


def contested(harm: Harm, sources: Sources) -> bool:
    """Whether two origins, or two named speakers of one page, give numbers that cannot both be right.

    A number that grew from an earlier page to a later one is no contradiction; a number of missing may also have fallen, since they are found.
    """
    told = tolls_told(harm, sources)
    voices = _voices(told)
    rivals = [(a, b) for a in told for b in told if a.document == b.document and a.claim != b.claim]
    return any(_clash(harm, a, b) for a, b in (*combinations(voices, 2), *rivals))


def tolls_told(harm: Harm, sources: Sources) -> list[Told]:
    """What each document says in all. One that only tells of single persons, or of a part, gives no toll where another gives a number."""
    documents: dict[str, list[Claim]] = {}
    for claim in sources.claims:
        if claim.stance not in _NOT_TOLD:
            documents.setdefault(claim.document, []).append(claim)
    told = [t for claims in documents.values() for t in _of_document(claims, harm, sources)]
    return [t for t in told if t.counted] or told


def _of_document(claims: Sequence[Claim], harm: Harm, sources: Sources) -> list[Told]:
    """The largest number of a document, and those that other named speakers put against it if it has a named speaker too.

    Any other smaller number is a part of the largest or repeats it: on airwars-gaza-dev low and high are both right in 49 % so, in 41 %
    when every speaker's number counts, in 48 % when none but the largest does.
    """
    top = _largest(claims, harm, sources)
    if top is None or top.speaker is None:
        return [top] if top else []
    said: dict[str | None, list[Claim]] = {}
    for claim in claims:
        said.setdefault(_speaker(claim), []).append(claim)
    others = [_largest(of, harm, sources) for who, of in said.items() if who not in (None, top.speaker)]
    return [top, *(told for told in others if told and told.counted)]


def _largest(claims: Sequence[Claim], harm: Harm, sources: Sources) -> Told | None:
    """The largest whole count, with what was added to it; where only a part is told, that many or more."""
    known = [
        (n, c)
        for c in claims
        for n in c.counts
        if n.harm is harm and n.low is not None and not _none_of_some(n)
    ]
    counts = [(n, c) for n, c in known if not n.part] or known
    if not counts:
        return None
    whole = [(n, c) for n, c in counts if not n.adds] or counts
    count, claim = max(whole, key=lambda nc: _size(nc[0]))
    further = () if count.adds or _beside_the_dead(claims, harm) else (n for n, _ in counts if n.adds)
    added = max((n.low or 0 for n in further if count.low == 1 or _counted(n)), default=0)
    return Told(
        low=(count.low or 0) + added,
        high=None if count.high is None or count.part else count.high + added,
        claim=claim.id,
        document=claim.document,
        origin=sources.origin(claim),
        speaker=_speaker(claim),
        published=sources.published(claim),
        counted=_counted(count) and not count.part,
        asserted=claim.stance is Stance.ASSERTED,
    )


def _beside_the_dead(claims: Sequence[Claim], harm: Harm) -> bool:
    """ "One was killed, another three were wounded" sets the wounded beside the dead and adds them to no number of wounded."""
    return harm is Harm.INJURED and any(n.harm is Harm.KILLED and n.low for c in claims for n in c.counts)


def _speaker(claim: Claim) -> str | None:
    """Who is named as saying so, innermost; None when the document says it itself or names nobody."""
    said = claim.attributions[0] if claim.attributions else None
    named = (said.of or said.source) if said else None
    return " ".join(named.words.casefold().split()) if named else None


def _counted(count: Count) -> bool:
    """Whether a number was given, and not only a person told of ("a woman died")."""
    return count.low != 1 or not _ONE.isdisjoint(count.passage.words.casefold().split())


def _none_of_some(count: Count) -> bool:
    """ "No children were hurt" says nothing of the others."""
    return count.low == 0 and count.whom is not None and count.whom.casefold() not in _ANYBODY


def _size(count: Count) -> tuple[bool, int, bool]:
    return count.replaces, count.low or 0, count.high is None


def _clash(harm: Harm, one: Told, other: Told) -> bool:
    fewer, more = sorted((one, other), key=lambda t: t.low)
    if fewer.high is None or fewer.high >= more.low:
        return False
    if not fewer.published or not more.published:
        return True
    return fewer.published == more.published or (
        fewer.published > more.published and harm is not Harm.MISSING
    )


def _voices(told: Iterable[Told]) -> list[Told]:
    """One number for each origin: what most of its pages say, of equals the latest, then the highest."""
    of: dict[str, list[Told]] = {}
    for one in told:
        of.setdefault(one.origin, []).append(one)
    return [_most_told(pages) for pages in of.values()]


def _best(told: Sequence[Told]) -> Told:
    return _most_told(_voices(told))


def _most_told(told: Sequence[Told]) -> Told:
    told = [t for t in told if t.asserted] or told
    votes = Counter(t.low for t in told)
    return max(told, key=lambda t: (votes[t.low], t.published or date.min, t.low, t.claim))
