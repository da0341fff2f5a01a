"""Sides: of what country those are who act and who speak, and whether two sides accuse one another."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model import Claim, Participant, Role, Stance
from onrecord.resources.sides import SIDES

_HOLDS = frozenset({Stance.ASSERTED, Stance.POSSIBLE})
_ACCUSED = re.compile(r"\b(?:accus|blam)(?:e|es|ed|ing) ([^,;.:]{1,80}?) (?:of|for)\b")


@dataclass(frozen=True, slots=True)
class _Accusation:
    by: str | None
    named: frozenset[str]


def accuse_one_another(claims: Iterable[Claim]) -> bool:
    """Whether a country that one claim names as the perpetrator itself names another, and not itself.

    Careful on purpose: both must be countries by their words ("Ukrainian forces", "Moscow"), the second by a speaker who speaks for the
    first. Two countries that others name one after the other may have acted together, and a group without a country may be either's.
    """
    made = [a for c in claims if c.stance in _HOLDS and (a := _accusation(c)).named]
    return any(
        other.by is not None and other.by in one.named and other.by not in other.named and one.by != other.by
        for one in made
        for other in made
    )


def with_country(participant: Participant, claim: Claim) -> str:
    """Its words, and the country where the word before a common noun is one: "Ukrainian *forces*". A name stays as it was read."""
    words = participant.passage.words
    before = claim.sentence.words[: max(0, participant.passage.start - claim.sentence.start)].split()[-1:]
    return f"{before[0]} {words}" if before and words.islower() and any(_countries(before[0])) else words


def _accusation(claim: Claim) -> _Accusation:
    said = claim.attributions[0] if claim.attributions else None
    return _Accusation(said.side if said else None, frozenset(_named(claim)))


def _named(claim: Claim) -> Iterator[str]:
    """The countries of the perpetrators, and of whom the sentence accuses before it comes to the trigger."""
    for one in claim.participants:
        if one.role is Role.PERPETRATOR:
            yield from _countries(with_country(one, claim))
    before = claim.sentence.words[: max(0, claim.trigger.start - claim.sentence.start)]
    for accused in _ACCUSED.findall(before):
        yield from _countries(accused)


def _countries(phrase: str) -> Iterator[str]:
    for word in re.findall(r"[A-Z][\w.]*", phrase):
        if (side := SIDES.get(word.casefold())) is not None:
            yield side


__all__ = ["accuse_one_another", "with_country"]
