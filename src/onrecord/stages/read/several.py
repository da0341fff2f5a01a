"""Numbers that are told of many happenings at once: they are the toll of none of them."""

from itertools import pairwise

from onrecord.model import Parse, Token
from onrecord.stages.read.amounts import is_year
from onrecord.stages.read.grammar import around, below, clause, prepositional
from onrecord.stages.read.lexicon import NOUNS, words
from onrecord.stages.read.numbers import value
from onrecord.stages.read.triggers import Trigger

_HAPPENINGS = NOUNS.keys() | words("incident event case")
_APART = words("separate various multiple several different unrelated many weekend overnight")
_ACROSS = words("across around throughout since over")
_OVER = words("over in within during")
_SPANS = words("year month week weekend")
_EVERY = words("each every per")
_STRETCHES = words("stretch period span")
_CRIMES = words("homicide murder killing slaying")  # each a happening of its own when they are numbered


def of_many(parse: Parse, trigger: Trigger) -> bool:
    """ "Ten were shot in *four separate shootings*", "in *shootings across the city*", "three have been killed *this year*"."""
    if any(_many(parse, t) for t in _happenings(parse, trigger)) or _so_far(parse, trigger.token):
        return True
    return _in_a_stretch(parse, trigger.token) or _statistics(parse, trigger.token)


def _happenings(parse: Parse, trigger: Trigger) -> list[Token]:
    """What the harm was done in or by, in so many happenings: "in *attacks*", "*shootings* that left two dead"."""
    verb = clause(parse, trigger.token.i)
    told = {
        trigger.token.i,
        verb.i,
        *(t.i for t in below(parse, verb.i, "conj")),
    }  # "killed and … wounded in shootings"
    found = [t for i in sorted(told) for t in prepositional(parse, i, "in", "during", "from", "by")]
    found += below(parse, verb.i, "nsubj", "agent")
    if verb.dep in ("relcl", "acl", "advcl"):
        found.append(parse.tokens[verb.head])
    return [t for t in found if t.tag == "NNS" and t.lemma.lower() in _HAPPENINGS and t.i != trigger.token.i]


def _many(parse: Parse, noun: Token) -> bool:
    """Whether the plural is meant of several, and not of one hail of strikes on one place."""
    before = list(below(parse, noun.i, "nummod", "amod", "compound"))
    after = list(below(parse, noun.i, "prep"))
    return any(t.text.lower() in _APART or (value(t.text) or 0) > 1 for t in before) or any(
        t.text.lower() in _ACROSS for t in after
    )


def _in_a_stretch(parse: Parse, token: Token) -> bool:
    """ "Three killed and 27 wounded *over an eight-hour stretch*"."""
    ahead = (t for t in around(parse, token.i) if token.i < t.i < token.i + 12 and t.dep == "pobj")
    return any(t.lemma.lower() in _STRETCHES and parse.tokens[t.head].text.lower() in _OVER for t in ahead)


def _statistics(parse: Parse, token: Token) -> bool:
    """ "The *85 homicides* recorded in 2016", "*146 murders* last year": each was a happening of its own."""
    if token.lemma.lower() not in _CRIMES or not any(
        (value(t.text) or 0) > 1 and not is_year(t) for t in below(parse, token.i, "nummod")
    ):
        return False
    near = [t for t in around(parse, token.i) if abs(t.i - token.i) < 12]
    return any(is_year(t) or t.lemma.lower() in ("year", "month", "annual") for t in near)


def _so_far(parse: Parse, token: Token) -> bool:
    """ "This year", "so far": the number grows from happening to happening."""
    near = [t.text.lower() for t in around(parse, token.i) if abs(t.i - token.i) < 12]
    pairs = set(pairwise(near))
    if ("so", "far") in pairs or any((word, "year") in pairs for word in _EVERY):
        return True
    return any(("this", span) in pairs for span in _SPANS - {"weekend", "week"})


__all__ = ["of_many"]
