"""Who took part: participants over all claims, each with the ways it is named."""

from collections.abc import Iterable

from onrecord.model import Actor, Claim, Participant, Role

_ARTICLES = frozenset({"a", "an", "the"})

_Key = tuple[str, str | None, str | None]


def actors(claims: Iterable[Claim]) -> tuple[Actor, ...]:
    """Mentions of one role are one actor when the words of one, without articles, are among those of the other.

    "Missiles" and "missile" are one weapon; "peasants" and "a peasant" are not one victim.
    """
    found: dict[_Key, list[list[Participant]]] = {}
    for claim in claims:
        for participant in claim.participants:
            groups = found.setdefault((participant.role, participant.kind, participant.protected), [])
            _add(groups, participant)
    return tuple(
        Actor(group[0].role, tuple(dict.fromkeys(p.passage.words for p in group)), kind, protected)
        for (_, kind, protected), groups in found.items()
        for group in groups
    )


def _add(groups: list[list[Participant]], participant: Participant) -> None:
    words = _words(participant)
    for group in groups:
        if any(words <= _words(other) or _words(other) <= words for other in group):
            group.append(participant)
            return
    groups.append([participant])


def _words(participant: Participant) -> frozenset[str]:
    words = participant.passage.words.casefold().split()
    return frozenset(map(_singular, words) if participant.role is Role.WEAPON else words) - _ARTICLES


def _singular(word: str) -> str:
    """Without a plural s; "glass", "cutlass" and "us" have none."""
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )
