"""Decides which entry of the gazetteer each name means, all names of a document together, one sense for each name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log10

from onrecord.model import Candidate, Document, Parse, Place, Precision
from onrecord.resources.gazetteer import Gazetteer, alike, fold
from onrecord.stages.place.context import Context, home, peoples
from onrecord.stages.place.geometry import inside, kilometres
from onrecord.stages.place.mentions import Mention
from onrecord.stages.place.weights import WEIGHTS

_ROUNDS = 3
_MARGIN = 0.3  # in powers of ten of people
_SAME_PLACE = 30.0  # km: a town and the district named after it are no contradiction
_HOLDERS = (Precision.COUNTRY, Precision.REGION, Precision.DISTRICT)
_ELSEWHERE = (
    100_000  # people: smaller places in a country that the text does not touch are not taken for granted
)
_SHOWN = 5


@dataclass(slots=True)
class Group:
    """All mentions of one name in one sense; `held_by` are the keys of wider places the text puts it in, with how firmly (0 to 1)."""

    key: str
    mentions: list[Mention] = field(default_factory=list)
    held_by: dict[str, float] = field(default_factory=dict)
    holds: set[str] = field(default_factory=set)
    scores: dict[Candidate, float] = field(default_factory=dict)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Those of the name; every mention has the same."""
        return self.mentions[0].candidates

    def best(self) -> Candidate | None:
        """The candidate with the highest score; the gazetteer's order breaks ties."""
        return max(self.scores, key=self.scores.__getitem__, default=None)


def resolve(
    document: Document, parse: Parse, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> list[Place]:
    """A place for each mention, in their order; resolved where one entry stands out, else with the candidates and the reason."""
    groups, group_of = _grouped(document.told, mentions)
    people, at_home = peoples(parse, gazetteer), home(document, gazetteer)
    held: dict[str, tuple[Candidate, float]] = {}
    context = Context(held, people, at_home)
    for round_ in range(_ROUNDS):
        context = Context(held, people, at_home)
        for group in groups.values():
            group.scores = {c: _score(c, group, groups, context, gazetteer) for c in group.candidates}
        held = _held(groups, sure_only=round_ == 0)
    return [_place(m, groups[group_of[n]], context, gazetteer) for n, m in enumerate(mentions)]


def _grouped(text: str, mentions: Sequence[Mention]) -> tuple[dict[str, Group], list[str]]:
    """Mentions by name; the same name in two places ("Springfield, Ohio", "Springfield, Illinois") makes two groups."""
    plain = [fold(m.name) for m in mentions]
    holders = [_holder(text, mentions, n) for n in range(len(mentions))]
    keys = [
        f"{key}, {plain[n + 1]}" if firm == 1 else key
        for n, (key, firm) in enumerate(zip(plain, holders, strict=True))
    ]
    full = Counter(key for key, firm in zip(keys, holders, strict=True) if firm == 1)
    usual = {key.split(",")[0]: key for key, _ in reversed(full.most_common())}
    keys = [usual.get(key, key) for key in keys]
    groups: dict[str, Group] = {}
    for key, mention in zip(keys, mentions, strict=True):
        groups.setdefault(key, Group(key)).mentions.append(mention)
    for n, firm in enumerate(holders):
        if firm:
            groups[keys[n]].held_by[keys[n + 1]] = max(firm, groups[keys[n]].held_by.get(keys[n + 1], 0))
            groups[keys[n + 1]].holds.add(keys[n])
    return groups, keys


def _holder(text: str, mentions: Sequence[Mention], n: int) -> float:
    """How firmly the text puts a mention in the next one: 1 "Homs, Syria", 0.5 "Homs in Syria", 0 not."""
    if n + 1 >= len(mentions) or not mentions[n].candidates:
        return 0.0
    one, other = mentions[n], mentions[n + 1]
    if not any(inside(c, h) for h in other.candidates if h.precision in _HOLDERS for c in one.candidates):
        return 0.0
    between = text[one.passage.end : other.passage.start].strip().casefold()
    if between in (",", ", in", ", the"):
        return 1.0
    words = between.replace(",", " ").split()
    return 0.5 if len(words) <= 6 and words and {"in", "of"} & set(words) and "and" not in words else 0.0


def _score(
    c: Candidate, group: Group, groups: Mapping[str, Group], context: Context, gazetteer: Gazetteer
) -> float:
    score = _prior(c, group.key.split(",")[0], gazetteer) + context.support(c, group.key)
    kinds = [m.kind for m in group.mentions if m.kind]
    if kinds:
        score += WEIGHTS.kind if c.precision in kinds else -WEIGHTS.wrong_kind
    elif c.precision in (Precision.REGION, Precision.DISTRICT):
        score -= _unsaid(c, group)
    for key, firm in group.held_by.items():
        holder = groups[key]
        outer = [holder.best()] if holder.scores else holder.candidates
        score += WEIGHTS.held * firm if any(o and inside(c, o) for o in outer) else 0.0
    if group.holds:
        holding = sum(any(inside(i, c) for i in groups[key].candidates) for key in group.holds)
        score += WEIGHTS.holds * holding / len(group.holds)
    return score


def _unsaid(c: Candidate, group: Group) -> float:
    """ "Kharkiv" alone is the city and not the region around it; "Dnipro" is not a district of Kyiv."""
    key = group.key.split(",")[0]
    towns = (s for s in group.candidates if s.precision is Precision.SETTLEMENT and alike(s.name, key))
    if any(inside(s, c) for s in towns):
        return WEIGHTS.namesake
    return WEIGHTS.unsaid_kind if c.precision is Precision.DISTRICT and fold(c.name) != key else 0.0


def _prior(c: Candidate, key: str, gazetteer: Gazetteer) -> float:
    if c.precision is Precision.COUNTRY:
        prior = WEIGHTS.country
    elif c.precision is Precision.REGION:
        prior = WEIGHTS.landscape if c.admin1 is None else WEIGHTS.region
    elif c.precision is Precision.DISTRICT:
        prior = WEIGHTS.district
    else:
        prior = WEIGHTS.people * log10(max(c.population or 0, 300))
    prior += WEIGHTS.capital if gazetteer.is_capital(c) else 0.0
    if fold(c.name) == key or (c.precision is Precision.REGION and c.admin1 is None):
        return prior
    return prior - (WEIGHTS.other_spelling if alike(c.name, key) else WEIGHTS.other_name)


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
    if _lead(group) < _MARGIN:
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
