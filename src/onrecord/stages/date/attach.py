"""Which time expressions of its sentence belong to a claim."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Parse, Time, Token
from onrecord.stages.date.relation import Relation, Scene, relation

BySentence = Mapping[int, Sequence[tuple[Time, Token]]]
_AROUND = 8  # times on each side that are looked at; of 4,456 sentences with times in times-tbaq and gva-dev-small one has more than 5
_BOUNDS = ("since", "after", "before", "by", "until", "till")


@dataclass(frozen=True, slots=True)
class Attached:
    """The times of a claim (two for "from … to …"), how they date it, and the preposition that opens a side."""

    times: tuple[Time, ...]
    relation: Relation
    preposition: str | None = None


def by_sentence(parse: Parse, times: Iterable[Time]) -> BySentence:
    """The times that can date a happening, with their head tokens, for each sentence."""
    found: dict[int, list[tuple[Time, Token]]] = {}
    for time in times:
        if time.type in ("DATE", "TIME") and not (time.value or "").endswith("_REF"):
            head = parse.head_of(time.passage.start, time.passage.end)
            if head is not None:
                found.setdefault(head.sentence, []).append((time, head))
    return found


def attach(scene: Scene, times: BySentence) -> Attached | None:
    """The times of the claim's sentence that bear on it, best relation first, then nearest; None when the sentence has none."""
    near = _near(times.get(scene.trigger.sentence, ()), scene.trigger)
    here = [(t, h) for t, h in near if not _broken(scene.claim, t)]
    found = [(relation(scene, time, head), time, head) for time, head in here]
    usable = [f for f in found if f[0] is not Relation.NONE]
    if not usable:
        return None
    best, time, head = min(usable, key=lambda f: (f[0], f[1].latest is None, _far(scene, f[2]), f[1].passage))
    if best is not Relation.SAME:
        return Attached((time,), best)
    own = [t for r, t, _ in usable if r is Relation.SAME]
    return Attached(_series(time, own), best, _bound(scene.parse, time, head))


def _near(times: Sequence[tuple[Time, Token]], trigger: Token) -> Sequence[tuple[Time, Token]]:
    """The times around a trigger: a table without full stops is one sentence with thousands of both."""
    at = bisect_left(times, trigger.i, key=lambda pair: pair[1].i)
    return times[max(0, at - _AROUND) : at + _AROUND]


def _broken(claim: Claim, time: Time) -> bool:
    """Whether a blank line stands between: a headline that the parser took into the sentence."""
    first, last = sorted((claim.trigger.start, time.passage.start))
    return "\n\n" in claim.sentence.words[first - claim.sentence.start : last - claim.sentence.start]


def _far(scene: Scene, head: Token) -> int:
    distance = scene.parse.distance(scene.trigger.i, head.i)
    return 99 if distance is None else distance


def _bound(parse: Parse, time: Time, head: Token) -> str | None:
    """``since``, ``before``, … of a day; "just before midnight on Friday" is still that Friday."""
    above = parse.tokens[head.head]
    word = above.text.lower()
    fits = above.i != head.i and above.pos in ("ADP", "SCONJ") and word in _BOUNDS
    return word if fits and (time.type == "DATE" or word == "since") else None


def _series(time: Time, own: Sequence[Time]) -> tuple[Time, ...]:
    """All of "Saturday and Sunday", "from 3 to 5 March", "in 2007, 2008 and 2009": times that only a comma or a word joins."""
    ordered = sorted({time, *own}, key=lambda t: t.passage)
    first = last = ordered.index(time)
    while first and _joined(ordered[first - 1], ordered[first]):
        first -= 1
    while last + 1 < len(ordered) and _joined(ordered[last], ordered[last + 1]):
        last += 1
    return tuple(ordered[first : last + 1])


def _joined(left: Time, right: Time) -> bool:
    return right.passage.start - left.passage.end <= len(" and ")
