"""Everyday words ("hit", "launched", "body") mean harm only when something in their clause says so."""

from onrecord.model import Kind, Parse, Token
from onrecord.stages.read.grammar import agents, around, patients, prepositional
from onrecord.stages.read.lexicon import (
    ACCIDENTS,
    FIGHTERS,
    MEANS,
    OBJECTS,
    PEOPLE,
    PERSON_PRONOUNS,
    WEAPONS,
    words,
)
from onrecord.stages.read.triggers import Trigger

_MEANS = MEANS.keys() | WEAPONS
_AT_WORK = _MEANS | words("attack airstrike strike fire round")
_TOWARDS = ("on", "at", "into", "upon", "against")
_OF_HARM = words("kill die injure wound destroy damage bomb attack hit target")
# Nouns that need a certain verb: "the body was *found*", "the toll *rose*".
_FOUND = words("find recover discover retrieve pull exhume")
_GROWS = words("rise climb reach bring increase stand raise jump grow push put take go be pass exceed surpass top hit near soar double")
_NEEDS = {"body": _FOUND, "corpse": _FOUND, "toll": _GROWS}
_RUIN = words("destroy level flatten wreck")


def proven(parse: Parse, trigger: Trigger) -> bool:
    """Whether a weapon is at work, or fighters do it to people or buildings, or buildings are ruined by no accident."""
    token = trigger.token
    lemma = token.lemma.lower()
    if lemma in _NEEDS:
        return parse.tokens[token.head].lemma.lower() in _NEEDS[lemma]
    near = {t.lemma.lower() for t in around(parse, token.i) if t.i != token.i}
    if trigger.nominal:
        return bool(near & _OF_HARM) or (trigger.kind is not Kind.ATTACK and bool(near & _MEANS))
    return _acted(parse, token, near)


def _acted(parse: Parse, verb: Token, near: set[str]) -> bool:
    by = {t.lemma.lower() for t in agents(parse, verb)}
    struck = [*patients(parse, verb), *prepositional(parse, verb.i, *_TOWARDS)]
    counted = (t for one in struck for t in prepositional(parse, one.i, "of"))  # "dozens of houses"
    to = {t.lemma.lower() for t in (*struck, *counted)}
    if (by | to | {t.lemma.lower() for t in prepositional(parse, verb.i)}) & _AT_WORK:
        return True
    if verb.lemma.lower() in _RUIN and to & OBJECTS:
        return not near & ACCIDENTS
    return bool(to & (OBJECTS | PEOPLE | PERSON_PRONOUNS)) and bool(by & FIGHTERS or near & _AT_WORK)


__all__ = ["proven"]
