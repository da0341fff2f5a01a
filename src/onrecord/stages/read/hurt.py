"""Whom a trigger says was hurt: the heads of the noun phrases, by the grammar of the trigger."""

from onrecord.model import Parse, Token
from onrecord.stages.read.amounts import is_year
from onrecord.stages.read.grammar import below, every, patients, prepositional, subjects
from onrecord.stages.read.lexicon import HURT
from onrecord.stages.read.numbers import VAGUE, value
from onrecord.stages.read.triggers import Trigger

_BEARING = frozenset({"suffer", "sustain", "receive", "have", "get", "take"})


def victims(parse: Parse, trigger: Trigger) -> list[Token]:
    """The heads of the phrases that name those hurt."""
    token = trigger.token
    if trigger.extra is not None and trigger.harm is not None:
        return _lives(parse, token, trigger.extra)
    if not trigger.nominal:
        found = subjects(parse, token) if trigger.frame.intransitive else patients(parse, token)
        return found or _remaining(parse, token) or _numbered_state(parse, token)
    if token.lemma.lower() in ("condition", "support"):
        return _conditioned(parse, parse.tokens[token.head])
    if token.lemma.lower() in HURT or token.text.lower() in HURT:
        return _described(parse, token)
    owners = [t for t in below(parse, token.i, "poss") if t.pos != "DET"]
    named = every(parse, [*prepositional(parse, token.i, "of"), *owners])
    return named or ([token] if _numbered(parse, token) else [])  # "at least five deaths"


def _conditioned(parse: Parse, prep: Token) -> list[Token]:
    """Who is "in critical condition": the subject of "is" or "was listed", the object of "left"; or the noun before it."""
    governor = parse.tokens[prep.head]
    if governor.pos in ("NOUN", "PROPN", "NUM"):
        return [] if governor.lemma.lower() in ("hospital", "center") else every(parse, [governor])
    return patients(parse, governor) or subjects(parse, governor)


def _remaining(parse: Parse, verb: Token) -> list[Token]:
    """ "*Seven men* remained hospitalized": the model takes "remained" for an auxiliary with a subject of its own."""
    return every(parse, (s for aux in below(parse, verb.i, "auxpass") for s in below(parse, aux.i, "nsubj")))


def _numbered(parse: Parse, token: Token) -> bool:
    near = (t for t in below(parse, token.i, "nummod", "amod") if not is_year(t))
    return any(t.pos == "NUM" or t.text.lower() in VAGUE for t in near)


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
    if token.pos != "VERB" and (number := _numbered_state(parse, token)):
        return number
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


def _numbered_state(parse: Parse, token: Token) -> list[Token]:
    """ "*Two* dead, *five* injured": in a headline the model ties number and state in any way."""
    if token.i == parse.sentences[token.sentence][0] or token.tag not in ("JJ", "VBN", "VBD", "VBZ"):
        return []
    before = parse.tokens[token.i - 1]
    tied = token.i == before.head or before.i == token.head or token.head == token.i
    return [before] if tied and value(before.text) is not None and not is_year(before) else []


def _bearers(parse: Parse, wound: Token) -> list[Token]:
    """Who has the wounds: "*two men* suffered wounds", "*a boy* was taken to hospital with injuries", "the woman's injuries"."""
    owners = list(below(parse, wound.i, "poss"))
    if owners:
        return every(parse, owners)
    above = parse.tokens[wound.head]
    many = _numbered(parse, wound) and wound.lemma.lower() == "injury"  # five wounds may be one man's
    if many and above.lemma.lower() not in _BEARING and above.text.lower() != "from":
        return [wound]  # "fourteen injuries"
    if above.pos == "VERB" and above.lemma.lower() in _BEARING:
        return subjects(parse, above)
    if above.dep == "prep" and above.lemma.lower() in ("with", "for", "from", "of"):
        governor = parse.tokens[above.head]
        while governor.dep == "pobj" and parse.tokens[governor.head].dep == "prep":
            governor = parse.tokens[parse.tokens[governor.head].head]  # "taken *to hospital* with wounds"
        if governor.pos in ("NOUN", "PROPN") or governor.lemma.lower() == "old":
            return _with_others(parse, governor)
        return patients(parse, governor) or subjects(parse, governor)
    return []


def _with_others(parse: Parse, last: Token) -> list[Token]:
    """ "They found *a man* and *a boy* with wounds": the model ties the wounds to the last."""
    first = last
    while first.dep == "conj" and parse.tokens[first.head].pos in ("NOUN", "PROPN"):
        first = parse.tokens[first.head]
    return every(parse, [first])


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
