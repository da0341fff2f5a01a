"""Whether claims refer back to what the same page told before: a definite mention, the same thing struck, or a denial of it."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Claim, Document, Participant, Role, Stance

_HAPPENINGS = frozenset(
    [
        "airstrike",
        "assault",
        "attack",
        "blast",
        "bombardment",
        "bombing",
        "explosion",
        "raid",
        "shelling",
        "strike",
    ]
)
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their"))
_ARTICLES = _DEFINITE | {"a", "an", "another", "one", "some", "two", "three"}
_ANY_SITE = frozenset(["building", "complex", "facility", "place", "premises", "scene", "site", "structure"])
_NEAR = 3  # words between an article and its noun: "the deadly car bombing"


def refers_back(unit: Sequence[Claim], account: Sequence[Claim], document: Document) -> bool:
    """Whether a claim of `unit` names the happening or the thing struck as known ("the blast", "the school"), or denies it.

    A thing is known when an earlier claim has its noun as target, or when it is only "the building", "the site" and a target was told.
    """
    struck = {_noun(p) for p in _targets(account)}
    return any(
        claim.stance is Stance.DENIED
        or _names_the_happening(claim, document)
        or any(_is_known(p, struck, document) for p in _targets([claim]))
        for claim in unit
    )


def _targets(claims: Iterable[Claim]) -> Iterator[Participant]:
    return (p for c in claims for p in c.participants if p.role is Role.TARGET)


def _noun(participant: Participant) -> str:
    """The last word: the head of an English noun phrase as the reader marks it."""
    return participant.passage.words.casefold().split()[-1]


def _is_known(target: Participant, struck: set[str], document: Document) -> bool:
    noun = _noun(target)
    return (noun in struck or (noun in _ANY_SITE and bool(struck))) and _definite(
        target.passage.words, target.passage.start, document
    )


def _names_the_happening(claim: Claim, document: Document) -> bool:
    trigger = claim.trigger
    return trigger.words.casefold().split()[-1] in _HAPPENINGS and _definite(
        trigger.words, trigger.start, document
    )


def _definite(words: str, start: int, document: Document) -> bool:
    """Whether the nearest article before the noun, within a few words of its clause, is a definite one."""
    text = document.text if start < len(document.text) else document.told
    before = text[max(0, start - 60) : start].rsplit("\n", 1)[-1].casefold().split()[-_NEAR:]
    nearest = next((w for w in reversed([*before, *words.casefold().split()]) if w in _ARTICLES), None)
    return nearest in _DEFINITE


__all__ = ["refers_back"]
