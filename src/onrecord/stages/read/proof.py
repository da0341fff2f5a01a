"""Everyday words ("hit", "launched", "body") mean harm only when something in their clause says so."""

from onrecord.model import Kind, Parse, Token
from onrecord.stages.read.grammar import agents, around, patients, prepositional
from onrecord.stages.read.lexicon import (
    ACCIDENTS,
    AREAS,
    FIGHTERS,
    MEANS,
    OBJECTS,
    PEOPLE,
    PERSON_PRONOUNS,
    WEAPONS,
    words,
)
from onrecord.stages.read.nouns import common
from onrecord.stages.read.speakers_words import SIDES
from onrecord.stages.read.triggers import Trigger

_MEANS = MEANS.keys() | WEAPONS
_AT_WORK = _MEANS | words("attack airstrike strike fire round shot")
_TOWARDS = ("on", "at", "into", "upon", "against")
_OF_HARM = words("kill die injure wound destroy damage bomb attack hit target")
# Nouns that need a certain verb: "the body was *found*", "the toll *rose*".
_FOUND = words("find recover discover retrieve pull exhume")
_GROWS = words(
    "rise climb reach bring increase stand raise jump grow push put take go be pass exceed surpass top hit near soar double"
)
_NEEDS = {"body": _FOUND, "corpse": _FOUND, "toll": _GROWS}
_STRIKING = words("hit strike pound target storm raid")
_FORCES = words(
    "army navy military force forces troop aviation artillery aircraft jet warplane brigade battalion unit staff command militia soldier "
    "rebel militant fighter ministry regime"
)
_THEMSELVES = words("it they he she we")
_RUIN = words("destroy level flatten wreck")


def proven(parse: Parse, trigger: Trigger) -> bool:
    """Whether a weapon is at work, or fighters do it to people or buildings, or buildings are ruined by no accident."""
    token = trigger.token
    lemma = token.lemma.lower()
    if lemma in _NEEDS:
        return parse.tokens[token.head].lemma.lower() in _NEEDS[lemma]
    near = {common(t) for t in around(parse, token.i) if t.i != token.i}
    if trigger.nominal:
        return bool(near & _OF_HARM) or (trigger.kind is not Kind.ATTACK and bool(near & _MEANS))
    return _acted(parse, token, near)


def _acted(parse: Parse, verb: Token, near: set[str]) -> bool:
    by = {common(t) for t in agents(parse, verb)}
    struck = [*patients(parse, verb), *prepositional(parse, verb.i, *_TOWARDS)]
    counted = (t for one in struck for t in prepositional(parse, one.i, "of"))  # "dozens of houses"
    to = {t.lemma.lower() for t in (*struck, *counted)}
    if (by | to | {t.lemma.lower() for t in prepositional(parse, verb.i)}) & _AT_WORK:
        return True
    if verb.lemma.lower() in _STRIKING and _by_force(parse, verb) and any(_place(t) for t in struck):
        return True
    if verb.lemma.lower() in _RUIN and to & OBJECTS:
        return not near & ACCIDENTS
    return bool(to & (OBJECTS | PEOPLE | PERSON_PRONOUNS)) and bool(by & FIGHTERS or near & _AT_WORK)


def _place(token: Token) -> bool:
    return token.pos == "PROPN" or token.lemma.lower() in AREAS


def _by_force(parse: Parse, verb: Token) -> bool:
    """Whether an army, its side or its weapons strike; "it" and "they" are those who say or deny so."""
    by = agents(parse, verb)
    above = parse.tokens[verb.head]
    if verb.dep == "ccomp" and by and all(t.lemma.lower() in _THEMSELVES for t in by):
        by = agents(parse, above)
    return any(t.lemma.lower() in _FORCES or t.text.lower() in SIDES or common(t) in _MEANS for t in by)


__all__ = ["proven"]
