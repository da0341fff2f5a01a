"""What one document tells as one happening: its claims in accounts, the main one first.

A news text returns to the same happening again and again: the lead, the details, the recap. So a claim joins the account before it unless
something speaks against it: another kind of harm, other days, another place, or the words "another", "a second". A claim of harm alone
("two people died") has no happening of its own and joins the nearest. A claim that refers back (`backward.refers_back`: "the bombing", "shelled
the prison", a denial) goes on telling of what exploded though it calls it by another kind: an air strike is "the bombing" to the next speaker,
and one side's explosion the other's shelling. Pure: the claims' own values and the text are all it looks at.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.model import Claim, Document, Harm, Interval, Kind, Place, Precision, Role, Stance
from onrecord.stages.link.backward import refers_back

_VAGUE = frozenset({Kind.ATTACK, Kind.KILLING, Kind.OTHER_HARM, Kind.DESTRUCTION})
_FAMILIES = (
    frozenset({Kind.SHELLING, Kind.AIR_STRIKE, Kind.DRONE_STRIKE}),
    frozenset({Kind.BOMBING, Kind.LANDMINE}),
    frozenset({Kind.SHOOTING, Kind.ARMED_CLASH}),
    frozenset({Kind.ABDUCTION, Kind.DETENTION, Kind.TORTURE}),
    frozenset({Kind.ARSON, Kind.DESTRUCTION}),
    frozenset({Kind.ROBBERY}),
)
_BLASTS = frozenset({Kind.SHELLING, Kind.AIR_STRIKE, Kind.DRONE_STRIKE, Kind.BOMBING})
_APART = frozenset(
    {Kind.ABDUCTION, Kind.DETENTION, Kind.ROBBERY, Kind.DISPLACEMENT, Kind.SEXUAL_VIOLENCE, Kind.OBSTRUCTION}
)
_ANEW = ("another", "second", "third", "separate", "other", "unrelated", "different", "earlier", "previous")
_DEFINITE = ("the", "this", "that", "these", "those", "its", "their", "his", "her")
_TOLD = frozenset({Stance.ASSERTED, Stance.POSSIBLE})
_SETTLED = frozenset({Precision.SITE, Precision.SETTLEMENT})


@dataclass(slots=True)
class _Account:
    claims: list[Claim] = field(default_factory=list)

    def kinds(self) -> set[Kind]:
        return {c.kind for c in self.claims}

    def last(self) -> int:
        return max(c.trigger.start for c in self.claims)


def accounts(claims: Sequence[Claim], document: Document) -> list[list[Claim]]:
    """The claims of `document` as happenings, each in text order; the one the document is mainly about comes first."""
    found: list[_Account] = []
    for unit in _units(claims):
        home = _home(unit, found, document)
        if home is None:
            found.append(_Account(list(unit)))
        else:
            home.claims.extend(unit)
    made = [sorted(a.claims, key=lambda c: (c.trigger.start, c.id)) for a in found]
    return sorted(made, key=lambda a: (-_weight(a, document), a[0].trigger.start))


def _units(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims that the grammar has tied (`Claim.group`), in text order."""
    units: dict[object, list[Claim]] = {}
    for n, claim in enumerate(sorted(claims, key=lambda c: (c.trigger.start, c.id))):
        units.setdefault(("alone", n) if claim.group is None else claim.group, []).append(claim)
    return list(units.values())


def _home(unit: Sequence[Claim], found: Sequence[_Account], document: Document) -> _Account | None:
    """The account that a unit goes on telling: the one with most in common, then the nearest; None when it tells something new."""
    open_ = [a for a in found if _fits(unit, a.claims, document)]
    return max(open_, key=lambda a: (_common(unit, a.claims), a.last()), default=None)


def _fits(unit: Sequence[Claim], account: Sequence[Claim], document: Document) -> bool:
    if _stances_differ(unit, account) or not (
        _kinds_agree(unit, account) or _one_blast(unit, account, document)
    ):
        return False
    if _days_differ(unit, account) or _places_differ(unit, account):
        return False
    return not any(_anew(c) for c in unit)


