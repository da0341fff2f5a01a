"""The mentions of a document by name and sense, and which of them the text puts in which others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import Candidate, Precision
from onrecord.resources.gazetteer import fold
from onrecord.stages.place.geometry import inside
from onrecord.stages.place.mentions import Mention

_HOLDERS = (Precision.COUNTRY, Precision.REGION, Precision.DISTRICT)


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


def grouped(text: str, mentions: Sequence[Mention]) -> tuple[dict[str, Group], list[str]]:
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
