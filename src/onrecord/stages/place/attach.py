"""Where it happened: from the word that tells of an event to the places that the grammar ties to it."""

from collections.abc import Sequence
from math import log

from onrecord.model import Marks, Parse, Passage, Place, Token
from onrecord.stages.place.elsewhere import bound_for, launched_from, outside
from onrecord.stages.place.tie import Where, features, wheres
from onrecord.stages.place.tie_weights import BOTH, GRAMMAR, READER, START, WEIGHTS
from onrecord.stages.place.words import FIRM

_ENOUGH = -0.3  # log-odds: 0.43, best on half of the sentences held out
_ALSO = 0.85  # log-odds: 0.70, for a further place beside the best one


def place_of(
    parse: Parse, trigger: Passage, places: Sequence[Place], marks: Marks | None = None
) -> tuple[Place, ...]:
    """The places where the event told by `trigger` happened; empty when its sentence does not tell.

    Several when the grammar joins them ("attacks in Kharkiv and Sumy"), then in text order. `places` are those of the document.
    Datelines, capitals that speak ("Moscow said"), places of launch and of those on their way are not where it happened.
    """
    event = parse.head_of(trigger.start, trigger.end)
    if event is None:
        return ()
    here = [
        w
        for w in wheres(parse, event, places)
        if not w.first <= event.i < w.last and not _is_elsewhere(parse, w)
    ]
    tied = [(_tie(parse, event, w, [o for o in here if o is not w], marks), w) for w in here]
    strongest = max(tied, key=lambda one: one[0], default=None)
    if strongest is None or strongest[0] <= _ENOUGH:
        return tuple(w.place for w in here if _sets_scene(parse, w))[:1]
    return tuple(
        w.place for tie, w in tied if w is strongest[1] or (tie > _ALSO and _joined(parse, w, strongest[1]))
    )


def _is_elsewhere(parse: Parse, one: Where) -> bool:
    return outside(parse, one.place) or launched_from(parse, one.head) or bound_for(one.downs)


def _sets_scene(parse: Parse, one: Where) -> bool:
    """ "In Okhtyrka, …": said of all that follows in the sentence, whatever the model hangs it on."""
    start = parse.sentences[one.head.sentence][0]
    comma = one.last < len(parse.tokens) and parse.tokens[one.last].text == ","
    return comma and one.first - start == 1 and parse.tokens[start].text.casefold() in FIRM


def _tie(parse: Parse, event: Token, one: Where, others: Sequence[Where], marks: Marks | None) -> float:
    """Log-odds that it happened there: by the grammar and, where it looked, the trained reader."""
    told, place = by_grammar(parse, event, one, others), one.place.passage
    seen = marks.happened_at((event.start, event.end), (place.start, place.end)) if marks else None
    return told if seen is None else GRAMMAR * told + READER * log_odds(seen) + BOTH


def log_odds(probability: float) -> float:
    """Bounded, so that no probability is beyond doubt."""
    return log(max(probability, 1e-6) / max(1 - probability, 1e-6))


def by_grammar(parse: Parse, event: Token, one: Where, others: Sequence[Where]) -> float:
    """Log-odds by the path between event and place."""
    return START + sum(WEIGHTS.get(name, 0.0) * value for name, value in features(parse, event, one, others))


def _joined(parse: Parse, one: Where, other: Where) -> bool:
    """Both in one list: "in Kharkiv and Sumy"."""
    return _first_of_list(parse, one.head) == _first_of_list(parse, other.head)


def _first_of_list(parse: Parse, token: Token) -> int:
    while token.dep in ("conj", "appos") and token.head != token.i:
        token = parse.tokens[token.head]
    return token.i