def _stances_differ(unit: Sequence[Claim], account: Sequence[Claim]) -> bool:
    """What is planned or threatened is not what happened."""
    planned = [all(c.stance is Stance.PLANNED for c in side) for side in (unit, account)]
    return planned[0] != planned[1]


def _kinds_agree(unit: Sequence[Claim], account: Sequence[Claim]) -> bool:
    one, other = {c.kind for c in unit}, {c.kind for c in account}
    exact, known = one - _VAGUE, other - _VAGUE
    if not exact or not known:
        apart = (exact | known) & _APART
        return not apart or one <= {Kind.OTHER_HARM} or other <= {Kind.OTHER_HARM}
    return bool(exact & known) or any(exact & f and known & f for f in _FAMILIES)


def _one_blast(unit: Sequence[Claim], account: Sequence[Claim], document: Document) -> bool:
    """Whether both exploded, and the unit, with no day and no town of its own, refers back to the account."""
    exact, known = ({c.kind for c in side} - _VAGUE for side in (unit, account))
    if (
        not (exact <= _BLASTS and known & _BLASTS)
        or _days(unit)
        or _settlements(unit) - _settlements(account)
    ):
        return False
    return refers_back(unit, account, document)


def _days_differ(unit: Sequence[Claim], account: Sequence[Claim]) -> bool:
    """Whether the days of both are told and no day is common to all."""
    ours, theirs = _days(unit), _days(account)
    return bool(ours and theirs) and not any(_meet(a, b) for a in ours for b in theirs)


def _days(claims: Iterable[Claim]) -> list[Interval]:
    return [c.when for c in claims if c.time is not None and (c.when.earliest or c.when.latest)]


def _meet(one: Interval, other: Interval) -> bool:
    before = one.latest is not None and other.earliest is not None and one.latest < other.earliest
    after = other.latest is not None and one.earliest is not None and other.latest < one.earliest
    return not before and not after


def _places_differ(unit: Sequence[Claim], account: Sequence[Claim]) -> bool:
    """Whether both name settlements and have none in common."""
    ours, theirs = _settlements(unit), _settlements(account)
    return bool(ours and theirs) and not ours & theirs


def _settlements(claims: Iterable[Claim]) -> set[str]:
    return {name for c in claims if c.place is not None and (name := _name(c.place))}


def _name(place: Place) -> str | None:
    if place.resolved is None:
        return None
    return place.resolved.name if place.resolved.precision in _SETTLED else None


def _anew(claim: Claim) -> bool:
    if claim.kind is Kind.OTHER_HARM or claim.counts:
        return False
    before = claim.sentence.words[: claim.trigger.start - claim.sentence.start].lower().split()[-2:]
    return any(word.strip(",") in _ANEW for word in before) and not _definite(claim)


def _definite(claim: Claim) -> bool:
    before = claim.sentence.words[: claim.trigger.start - claim.sentence.start].lower().split()[-3:]
    return any(word in _DEFINITE for word in before)


def _hurt(claims: Iterable[Claim]) -> set[str]:
    """The last words of those and that which was struck."""
    roles = (Role.VICTIM, Role.TARGET)
    return {p.passage.words.lower().split()[-1] for c in claims for p in c.participants if p.role in roles}


def _common(unit: Sequence[Claim], account: Sequence[Claim]) -> int:
    """How much a unit shares with an account: those hurt, place, day, number."""
    shared = len(_hurt(unit) & _hurt(account)) + 2 * len(_settlements(unit) & _settlements(account))
    days = sum(
        a.earliest == b.earliest and a.latest == b.latest for a in _days(unit)[:1] for b in _days(account)[:1]
    )
    return shared + days + len(_numbers(unit) & _numbers(account))


def _numbers(claims: Iterable[Claim]) -> set[tuple[Harm, int]]:
    return {(n.harm, n.low) for c in claims for n in c.counts if n.low is not None and n.low > 1}


def _weight(account: Sequence[Claim], document: Document) -> float:
    """How much the document is about an account: its claims, those near the top counting more, what was only planned less."""
    length = max(len(document.text), 1)
    return sum((2 - c.trigger.start / length) * (1.0 if c.stance in _TOLD else 0.5) for c in account)


__all__ = ["accounts"]
