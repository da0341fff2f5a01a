"""How many people were harmed, as low and high with the words they rest on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Count, Harm, Parse, Passage, Token
from onrecord.stages.read.amounts import Amount, amount
from onrecord.stages.read.grammar import around, below, every, prepositional
from onrecord.stages.read.hurt import among, victims
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.numbers import read, value
from onrecord.stages.read.triggers import Trigger

_ADDS = frozenset({"another", "additional", "further"})


def counts(text: str, parse: Parse, trigger: Trigger, nouns: Nouns) -> tuple[Count, ...]:
    """The counts that a trigger's own grammar gives."""
    toll = _toll(text, parse, trigger)
    if toll is not None:
        return (toll,)
    hurt = victims(parse, trigger)
    if trigger.token.lemma.lower() == "casualty":
        return _no_casualties(text, parse, trigger.token)
    if trigger.harm is None or not hurt or trigger.token.lemma.lower() == "toll":
        return ()
    amounts = [(t, a) for t in hurt if (a := amount(parse, t, nouns)) is not None]
    if not amounts:
        return ()
    whole = _whole(text, parse, trigger.harm, amounts)
    if whole.low is not None and among(parse, trigger.token):
        return (replace(whole, part=True),)
    return (whole, *_fatally(text, parse, trigger), *_parts(text, parse, trigger, hurt, nouns))


def _whole(text: str, parse: Parse, harm: Harm, amounts: Sequence[tuple[Token, Amount]]) -> Count:
    """The sum over a coordination: "a man and his two sons" is three; open when a member has no number."""
    lows = [a.low for _, a in amounts]
    known = [n for n in lows if n is not None]
    low = sum(known) if known else None
    high = None if any(a.high is None for _, a in amounts) else sum(a.high or 0 for _, a in amounts)
    first = min(a.first for _, a in amounts)
    last = max(max(t.i + 1, a.last) for t, a in amounts)
    passage = Passage.of(text, parse.tokens[first].start, parse.tokens[last - 1].end)
    return Count(harm, low, high, passage, whom=_whom(amounts), adds=_adds(parse, amounts[0][0]))


def _fatally(text: str, parse: Parse, trigger: Trigger) -> Iterator[Count]:
    """As in "Five were shot, two of them fatally": the dead among those hit."""
    if not trigger.frame.struck or trigger.harm is Harm.KILLED:
        return
    for token in around(parse, trigger.token.i):
        if token.text.lower() in ("fatally", "mortally"):
            before = [t for t in parse.tokens[max(0, token.i - 3) : token.i] if value(t.text) is not None]
            if before:
                number = value(before[0].text)
                yield Count(Harm.KILLED, number, number, Passage.of(text, before[0].start, token.end))


def _whom(amounts: Sequence[tuple[Token, Amount]]) -> str | None:
    return " and ".join(t.text for t, _ in amounts[:4] if t.pos != "NUM") or None


def _adds(parse: Parse, token: Token) -> bool:
    children = [c.text.lower() for c in parse.children(token.i)]
    return any(w in _ADDS for w in children) or (
        "more" in children and "than" not in {t.text.lower() for t in around(parse, token.i)}
    )


def _parts(text: str, parse: Parse, trigger: Trigger, hurt: Sequence[Token], nouns: Nouns) -> Iterator[Count]:
    """As in "Including two children", "among them a nurse": parts of the whole."""
    for token in [*hurt, trigger.token]:
        for one in every(parse, prepositional(parse, token.i, "including", "among")):
            found = amount(parse, one, nouns)
            if (
                found is not None
                and trigger.harm is not None
                and nouns.sort(one) in (Sort.PERSON, Sort.NAME, Sort.OTHER)
            ):
                passage = Passage.of(
                    text, parse.tokens[found.first].start, max(one.end, parse.tokens[found.last - 1].end)
                )
                yield Count(trigger.harm, found.low, found.high, passage, whom=one.text, part=True)


def _no_casualties(text: str, parse: Parse, token: Token) -> tuple[Count, ...]:
    """As in "No casualties" is nobody killed and nobody injured; "five casualties" does not say how many died."""
    if not any(c.text.lower() == "no" for c in parse.children(token.i)):
        return ()
    passage = Passage.of(
        text, min(c.start for c in parse.children(token.i) if c.text.lower() == "no"), token.end
    )
    return tuple(Count(harm, 0, 0, passage) for harm in (Harm.KILLED, Harm.INJURED))


def _toll(text: str, parse: Parse, trigger: Trigger) -> Count | None:
    """As in "The toll rose to seven": an update of what was told before."""
    token = trigger.token
    if token.lemma.lower() != "toll":
        return None
    verb = parse.tokens[token.head]
    near = [
        *prepositional(parse, verb.i, "to", "at"),
        *prepositional(parse, token.i, "to"),
        *below(parse, verb.i, "dobj", "attr"),
    ]
    for number in near:
        if value(number.text) is None and not any(
            value(c.text) is not None for c in below(parse, number.i, "nummod")
        ):
            continue
        found = read(parse, parse.subtree(number.i)[0], number.i + 1)
        if found:
            start, end = parse.tokens[found.first].start, parse.tokens[found.last - 1].end
            return Count(Harm.KILLED, found.low, found.high, Passage.of(text, start, end), replaces=True)
    return None


__all__ = ["counts"]
