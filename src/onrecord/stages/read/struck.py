"""People who were hit: dead or alive is told elsewhere.

"Four people were shot" counts four who were hit, not four who live. When the text tells of deaths, those shot who did not die are the
injured: four shot and one dead are three injured, and one man shot who then died is none.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Claim, Count, Harm
from onrecord.stages.read.lexicon import PEOPLE
from onrecord.stages.read.triggers import Trigger

# Words for a victim that say nothing of who it is.
_ANYONE = frozenset(
    {
        "victim",
        "victims",
        "person",
        "people",
        "he",
        "she",
        "him",
        "her",
        "they",
        "them",
        "one",
        "man",
        "teen",
        "male",
        "female",
    }
)


def settle(found: Sequence[tuple[Trigger, Claim]]) -> tuple[Claim, ...]:
    """The claims of a text, with those who were hit reduced by the dead."""
    killed = [n for _, claim in found if (n := claim.count(Harm.KILLED)) is not None]
    dead = max((n.low or 0 for n in killed), default=0)
    words = frozenset(w for n in killed for w in _words(n))
    return tuple(
        _reduced(claim, dead, words) if dead and _hit(trigger, claim) else claim for trigger, claim in found
    )


def _hit(trigger: Trigger, claim: Claim) -> bool:
    """Whether the counted may have died: those shot, and those found "with wounds"; but "fourteen injuries" counts the injured."""
    if trigger.frame.struck:
        return True
    wounds = trigger.nominal and trigger.token.lemma.lower() in ("wound", "injury")
    return wounds and not any(n.passage.covers(claim.trigger) for n in claim.counts)


def _words(count: Count) -> frozenset[str]:
    return frozenset((count.whom or "").lower().split()) - {"and"}


def _reduced(claim: Claim, dead: int, words: frozenset[str]) -> Claim:
    counts = tuple(c for n in claim.counts if (c := _left(n, dead, words)) is not None)
    return claim if counts == claim.counts else replace(claim, counts=counts)


def _left(count: Count, dead: int, words: frozenset[str]) -> Count | None:
    """None when those who were hit may be the dead themselves."""
    if count.harm is not Harm.INJURED or count.low is None or count.part:
        return count
    if count.low > dead:
        high = None if count.high is None else count.high - dead
        how = f"{count.low} hit, less {dead} dead"
        return replace(count, low=count.low - dead, high=high, how=how)
    return count if _others(_words(count), words) else None


def _others(hit: frozenset[str], dead: frozenset[str]) -> bool:
    """Whether those hit are told apart from the dead: "a woman" where "a boy" died; a name may be the boy's."""
    return bool(hit) and hit <= PEOPLE - _ANYONE and dead <= PEOPLE - _ANYONE and not hit & dead


__all__ = ["settle"]
