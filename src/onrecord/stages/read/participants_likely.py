"""Who takes part, weighed: what the grammar says, what the reader sees, and how the page speaks of the same words elsewhere.

The reader's examples tell of Latin America in the 1980s: on its word only victims are struck out, never a perpetrator ("Ukrainian forces",
0.02), a target, a weapon or what humanitarian law protects.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from onrecord.model import Claim, Kind, Marks, Parse, Participant, Role, Stance, Token
from onrecord.model.marks import Span
from onrecord.stages.read.grammar import every, patients, prepositional
from onrecord.stages.read.lexicon import words
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.participants_marked import ROLE_OF
from onrecord.stages.read.participants_mentions import Mention, Page, key_of, slot_of
from onrecord.stages.read.participants_signs import Entity, Signs, entities
from onrecord.stages.read.participants_weights import WEIGHTS
from onrecord.stages.read.participants_words import of_words

# Of a victim whom the grammar names. CEAF-REE on muc-dev / muc-gtt-dev: 0.1 0.470 / 0.408, 0.15 0.472 / 0.410, 0.2 0.469 / 0.410.
LEAST = 0.15
# Chosen on half of muc-dev and muc-gtt-dev (docs/explanation/reading.md, second round: CEAF-REE of lower and higher ones there); weapons'
# was looked at afterwards, on the whole of muc-dev: 0.2 0.469, 0.3 0.472, 0.4 0.470.
ADDED = {"PerpInd": 0.4, "PerpOrg": 0.3, "Target": 0.3, "Victim": 0.3, "Weapon": 0.3}
# Of a person who is accused by a name: more likely than not, by principle. Neither case changes without it (0.472 / 0.410).
ACCUSED = 0.5
_OPPOSITE = {Role.PERPETRATOR: Role.VICTIM, Role.VICTIM: Role.PERPETRATOR}
_HYPHENS = ("-", "‐", "‑")
_PARTICLES = words("al bin da das de del der di do dos du e el ibn la las los van von y zu")
# Whom the object of these, or the subject of their passive, is; not measured one by one.
_SUSPECTING = words("accuse arrest blame charge detain implicate pursue seek suspect")
# Verbs and the prepositions before whom they suspect or look for.
_TOWARDS = {"blame": ("on",), "hunt": ("for",), "look": ("for",), "search": ("for",)}


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
        [[p for p in c.participants if _stays(p, c, parse, nouns, chances)] for c in claims],
    )
    other = _Others.of(page)
    for (slot, _), sure, told in weighed:
        if sure >= _needed(slot, told[0], nouns) and not any(
            slot in m.told or other.takes(slot, m) for m in told
        ):
            for mention in _added(slot, told):
                ours[homes.nearest(parse.tokens[mention.words[0]].start)].append(_made(page, slot, mention))
    return tuple(replace(c, participants=_in_order(told)) for c, told in zip(claims, ours, strict=True))


def chance(slot: str, signs: Signs) -> float:
    """How likely one who has these signs fills a slot (`participants_weights`)."""
    constant, weights = WEIGHTS[slot]
    return 1 / (1 + exp(-constant - sum(value * weights.get(name, 0.0) for name, value in signs.items())))


def _stays(
    one: Participant, claim: Claim, parse: Parse, nouns: Nouns, chances: Mapping[Entity, float]
) -> bool:
    """Whether whom the grammar names is kept: all but victims; those whom the law protects; a victim who is counted, bears a full name or is a
    person whom the trigger itself names; and who is likely."""
    if one.protected or one.role is not Role.VICTIM:
        return True
    tokens = parse.tokens_in(one.passage.start, one.passage.end)
    counted = {c.whom.split()[-1] for c in claim.counts if c.low and c.whom}
    likely = chances.get((slot_of(one), key_of(one.passage.words)), 1.0) >= LEAST
    return likely or tokens[-1].text in counted or _full_name(tokens) or _harmed(one, claim, parse, nouns)


def _harmed(one: Participant, claim: Claim, parse: Parse, nouns: Nouns) -> bool:
    """ "Shot *protesters*", "*soldiers* were executed", "torture of *detainees*", unless nobody suffered: the reader learnt of other wars."""
    if claim.stance in (Stance.NEGATED, Stance.PLANNED):
        return False
    head = parse.head_of(one.passage.start, one.passage.end)
    trigger = parse.head_of(claim.trigger.start, claim.trigger.end)
    if head is None or trigger is None or nouns.sort(head) is not Sort.PERSON:
        return False
    if trigger.pos == "VERB":
        return head in patients(parse, trigger)
    doing = claim.kind in (Kind.ATTACK, Kind.ARMED_CLASH)  # "the attack of the rebels" was theirs
    return not doing and head in every(parse, prepositional(parse, trigger.i, "of"))


def _full_name(tokens: Sequence[Token]) -> bool:
    """ "Dobren Varnek", and with capitals "Mahmoud Abu-Zaid", "Juan de la Roa"."""
    names = [t for t in tokens if t.text not in _HYPHENS and t.text.lower() not in _PARTICLES]
    written = len(names) == len(tokens) or all(t.text[0].isupper() for t in names)
    return len(names) > 1 and written and all(t.pos == "PROPN" for t in names)


def _needed(slot: str, one: Mention, nouns: Nouns) -> float:
    """How likely somebody must be to be added; who is accused by name, more likely than not."""
    person = slot == "PerpInd" or (slot == "PerpOrg" and nouns.sort(one.head) is Sort.PERSON)
    return max(ADDED[slot], ACCUSED) if person and one.head.pos == "PROPN" else ADDED[slot]


def _added(slot: str, told: Sequence[Mention]) -> list[Mention]:
    """Every mention that the reader itself marks, or the most telling one."""
    return [m for m in told if slot in m.filled] or [m for m in told[:1] if slot not in m.around]


def _made(page: Page, slot: str, one: Mention) -> Participant:
    kind = {"PerpOrg": "organisation", "PerpInd": "person"}.get(slot)
    return replace(of_words(page.text, page.parse, ROLE_OF[slot], one.head, one.words, page.nouns), kind=kind)


def _in_order(told: Sequence[Participant]) -> tuple[Participant, ...]:
    return tuple(sorted(told, key=lambda p: (p.passage.start, p.role)))


@dataclass(frozen=True, slots=True)
class _Others:
    """Whom the grammar gives another part, by words and by surname: who shot is no victim on the reader's word, nor a victim accused."""

    parse: Parse
    told: frozenset[tuple[Role, str]]

    @classmethod
    def of(cls, page: Page) -> "_Others":
        found = ((ROLE_OF[slot], words) for m in page.mentions for slot in m.told for words in _names(m))
        return cls(page.parse, frozenset(found))

    def takes(self, slot: str, one: Mention) -> bool:
        """Whether they have the other part of a deed, or are suspected of it or looked for."""
        role = ROLE_OF[slot]
        if role not in _OPPOSITE:
            return False
        taken = any((_OPPOSITE[role], words) in self.told for words in _names(one))
        return taken or (role is Role.VICTIM and _suspected(self.parse, one))


def _names(one: Mention) -> Iterator[str]:
    yield one.key
    if one.head.pos == "PROPN":
        yield one.head.text.casefold()


def _suspected(parse: Parse, one: Mention) -> bool:
    """ "Police suspect *Varnek*", "blamed *Varnek*", "*Varnek* is accused", "are looking for *Varnek*": that is no word of his harm."""
    head = parse.tokens[one.head.head] if one.head.dep in ("conj", "appos") else one.head
    above = parse.tokens[head.head]
    if head.dep != "pobj":
        return head.dep in ("dobj", "nsubjpass") and above.lemma.lower() in _SUSPECTING
    return above.text.lower() in _TOWARDS.get(parse.tokens[above.head].lemma.lower(), ())


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
