"""Cues that are no verbs: "according to", "his claim that", "Police: …"."""

from collections.abc import Iterator

from onrecord.model import Parse, Token
from onrecord.stages.read import cues
from onrecord.stages.read.attribution_draft import Draft
from onrecord.stages.read.attribution_source import noun_phrase, source_of
from onrecord.stages.read.attribution_verbs import clause, is_carried, said_by_noun
from onrecord.stages.read.cues import lemma_of


def noun_drafts(parse: Parse) -> Iterator[Draft]:
    """The attributions that nouns and prepositions make."""
    for token in parse.tokens:
        if token.text.lower() == "according":
            yield from _according(parse, token)
        elif lemma_of(token) in cues.STATES:
            yield from _state(parse, token)
        elif token.pos == "NOUN" and lemma_of(token) in cues.NOUNS:
            yield from _noun(parse, token)


def _according(parse: Parse, token: Token) -> Iterator[Draft]:
    """ "…, according to the mayor": the content is the clause that it stands in."""
    to = next((c for c in parse.children(token.i) if c.text.lower() == "to"), None)
    told = next((c for c in parse.children(to.i) if c.dep in ("pobj", "pcomp")), None) if to else None
    if to is None or told is None:
        return
    content = set(parse.subtree(_clause_above(parse, token).i)) - set(parse.subtree(token.i))
    yield Draft(token, (token.i, to.i), noun_phrase(parse, told), frozenset(content))


def _clause_above(parse: Parse, token: Token) -> Token:
    """The verb (or root) of the clause: a remark that the grammar hangs on a noun is about the whole clause."""
    return next((t for t in parse.ancestors(token.i) if t.pos in ("VERB", "AUX") or t.head == t.i), token)


def _state(parse: Parse, adjective: Token) -> Iterator[Draft]:
    """ "The mayor is confident that …"."""
    verb = parse.tokens[adjective.head]
    clauses = [
        c for t in (adjective, verb) for c in parse.children(t.i) if c.dep == "ccomp" and c.i > adjective.i
    ]
    if adjective.dep != "acomp" or not clauses:
        return
    cue = tuple(range(min(verb.i, adjective.i), adjective.i + 1))
    source, content = source_of(parse, verb), clause(parse, clauses[0])
    yield Draft(adjective, cue, source, frozenset(content) - set(source) - set(cue), tells=False)


def _noun(parse: Parse, noun: Token) -> Iterator[Draft]:
    """ "the ministry's claim that …": only where the grammar shows who says or what is said."""
    if is_carried(parse, noun):
        return  # the verb is part of the cue: attribution_verbs
    content, path = said_by_noun(parse, noun)
    owner = next((c for c in parse.children(noun.i) if c.dep == "poss"), None)
    that = bool(content) and not path
    if not content or not (that or owner):
        return
    source = noun_phrase(parse, owner) if owner else ()
    words = (noun.i, *path)
    yield Draft(noun, tuple(range(min(words), max(words) + 1)), source, frozenset(content) - set(source))
