"""What a text says about a happening: that it happened, did not, may have, or is to come."""

from onrecord.model import Parse, Passage, Stance, Token

_DENYING = frozenset("deny reject dismiss refute".split())
_POSSIBLE = frozenset("may might could possibly perhaps allegedly reportedly apparently suspect suspected allege alleged fear".split())
_PLANNED = frozenset("will shall plan threaten vow intend order promise".split())


def stance_of(parse: Parse, trigger: Token) -> tuple[Stance, Passage | None]:
    """The stance towards what `trigger` names and the words that tell; (ASSERTED, None) when nothing speaks against it."""
    path = [trigger, *parse.ancestors(trigger.i)]
    for node in path:
        for child in parse.children(node.i):
            if node is trigger and (child.dep == "neg" or (child.dep == "det" and child.text.lower() == "no")):
                return Stance.NEGATED, _at(child)
            if node is trigger and child.lemma.lower() in _POSSIBLE:
                return Stance.POSSIBLE, _at(child)
            if node is trigger and child.dep == "aux" and child.lemma.lower() in _PLANNED:
                return Stance.PLANNED, _at(child)
        if node is not trigger:
            for words, stance in ((_DENYING, Stance.DENIED), (_PLANNED, Stance.PLANNED), (_POSSIBLE, Stance.POSSIBLE)):
                if node.lemma.lower() in words:
                    return stance, _at(node)
    return Stance.ASSERTED, None


def _at(token: Token) -> Passage:
    return Passage(token.start, token.end, token.text)
