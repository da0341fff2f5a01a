"""What speaks for one candidate of a name against the others."""

from collections.abc import Iterator, Mapping
from math import log10

from onrecord.model import Candidate, Precision
from onrecord.resources.gazetteer import Gazetteer, alike, fold
from onrecord.stages.place.context import Context
from onrecord.stages.place.geometry import inside
from onrecord.stages.place.groups import Group

Evidence = tuple[str, float]
_ENGLISH = (
    "US",
    "GB",
    "CA",
    "AU",
    "NZ",
    "IE",
)  # where most papers in English appear, and what they are about
_FEW = 300  # people: taken where the gazetteer does not say
_KIND = {
    Precision.SITE: "settlement",
    Precision.SETTLEMENT: "settlement",
    Precision.DISTRICT: "district",
    Precision.COUNTRY: "country",
}


def evidence(
    c: Candidate, group: Group, groups: Mapping[str, Group], context: Context, gazetteer: Gazetteer
) -> Iterator[Evidence]:
    """Named evidence for one candidate of a name, with its amount."""
    key = group.key.split(",")[0]
    yield from _prior(c, key, gazetteer)
    if c.country in _ENGLISH:
        yield "english", 1.0
    yield from context.support(c, group.key)
    kinds = [m.kind for m in group.mentions if m.kind]
    if kinds:
        yield ("kind", 1.0) if c.precision in kinds else ("wrong_kind", 1.0)
    elif c.precision in (Precision.REGION, Precision.DISTRICT):
        yield from _unsaid(c, group)
    for other, firm in group.held_by.items():
        holder = groups[other]
        outer = [holder.best()] if holder.scores else holder.candidates
        if any(o and inside(c, o) for o in outer):
            yield "held", firm
    if group.holds:
        holding = sum(any(inside(i, c) for i in groups[other].candidates) for other in group.holds)
        yield "holds", holding / len(group.holds)


def _unsaid(c: Candidate, group: Group) -> Iterator[Evidence]:
    """ "Kharkiv" alone is the city and not the region around it; "Dnipro" is not a district of Kyiv."""
    key = group.key.split(",")[0]
    towns = (s for s in group.candidates if s.precision is Precision.SETTLEMENT and alike(s.name, key))
    if any(inside(s, c) for s in towns):
        yield "namesake", 1.0
    elif c.precision is Precision.DISTRICT and fold(c.name) != key:
        yield "unsaid_kind", 1.0


def _prior(c: Candidate, key: str, gazetteer: Gazetteer) -> Iterator[Evidence]:
    kind = _KIND.get(c.precision, "landscape" if c.admin1 is None else "region")
    people = log10(max(c.population or 0, _FEW))
    yield kind, 1.0
    yield f"{kind}_people", people
    if gazetteer.is_capital(c):
        yield "capital", 1.0
    if fold(c.name) != key and kind != "landscape":
        yield "other_spelling" if alike(c.name, key) else "other_name", 1.0
