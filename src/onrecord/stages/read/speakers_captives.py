"""Who speaks in captivity: words of prisoners may have been spoken under pressure, and prisoners are to be protected (GC III art. 13)."""

from collections.abc import Iterator, Mapping

from onrecord.model import Parse, Token
from onrecord.stages.read import speakers_words as words
from onrecord.stages.read.attribution_source import source_of

_HOLDERS = ("jail", "prison", "captivity", "custody", "detention")


def captives(parse: Parse, stands_for: Mapping[int, int]) -> frozenset[int]:
    """The nouns, names and pronouns that mean a person who is held, anywhere in the text."""
    people = frozenset(i for e in parse.entities if e.label == "PERSON" for i in range(e.first, e.last))
    held = {i for i in _told(parse, stands_for, people) if not _freed(parse, parse.tokens[i])}
    held |= set(_again(parse, held))
    for pronoun, noun in sorted(stands_for.items()):
        if noun in held:
            held.add(pronoun)
    return frozenset(held)


def _told(parse: Parse, stands_for: Mapping[int, int], people: frozenset[int]) -> Iterator[int]:
    """Nouns of which the text says it outright."""
    for token in parse.tokens:
        lemma = token.lemma.lower()
        if token.pos in ("NOUN", "PROPN"):
            held = _personal(token, people) and any(_held(parse, c) for c in parse.children(token.i))
            if held or lemma in words.PRISONERS:
                yield token.i
        elif lemma == "surrender" and token.pos == "VERB":
            yield from (_resolved(i, stands_for) for i in _subject(parse, token))
        elif lemma in words.HELD and token.pos == "VERB" and token.dep != "amod":
            yield from (_resolved(c.i, stands_for) for c in parse.children(token.i) if _taken(c, people))


def _held(parse: Parse, modifier: Token) -> bool:
    """ "captured soldier", "a soldier captured in …", "in custody"."""
    if modifier.dep in ("amod", "acl") and modifier.tag in ("VBN", "JJ", "VBD"):
        return bool({modifier.lemma.lower(), modifier.text.lower()} & words.HELD)
    return modifier.dep == "prep" and any(c.lemma.lower() in _HOLDERS for c in parse.children(modifier.i))


def _taken(subject: Token, people: frozenset[int]) -> bool:
    return subject.dep == "nsubjpass" and (subject.pos == "PRON" or _personal(subject, people))


def _personal(token: Token, people: frozenset[int]) -> bool:
    """Whether a noun means people, so that "the captured town" is no prisoner."""
    lemma = token.lemma.lower()
    return token.i in people or lemma in words.KIND_OF or lemma in words.PERSONS


def _subject(parse: Parse, verb: Token) -> Iterator[int]:
    """The head of a verb's subject, also when it is borrowed ("he spoke after surrendering")."""
    source = source_of(parse, verb)
    inside = set(source)
    yield from (i for i in source if parse.tokens[i].head not in inside)


def _resolved(i: int, stands_for: Mapping[int, int]) -> int:
    seen = {i}
    while (after := stands_for.get(i)) is not None and after not in seen:
        seen.add(after)
        i = after
    return i


def _freed(parse: Parse, token: Token) -> bool:
    return any(
        c.lemma.lower() in words.FREED or c.text.lower() in words.FREED for c in parse.children(token.i)
    )


def _again(parse: Parse, held: set[int]) -> Iterator[int]:
    """Later mentions: "the soldier" after "a captured soldier", a surname after the full name."""
    first = {(parse.tokens[i].lemma.lower(), parse.tokens[i].tag): i for i in sorted(held, reverse=True)}
    for token in parse.tokens:
        known = first.get((token.lemma.lower(), token.tag))
        if known is None or token.i <= known:
            continue
        definite = any(c.text.lower() in ("the", "this", "that") for c in parse.children(token.i))
        if definite or token.pos == "PROPN":
            yield token.i
