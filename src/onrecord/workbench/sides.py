"""Each field of an incident with all that is claimed of it, side by side: what says the same stands together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.exports import told
from onrecord.model import Claim, Harm, Incident, Participant, Passage, Role, Stance
from onrecord.store.fold.corrections import PARTS
from onrecord.store.fold.sides import with_country
from onrecord.store.index.agreement import value as compared
from onrecord.workbench import say
from onrecord.workbench.whole import Whole

_AGAINST = frozenset({Stance.DENIED, Stance.NEGATED})
_HARMS = frozenset(h.value for h in Harm)
CORRECTED_CLAIM = ("kind", "stance", "when", "place", *(h.value for h in Harm))
"""The fields of a claim that a person can correct."""
CORRECTED = (*CORRECTED_CLAIM, *PARTS)
"""Those of an incident."""


@dataclass(frozen=True)
class Word:
    """One claim's word on a field: the claim, and which words of its sentence say it (None: the sentence as a whole)."""

    claim: Claim
    passage: Passage | None
    reason: str | None = None


@dataclass(frozen=True)
class Side:
    """All claims that give a field one value. `origins` counts the independent ones; `against` where they deny it."""

    value: str
    words: tuple[Word, ...]
    origins: int
    against: bool = False


@dataclass(frozen=True)
class Field:
    """A field as the page shows it. `machine` is what the machine had read where that is another value, since people `corrected` it, or since
    they joined, parted or left out claims; `sure` is None where it is not known."""

    name: str
    label: str
    value: str
    note: str
    sure: float | None
    known: bool
    contested: bool
    machine: str | None
    corrected: bool
    sides: tuple[Side, ...]

    @property
    def can_be_corrected(self) -> bool:
        """Whether a person can say what it should be."""
        return self.name in CORRECTED


def fields(of: Whole) -> list[Field]:
    """All fields, in the order of the page."""
    i = of.incident
    found = [
        _field(of, "kind", say.spoken(i.kind.value), "", _kinds(of.claims)),
        _field(of, "stance", say.spoken(i.stance.value), i.status_reason, _stances(of.claims)),
        _field(of, "when", say.days(i.when), i.when.reason, _days(of.claims)),
        _field(of, "place", told.place(i.place), "", _places(of.claims)),
    ]
    found += [
        _field(of, h.value, say.toll(i.toll(h)), say.best(i.toll(h)), _tolls(of.claims, h))
        for h in say.harms(i)
    ]
    return found + [_actors(of, role) for role in (Role.PERPETRATOR, Role.VICTIM, Role.TARGET, Role.WEAPON)]


_Told = Iterator[tuple[str, bool, Word]]
"""Value, whether it speaks against, and who says it."""


def _field(of: Whole, name: str, value: str, note: str, words: _Told) -> Field:
    i, read = of.incident, of.read
    changed = read is not None and _compared(i, name) != _compared(read, name)
    return Field(
        name=name,
        label=say.field(name),
        value=value,
        note=note,
        sure=i.how_sure(name),
        known=_known(i, name),
        contested=name in i.contested,
        machine=_machine(read, name) if read and changed else None,
        corrected=name in of.corrected,
        sides=_sides(of, words),
    )


def _machine(read: Incident, name: str) -> str:
    match name:
        case "when":
            return say.days(read.when)
        case "place":
            return told.place(read.place)
        case "kind" | "stance":
            return say.spoken(getattr(read, name))
    return say.toll(read.toll(Harm(name)))


def _compared(i: Incident, name: str) -> object:
    """The value of a field; of any harm, not only of those by which the machine is measured."""
    if name in _HARMS:
        toll = i.toll(Harm(name))
        return toll and (toll.low, toll.high)
    return compared(i, name)


def _known(i: Incident, name: str) -> bool:
    if name in _HARMS:
        return i.toll(Harm(name)) is not None
    return _compared(i, name) not in (None, (None, None))


def _sides(of: Whole, words: _Told) -> tuple[Side, ...]:
    """The side that most origins are on first; what is denied last."""
    found: dict[tuple[bool, str], list[Word]] = {}
    for value, against, word in words:
        found.setdefault((against, value), []).append(word)
    sides = [
        Side(value, tuple(told_), len({of.sources.origin(w.claim) for w in told_}), against)
        for (against, value), told_ in found.items()
    ]
    return tuple(sorted(sides, key=lambda s: (s.against, -s.origins, -len(s.words), s.value)))


def _kinds(claims: Iterable[Claim]) -> _Told:
    for c in claims:
        yield say.spoken(c.kind.value), False, Word(c, c.trigger)


def _stances(claims: Iterable[Claim]) -> _Told:
    for c in claims:
        yield say.spoken(c.stance.value), c.stance in _AGAINST, Word(c, c.stance_cue or c.trigger)


def _days(claims: Iterable[Claim]) -> _Told:
    for c in claims:
        if c.when.earliest or c.when.latest:
            yield say.days(c.when), False, Word(c, c.time.passage if c.time else None, c.when.reason)
        elif c.likely:
            yield say.days(c.likely), False, Word(c, None, c.likely.reason)


def _places(claims: Iterable[Claim]) -> _Told:
    for c in claims:
        if c.place:
            yield told.place(c.place.resolved), False, Word(c, c.place.passage, c.place.reason)


def _tolls(claims: Iterable[Claim], harm: Harm) -> _Told:
    for c in claims:
        for n in (n for n in c.counts if n.harm is harm):
            whom = f" ({n.whom})" if n.whom else ""
            part = ", a part of the whole" if n.part else ""
            words = f"{told.number(n.low, n.high)}{whom}{part}"
            yield words, c.stance in _AGAINST, Word(c, n.passage, n.how)


def _actors(of: Whole, role: Role) -> Field:
    i = of.incident
    named, read = told.names(i, role), told.names(of.read, role) if of.read else None
    marks, before = _marks(i, role), _marks(of.read, role) if of.read else {}
    lost = f" (protected: {', '.join(before)})" if before and not marks else ""
    note = f"protected under humanitarian law: {', '.join(marks)}" if marks else ""
    disputed = role is Role.PERPETRATOR and "perpetrator" in i.contested
    words = (
        (_name(p, c), c.stance in _AGAINST, Word(c, p.passage))
        for c in of.claims
        for p in c.participants
        if p.role is role
    )
    return Field(
        name=role.value,
        label=say.field(role.value),
        value=named,
        note=note,
        sure=None,
        known=named != told.UNKNOWN,
        contested=disputed,
        machine=f"{read}{lost}" if read is not None and read != named else None,
        corrected=role.value in of.corrected,
        sides=_sides(of, words),
    )


def _marks(i: Incident, role: Role) -> dict[str, None]:
    return dict.fromkeys(a.protected for a in i.actors if a.role is role and a.protected)


def _name(one: Participant, claim: Claim) -> str:
    return with_country(one, claim) if one.role is Role.PERPETRATOR else one.passage.words
