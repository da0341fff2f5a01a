"""Which triggers of one sentence tell of one happening, by its grammar."""

from collections.abc import Sequence

from onrecord.model import Kind, Parse, Token
from onrecord.stages.read.grammar import agents, prepositional, subjects
from onrecord.stages.read.triggers import Trigger

_RESULTS = frozenset(
    {
        "advcl",
        "conj",
        "xcomp",
        "relcl",
        "acl",
        "pcomp",
        "dobj",
        "oprd",
        "ccomp",
        "prep",
        "amod",
        "attr",
        "appos",
    }
)
_APART = frozenset({"after", "before", "since", "following", "until"})
_WITHIN = ("in", "during", "by", "from", "after", "with", "of", "following", "when")
_EFFECT = frozenset({Kind.OTHER_HARM})


def joined(parse: Parse, found: Sequence[Trigger]) -> list[int]:
    """A number for each trigger; those with the same number are tied by the grammar ("a *blast* *killed* two and *injured* five")."""
    number = list(range(len(found)))
    at = {t.token.i: n for n, t in enumerate(found)}
    for n, trigger in enumerate(found):
        for other in _tied(parse, trigger.token):
            m = at.get(other.i)
            if m is not None and m != n:
                low, high = sorted((number[n], number[m]))
                number = [low if k == high else k for k in number]
    order = list(dict.fromkeys(number))
    return [order.index(k) for k in number]


def _tied(parse: Parse, token: Token) -> list[Token]:
    """Tokens that would be the same happening, were they triggers."""
    tied = list(prepositional(parse, token.i, *_WITHIN))
    if token.pos in ("VERB", "AUX"):
        tied += [*agents(parse, token), *subjects(parse, token)]
    above = token
    for _ in range(4):
        if above.head == above.i or (above.dep not in _RESULTS and above.pos in ("VERB", "AUX")):
            break
        dying = parse.tokens[above.head].lemma.lower() in ("die", "succumb")
        if above.dep in ("advcl", "pcomp", "pobj") and not dying and _separated(parse, above):
            break
        above = parse.tokens[above.head]
        tied.append(above)
    return tied


def _separated(parse: Parse, token: Token) -> bool:
    """As in "Two days *after* a bombing", "*before* the attack": another time, so another happening."""
    before = parse.tokens[max(0, token.i - 6) : token.i]
    span = [t.text.lower() for t in before]
    return any(w in _APART for w in span) and any(
        w in ("day", "days", "week", "weeks", "month", "months", "year", "years", "hours") for w in span
    )


__all__ = ["joined"]
