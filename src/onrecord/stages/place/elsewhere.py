"""Places that a sentence names and where nothing it tells of happened: datelines, speakers, places of launch, ways and goals."""

from collections.abc import Sequence

from onrecord.model import Parse, Place, Token
from onrecord.stages.place.dateline import in_dateline
from onrecord.stages.place.words import COMING, FLYING, GOING, LAUNCHING, LEAVING, SPEAKING

_WITHIN = ("in", "of", "near", "off", "over", "inside", "outside", "around")
_GOALS = ("to", "for", "toward", "towards", "into")
_CLAUSES = ("acl", "relcl")


def outside(parse: Parse, place: Place) -> bool:
    """Whether it is named as the dateline or as one who speaks ("Moscow said"), and so tells nothing of where a thing happened."""
    head = parse.head_of(place.passage.start, place.passage.end)
    tokens = parse.tokens_in(place.passage.start, place.passage.end)
    if head is None:
        return True
    speaks = head.dep == "nsubj" and parse.tokens[head.head].lemma in SPEAKING
    return speaks or in_dateline(parse, tokens[0].i, tokens[-1].i + 1)


def launched_from(parse: Parse, place: Token) -> bool:
    """Whether something flew from there: "missiles fired from a ship in the Black Sea", "rockets from Gaza", "from the territory of …"."""
    for token in parse.ancestors(place.i):
        if token.pos == "ADP" and token.text.casefold() == "from":
            of_territory = any(t.lemma == "territory" for t in parse.children(token.i))
            return of_territory or _launches(parse, parse.tokens[token.head])
        if token.pos == "VERB" or (token.pos == "ADP" and token.text.casefold() not in _WITHIN):
            return False
    return False


def _launches(parse: Parse, governor: Token) -> bool:
    """ "Fired" only with something that flies far: who fires a rifle from a roof in a town is in that town."""
    lemma = governor.lemma.casefold()
    if governor.pos != "VERB":
        return lemma in FLYING
    beside = [parse.tokens[governor.head], *parse.children(governor.i)]
    if lemma == "take":
        return any(t.dep == "prt" and t.lemma == "off" for t in beside)
    return lemma in LAUNCHING and any(t.lemma.casefold() in FLYING for t in beside)


def bound_for(downs: Sequence[Token]) -> bool:
    """Whether the way down to a place leads through those who go there or come from there: "people trying to leave Ukraine"."""
    for n, token in enumerate(downs[:-1]):
        going = token.pos == "VERB" and token.lemma.casefold() in GOING
        described = any(t.dep in _CLAUSES for t in downs[: n + 1])
        if going and described and _goal(token, downs[n + 1]):
            return True
    return False


def _goal(verb: Token, below: Token) -> bool:
    if below.dep != "prep":
        return below.dep == "dobj" and verb.lemma.casefold() in LEAVING
    word = below.text.casefold()
    return word in _GOALS or (word == "from" and verb.lemma.casefold() in COMING)
