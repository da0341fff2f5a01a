"""Who takes part, weighed: what the grammar says, what the reader sees, and how the page speaks of the same words elsewhere.

The reader's examples tell of Latin America in the 1980s: on its word only victims are struck out, never a perpetrator ("Ukrainian forces",
0.02), a target, a weapon or what humanitarian law protects.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp

from onrecord.model import Claim, Marks, Parse, Participant, Role, Token
from onrecord.model.marks import Span
from onrecord.stages.read.nouns import Nouns
from onrecord.stages.read.participants_marked import ROLE_OF
from onrecord.stages.read.participants_mentions import Mention, Page, key_of, slot_of
from onrecord.stages.read.participants_signs import Entity, Signs, entities
from onrecord.stages.read.participants_weights import WEIGHTS
from onrecord.stages.read.participants_words import of_words

LEAST = 0.15  # of a victim whom the grammar names
ADDED = {"PerpInd": 0.4, "PerpOrg": 0.3, "Target": 0.3, "Victim": 0.3, "Weapon": 0.3}
ACCUSED = 0.5  # of a perpetrator who is named


def with_the_likely(
    text: str,
    parse: Parse,
    nouns: Nouns,
    claims: Sequence[Claim],
    marks: Marks,
    within: Sequence[Span] = (),
) -> tuple[Claim, ...]:
    """The claims of a text without victims who hardly take part in anything, and with those whom the grammar of no claim names, each
    in the nearest claim. Outside `within`, when it is given, lies furniture."""
    if not claims:
        return ()
    page = Page.of(text, parse, nouns, claims, marks, within)
    weighed = [(entity, chance(entity[0], signs), told) for entity, signs, told in entities(page)]
    chances = {entity: sure for entity, sure, _ in weighed}
    homes, ours = (
        _Homes(claims),
        [[p for p in c.participants if _stays(p, c, parse, chances)] for c in claims],
    )
    for (slot, _), sure, told in weighed:
        if sure >= _needed(slot, told[0], parse) and not any(slot in m.told for m in told):
            for mention in _added(slot, told):
                ours[homes.nearest(parse.tokens[mention.words[0]].start)].append(_made(page, slot, mention))
    return tuple(replace(c, participants=_in_order(told)) for c, told in zip(claims, ours, strict=True))


def chance(slot: str, signs: Signs) -> float:
    """How likely one who has these signs fills a slot (`participants_weights`)."""
    constant, weights = WEIGHTS[slot]
    return 1 / (1 + exp(-constant - sum(value * weights.get(name, 0.0) for name, value in signs.items())))


def _stays(one: Participant, claim: Claim, parse: Parse, chances: Mapping[Entity, float]) -> bool:
    """Whether whom the grammar names is kept: all but victims, those whom the law protects, a victim who is counted or bears a full name, and
    who is likely."""
    if one.protected or one.role is not Role.VICTIM:
        return True
    tokens = parse.tokens_in(one.passage.start, one.passage.end)
    counted = {c.whom.split()[-1] for c in claim.counts if c.low and c.whom}
    likely = chances.get((slot_of(one), key_of(one.passage.words)), 1.0) >= LEAST
    return likely or tokens[-1].text in counted or _full_name(tokens)


def _full_name(tokens: Sequence[Token]) -> bool:
    return len(tokens) > 1 and all(t.pos == "PROPN" for t in tokens)


def _needed(slot: str, one: Mention, parse: Parse) -> float:
    """How likely somebody must be to be added; who is accused by name, more likely than not."""
    accused = slot == "PerpInd" and _full_name(parse.tokens[slice(*one.words)])
    return max(ADDED[slot], ACCUSED) if accused else ADDED[slot]


def _added(slot: str, told: Sequence[Mention]) -> list[Mention]:
    """Every mention that the reader itself marks, or the most telling one."""
    return [m for m in told if slot in m.filled] or [m for m in told[:1] if slot not in m.around]


def _made(page: Page, slot: str, one: Mention) -> Participant:
    kind = {"PerpOrg": "organisation", "PerpInd": "person"}.get(slot)
    return replace(of_words(page.text, page.parse, ROLE_OF[slot], one.head, one.words, page.nouns), kind=kind)


def _in_order(told: Sequence[Participant]) -> tuple[Participant, ...]:
    return tuple(sorted(told, key=lambda p: (p.passage.start, p.role)))


class _Homes:
    """The nearest claim for words: of their own sentence where it makes one."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims, self._starts = claims, [c.trigger.start for c in claims]

    def nearest(self, start: int) -> int:
        behind = bisect_right(self._starts, start)  # page-long lists of names: no comparing with every claim
        around = {max(behind - 1, 0), min(behind, len(self._claims) - 1)}
        return min(around, key=lambda n: (not self._holds(n, start), abs(self._starts[n] - start)))

    def _holds(self, n: int, start: int) -> bool:
        sentence = self._claims[n].sentence
        return sentence.start <= start < sentence.end


__all__ = ["ADDED", "LEAST", "chance", "with_the_likely"]
