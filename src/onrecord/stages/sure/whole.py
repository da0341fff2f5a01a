"""What a document says in all, gathered once for all its claims."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.model import (
    Attribution,
    Candidate,
    Claim,
    Entity,
    Harm,
    Interval,
    Kind,
    Marks,
    Parse,
    Place,
    Reading,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Whole:
    """Whole numbers by harm, days, places and kinds of the claims; mentions of places and speeches by sentence; the page's own date."""

    parse: Parse
    marks: Marks | None
    claims: int
    numbers: dict[Harm, Counter[int]]
    days: Counter[tuple[int | None, int | None]]
    exact: list[int]
    towns: Counter[str]
    kinds: Counter[Kind]
    mentions: Sequence[Place]
    entries: Counter[Candidate]
    countries: Counter[str]
    regions: Counter[tuple[str, str]]
    named: dict[int, list[Place]]
    spoken: dict[int, list[Attribution]]
    title: frozenset[str]
    published: int | None

    @classmethod
    def of(cls, reading: Reading, parse: Parse) -> "Whole":
        """Gather it."""
        published, whens = reading.document.published, [c.when for c in reading.claims]
        entries = Counter(p.resolved for p in reading.places if p.resolved)
        return cls(
            parse,
            reading.marks,
            len(reading.claims),
            {harm: _numbers(reading.claims, harm) for harm in Harm},
            Counter(map(ends, whens)),
            sorted(w.earliest.toordinal() for w in whens if w.earliest and w.earliest == w.latest),
            Counter(c.place.resolved.name for c in reading.claims if c.place and c.place.resolved),
            Counter(c.kind for c in reading.claims),
            sorted(reading.places, key=lambda p: p.passage.start),
            entries,
            Counter(c.country for c in entries.elements()),
            Counter((c.country, c.admin1) for c in entries.elements() if c.admin1),
            _by_sentence(parse, [(p.passage.start, p) for p in reading.places]),
            _by_sentence(parse, [(a.cue.start, a) for a in reading.attributions]),
            frozenset((reading.document.title or "").casefold().split()),
            published.toordinal() if published else None,
        )

    def days_outside(self, when: Interval) -> int:
        """How many claims of one exact day have it outside an interval."""
        first, last = ends(when)
        before = 0 if first is None else bisect_left(self.exact, first)
        after = 0 if last is None else len(self.exact) - bisect_right(self.exact, last)
        return before + after

    def next_mention(self, place: Place) -> Place | None:
        """The first place named after this one ends."""
        at = bisect_left(self.mentions, place.passage.end, key=lambda p: p.passage.start)
        return self.mentions[at] if at < len(self.mentions) else None

    def entity_at(self, i: int) -> Entity | None:
        """The name that token `i` is part of."""
        entities = self.parse.entities
        at = bisect_right(entities, i, key=lambda e: e.first) - 1
        return entities[at] if at >= 0 and i < entities[at].last else None


def ends(when: Interval) -> tuple[int | None, int | None]:
    """The days of an interval as numbers."""
    first, last = when.earliest, when.latest
    return first.toordinal() if first else None, last.toordinal() if last else None


def _numbers(claims: Sequence[Claim], harm: Harm) -> Counter[int]:
    counts = (c.count(harm) for c in claims)
    return Counter(n.low for n in counts if n is not None and n.low is not None)


def _by_sentence(parse: Parse, placed: Sequence[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for start, one in placed:
        for token in parse.tokens_in(start, start + 1):
            found.setdefault(token.sentence, []).append(one)
    return found
