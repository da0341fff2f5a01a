"""When a happening that has no time in its own sentence is dated elsewhere in the document.

Five ways, tried in this order, each named in the reason: another mention in the same group; an earlier dated mention named again
("the attack"); a sentence nearby that only says when ("it happened just before 10 p.m. on Sunday"); a later dated mention named again;
an earlier mention that is only bounded.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.model import Claim, Interval, Kind, Parse, Time, Token
from onrecord.stages.date.attach import BySentence
from onrecord.stages.date.relation import is_definite

When = tuple[Time | None, Interval]
_HAPPENS = {"happen", "occur", "unfold"}
_ANSWERS = {"respond", "call", "dispatch"}  # officers are called when it happens
_IT = {"it", "this", "that", "incident", "event", "accident"}
_NEAR = 3  # sentences between a happening and the one that says when; of gva-dev-small's such pairs most lie within two


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that says when, and of nothing else what: the place of its verb, and the days."""

    start: int
    sentence: int
    when: When


def statements(parse: Parse, times: BySentence, triggers: frozenset[int]) -> Iterator[Statement]:
    """The sentences of the document that tell the time of a happening named elsewhere."""
    telling = {parse.tokens[i].sentence for i in triggers}
    for time, head in (pair for number, pairs in times.items() if number not in telling for pair in pairs):
        verb = next((t for t in parse.ancestors(head.i) if t.pos == "VERB"), None)
        if time.earliest is None or verb is None or not _only_says_when(parse, verb):
            continue
        reason = f"“{time.passage.words}”, where the text tells when it happened"
        yield Statement(verb.start, verb.sentence, (time, Interval(time.earliest, time.latest, reason)))


def _only_says_when(parse: Parse, verb: Token) -> bool:
    below = list(parse.children(verb.i))
    if verb.lemma in _ANSWERS:
        return True
    placed = verb.lemma == "take" and any(t.text.lower() == "place" for t in below)
    subject = next((t for t in below if t.dep in ("nsubj", "nsubjpass")), None)
    return (verb.lemma in _HAPPENS or placed) and subject is not None and subject.lemma.lower() in _IT


@dataclass(slots=True)
class Told:
    """What is dated in a document, so that it can be looked up: claims with a time of their own, and sentences that only say when."""

    groups: dict[int, tuple[Claim, When]] = field(default_factory=dict)
    kinds: dict[Kind, list[tuple[Claim, When]]] = field(default_factory=dict)
    bounded: dict[Kind, list[tuple[Claim, When]]] = field(
        default_factory=dict
    )  # by a report or by what came after
    starts: list[int] = field(default_factory=list)
    said: dict[int, Statement] = field(default_factory=dict)  # by sentence

    @classmethod
    def of(
        cls,
        dated: Iterable[tuple[Claim, When]],
        bounded: Iterable[tuple[Claim, When]],
        said: Iterable[Statement],
    ) -> "Told":
        """Index what is dated in a document; the claims in text order."""
        told = cls()
        for claim, when in bounded:
            told.bounded.setdefault(claim.kind, []).append((claim, when))
        for claim, when in dated:
            if claim.group is not None:
                told.groups.setdefault(claim.group, (claim, when))
            told.kinds.setdefault(claim.kind, []).append((claim, when))
            told.starts.append(claim.trigger.start)
        for one in said:
            told.said.setdefault(one.sentence, one)
        return told


def told_elsewhere(claim: Claim, parse: Parse, told: Told) -> When | None:
    """The days of a claim as told elsewhere in its document; None when they are not."""
    if claim.group is not None and claim.group in told.groups:
        return _taken(*told.groups[claim.group])
    alike = told.kinds.get(claim.kind, [])
    at = bisect_left(alike, claim.trigger.start, key=lambda pair: pair[0].trigger.start)
    if at and _named_again(claim, parse):
        return _taken(*alike[at - 1])
    near = _nearest(claim, parse, told)
    if near:
        return near.when
    if alike and not at and _named_again(alike[0][0], parse):
        return _taken(*alike[0])
    limits = told.bounded.get(claim.kind, [])
    at = bisect_left(limits, claim.trigger.start, key=lambda pair: pair[0].trigger.start)
    return _taken(*limits[at - 1]) if at and _named_again(claim, parse) else None


def _taken(claim: Claim, when: When) -> When:
    time, interval = when
    reason = f"as “{claim.trigger.words}” of the same happening: {interval.reason}"
    return time, Interval(interval.earliest, interval.latest, reason)


def _named_again(claim: Claim, parse: Parse) -> bool:
    head = parse.head_of(claim.trigger.start, claim.trigger.end)
    return head is not None and head.pos != "VERB" and is_definite(parse, head)


def _nearest(claim: Claim, parse: Parse, told: Told) -> Statement | None:
    """The nearest sentence that only says when, if no happening with a time of its own lies between."""
    head = parse.head_of(claim.trigger.start, claim.trigger.end)
    if head is None:
        return None
    for away in sorted(range(-_NEAR, _NEAR + 1), key=abs):
        one = told.said.get(head.sentence + away)
        if one and _none_between(told.starts, *sorted((one.start, claim.trigger.start))):
            return one
    return None


def _none_between(starts: Sequence[int], low: int, high: int) -> bool:
    return bisect_left(starts, low + 1) == bisect_left(starts, high)
