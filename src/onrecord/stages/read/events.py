"""Every word that may tell of a happening, with its stance: what ``onrecord read`` adds to the claims of harm."""

from onrecord.model import Event, Parse, Passage
from onrecord.stages.read.stance import stance_of

_MAY_TELL = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN"})


def find_events(parse: Parse) -> tuple[Event, ...]:
    """In text order; no lexicon is asked, since any verb and many nouns and adjectives can tell of a happening."""
    told = (token for token in parse.tokens if token.pos in _MAY_TELL)
    return tuple(Event(Passage(t.start, t.end, t.text), stance_of(parse, t)[0]) for t in told)
