"""Which time expressions of its sentence belong to a claim, and whether they date the happening or only the report of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Parse, Time, Token

_REPORTING = set(
    "say report tell announce claim add state confirm write publish post note deny warn insist allege accuse "
    "declare describe quote cite reveal disclose acknowledge admit recall explain believe release".split()
)
_PREPOSITIONS = ("since", "after", "before", "by", "until", "till")


@dataclass(frozen=True, slots=True)
class Attached:
    """The times of a claim (two for "from … to …"), the preposition that opens a side, and whether they date the report only."""

    times: tuple[Time, ...]
    preposition: str | None
    reported: bool


def attach(claim: Claim, parse: Parse, times: Sequence[Time]) -> Attached | None:
    """The time of the claim's sentence that is nearest to its trigger in the dependency tree; None when the sentence has none."""
    trigger = parse.head_of(claim.trigger.start, claim.trigger.end)
    if trigger is None:
        return None
    here = list(_in_sentence(parse, trigger, times))
    own = [(t, h) for t, h in here if not _reports(parse, trigger, h, claim)]
    if own:
        time, head = min(own, key=lambda pair: (_far(parse, trigger.i, pair[1].i), pair[0].passage.start))
        return Attached(_with_twin(time, own), _preposition(parse, head), False)
    return Attached((here[0][0],), None, True) if here else None


def _in_sentence(parse: Parse, trigger: Token, times: Sequence[Time]) -> Iterator[tuple[Time, Token]]:
    for time in times:
        if time.type not in ("DATE", "TIME") or (time.value or "").endswith("_REF"):
            continue
        head = parse.head_of(time.passage.start, time.passage.end)
        if head is not None and head.sentence == trigger.sentence:
            yield time, head


def _far(parse: Parse, a: int, b: int) -> int:
    distance = parse.distance(a, b)
    return 99 if distance is None else distance


def _reports(parse: Parse, trigger: Token, head: Token, claim: Claim) -> bool:
    """Whether the time hangs on a verb of saying that stands above the trigger."""
    verb = next((t for t in parse.ancestors(head.i) if t.pos in ("VERB", "AUX") or t.i == trigger.i), None)
    if verb is None or verb.i == trigger.i:
        return False
    cues = {t.i for a in claim.attributions for t in parse.tokens_in(a.cue.start, a.cue.end)}
    return (verb.i in cues or verb.lemma.lower() in _REPORTING) and _stands_over(parse, verb, trigger)


def _stands_over(parse: Parse, verb: Token, trigger: Token) -> bool:
    """The trigger is in what the verb says: below it, or beside a verb of saying set in as a parenthesis ("X, he said on Monday")."""
    above = {t.i for t in parse.ancestors(trigger.i)}
    return verb.i in above or verb.dep in ("parataxis", "ccomp", "advcl") or verb.head in above | {trigger.i}


def _preposition(parse: Parse, head: Token) -> str | None:
    above = parse.tokens[head.head]
    word = above.text.lower()
    return word if above.i != head.i and word in _PREPOSITIONS and above.pos in ("ADP", "SCONJ") else None


def _with_twin(time: Time, own: Sequence[tuple[Time, Token]]) -> tuple[Time, ...]:
    """Both ends of "Saturday and Sunday", "from 3 to 5 March"."""
    after = [t for t, _ in own if 0 < t.passage.start - time.passage.end <= 5]
    before = [t for t, _ in own if 0 < time.passage.start - t.passage.end <= 5]
    return (*before, time, *after)
