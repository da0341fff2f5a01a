"""Features of where, in two questions: does the name mean this entry of the gazetteer, and did it happen there? Both must be right."""

from math import log1p

from onrecord.model import Candidate, Place, Precision, Token
from onrecord.stages.sure.scene import Features, Scene, near, odds, reasons, standing
from onrecord.stages.sure.whole import Whole

_SETTLED = (Precision.SITE, Precision.SETTLEMENT)


def named(place: Place, whole: Whole) -> Features:
    """Whether the name means the entry it was resolved to; empty when it was not resolved."""
    found = place.resolved
    if found is None:
        return
    yield from reasons(place.reason)
    yield f"a {found.precision.value}", 1.0
    yield "people", log1p(found.population or 0) / 2.3
    yield "other entries", log1p(len(place.candidates))
    rival = max((c.population or 0 for c in place.candidates), default=0)
    yield "people of the next", log1p(rival) / 2.3
    if found.name.casefold() == place.passage.words.casefold():
        yield "its main name", 1.0
    yield "words in the name", log1p(len(place.passage.words.split()))
    yield from _company(place, found, whole)
    yield from _marked(place, whole)


def _company(place: Place, found: Candidate, whole: Whole) -> Features:
    """Whether the other places of the text lie in the same country and region."""
    own = whole.entries[found]
    others = whole.entries.total() - own
    yield "named again", log1p(max(own - 1, 0))
    if not others:
        yield "no other place", 1.0
        return
    yield "share in its country", (whole.countries[found.country] - own) / others
    if found.admin1:
        yield "share in its region", (whole.regions[found.country, found.admin1] - own) / others
    after = whole.next_mention(place)
    if after and after.passage.start - place.passage.end <= len(", in ") and _holds(after.resolved, found):
        yield "the text says in what", 1.0


def _holds(outer: Candidate | None, inner: Candidate) -> bool:
    if outer is None or outer == inner or outer.precision in _SETTLED:
        return False
    return outer.country == inner.country


def _marked(place: Place, whole: Whole) -> Features:
    """What the language model takes the name for, and the word before it."""
    tokens = whole.parse.tokens_in(place.passage.start, place.passage.end)
    if not tokens:
        return
    first = tokens[0].i
    entity = whole.entity_at(first)
    yield f"marked {entity.label if entity else 'nothing'}", 1.0
    if entity and entity.last - entity.first > len(tokens) + 1:
        yield "in a longer name", 1.0
    yield from _before(tokens[0], whole)


def _before(first: Token, whole: Whole) -> Features:
    """The word before a name: itself when it is a preposition, else what it is."""
    if first.i:
        word = whole.parse.tokens[first.i - 1]
        yield f"after {word.text.casefold() if word.pos == 'ADP' else word.pos}", 1.0


def there(scene: Scene) -> Features:
    """Whether it happened at the place the claim names; empty when it names none."""
    place = scene.claim.place
    if place is None:
        return
    yield from standing(scene)
    yield from near(scene, place.passage.start, place.passage.end)
    for first in scene.whole.parse.tokens_in(place.passage.start, place.passage.start + 1):
        yield from _before(first, scene.whole)
        yield f"under {first.dep}", 1.0
    yield "places in the sentence", log1p(len(scene.whole.named.get(scene.head.sentence, [])))
    trigger, at = scene.claim.trigger, place.passage
    marks = scene.whole.marks
    said = marks.happened_at((trigger.start, trigger.end), (at.start, at.end)) if marks else None
    if said is not None:
        yield "the reader's own", odds(said)
    if place.resolved:
        yield from _among(place.resolved, scene)


def _among(found: Candidate, scene: Scene) -> Features:
    """The place among the others of the sentence, and of the other claims."""
    settled = found.precision in _SETTLED
    yield "a town" if settled else "wider than a town", 1.0
    here = scene.whole.named.get(scene.head.sentence, [])
    if not settled and any(p.resolved and p.resolved.precision in _SETTLED for p in here):
        yield "the sentence names a town", 1.0
    there = scene.whole.towns[found.name]
    yield "other claims there", log1p(there)
    yield "other claims elsewhere", log1p(scene.whole.towns.total() - there)
