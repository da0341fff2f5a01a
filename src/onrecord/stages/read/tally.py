"""A running number of victims: "the toll rose to seven", "the number of people killed has reached 27", "put the dead at three"."""

from collections.abc import Iterator

from onrecord.model import Count, Harm, Parse, Passage, Token
from onrecord.stages.read.grammar import around, below, prepositional
from onrecord.stages.read.lexicon import words
from onrecord.stages.read.numbers import read, value
from onrecord.stages.read.triggers import Trigger

_TALLIES = words("toll number count tally total figure")
_ALONE = "toll"  # the others need to say of whom
_PASSED = words("pass exceed surpass top")
_GOALS = ("to", "at", "past", "above", "over", "beyond")
_OF_IT = words("prep pobj acl relcl amod compound conj")
_FAR = 4  # steps from the word of harm up to the tally ("number" ← of ← people ← killed)


def tally(text: str, parse: Parse, trigger: Trigger) -> Count | None:
    """The number that a tally over the trigger has come to; it takes the place of what was told before."""
    noun = tally_noun(parse, trigger)
    if noun is None or trigger.harm is None:
        return None
    verb = parse.tokens[noun.head]
    for number in _numbers(parse, trigger.token, noun, verb):
        found = read(parse, min(parse.subtree(number.i)[0], number.i), number.i + 1)
        if found is not None:
            start, end = parse.tokens[found.first].start, parse.tokens[found.last - 1].end
            high = None if verb.lemma.lower() in _PASSED else found.high
            harm = Harm.KILLED if noun.i == trigger.token.i else trigger.harm
            return Count(harm, found.low, high, Passage.of(text, start, end), replaces=True)
    return None


def tally_noun(parse: Parse, trigger: Trigger) -> Token | None:
    """The noun that stands for the running number, if the trigger is counted by one."""
    token = trigger.token
    if token.lemma.lower() == _ALONE:
        return token
    for _ in range(_FAR):
        above = parse.tokens[token.head]
        if above.i == token.i or token.dep not in _OF_IT:
            return None
        token = above
        if token.lemma.lower() in _TALLIES and token.pos == "NOUN":
            return token
    return None


def _numbers(parse: Parse, trigger: Token, noun: Token, verb: Token) -> Iterator[Token]:
    """What may be the number: where the verb has got to, or what stands after "at" further down."""
    goals = [
        *prepositional(parse, verb.i, *_GOALS),
        *prepositional(parse, noun.i, "to", "at"),
        *below(parse, verb.i, "dobj", "attr"),
        *(t for t in prepositional(parse, trigger.i, "at") if t.i > noun.i),
    ]
    yield from (t for t in goals if t.i != noun.i and _is_number(parse, t))
    if verb.lemma.lower() in ("put", "stand"):
        yield from (t for t in around(parse, noun.i) if t.i > noun.i and _after_at(parse, t))


def _after_at(parse: Parse, token: Token) -> bool:
    at = parse.tokens[token.head].text.lower() == "at"
    return at and token.dep == "pobj" and value(token.text) is not None


def _is_number(parse: Parse, token: Token) -> bool:
    return value(token.text) is not None or any(
        value(c.text) is not None for c in below(parse, token.i, "nummod")
    )


__all__ = ["tally", "tally_noun"]
