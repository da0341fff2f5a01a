"""An account: the claims of one document that tell of one happening, with what is compared between documents.

It holds the ids of its claims and not the claims: all accounts of a case are in memory at once, its claims are not.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.model import Candidate, Claim, Count, Document, Harm, Interval, Kind, Precision, Reading
from onrecord.stage import Stage
from onrecord.stages.link.within import accounts

_EXACT = (Precision.SITE, Precision.SETTLEMENT)


@dataclass(frozen=True, slots=True)
class Account:
    """`claims` by id in the order they were told, main account of the document first (`main`); `text` is what it is told in.

    `tolls` holds (low, high) of each harm that has a number; `earliest`, `latest` are None when not bounded.
    """

    id: str
    claims: tuple[str, ...]
    document: str
    published: date | None
    title: str
    text: str
    main: bool
    kinds: frozenset[Kind]
    place: Candidate | None
    earliest: date | None
    latest: date | None
    tolls: tuple[tuple[Harm, int, int | None], ...]


def accounts_of(readings: Iterable[Reading]) -> Iterator[Account]:
    """Every account of every document, its claims grouped by `within.accounts`."""
    for reading in readings:
        for n, claims in enumerate(accounts(reading.claims, reading.document)):
            yield _account(claims, reading.document, main=n == 0)


def _account(claims: Sequence[Claim], document: Document, *, main: bool) -> Account:
    earliest, latest = _days(_bound(c) for c in claims)
    sentences = dict.fromkeys((c.sentence.start, c.sentence.words) for c in claims)
    whole = main and claims[0].trigger.start < len(document.text)  # else only the title tells of it
    return Account(
        id=claims[0].id,
        claims=tuple(c.id for c in claims),
        document=document.id,
        published=document.published,
        title=(document.title or "") if main else "",
        text=document.text if whole else " ".join(words for _, words in sorted(sentences)),
        main=main,
        kinds=frozenset(c.kind for c in claims),
        place=_place([c.place.resolved for c in claims if c.place and c.place.resolved]),
        earliest=earliest,
        latest=latest,
        tolls=tuple(_tolls([n for c in claims for n in c.counts])),
    )


def _bound(claim: Claim) -> Interval:
    """A death or wound dates itself; what did it happened on that day or before."""
    return replace(claim.when, earliest=None) if claim.kind is Kind.OTHER_HARM else claim.when


def _days(whens: Iterable[Interval]) -> tuple[date | None, date | None]:
    """What the intervals have in common; one that does not meet those told before it is another day of the story and is left out."""
    earliest: date | None = None
    latest: date | None = None
    for when in whens:
        first = max((d for d in (earliest, when.earliest) if d), default=None)
        last = min((d for d in (latest, when.latest) if d), default=None)
        if first is None or last is None or first <= last:
            earliest, latest = first, last
    return earliest, latest


def _place(found: Sequence[Candidate]) -> Candidate | None:
    """The settlement named most often, else the most precise place; the first of equals."""
    exact = [p for p in found if p.precision in _EXACT]
    if exact:
        return Counter(exact).most_common(1)[0][0]
    order = tuple(Precision)
    return min(found, key=lambda p: order.index(p.precision), default=None)


def _tolls(counts: Sequence[Count]) -> Iterator[tuple[Harm, int, int | None]]:
    for harm in Harm:
        told = [n for n in counts if n.harm is harm and n.low is not None and not n.part]
        if told:
            most = max(told, key=lambda n: (n.low or 0, n.high is None))
            yield harm, most.low or 0, most.high


def _run(readings: Iterable[Reading], _: None) -> Iterator[Account]:
    return accounts_of(readings)


ACCOUNT = Stage("account", 1, (Reading,), Account, _run)
