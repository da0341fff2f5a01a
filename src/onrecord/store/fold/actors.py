"""Who took part: participants over all claims, each once, under its fullest words."""

from collections.abc import Iterable

from onrecord.model import Actor, Claim, Role
from onrecord.store.fold.sides import with_country

_ARTICLES = frozenset({"a", "an", "the"})

_Key = tuple[Role, str | None, str | None]


def actors(claims: Iterable[Claim]) -> tuple[Actor, ...]:
    """Mentions of one role are one actor when the words of one, without articles, are among those of the other; the fullest names it.

    "Missiles" and "missile" are one weapon; "peasants" and "a peasant" are not one victim. A perpetrator bears the country named before it, so
    that the forces of two countries are two.
    """
    found: dict[_Key, list[list[str]]] = {}
    for claim in claims:
        for one in claim.participants:
            perpetrator = one.role is Role.PERPETRATOR
            words = with_country(one, claim) if perpetrator else one.passage.words
            _add(found.setdefault((one.role, one.kind, one.protected), []), words, one.role)
    return tuple(
        Actor(role, tuple(dict.fromkeys(group)), kind, protected)
        for (role, kind, protected), groups in found.items()
        for group in groups
    )


def _add(groups: list[list[str]], words: str, role: Role) -> None:
    """Each group holds the fullest words of one actor, more than one only where they differ as "missile" and "missiles" do."""
    ours = words_of(words, role)
    for group in groups:
        theirs = words_of(group[0], role)
        if ours == theirs:
            group.append(words)
        elif ours > theirs:
            group[:] = [words]
        if ours >= theirs or ours < theirs:
            return
    groups.append([words])


def words_of(mention: str, role: Role) -> frozenset[str]:
    """The words by which two mentions are compared."""
    words = mention.casefold().split()
    return frozenset(map(_singular, words) if role is Role.WEAPON else words) - _ARTICLES


def _singular(word: str) -> str:
    """Without a plural s; "glass", "cutlass" and "us" have none."""
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )
