"""Where it happened: from the word that tells of an event to the places that the grammar ties to it."""

from collections.abc import Sequence

from onrecord.model import Parse, Passage, Place, Token

_LOCATIVE = {
    *(
        "in",
        "near",
        "at",
        "on",
        "outside",
        "around",
        "across",
        "throughout",
        "inside",
        "within",
        "of",
        "along",
        "off",
        "over",
    ),
    *(
        "between",
        "from",
        "to",
        "into",
        "toward",
        "towards",
        "through",
        "by",
        "north",
        "south",
        "east",
        "west",
    ),
}


def place_of(parse: Parse, trigger: Passage, places: Sequence[Place]) -> tuple[Place, ...]:
    """The places where the event told by `trigger` happened; empty when the sentence does not tell.

    Several when the grammar joins them ("attacks in Kharkiv and Sumy").
    """
    verb = parse.head_of(trigger.start, trigger.end)
    if verb is None:
        return ()
    here = [
        (p, t)
        for p in places
        if (t := parse.head_of(p.passage.start, p.passage.end)) and t.sentence == verb.sentence
    ]
    scored = [(s, p) for p, t in here if (s := _tie(parse, verb, t)) > 0]
    if not scored:
        return ()
    best = max(s for s, _ in scored)
    return tuple(p for s, p in scored if s == best)[:1]


def _tie(parse: Parse, verb: Token, place: Token) -> float:
    distance = parse.distance(verb.i, place.i)
    if distance is None:
        return 0.0
    below = any(t.i == verb.i for t in parse.ancestors(place.i))
    prep = parse.tokens[place.head].text.casefold() in _LOCATIVE
    if below:
        return (10.0 if prep else 4.0) / (1 + distance)
    return 2.0 / (1 + distance) if prep else 0.0
