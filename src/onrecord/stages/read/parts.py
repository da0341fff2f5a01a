"""Those who are part of a number already told: "including two children", "among them a nurse", "seven of whom were children"."""

from collections.abc import Iterator, Sequence

from onrecord.model import Count, Harm, Parse, Passage, Token
from onrecord.stages.read.amounts import amount
from onrecord.stages.read.grammar import around, every, prepositional
from onrecord.stages.read.lexicon import HURT, VERBS, words
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.numbers import VAGUE, read, value
from onrecord.stages.read.triggers import Trigger

_THEM = words("them whom these those")
_OF = words("of among")
_INSIDE = words("det nummod amod compound nmod poss advmod quantmod predet punct")
_LINKS = words("were was are is , a an")
_NEAR = 5  # tokens within which the group is named after "of them"


def parts(
    text: str, parse: Parse, trigger: Trigger, hurt: Sequence[Token], nouns: Nouns
) -> tuple[Count, ...]:
    """The parts of the number that a trigger counts; `hurt` are the heads of those hurt."""
    if trigger.harm is None:
        return ()
    found = [*_included(text, parse, trigger, hurt, nouns), *_of_them(text, parse, trigger, hurt, nouns)]
    return tuple({c.passage: c for c in found}.values())


def _included(
    text: str, parse: Parse, trigger: Trigger, hurt: Sequence[Token], nouns: Nouns
) -> Iterator[Count]:
    """As in "including two children", by the grammar."""
    for token in [*hurt, trigger.token]:
        for one in every(parse, prepositional(parse, token.i, "including", "among")):
            if nouns.sort(one) in (Sort.PERSON, Sort.NAME, Sort.OTHER) and one.text.lower() not in _THEM:
                yield from _part(text, parse, trigger.harm, one, nouns)


def _of_them(
    text: str, parse: Parse, trigger: Trigger, hurt: Sequence[Token], nouns: Nouns
) -> Iterator[Count]:
    """By the order of the words: models hang "among them three children" on anything."""
    for them in _mentions(parse, trigger.token, hurt, nouns):
        before = parse.tokens[them.i - 1].text.lower()
        if before == "among":
            for one in every(parse, _next(parse, them)):
                yield from _part(text, parse, trigger.harm, one, nouns)
        elif before == "of" and (number := read(parse, max(0, them.i - 2), them.i - 1)):
            whom = _named(parse, them, nouns)
            if whom is not None and trigger.harm is not None:
                passage = Passage.of(text, parse.tokens[number.first].start, whom.end)
                yield Count(trigger.harm, number.low, number.high, passage, whom=whom.text, part=True)


def _mentions(parse: Parse, trigger: Token, hurt: Sequence[Token], nouns: Nouns) -> Iterator[Token]:
    """ "Them" and "whom" after "of" or "among", as far as no other word of harm and no other people have been named."""
    start, known = min((t.i for t in hurt), default=trigger.i), {t.i for t in hurt}
    for token in around(parse, trigger.i):
        if token.i <= start:
            continue
        others = token.tag == "NNS" and token.i not in known and nouns.sort(token) is Sort.PERSON
        if others or (token.i > trigger.i and _counts(token)):
            return
        if token.text.lower() in _THEM and parse.tokens[token.i - 1].text.lower() in _OF:
            yield token


def _counts(token: Token) -> bool:
    frame = VERBS.get(token.lemma.lower()) if token.pos == "VERB" else HURT.get(token.text.lower())
    return frame is not None and frame.harm is not None


def _next(parse: Parse, them: Token) -> Iterator[Token]:
    """The head of the noun phrase that begins after "among them"."""
    i = them.i + 1
    last = parse.sentences[them.sentence][1]
    while i < last and parse.tokens[i].text.lower() in _LINKS:
        i += 1
    if i == last:
        return
    token = parse.tokens[i]
    while token.dep in _INSIDE and i < token.head < min(last, i + _NEAR + 1):
        token = parse.tokens[token.head]
    yield token


def _named(parse: Parse, them: Token, nouns: Nouns) -> Token | None:
    """The group after "of them": "seven of them *children*", "two of whom were *nurses*"."""
    last = min(parse.sentences[them.sentence][1], them.i + 1 + _NEAR)
    for token in parse.tokens[them.i + 1 : last]:
        if token.pos == "NOUN" and nouns.sort(token) is Sort.PERSON:
            return token
        if token.pos not in ("AUX", "DET", "ADJ", "NOUN", "PROPN") or _counts(token):
            return None
    return None


def _part(text: str, parse: Parse, harm: Harm | None, one: Token, nouns: Nouns) -> Iterator[Count]:
    found = amount(parse, one, nouns)
    if found is None or harm is None:
        return
    start, end = parse.tokens[found.first].start, max(one.end, parse.tokens[found.last - 1].end)
    yield Count(harm, found.low, found.high, Passage.of(text, start, end), whom=one.text, part=True)


def of_a_whole(parse: Parse, token: Token) -> Token | None:
    """The number in "*three* of the dead", "*two* of those killed": the rest is not told again; None otherwise."""
    head = parse.tokens[token.head]
    while token.dep == "acl" and head.i != token.i:
        token, head = head, parse.tokens[head.head]
    if any(c.dep == "nummod" for c in parse.children(token.i)):
        return None  # "one of five people shot": the whole is told here
    number = parse.tokens[head.head]
    counted = value(number.text) is not None or number.text.lower() in VAGUE
    return number if token.dep == "pobj" and head.text.lower() in _OF and counted else None


__all__ = ["of_a_whole", "parts"]
