"""Decides which entry of the gazetteer each name means, all names of a document together, one sense for each name."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.model import Candidate, Place, Precision
from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.context import Context, peoples
from onrecord.stages.place.evidence import evidence
from onrecord.stages.place.geometry import inside, kilometres
from onrecord.stages.place.groups import Group, grouped
from onrecord.stages.place.home import Home
from onrecord.stages.place.mentions import Mention
from onrecord.stages.place.view import View
from onrecord.stages.place.weights import WEIGHTS

_ROUNDS = 3
_MARGIN = 0.2  # log-odds: 55 to 45
_SMALL, _SMALL_MARGIN = 10_000, 0.75  # people; that one of two villages is larger is no reason to mean it
_SAME_PLACE = 30.0  # km: a town and the district named after it are no contradiction
_ELSEWHERE = (
    100_000  # people: smaller places in a country that the text does not touch are not taken for granted
)
_SHOWN = 5


class Weighed(NamedTuple):
    """The names of a document with their candidates scored, the name of each mention, and what the names say together."""

    groups: dict[str, Group]
    group_of: list[str]
    context: Context


def resolve(view: View, mentions: Sequence[Mention], at_home: Home, gazetteer: Gazetteer) -> list[Place]:
    """A place for each mention, in their order; resolved where one entry stands out, else with the candidates and the reason."""
    groups, group_of, context = weighed(view, mentions, at_home, gazetteer)
    return [_place(m, groups[group_of[n]], context, gazetteer) for n, m in enumerate(mentions)]


def weighed(view: View, mentions: Sequence[Mention], at_home: Home, gazetteer: Gazetteer) -> Weighed:
    """Every candidate of every name by its evidence, in rounds: each builds on what the one before held."""
    groups, group_of = grouped(view.text, mentions)
    people = peoples(view.parse, gazetteer)
    held: dict[str, tuple[Candidate, float]] = {}
    context = Context(held, people, at_home)
    for round_ in range(_ROUNDS):
        context = Context(held, people, at_home)
        for group in groups.values():
            group.scores = {c: _score(c, group, groups, context, gazetteer) for c in group.candidates}
        held = _held(groups, sure_only=round_ == 0)
    return Weighed(groups, group_of, context)


def _score(
    c: Candidate, group: Group, groups: Mapping[str, Group], context: Context, gazetteer: Gazetteer
) -> float:
    return sum(WEIGHTS.get(n, 0.0) * v for n, v in evidence(c, group, groups, context, gazetteer))


def _held(groups: Mapping[str, Group], *, sure_only: bool) -> dict[str, tuple[Candidate, float]]:
    """The places the next round builds on; in the first only those that stand out."""
    held = {}
    for key, group in groups.items():
        best = group.best()
        if best is not None and (not sure_only or _lead(group) > 1.0):
            held[key] = best, float(len(group.mentions))
    return held


def _lead(group: Group) -> float:
    """By how much the best candidate leads the next one that is somewhere else."""
    best = group.best()
    others = [s for c, s in group.scores.items() if best and not _agree(c, best)]
    return group.scores[best] - max(others, default=-10.0) if best else 0.0


def _agree(a: Candidate, b: Candidate) -> bool:
    """Near one another, or one in the other: which of the two is meant is a question of precision only."""
    return kilometres(a, b) <= _SAME_PLACE or inside(a, b) or inside(b, a)


def _place(mention: Mention, group: Group, context: Context, gazetteer: Gazetteer) -> Place:
    ranked = tuple(sorted(group.scores, key=lambda c: -group.scores[c]))[:_SHOWN]
    if not ranked:
        similar = gazetteer.suggest(mention.name)
        return Place(mention.passage, None, f"“{mention.name}” is not in the gazetteer", similar)
    small = ranked[0].precision is Precision.SETTLEMENT and (ranked[0].population or 0) < _SMALL
    if _lead(group) < (_SMALL_MARGIN if small else _MARGIN):
        reason = f"“{mention.name}” can be {len(group.candidates)} places and the text does not say which"
        return Place(mention.passage, None, reason, ranked)
    if (
        not group.held_by
        and (ranked[0].population or 0) < _ELSEWHERE
        and context.foreign(ranked[0], group.key)
    ):
        reason = f"the best “{mention.name}” in the gazetteer lies in {ranked[0].country}, a country that the text does not touch"
        return Place(mention.passage, None, reason, ranked)
    return Place(mention.passage, ranked[0], _reason(mention, group, ranked[0]), ranked[1:])


def _reason(mention: Mention, group: Group, best: Candidate) -> str:
    if len(group.candidates) == 1:
        return f"the only place of this name in the gazetteer; {mention.why}"
    if group.held_by:
        wider = ", ".join(sorted(key.title() for key in group.held_by))
        return f"the one in {wider}, as the text says; {mention.why}"
    return f"of {len(group.candidates)} places of this name it agrees best with the other places of the text; {mention.why}"
