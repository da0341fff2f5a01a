"""Whom a trigger says was hurt: the heads of the noun phrases, by the grammar of the trigger."""

from onrecord.model import Parse, Token
from onrecord.stages.read.grammar import below, every, patients, prepositional, subjects
from onrecord.stages.read.lexicon import HURT
from onrecord.stages.read.numbers import VAGUE
from onrecord.stages.read.triggers import Trigger

_BEARING = frozenset({"suffer", "sustain", "receive", "have", "get", "take"})


def victims(parse: Parse, trigger: Trigger) -> list[Token]:
    """The heads of the phrases that name those hurt."""
    token = trigger.token
    if trigger.extra is not None and trigger.harm is not None:
        return _lives(parse, token, trigger.extra)
    if not trigger.nominal:
        return subjects(parse, token) if trigger.frame.intransitive else patients(parse, token)
    if token.lemma.lower() in HURT or token.text.lower() in HURT:
        return _described(parse, token)
    owners = [t for t in below(parse, token.i, "poss") if t.pos != "DET"]
    named = every(parse, [*prepositional(parse, token.i, "of"), *owners])
    return named or ([token] if _numbered(parse, token) else [])  # "at least five deaths"


def _numbered(parse: Parse, token: Token) -> bool:
    return any(t.pos == "NUM" or t.text.lower() in VAGUE for t in below(parse, token.i, "nummod", "amod"))


def _lives(parse: Parse, verb: Token, lives: Token) -> list[Token]:
    """As in "Claimed the lives of four", "three people lost their lives"."""
    of = list(prepositional(parse, lives.i, "of"))
    if of:
        return every(parse, of)
    if any(True for _ in below(parse, lives.i, "nummod")):
        return [lives]
    return subjects(parse, verb) if verb.lemma.lower() == "lose" else []


def _described(parse: Parse, token: Token) -> list[Token]:
    """Whom "dead", "injured" or "fatalities" is said of."""
    head = parse.tokens[token.head]
    if token.dep in ("amod", "nmod", "compound") and head.pos in ("NOUN", "PROPN"):
        return [head]
    own = list(below(parse, token.i, "nsubj", "nsubjpass"))
    if own:
        return every(parse, own)
    if token.dep in ("oprd", "acomp", "xcomp", "advcl") and head.pos in ("VERB", "AUX"):
        objects = list(below(parse, head.i, "dobj"))
        return (
            every(parse, objects)
            if objects and head.lemma.lower() in ("leave", "find", "make")
            else subjects(parse, head)
        )
    if token.dep in ("acl", "appos") and head.pos in ("NOUN", "PROPN", "NUM"):
        return every(parse, [head])
    if token.lemma.lower() in ("injury", "wound"):
        return _bearers(parse, token)
    return among(parse, token) or [token]


def _bearers(parse: Parse, wound: Token) -> list[Token]:
    """Who has the wounds: "*two men* suffered wounds", "*a boy* was taken to hospital with injuries", "the woman's injuries"."""
    owners = list(below(parse, wound.i, "poss"))
    if owners:
        return every(parse, owners)
    above = parse.tokens[wound.head]
    if _numbered(parse, wound) and above.lemma.lower() not in _BEARING:
        return [wound]  # "fourteen injuries"
    if above.pos == "VERB" and above.lemma.lower() in _BEARING:
        return subjects(parse, above)
    if above.dep == "prep" and above.lemma.lower() in ("with", "for", "from", "of"):
        governor = parse.tokens[above.head]
        while governor.dep == "pobj" and parse.tokens[governor.head].dep == "prep":
            governor = parse.tokens[parse.tokens[governor.head].head]  # "taken *to hospital* with wounds"
        if governor.pos in ("NOUN", "PROPN"):
            return [governor]
        return patients(parse, governor) or subjects(parse, governor)
    return []


def among(parse: Parse, token: Token) -> list[Token]:
    """Who is among those hurt: "among dead and injured are *children*", "*two nurses* are among the dead"; some of them, not all."""
    top = token
    while top.dep == "conj":
        top = parse.tokens[top.head]
    prep = parse.tokens[top.head]
    if prep.lemma.lower() != "among":
        return []
    verb = parse.tokens[prep.head]
    return every(parse, below(parse, verb.i, "nsubj", "attr")) if verb.pos in ("AUX", "VERB") else []


__all__ = ["among", "victims"]
