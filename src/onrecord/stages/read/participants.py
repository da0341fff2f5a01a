"""Who did it, whom and what it struck, and with what: the head noun phrases, as tight as an analyst would mark them."""

from collections.abc import Iterable, Iterator

from onrecord.model import Kind, Parse, Participant, Passage, Role, Token
from onrecord.stages.read.arguments import doers, sufferers
from onrecord.stages.read.grammar import below, every, patients, phrase, prepositional
from onrecord.stages.read.lexicon import AREAS, PEOPLE, words
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.protected import protected
from onrecord.stages.read.triggers import Trigger

_AGAINST_PEOPLE = frozenset({Kind.ABDUCTION, Kind.KILLING, Kind.TORTURE, Kind.SEXUAL_VIOLENCE})
_NOBODY = words("other one life number dozen hundred thousand score body remains rest victim")
_UNNAMED = words("organization organisation group movement band gang")


def participants(text: str, parse: Parse, trigger: Trigger, nouns: Nouns) -> tuple[Participant, ...]:
    """Every participant of a trigger once, in text order."""
    found: dict[tuple[Role, int, int], Participant] = {}
    for role, token in _roles(parse, trigger, nouns):
        made = _participant(text, parse, role, token, nouns)
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
        sort = Sort.PERSON if _title(parse, token) else nouns.sort(token)
        if sort is Sort.OTHER and trigger.frame.struck and trigger.frame.proof:
            yield Role.TARGET, token  # "hit the city's heart", "struck a meeting"
        elif sort is Sort.PERSON or (sort in (Sort.NAME, Sort.OTHER) and _hurts_people(trigger)):
            yield Role.VICTIM, token
        elif sort in (Sort.OBJECT, Sort.ORGANISATION) or (sort is Sort.NAME and not trigger.nominal):
            yield Role.TARGET, token
    for token in _tools(parse, trigger):
        if nouns.sort(token) is Sort.WEAPON:
            yield Role.WEAPON, token


def _hurts_people(trigger: Trigger) -> bool:
    """Whether what suffers from it is a person even if the noun does not say so ("kidnapped *Roa*")."""
    return trigger.harm is not None or trigger.frame.kind in _AGAINST_PEOPLE


def _behind(parse: Parse, token: Token, nouns: Nouns) -> Iterator[tuple[Role, Token]]:
    """The organisation named with its people: "members of the *front*", "*army* patrols"."""
    if token.lemma.lower() in _UNNAMED:
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


def _title(parse: Parse, name: Token) -> int | None:
    """The last word of the title before a name ("police *general* Juan Roa"), as a token number; None without one."""
    if name.lemma.lower() in PEOPLE:
        return None
    titles = [
        t.i
        for t in below(parse, name.i, "compound", "nmod", "amod")
        if t.i < name.i and t.lemma.lower() in PEOPLE
    ]
    return max(titles, default=None)


def _participant(text: str, parse: Parse, role: Role, token: Token, nouns: Nouns) -> Participant | None:
    if (
        token.pos == "PRON"
        or token.lemma.lower() in _NOBODY
        or token.pos not in ("NOUN", "PROPN", "ADJ", "X", "VERB")
    ):
        return None
    first, last = phrase(parse, token)
    if (title := _title(parse, token)) is not None:
        first = max(first, title + 1)
    passage = Passage.of(text, parse.tokens[first].start, parse.tokens[last - 1].end)
    kind = None
    if role is Role.PERPETRATOR:
        named = parse.tokens[token.head].lemma.lower() in _UNNAMED and token.dep == "appos"
        kind = "organisation" if named or nouns.sort(token) is Sort.ORGANISATION else "person"
    marked = protected(parse, token) if role in (Role.VICTIM, Role.TARGET) else None
    return Participant(role, passage, kind, marked)


__all__ = ["participants"]
