"""What the title of a page takes for granted: "Suspect in Brask shooting surrenders", "Shooting victims identified".

In a text such a noun only names a case or a person, and what happened is claimed elsewhere. Where a title is all that can be read of a page
(its text is a log-in form, or another story), it is the claim: a headline that tells of the suspect in a shooting says that there was one.
"""

from collections.abc import Iterator

from onrecord.model import Kind, Parse, Token
from onrecord.stages.read.grammar import prepositional
from onrecord.stages.read.lexicon import NOUNS, words
from onrecord.stages.read.sense import is_figure, is_harm
from onrecord.stages.read.triggers import Trigger, triggers

# Before these a word of harm names no case of it ("shooting range", "murder mystery", "attack dog").
_OTHERS = words(
    """
    range gallery season star game club squad row weapon dog story plot novel mystery film movie show series record rate statistic
    aircraft plane helicopter jet rifle vehicle submarine drill talk warning threat law bill unit division simulator gun
    """
)
# In a title with one of these nothing happened, or long ago, or on a stage. No words of real reports too ("9-year-old", "at a game", "booked").
_VOID = words(
    """
    acquit acquittal exonerate wrongly foil avert prevent thwart hoax anniversary film movie documentary drill simulation premiere novel
    how why lesson myth decade century rate statistic lowest highest stock bitcoin
    """
)
_NO_VIOLENCE = frozenset({Kind.DETENTION, Kind.THREAT, Kind.OTHER_HARM})
_CHARGED = words("charge arrest sentence convict indict hold jail plead suspect")
_MODIFYING = frozenset({"compound", "amod", "nmod", "poss"})


def of_headline(parse: Parse, first: int, last: int) -> Iterator[Trigger]:
    """The words of harm of a title in tokens `first` to `last - 1`: those that tell of it; where none does, those that take it for granted."""
    if any(t.lemma.lower() in _VOID for t in parse.tokens[first:last]):
        return
    told = [one for one in triggers(parse, first, last) if not _names_another(parse, one.token)]
    plain = [one for one in told if is_harm(parse, one)]
    yield from plain or [one for one in told if _granted(parse, one)]


def _granted(parse: Parse, trigger: Trigger) -> bool:
    token = trigger.token
    if trigger.kind in _NO_VIOLENCE or not {token.lemma.lower(), token.text.lower()} & NOUNS.keys():
        return False
    return not _in_general(parse, token) and not is_figure(parse, trigger)


def _in_general(parse: Parse, token: Token) -> bool:
    """As in "Gun violence and school shootings": many, of no place and no number, for which nobody is charged."""
    if token.tag not in ("NNS", "NNPS"):
        return False
    said = {t.lemma.lower() for t in parse.ancestors(token.i)}
    named = any(c.dep in ("nummod", "det") or c.pos == "PROPN" for c in parse.children(token.i))
    placed = any(True for _ in prepositional(parse, token.i, "in", "at", "near", "on"))
    return not (named or placed or said & _CHARGED)


def _names_another(parse: Parse, token: Token) -> bool:
    phrase = parse.tokens[token.i + 1 : token.head + 1] if token.dep in _MODIFYING else ()
    return any(t.lemma.lower() in _OTHERS for t in phrase)


__all__ = ["of_headline"]
