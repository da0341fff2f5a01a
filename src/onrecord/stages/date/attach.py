"""Which time expressions of its sentence belong to a claim, and how: the happening's own time, a later one, or that of the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from onrecord.model import Claim, Kind, Parse, Time, Token
from onrecord.stages.date.tense import is_present


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_REPORTING = _words(
    "say report tell announce claim add state confirm write publish post note deny warn insist allege accuse declare describe quote "
    "cite reveal disclose acknowledge admit recall explain release tweet testify speak"
)
# Verbs that only carry an event named by a noun ("the attack took place on Monday"): their time is its time.
_CARRIES = _words(
    "be occur happen take begin start erupt break come hit rock strike leave carry launch conduct mount stage commit suffer "
    "kill injure wound die hurt perish lose target destroy damage unfold follow cause claim shake end"
)
_ANSWERS = {
    "respond",
    "call",
    "dispatch",
    "summon",
}  # help is called at once: "medics responded at 2 a.m. to a shooting"
_FINDS = {"find", "discover", "recover"}  # the dead are found later, the wounded at once
_WITH = (
    "when",
    "as",
    "while",
    "where",
)  # a clause of the same moment; "because", "until" open one of another
_AFTER = ("after", "following", "since")
_BOUNDS = ("since", "after", "before", "by", "until", "till")


class Relation(IntEnum):
    """How a time dates a happening; the smaller, the better."""

    SAME = 0
    LATER = 1  # it dates what came after: "died on Sunday after he was shot"
    REPORT = 2
    NONE = 3


@dataclass(frozen=True, slots=True)
class Attached:
    """The times of a claim (two for "from … to …"), how they date it, and the preposition that opens a side."""

    times: tuple[Time, ...]
    relation: Relation
    preposition: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One trigger in its document: `triggers` are the head tokens of all claims, `issued` is the document's date."""

    claim: Claim
    parse: Parse
    trigger: Token
    triggers: frozenset[int]
    issued: date | None


def attach(
    claim: Claim, parse: Parse, times: Sequence[Time], triggers: frozenset[int], issued: date | None
) -> Attached | None:
    """The times of the claim's sentence that bear on it, best relation first, then nearest; None when the sentence has none."""
    trigger = parse.head_of(claim.trigger.start, claim.trigger.end)
    if trigger is None:
        return None
    scene = Scene(claim, parse, trigger, triggers, issued)
    found = [(_relation(scene, time, head), time, head) for time, head in _in_sentence(scene, times)]
    usable = [f for f in found if f[0] is not Relation.NONE]
    if not usable:
        return None
    relation, time, head = min(
        usable, key=lambda f: (f[0], f[1].latest is None, _far(scene, f[2]), f[1].passage)
    )
    if relation is not Relation.SAME:
        return Attached((time,), relation)
    own = [t for r, t, _ in usable if r is Relation.SAME]
    return Attached(_series(time, own), relation, _bound(parse, time, head))


def _in_sentence(scene: Scene, times: Sequence[Time]) -> Iterator[tuple[Time, Token]]:
    for time in times:
        if time.type not in ("DATE", "TIME") or (time.value or "").endswith("_REF"):
            continue
        head = scene.parse.head_of(time.passage.start, time.passage.end)
        if head is not None and head.sentence == scene.trigger.sentence and not _broken(scene.claim, time):
            yield time, head


def _broken(claim: Claim, time: Time) -> bool:
    """Whether a blank line stands between: a headline that the parser took into the sentence."""
    first, last = sorted((claim.trigger.start, time.passage.start))
    return "\n\n" in claim.sentence.words[first - claim.sentence.start : last - claim.sentence.start]


def _far(scene: Scene, head: Token) -> int:
    distance = scene.parse.distance(scene.trigger.i, head.i)
    return 99 if distance is None else distance


def _relation(scene: Scene, time: Time, head: Token) -> Relation:
    verb = _governor(scene, head)
    if verb is None or verb.i == scene.trigger.i:
        return Relation.SAME
    if _reports(scene, head, verb):
        return Relation.REPORT
    lemma = verb.lemma.lower()
    if lemma in _ANSWERS:
        return Relation.SAME
    if lemma in _FINDS and scene.claim.kind is Kind.KILLING:
        return Relation.LATER
    return _by_clauses(scene, time, verb)


