"""Claims of harm: each trigger with what its own grammar says of participants, counts, speakers and stance."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Attribution, Claim, Parse, Passage, Person, Situation, Token
from onrecord.stages.read.attribution import chain_for
from onrecord.stages.read.counts import counts
from onrecord.stages.read.joined import joined
from onrecord.stages.read.nouns import Nouns
from onrecord.stages.read.participants import participants
from onrecord.stages.read.people import people_in
from onrecord.stages.read.sense import is_harm
from onrecord.stages.read.stance import stance_of
from onrecord.stages.read.struck import settle
from onrecord.stages.read.triggers import Trigger, triggers


def find_claims(
    text: str,
    parse: Parse,
    *,
    paragraphs: Sequence[tuple[int, int]] = (),
    attributions: Sequence[Attribution] = (),
    people: Sequence[Person] = (),
) -> tuple[Claim, ...]:
    """The claims of one text in its order; outside `paragraphs`, when they are given, lies furniture and nothing is read."""
    nouns = Nouns(parse)
    found: list[tuple[Trigger, Claim]] = []
    group = 0
    for first, last in parse.sentences:
        here = [t for t in triggers(parse, first, last) if _inside(t.token, paragraphs) and is_harm(parse, t)]
        numbers = joined(parse, here)
        for trigger, number in zip(here, numbers, strict=True):
            claim = _claim(text, parse, trigger, nouns, group + number)
            if numbers.count(number) == 1 and _only_named(parse, trigger, claim, nouns):
                continue
            found.append((trigger, _said(parse, trigger, claim, attributions, people)))
        group += max(numbers, default=-1) + 1
    return settle(found)


def _only_named(parse: Parse, trigger: Trigger, claim: Claim, nouns: Nouns) -> bool:
    """ "Violence and killing": a noun of harm that comes with no one, no number, no place and no time, and points back to nothing."""
    if not trigger.nominal or claim.participants or claim.counts:
        return False
    if any(c.text.lower() in ("the", "this", "that") for c in parse.children(trigger.token.i)):
        return False
    return not nouns.placed(parse.sentence_of(trigger.token.i))


def _inside(token: Token, paragraphs: Sequence[tuple[int, int]]) -> bool:
    return not paragraphs or any(start <= token.start and token.end <= end for start, end in paragraphs)


def _claim(text: str, parse: Parse, trigger: Trigger, nouns: Nouns, group: int) -> Claim:
    tokens = [t for t in parse.sentence_of(trigger.token.i) if t.text.strip()]
    stance, cue = stance_of(parse, trigger.token)
    return Claim(
        id="",
        document="",
        made_by=(),
        kind=trigger.kind,
        trigger=Passage.of(text, trigger.token.start, trigger.token.end),
        sentence=Passage.of(text, tokens[0].start, tokens[-1].end),
        stance=stance,
        stance_cue=cue,
        counts=counts(text, parse, trigger, nouns),
        participants=participants(text, parse, trigger, nouns),
        group=group,
    )


def _said(
    parse: Parse,
    trigger: Trigger,
    claim: Claim,
    attributions: Sequence[Attribution],
    people: Sequence[Person],
) -> Claim:
    """The claim with who says it, in which situation, and the people named in it."""
    chain = chain_for(parse, claim.trigger, attributions)
    situations = tuple(dict.fromkeys(_situations(chain)))
    named = [*people_in(people, claim.sentence.start, claim.sentence.end)]
    for said in chain:
        if said.source is not None:
            named.extend(people_in(people, said.source.start, said.source.end))
    return replace(
        claim, attributions=tuple(chain), situations=situations, people=tuple(dict.fromkeys(named))
    )


def _situations(chain: Sequence[Attribution]) -> Iterator[Situation]:
    for said in chain:
        yield from said.situations


__all__ = ["find_claims"]
