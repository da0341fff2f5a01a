"""Words that take a happening as known, so that a doubt above them is about something else: who did it, not whether it was done."""

from onrecord.model import Parse, Token
from onrecord.stages.read.cues import listed
from onrecord.stages.read.grammar import below

# "A suspect in the bombing", "wanted in connection with the shooting", "believed to be responsible for the blasts".
_ABOUT_WHO = listed(
    """
    arrest arrested connection guilty inquiry investigation link responsible suspect trial warrant witness
    """
)
_PLANNING = listed("mastermind order plan plot")
_OF = listed("between for in into to with")
_KNOWN_AFTER = listed("behind since")  # "believe the front was behind the killings"


def taken_as_known(parse: Parse, node: Token, above: Token) -> bool:
    """Whether what `node`, on the way up from a trigger, stands for is known for the word `above` it."""
    word = node.text.lower()
    if node.dep == "prep":
        return word in _KNOWN_AFTER or (word in _OF and above.lemma.lower() in _ABOUT_WHO)
    if node.dep == "nsubjpass":
        return _planned_by(parse, above)
    return node.dep in ("ccomp", "pcomp") and (_asks_who(parse, node) or _is_stunned(parse, above))


def _planned_by(parse: Parse, verb: Token) -> bool:
    """ "The attacks *were plotted by* him"; but what was planned by him *for* Monday may not have come."""
    planned = verb.lemma.lower() in _PLANNING and any(True for _ in below(parse, verb.i, "agent"))
    return planned and not any(p.text.lower() == "for" for p in below(parse, verb.i, "prep"))


def _asks_who(parse: Parse, clause: Token) -> bool:
    """ "Nobody knows *who shot* him", "to find out *how* they died"; but "how to kill" is still to come."""
    asked = any(c.tag in ("WP", "WRB") and c.i < clause.i for c in parse.children(clause.i))
    return asked and not any(c.tag == "TO" for c in below(parse, clause.i, "aux"))


def _is_stunned(parse: Parse, verb: Token) -> bool:
    """ "I *can't believe* they killed him"."""
    can = any(c.lemma.lower() in ("can", "could", "ca") for c in below(parse, verb.i, "aux"))
    return verb.lemma.lower() == "believe" and can and any(True for _ in below(parse, verb.i, "neg"))


__all__ = ["taken_as_known"]
