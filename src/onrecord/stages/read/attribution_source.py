"""Who speaks: the subject of a cue verb, found through participles, infinitives and conjunctions."""

from collections.abc import Iterator

from onrecord.model import Parse, Token
from onrecord.stages.read.cues import CARRIERS, CLAUSE, lemma_of, listed
from onrecord.stages.read.speakers_words import KIND_OF, is_human

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_BORROWING = ("conj", "xcomp", "advcl", "pcomp", "dep", "parataxis")
_LONGEST = 12  # words of a source in front of its verb
_SHOWING = listed("capture depict feature film hear record see show")
_LOOSE = ("relcl", "acl", "advcl", "ccomp", "parataxis", "dep")


def source_of(parse: Parse, verb: Token, depth: int = 0) -> tuple[int, ...]:
    """The tokens of the one who says, in order; empty when nobody is named."""
    agent = next((c for c in parse.children(verb.i) if c.dep == "agent"), None)
    if agent is not None:
        return tuple(i for c in parse.children(agent.i) for i in noun_phrase(parse, c))
    if is_passive(parse, verb):
        return ()
    subject = next((c for c in parse.children(verb.i) if c.dep in ("nsubj", "csubj")), None)
    if subject is not None:
        return noun_phrase(parse, subject)
    return _borrowed(parse, verb, depth) if depth < 6 else ()


def said_last(parse: Parse, verb: Token) -> tuple[int, ...]:
    """ "… to leave the east of the country, the governor said.": the words between the last comma and a verb that has lost its subject."""
    sentence = parse.sentences[verb.sentence]
    before = range(verb.i - 1, max(sentence[0], verb.i - _LONGEST) - 1, -1)
    comma = next((i for i in before if parse.tokens[i].text in (",", "—", "–")), None)
    after = parse.tokens[verb.i + 1] if verb.i + 1 < sentence[1] else None
    if comma is None or is_passive(parse, verb) or (after is not None and after.pos != "PUNCT"):
        return ()
    words = [parse.tokens[i] for i in range(comma + 1, verb.i)]
    plain = verb.tag in ("VBD", "VBZ", "VBP") and all(
        t.pos not in ("VERB", "AUX", "SCONJ", "PUNCT", "CCONJ") for t in words
    )
    return (
        tuple(t.i for t in words) if plain and any(t.pos in ("NOUN", "PROPN", "PRON") for t in words) else ()
    )


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether a verb form is passive: then its subject is not the one who speaks."""
    return any(c.dep in ("auxpass", "nsubjpass") for c in parse.children(verb.i))


def _borrowed(parse: Parse, verb: Token, depth: int) -> tuple[int, ...]:
    """The subject that a verb without one shares with the words above it."""
    above = parse.tokens[verb.head]
    if verb.head == verb.i:
        return ()
    if verb.dep in ("acl", "relcl") and above.pos in ("NOUN", "PROPN", "PRON"):
        return _of_noun(parse, verb, above, depth)
    if verb.dep not in _BORROWING:
        return ()
    if above.pos == "ADP" or (above.pos == "SCONJ" and above.head != above.i):
        above = parse.tokens[above.head]
    if above.pos in ("NOUN", "PROPN"):
        return _of_noun(parse, verb, above, depth)
    if verb.dep == "conj" and mute(parse, above):
        above = parse.tokens[above.head]
    return _subject_above(parse, verb, above, depth)


def mute(parse: Parse, verb: Token) -> bool:
    """Whether a verb reported by another has a subject that cannot speak: "denied that its jets had struck … and said"."""
    if verb.dep != "ccomp" or lemma_of(parse.tokens[verb.head]) not in CLAUSE or lemma_of(verb) in CLAUSE:
        return False
    subject = next((c for c in parse.children(verb.i) if c.dep == "nsubj" and c.pos == "NOUN"), None)
    return (
        subject is not None and not is_human(subject.lemma.lower()) and subject.lemma.lower() not in KIND_OF
    )


def _subject_above(parse: Parse, verb: Token, above: Token, depth: int) -> tuple[int, ...]:
    """The object of "urge him to say", else the subject of the verb above, also when that is passive ("he was filmed saying")."""
    if verb.dep == "xcomp" and verb.tag != "VBG":
        told = next(
            (c for c in parse.children(above.i) if c.dep in ("dobj", "dative") and c.i < verb.i), None
        )
        if told is not None:
            return noun_phrase(parse, told)
    if lemma_of(above) in _SHOWING:
        shown = next((c for c in _shown(parse, above) if c.i < verb.i), None)
        if shown is not None:
            return noun_phrase(parse, shown)
    if verb.dep != "conj" and is_passive(parse, above):
        return _subject_of_passive(parse, above)
    return source_of(parse, above, depth + 1)


def _subject_of_passive(parse: Parse, verb: Token) -> tuple[int, ...]:
    """The subject of "was filmed", also when it is shared ("a man sat there and was filmed")."""
    for above in (verb, *parse.ancestors(verb.i)):
        subject = next((c for c in parse.children(above.i) if c.dep in ("nsubjpass", "nsubj")), None)
        if subject is not None:
            return noun_phrase(parse, subject)
        if above.dep != "conj":
            break
    return ()


def _shown(parse: Parse, verb: Token) -> Iterator[Token]:
    """Those whom footage shows or who are heard: they speak, not the footage."""
    for child in parse.children(verb.i):
        if child.dep == "dobj":
            yield child
        elif child.dep in ("ccomp", "xcomp"):
            yield from (c for c in parse.children(child.i) if c.dep == "nsubj")


def _of_noun(parse: Parse, verb: Token, noun: Token, depth: int) -> tuple[int, ...]:
    """A participle at a noun: the noun itself speaks, or whoever issued it ("issued a statement saying")."""
    if verb.tag == "VBN":
        return ()
    if lemma_of(noun) in CARRIERS and noun.dep in ("dobj", "pobj"):
        issuer = parse.tokens[noun.head]
        if issuer.pos == "ADP":
            issuer = parse.tokens[issuer.head]
        found = source_of(parse, issuer, depth + 1) if issuer.pos in ("VERB", "AUX") else ()
        if found:
            return found
    return tuple(i for i in noun_phrase(parse, noun) if i < verb.i)


def noun_phrase(parse: Parse, head: Token) -> tuple[int, ...]:
    """A noun with what names it; clauses that only tell more about it are left out (annotators leave them out too)."""
    kept = [head.i]
    for child in parse.children(head.i):
        if child.dep not in _LOOSE or (child.dep == "acl" and child.tag == "VBN" and child.i == head.i + 1):
            kept.extend(parse.subtree(child.i))
    return _contiguous(parse, sorted(kept), head)


def _contiguous(parse: Parse, kept: list[int], head: Token) -> tuple[int, ...]:
    """The stretch around the head without gaps and paragraph breaks, so that a source is words as they stand."""
    inside = set(kept)
    first = last = head.i
    while first - 1 in inside and not _break(parse.tokens[first - 1]):
        first -= 1
    while last + 1 in inside and not _break(parse.tokens[last + 1]):
        last += 1
    return tuple(range(first, last + 1))


def _break(token: Token) -> bool:
    return token.text.count("\n") > 1
