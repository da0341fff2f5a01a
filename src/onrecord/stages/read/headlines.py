"""What the title of a page takes for granted: "Suspect in Brask shooting surrenders", "Shooting victims identified", "Market gunman sentenced".

In a text such a noun only names a case or a person, and what happened is claimed elsewhere. Where a title is all that can be read of a page
(its text is a log-in form, or another story), it is the claim: a headline that tells of the suspect in a shooting says that there was one.
"""

from collections.abc import Iterator

from onrecord.model import Kind, Parse, Token
from onrecord.stages.read.lexicon import NOUNS, Frame, words
from onrecord.stages.read.sense import is_figure, is_harm
from onrecord.stages.read.triggers import Trigger, triggers

# Before these a word of harm names no case of it ("shooting range", "murder mystery", "attack dog").
_OTHERS = words(
    """
    range gallery season star game club squad row weapon dog story plot novel mystery film movie show series record rate statistic
    aircraft plane helicopter jet rifle vehicle submarine drill talk warning threat law bill unit division simulator gun
    """
)
_DOERS = {
    "shooter": Kind.SHOOTING,
    "gunman": Kind.SHOOTING,
    "gunshot": Kind.SHOOTING,
    "killer": Kind.KILLING,
    "murderer": Kind.KILLING,
    "bomber": Kind.BOMBING,
    "attacker": Kind.ATTACK,
}
_NO_VIOLENCE = frozenset({Kind.DETENTION, Kind.THREAT, Kind.OTHER_HARM})
_MODIFYING = frozenset({"compound", "amod", "nmod", "poss"})


def of_headline(parse: Parse, first: int, last: int) -> Iterator[Trigger]:
    """The words of harm of a title in tokens `first` to `last - 1`: those that tell of it; where none does, those that take it for granted."""
    told = [one for one in triggers(parse, first, last) if not _names_another(parse, one.token)]
    plain = [one for one in told if is_harm(parse, one)]
    yield from plain or [one for one in told if _granted(parse, one)] or _doers(parse, first, last)


def _granted(parse: Parse, trigger: Trigger) -> bool:
    token = trigger.token
    if trigger.kind in _NO_VIOLENCE or not {token.lemma.lower(), token.text.lower()} & NOUNS.keys():
        return False
    return not is_figure(parse, trigger)


def _names_another(parse: Parse, token: Token) -> bool:
    phrase = parse.tokens[token.i + 1 : token.head + 1] if token.dep in _MODIFYING else ()
    return any(t.lemma.lower() in _OTHERS for t in phrase)


def _doers(parse: Parse, first: int, last: int) -> Iterator[Trigger]:
    for token in parse.tokens[first:last]:
        kind = _DOERS.get(token.lemma.lower())
        if kind is not None and token.pos in ("NOUN", "PROPN") and _is_somebody(parse, token):
            yield Trigger(token, Frame(kind, None), kind, None, nominal=True)


def _is_somebody(parse: Parse, token: Token) -> bool:
    """Not before another noun than a name ("killer whale")."""
    return token.dep not in _MODIFYING or parse.tokens[token.head].pos == "PROPN"


__all__ = ["of_headline"]
