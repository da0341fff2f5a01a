"""People who were hit or hurt: dead or alive is told elsewhere.

"Four people were shot" counts four who were hit, not four who live. When the text tells of deaths, those shot who did not die are the
injured: four shot and one dead are three injured, and one man shot who then died is none. Those told apart from the dead stay: "three
*others* were shot", "one man was killed *and* three shot", those said to be stable or treated, and one person of another age, sex or name.
One who was wounded and then died is among the dead.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Claim, Count, Harm, Parse, Stance, Token
from onrecord.stages.read.grammar import below, clause
from onrecord.stages.read.lexicon import HURT, PEOPLE, words
from onrecord.stages.read.triggers import Trigger
from onrecord.stages.read.who import Who, who

# Words for a victim that say nothing of who it is.
_ANYONE = words(
    "victim victims person people they them one man woman teen teenager male female he she him her"
)
_YOUNG = words(
    "baby boy brother child daughter girl infant juvenile kid minor newborn sister son student toddler youth old"
)
_PRONOUNS = words("he she him her")
_OTHERS = words("other others another additional remaining more")
_LIVING = words(
    "non-life nonfatal non-fatal nonlife-threatening stable survive survived recovering released treated alive minor"
)
_DYING = words("die died dies dead death killed fatal fatally pronounced succumbed")
_OF_THE_HURT = re.compile(r"\s(?:of|among) (?:the|those) (?:wounded|injured)\b")
_TOLD = frozenset({Stance.ASSERTED, Stance.POSSIBLE})


@dataclass(frozen=True, slots=True)
class _Dead:
    """The dead of a text: how many, the words for them, what is told of each who is told of alone, where, and how many were among the hurt."""

    number: int
    words: frozenset[str]
    each: tuple[Who, ...]
    clauses: frozenset[int]
    sentences: frozenset[int]
    of_the_hurt: int


def settle(parse: Parse, found: Sequence[tuple[Trigger, Claim]]) -> tuple[Claim, ...]:
    """The claims of a text, with those who were hit or hurt reduced by the dead."""
    dead = _the_dead(parse, found)
    if not dead.number:
        return tuple(claim for _, claim in found)
    return tuple(_reduced(parse, trigger, claim, dead) for trigger, claim in found)


def _the_dead(parse: Parse, found: Sequence[tuple[Trigger, Claim]]) -> _Dead:
    told = [
        (trigger.token, claim, n)
        for trigger, claim in found
        if claim.stance in _TOLD and (n := claim.count(Harm.KILLED)) is not None
    ]
    alone = (who(n) for _, _, n in told if n.low == n.high == 1)
    return _Dead(
        number=max((n.low or 0 for _, _, n in told), default=0),
        words=frozenset(w for _, _, n in told for w in _words(n)),
        each=tuple(dict.fromkeys(w for w in alone if w.known())),
        clauses=frozenset(clause(parse, token.i).i for token, _, _ in told),
        sentences=frozenset(token.sentence for token, _, _ in told),
        of_the_hurt=max((n.low or 0 for _, claim, n in told if _of_the_hurt(claim, n)), default=0),
    )


def _of_the_hurt(claim: Claim, count: Count) -> bool:
    """ "Two *of the wounded* died"."""
    return _OF_THE_HURT.match(claim.sentence.words, count.passage.end - claim.sentence.start) is not None


def _words(count: Count) -> frozenset[str]:
    return frozenset((count.whom or "").lower().split()) - {"and"}


def _all_words(count: Count) -> frozenset[str]:
    return frozenset(count.passage.words.lower().replace(",", " ").split())


def _reduced(parse: Parse, trigger: Trigger, claim: Claim, dead: _Dead) -> Claim:
    if not any(n.harm is Harm.INJURED for n in claim.counts):
        return claim
    left = _left if _hit(trigger, claim) else _hurt
    beside = _beside(parse, trigger.token, dead)
    counts = tuple(c for n in claim.counts if (c := left(n, trigger, claim, dead, beside)) is not None)
    return claim if counts == claim.counts else replace(claim, counts=counts)


def _beside(parse: Parse, token: Token, dead: _Dead) -> bool:
    """ "One man was killed *and three were shot*", "he was *also* shot": those hit are set beside the dead."""
    if any(t.text.lower() == "also" for t in below(parse, token.i, "advmod")):
        return True
    verb = clause(parse, token.i)
    while (
        verb.dep in ("conj", "advcl")
        and verb.head < verb.i
        and (verb.dep == "conj" or _contrasts(parse, verb))
    ):
        verb = parse.tokens[verb.head]
        if verb.i in dead.clauses:
            return True
    return False


def _contrasts(parse: Parse, verb: Token) -> bool:
    """ "… while three were wounded" stands beside its main clause."""
    return any(t.text.lower() in ("while", "whereas") for t in below(parse, verb.i, "mark"))


def _hit(trigger: Trigger, claim: Claim) -> bool:
    """Whether the counted may have died: those shot, and those found "with wounds"; but "fourteen injuries" counts the injured."""
    if trigger.frame.struck:
        return True
    wounds = trigger.nominal and trigger.token.lemma.lower() in ("wound", "injury")
    return wounds and not any(n.passage.covers(claim.trigger) for n in claim.counts)


def _left(count: Count, trigger: Trigger, claim: Claim, dead: _Dead, beside: bool) -> Count | None:
    """Those hit less the dead; None when they may be the dead themselves."""
    if count.harm is not Harm.INJURED or count.low is None or count.part:
        return count
    if (beside and not (count.whom or "").endswith("self")) or _apart(count, trigger, claim):
        return count
    if count.low > dead.number:
        return _less(count, dead.number, f"{count.low} hit, less {dead.number} dead")
    return count if _another(count, dead) else None


def _hurt(count: Count, trigger: Trigger, _: Claim, dead: _Dead, beside: bool) -> Count | None:
    """The wounded less those of them who died."""
    if count.harm is not Harm.INJURED or count.low is None or count.part:
        return count
    if count.low == count.high == 1:
        return None if not beside and _died(count, trigger, dead) else count
    if (
        dead.number == dead.of_the_hurt < count.low
    ):  # where other dead are told, they may be among either number
        return _less(count, dead.number, f"{count.low} hurt, less {dead.number} who died")
    return count


def _less(count: Count, number: int, how: str) -> Count:
    high = None if count.high is None else count.high - number
    return replace(count, low=(count.low or 0) - number, high=high, how=how)


def _apart(count: Count, trigger: Trigger, claim: Claim) -> bool:
    """Whether the text itself sets those hit apart from the dead."""
    one_group = " and " not in (count.whom or "")  # "she and three others were shot": the dead among them
    if one_group and (count.adds or _OTHERS & _all_words(count)):
        return True
    if count.low != 1 and trigger.token.lemma.lower() in ("condition", "support"):
        return True  # those in a condition live
    said = frozenset(claim.sentence.words.lower().replace("-threatening", "").replace(",", " ").split())
    return bool(said & _LIVING) and not said & _DYING


def _another(count: Count, dead: _Dead) -> bool:
    """Whether those hit are told apart from the dead: "a woman" where "a boy" died; one of 40 where all who died are known and younger."""
    if count.low == count.high == 1 and len(dead.each) >= dead.number:
        one = who(count)
        if one.known() and all(one.differs(w) for w in dead.each):
            return True
    hit = _words(count)
    if hit & _YOUNG and dead.words & _YOUNG:
        return False  # "the boy", "her brother" and "the child" may be one
    return bool(hit) and hit <= PEOPLE - _ANYONE and dead.words <= PEOPLE - _ANYONE and not hit & dead.words


def _died(count: Count, trigger: Trigger, dead: _Dead) -> bool:
    """Whether the one hurt is the one who died: the same name, "she" beside a death, or the same word where one died."""
    if count.adds or _OTHERS & _all_words(count):
        return False
    one, word = who(count), (count.whom or "").lower()
    if one.name is not None:
        return any(one.name == w.name for w in dead.each)
    if any(one.differs(w) for w in dead.each):
        return False
    if word in _PRONOUNS:
        return trigger.token.sentence in dead.sentences
    same = word in dead.words or (word in _YOUNG and bool(dead.words & _YOUNG))
    return dead.number == 1 and same and word not in HURT


__all__ = ["settle"]
