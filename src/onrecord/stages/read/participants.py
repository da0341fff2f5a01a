"""Who did it, whom and what it struck, and with what: the head noun phrases, as tight as an analyst would mark them."""

from collections.abc import Iterable, Iterator

from onrecord.model import Kind, Parse, Participant, Role, Token
from onrecord.stages.read.arguments import doers, sufferers
from onrecord.stages.read.grammar import below, every, patients, prepositional
from onrecord.stages.read.lexicon import AREAS, OBJECTS, ORGANISATIONS
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.participants_words import UNNAMED, is_titled, participant
from onrecord.stages.read.triggers import Trigger

_AGAINST_PEOPLE = frozenset({Kind.ABDUCTION, Kind.KILLING, Kind.TORTURE, Kind.SEXUAL_VIOLENCE})


def participants(text: str, parse: Parse, trigger: Trigger, nouns: Nouns) -> tuple[Participant, ...]:
    """Every participant of a trigger once, in text order."""
    found: dict[tuple[Role, int, int], Participant] = {}
    for role, token in _roles(parse, trigger, nouns):
        made = participant(text, parse, role, token, nouns)
        if made is not None:
            found.setdefault((role, made.passage.start, made.passage.end), made)
    return tuple(sorted(found.values(), key=lambda p: (p.passage.start, p.role)))


def _roles(parse: Parse, trigger: Trigger, nouns: Nouns) -> Iterator[tuple[Role, Token]]:
    alone = not any(True for _ in below(parse, trigger.token.i, "dobj"))
    suffers = trigger.frame.intransitive and (trigger.harm is not None or alone)
    for token in doers(parse, trigger):
        sort = nouns.sort(token)
        if sort is Sort.WEAPON:
            yield Role.WEAPON, token
        elif not suffers and sort in (Sort.PERSON, Sort.ORGANISATION, Sort.NAME):
            yield Role.PERPETRATOR, token
            yield from _behind(parse, token, nouns)
    for token in sufferers(parse, trigger):
        if token.lemma.lower() in AREAS:
            continue
        sort = Sort.PERSON if is_titled(parse, token, nouns) else _sort(token, trigger, nouns)
        if sort is Sort.OTHER and trigger.frame.struck and trigger.frame.proof:
            yield Role.TARGET, token  # "hit the city's heart", "struck a meeting"
        elif sort is Sort.PERSON or (sort in (Sort.NAME, Sort.OTHER) and _hurts_people(trigger)):
            yield Role.VICTIM, token
        elif sort in (Sort.OBJECT, Sort.ORGANISATION) or (sort is Sort.NAME and not trigger.nominal):
            yield Role.TARGET, token
    for token in _tools(parse, trigger):
        if nouns.sort(token) is Sort.WEAPON:
            yield Role.WEAPON, token


def _sort(token: Token, trigger: Trigger, nouns: Nouns) -> Sort:
    """A name that the model takes for a body's or a building's is a person's where only people suffer ("the murder of *Roa*")."""
    sort = nouns.sort(token)
    unsure = sort in (Sort.ORGANISATION, Sort.OBJECT) and token.lemma.lower() not in ORGANISATIONS | OBJECTS
    return Sort.NAME if unsure and _hurts_people(trigger) else sort


def _hurts_people(trigger: Trigger) -> bool:
    """Whether what suffers from it is a person even if the noun does not say so ("kidnapped *Roa*")."""
    return trigger.harm is not None or trigger.frame.kind in _AGAINST_PEOPLE


def _behind(parse: Parse, token: Token, nouns: Nouns) -> Iterator[tuple[Role, Token]]:
    """The organisation named with its people: "members of the *front*", "*army* patrols"."""
    if token.lemma.lower() in UNNAMED:
        yield from (
            (Role.PERPETRATOR, name) for name in below(parse, token.i, "appos") if name.pos == "PROPN"
        )
    if nouns.sort(token) is not Sort.PERSON:
        return
    for one in (*prepositional(parse, token.i, "of", "from"), *below(parse, token.i, "compound", "nmod")):
        if nouns.sort(one) is Sort.ORGANISATION or (one.dep == "pobj" and nouns.sort(one) is Sort.NAME):
            yield Role.PERPETRATOR, one


def _tools(parse: Parse, trigger: Trigger) -> Iterable[Token]:
    token = trigger.token
    yield from every(parse, prepositional(parse, token.i, "with", "by", "using", "from", "of"))
    yield from below(parse, token.i, "compound", "nmod")
    if not trigger.nominal:
        if trigger.frame.kind is Kind.BOMBING or trigger.token.lemma.lower() in (
            "fire",
            "launch",
            "detonate",
        ):
            yield from patients(parse, token)
        for child in below(parse, token.i, "advcl"):
            if child.lemma.lower() == "use":
                yield from every(parse, below(parse, child.i, "dobj"))


__all__ = ["participants"]
