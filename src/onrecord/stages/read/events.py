"""Every word that may tell of a happening, with its stance: what ``onrecord read`` adds to the claims of harm."""

from onrecord.model import Event, Marks, Parse, Passage, Stance, Token
from onrecord.stages.read.stance import stance_of
from onrecord.stages.read.stance_learned import alone

_MAY_TELL = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN"})


def find_events(parse: Parse, marks: Marks | None = None) -> tuple[Event, ...]:
    """In text order; no lexicon is asked, since any verb and many nouns and adjectives can tell of a happening."""
    told = (token for token in parse.tokens if token.pos in _MAY_TELL)
    return tuple(Event(Passage(t.start, t.end, t.text), _stance(parse, t, marks)) for t in told)


def _stance(parse: Parse, token: Token, marks: Marks | None) -> Stance:
    """The trained reader's where it looked: no record rests on these words, and the grammar alone is right less often."""
    seen = marks.stance((token.start, token.end)) if marks else None
    return stance_of(parse, token)[0] if seen is None else alone(seen)
