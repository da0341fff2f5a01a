"""A killer's own death in the sentence that tells whom he killed: "shot his wife and two sons, then *killed himself*".

He is none of those he killed, so he is one dead more. "Turned the gun on himself" is a death only on a page that speaks of a suicide.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Count, Harm, Parse, Passage, Token
from onrecord.stages.read.grammar import around, below, clause, is_passive
from onrecord.stages.read.lexicon import words
from onrecord.stages.read.triggers import Trigger

_SELVES = words("himself herself themself")
_TRIED = words("try attempt attempted unsuccessfully")


def with_killer(text: str, parse: Parse, trigger: Trigger, hurt: Sequence[Token], whole: Count) -> Count:
    """The number of those killed, with the killer when the same sentence tells of his death behind; else as it is."""
    known = whole.harm is Harm.KILLED and whole.low is not None and whole.low == whole.high
    if not known or trigger.nominal or not whole.low or not _told_of_both(parse, trigger.token):
        return whole
    if any(t.text.lower() in _SELVES for t in hurt):
        return whole
    end = _own_death(text, parse, trigger.token)
    if end is None:
        return whole
    passage = Passage.of(text, whole.passage.start, max(end.end, whole.passage.end))
    how = f"{whole.low} killed, and the killer"
    return replace(whole, low=whole.low + 1, high=whole.low + 1, passage=passage, how=how)


def _told_of_both(parse: Parse, verb: Token) -> bool:
    """Whether the clause tells whom somebody killed: "three were killed when …" may count the killer."""
    return not is_passive(parse, verb) or any(True for _ in below(parse, verb.i, "agent"))


def _own_death(text: str, parse: Parse, kills: Token) -> Token | None:
    """The last word that tells of the killer's own death behind the killing."""
    behind = [t for t in around(parse, kills.i) if t.i > kills.i]
    if any(t.lemma.lower() in _TRIED for t in behind):
        return None
    return next((t for t in behind if _dies(text, parse, t)), None)


def _dies(text: str, parse: Parse, token: Token) -> bool:
    """ "Killed *himself*", "took his own *life*", "committed *suicide*"; "turned the gun on *himself*" where a suicide is told of."""
    verb, word = clause(parse, token.i).lemma.lower(), token.text.lower()
    if word in _SELVES:
        return verb == "kill" or (verb in ("shoot", "turn") and "suicide" in text.lower())
    if word == "suicide":
        return verb == "commit" and token.dep == "dobj"
    return (
        word == "life"
        and verb == "take"
        and any(t.text.lower() == "own" for t in below(parse, token.i, "amod"))
    )


__all__ = ["with_killer"]
