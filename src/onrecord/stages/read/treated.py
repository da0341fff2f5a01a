"""People of whom it is told that they are in hospital, or in what condition: "was taken to hospital", "is in critical condition".

No word of harm is needed for them where the page has told of violence: the three men who are taken to hospital after a shooting were hurt in
it. Whoever then dies is among the dead, as with people who are shot (`struck`).
"""

from collections.abc import Iterator, Sequence

from onrecord.model import Claim, Harm, Kind, Parse, Stance, Token
from onrecord.stages.read.grammar import around, below, prepositional
from onrecord.stages.read.lexicon import MEANS, Frame, words
from onrecord.stages.read.triggers import Trigger

_TREATED = Frame(Kind.OTHER_HARM, Harm.INJURED, struck=True)
_BROUGHT = words(
    "take rush transport airlift fly bring send transfer carry drive admit convey evacuate flight lifeflight ferry"
)
_HOSPITALS = words("hospital hospitals infirmary")
_STATES = words("critical serious stable grave fair good guarded poor satisfactory")
_NOT_DONE = frozenset(
    {Stance.PLANNED, Stance.NEGATED}
)  # an attack that was only planned puts nobody in hospital
_FAR = 6  # sentences back to the violence: the longest way from a lead to the last of those hurt in 20 pages looked at


def with_treated(parse: Parse, first: int, last: int, told: Sequence[Trigger]) -> list[Trigger]:
    """The words of harm in tokens `first` to `last - 1`, and those that put somebody in hospital or in a condition, in text order."""
    known = {t.token.i for t in told}
    found = [t for t in _treated(parse, first, last) if t.token.i not in known]
    return sorted((*told, *found), key=lambda t: t.token.i) if found else list(told)


def _treated(parse: Parse, first: int, last: int) -> Iterator[Trigger]:
    for token in parse.tokens[first:last]:
        brought = token.pos == "VERB" and token.lemma.lower() in _BROUGHT
        if (brought and _to_hospital(parse, token)) or _in_condition(parse, token):
            kind = (
                Kind.OTHER_HARM if brought else _by_weapon(parse, token)
            )  # "taken from the helicopter to hospital"
            yield Trigger(token, _TREATED, kind, Harm.INJURED, nominal=not brought)


def _by_weapon(parse: Parse, token: Token) -> Kind:
    """As in "In critical condition *from gunshot*": what hurt them says that it was violence."""
    causes = (
        t for t in around(parse, token.i) if t.dep == "pobj" and parse.tokens[t.head].text.lower() == "from"
    )
    return next((MEANS[t.lemma.lower()] for t in causes if t.lemma.lower() in MEANS), Kind.OTHER_HARM)


def _to_hospital(parse: Parse, verb: Token) -> bool:
    return any(_hospital(parse, t) for t in prepositional(parse, verb.i, "to", "into", "at", "in"))


def _hospital(parse: Parse, noun: Token) -> bool:
    medical = any(t.text.lower() in ("medical", "trauma") for t in below(parse, noun.i, "compound", "amod"))
    return noun.lemma.lower() in _HOSPITALS or (medical and noun.lemma.lower() in ("center", "centre"))


def _in_condition(parse: Parse, token: Token) -> bool:
    if token.dep != "pobj" or parse.tokens[token.head].text.lower() not in ("in", "on"):
        return False
    if token.lemma.lower() == "condition":
        return any(t.lemma.lower() in _STATES for t in below(parse, token.i, "amod", "compound", "nmod"))
    return token.lemma.lower() == "support" and any(
        t.lemma.lower() == "life" for t in below(parse, token.i, "compound")
    )


def without_the_ill(found: Sequence[tuple[Trigger, Claim]]) -> list[tuple[Trigger, Claim]]:
    """Leaves out those in hospital of whom no violence is told before them or beside them, and whom another word has counted already."""
    violent = [
        t.token.sentence
        for t, c in found
        if t.frame is not _TREATED and c.kind is not Kind.OTHER_HARM and c.stance not in _NOT_DONE
    ]
    counted = {
        n.passage for t, c in found if t.frame is not _TREATED for n in c.counts if n.harm is Harm.INJURED
    }
    kept: list[tuple[Trigger, Claim]] = []
    for trigger, claim in found:
        if trigger.frame is _TREATED and claim.kind is Kind.OTHER_HARM:
            here, new = trigger.token.sentence, {n.passage for n in claim.counts} - counted
            if not new or not any(here - _FAR <= s <= here for s in violent):
                continue
            counted |= new
        kept.append((trigger, claim))
    return kept


__all__ = ["with_treated", "without_the_ill"]
