"""When a happening that has no time in its own sentence is dated elsewhere in the document.

Four ways, tried in this order, each named in the reason: another mention in the same group; an earlier dated mention named again
("the attack"); a sentence nearby that only says when ("it happened just before 10 p.m. on Sunday"); a later dated mention named again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Interval, Parse, Time, Token
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


def statements(parse: Parse, times: Sequence[Time], triggers: frozenset[int]) -> tuple[Statement, ...]:
    """The sentences of the document that tell the time of a happening named elsewhere."""
    return tuple(_statements(parse, times, triggers))


def _statements(parse: Parse, times: Sequence[Time], triggers: frozenset[int]) -> Iterator[Statement]:
    for time in times:
        head = parse.head_of(time.passage.start, time.passage.end) if time.earliest else None
        verb = next((t for t in parse.ancestors(head.i) if t.pos == "VERB"), None) if head else None
        if verb is None or not _only_says_when(parse, verb, triggers):
            continue
        reason = f"“{time.passage.words}”, where the text tells when it happened"
        yield Statement(verb.start, verb.sentence, (time, Interval(time.earliest, time.latest, reason)))


def _only_says_when(parse: Parse, verb: Token, triggers: frozenset[int]) -> bool:
    if any(t.i in triggers for t in parse.sentence_of(verb.i)):
        return False
    below = list(parse.children(verb.i))
    if verb.lemma in _ANSWERS:
        return True
    placed = verb.lemma == "take" and any(t.text.lower() == "place" for t in below)
    subject = next((t for t in below if t.dep in ("nsubj", "nsubjpass")), None)
    return (verb.lemma in _HAPPENS or placed) and subject is not None and subject.lemma.lower() in _IT


def told_elsewhere(
    claim: Claim, parse: Parse, dated: Sequence[tuple[Claim, When]], said: Sequence[Statement]
) -> When | None:
    """The days of a claim as told elsewhere; `dated` are the claims with a time of their own, in text order."""
    same = [(c, w) for c, w in dated if claim.group is not None and c.group == claim.group]
    if same:
        return _taken(*same[0])
    alike = [(c, w) for c, w in dated if c.kind is claim.kind]
    before = [(c, w) for c, w in alike if c.trigger < claim.trigger]
    if before and _named_again(claim, parse):
        return _taken(*before[-1])
    near = _nearest(claim, parse, dated, said)
    if near:
        return near.when
    after = [(c, w) for c, w in alike if c.trigger > claim.trigger]
    if after and not before and _named_again(after[0][0], parse):
        return _taken(*after[0])
    return None


def _taken(claim: Claim, when: When) -> When:
    time, interval = when
    reason = f"as “{claim.trigger.words}” of the same happening: {interval.reason}"
    return time, Interval(interval.earliest, interval.latest, reason)


def _named_again(claim: Claim, parse: Parse) -> bool:
    head = parse.head_of(claim.trigger.start, claim.trigger.end)
    return head is not None and head.pos != "VERB" and is_definite(parse, head)


def _nearest(
    claim: Claim, parse: Parse, dated: Sequence[tuple[Claim, When]], said: Sequence[Statement]
) -> Statement | None:
    """The nearest such sentence, when no happening with a time of its own lies between."""
    head = parse.head_of(claim.trigger.start, claim.trigger.end)
    if head is None:
        return None
    close = [s for s in said if abs(s.sentence - head.sentence) <= _NEAR]
    for one in sorted(close, key=lambda s: (abs(s.sentence - head.sentence), s.start)):
        low, high = sorted((one.start, claim.trigger.start))
        if not any(low < c.trigger.start < high for c, _ in dated):
            return one
    return None
