"""Which triggers of one sentence tell of one happening, by its grammar."""

from collections.abc import Iterator, Sequence

from onrecord.model import Parse, Token
from onrecord.stages.read.grammar import agents, prepositional, subjects
from onrecord.stages.read.lexicon import words
from onrecord.stages.read.triggers import Trigger

_RESULTS = words("advcl conj xcomp relcl acl pcomp dobj oprd ccomp prep amod attr appos")
_WITHIN = ("in", "during", "by", "from", "after", "with", "of", "following", "when")
_APART = words("after before since following until")
_SPANS = words("day days week weeks month months year years hour hours")
_DYING = frozenset({"die", "succumb"})


def joined(parse: Parse, found: Sequence[Trigger]) -> list[int]:
    """A number for each trigger; those with the same number are tied by the grammar ("a *blast* *killed* two and *injured* five")."""
    parent = list(range(len(found)))
    at = {t.token.i: n for n, t in enumerate(found)}
    for n, trigger in enumerate(found):
        for other in _tied(parse, trigger.token):
            if other.i in at:
                low, high = sorted((_root(parent, n), _root(parent, at[other.i])))
                parent[high] = low
    numbers: dict[int, int] = {}
    return [numbers.setdefault(_root(parent, n), len(numbers)) for n in range(len(found))]


def _root(parent: list[int], n: int) -> int:
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n


def _tied(parse: Parse, token: Token) -> Iterator[Token]:
    """Tokens that tell of the same happening, should they be triggers."""
    yield from prepositional(parse, token.i, *_WITHIN)
    if token.pos in ("VERB", "AUX"):
        yield from agents(parse, token)
        yield from subjects(parse, token)
    above = token
    for _ in range(4):
        if above.head == above.i or (above.dep not in _RESULTS and above.pos in ("VERB", "AUX")):
            return
        if above.dep in ("advcl", "pcomp", "pobj") and _separated(parse, above):
            return
        above = parse.tokens[above.head]
        yield above
        if above.pos == "VERB":
            yield from subjects(parse, above)  # "the *attack* left two dead"


def _separated(parse: Parse, token: Token) -> bool:
    """Whether the text sets a time between the two ("two days *after* a bombing"); one who dies of wounds is of the same happening."""
    if parse.tokens[token.head].lemma.lower() in _DYING:
        return False
    before = {t.text.lower() for t in parse.tokens[max(0, token.i - 6) : token.i]}
    return bool(before & _APART) and bool(before & _SPANS)


__all__ = ["joined"]