def _governor(scene: Scene, head: Token) -> Token | None:
    """What the time hangs on: the first happening or verb above it; None when there is none (a headline, a fragment)."""
    for token in scene.parse.ancestors(head.i):
        if token.i == scene.trigger.i or token.i in scene.triggers or token.pos in ("VERB", "AUX"):
            return token
    return None


def _reports(scene: Scene, head: Token, verb: Token) -> bool:
    """Whether the time hangs on a verb of saying that tells of the trigger, and stands beside that verb."""
    parse = scene.parse
    cues = {t.i for a in scene.claim.attributions for t in parse.tokens_in(a.cue.start, a.cue.end)}
    if abs(head.i - verb.i) > 7 or (verb.i not in cues and verb.lemma.lower() not in _REPORTING):
        return False
    above = {t.i for t in parse.ancestors(scene.trigger.i)}
    return (
        verb.i in above
        or verb.dep in ("parataxis", "ccomp", "advcl")
        or verb.head in above | {scene.trigger.i}
    )


def _by_clauses(scene: Scene, time: Time, verb: Token) -> Relation:
    """Same moment when no clause with a time of its own begins between the trigger and what the time hangs on."""
    parse, trigger = scene.parse, scene.trigger
    up, over = (trigger, *parse.ancestors(trigger.i)), (verb, *parse.ancestors(verb.i))
    meeting = next((t.i for t in up if t in over), -1)
    below_trigger = _until(over, meeting)
    mine, theirs = (
        [_breaks(parse, t) for t in _until(up, meeting)],
        [_breaks(parse, t) for t in below_trigger],
    )
    if meeting == trigger.i and verb.dep == "relcl" and verb.head == trigger.i and _carries(scene, verb):
        return Relation.SAME  # "the shooting that occurred on Thursday"
    if not any(theirs) and any(mine) and all(m in ("", "after") for m in mine):
        return Relation.LATER
    if any(mine) or any(theirs):
        return Relation.NONE
    if (
        meeting != verb.i
        or trigger.pos in ("VERB", "AUX")
        or _carries(scene, verb)
        or not _definite(parse, trigger)
    ):
        return Relation.SAME
    past = time.latest is not None and scene.issued is not None and time.latest < scene.issued
    return Relation.SAME if past and is_present(parse, verb) else Relation.NONE


def _until(path: Sequence[Token], meeting: int) -> list[Token]:
    return list(path[: next((n for n, t in enumerate(path) if t.i == meeting), len(path))])


def _carries(scene: Scene, verb: Token) -> bool:
    return verb.i in scene.triggers or verb.lemma.lower() in _CARRIES


def _breaks(parse: Parse, token: Token) -> str:
    """ "after" when the token opens what came before the rest, "other" for a clause with another time of its own, else empty."""
    above = parse.tokens[token.head].text.lower()
    if token.dep in ("pobj", "pcomp") and above in (*_AFTER, "before"):
        return "after" if above in _AFTER else "other"
    if token.dep in ("relcl", "ccomp", "csubj"):
        return "" if token.tag == "VBG" else "other"
    if token.dep != "advcl" or token.tag == "VBG":
        return ""
    marks = [t.text.lower() for t in parse.children(token.i) if t.dep in ("mark", "advmod")]
    if any(m in _AFTER for m in marks):
        return "after"
    return "" if any(m in _WITH for m in marks) else "other"


def _definite(parse: Parse, noun: Token) -> bool:
    return any(t.dep in ("det", "poss") and t.text.lower() not in ("a", "an") for t in parse.children(noun.i))


def _bound(parse: Parse, time: Time, head: Token) -> str | None:
    """ "since", "before", … of a day; "just before midnight on Friday" is still that Friday."""
    above = parse.tokens[head.head]
    word = above.text.lower()
    fits = above.i != head.i and above.pos in ("ADP", "SCONJ") and word in _BOUNDS
    return word if fits and (time.type == "DATE" or word == "since") else None


def _series(time: Time, own: Sequence[Time]) -> tuple[Time, ...]:
    """All of "Saturday and Sunday", "from 3 to 5 March", "in 2007, 2008 and 2009": times that only a comma or a word joins."""
    ordered = sorted({time, *own}, key=lambda t: t.passage)
    at = first = last = ordered.index(time)
    while first and _joined(ordered[first - 1], ordered[first]):
        first -= 1
    while last + 1 < len(ordered) and _joined(ordered[last], ordered[last + 1]):
        last += 1
    return tuple(ordered[first : last + 1]) if first < at or last > at else (time,)


def _joined(left: Time, right: Time) -> bool:
    return right.passage.start - left.passage.end <= 5
