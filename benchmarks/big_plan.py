"""What each incident of the generated case is about: drawn from its number and the seed alone, so that it need not be kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from benchmarks.big_places import Spot, pick
from onrecord.model import Candidate, Harm, Kind, Precision, Stance

T = TypeVar("T")
FIRST, LAST = date(2022, 1, 1), date(2025, 12, 31)
_KINDS = {
    Kind.SHELLING: 22, Kind.AIR_STRIKE: 13, Kind.DRONE_STRIKE: 12, Kind.BOMBING: 6, Kind.LANDMINE: 4, Kind.ARMED_CLASH: 5,
    Kind.SHOOTING: 6, Kind.KILLING: 4, Kind.ATTACK: 5, Kind.ARSON: 2, Kind.ABDUCTION: 3, Kind.DETENTION: 4, Kind.TORTURE: 2,
    Kind.SEXUAL_VIOLENCE: 1, Kind.ROBBERY: 2, Kind.DESTRUCTION: 3, Kind.DISPLACEMENT: 2, Kind.OBSTRUCTION: 1, Kind.THREAT: 1,
    Kind.FORCED_WORK_STOPPAGE: 1, Kind.OTHER_HARM: 1,
}  # fmt: skip
_HARMS = {
    Kind.ABDUCTION: Harm.MISSING,
    Kind.DETENTION: Harm.DETAINED,
    Kind.TORTURE: Harm.INJURED,
    Kind.SEXUAL_VIOLENCE: Harm.INJURED,
    Kind.DISPLACEMENT: Harm.DISPLACED,
    Kind.OTHER_HARM: Harm.INJURED,
}
_NO_TOLL = frozenset({Kind.OBSTRUCTION, Kind.THREAT, Kind.FORCED_WORK_STOPPAGE, Kind.ROBBERY})
_PRECISIONS = {
    Precision.SITE: 11, Precision.SETTLEMENT: 63, Precision.DISTRICT: 9, Precision.REGION: 8, Precision.COUNTRY: 3, None: 6
}  # fmt: skip
_DAYS = {"day": 60, "week": 12, "month": 8, "until": 8, "since": 4, "": 8}
_TOLLS = {None: 38, (0, 0): 5, (1, 1): 19, (2, 5): 22, (6, 20): 11, (21, 100): 4, (101, 300): 1}
_TARGETS = {
    "": 52, "school": 9, "medical unit": 9, "market": 6, "place of worship": 5, "indispensable object": 6, "cultural property": 4,
    "medical transport": 3, "shelter": 2, "humanitarian aid": 2, "orphanage": 1, "works with dangerous forces": 1,
}  # fmt: skip
_DISPUTES = {"toll": 0.12, "denial": 0.07, "place": 0.03, "when": 0.04}
_OUTLOOKS = {
    Stance.ASSERTED: 93,
    Stance.DENIED: 2,
    Stance.NEGATED: 1,
    Stance.POSSIBLE: 3,
    Stance.PLANNED: 1,
}
_TWINS = 0.026  # of incidents: each makes a pair of nearly-same ones, so twice as many are in one


@dataclass(frozen=True, slots=True)
class Plan:
    """What happened. `place` is None where nobody tells it; `days` says how exactly `day` is told (``""``: not at all).

    `toll` counts `harm` and `injured` the wounded beside it. `target` is a protected object, ``""`` for another. `twin` says that it is
    much like the incident before it: the same town and kind, days later.
    """

    number: int
    kind: Kind
    spot: Spot
    place: Candidate | None
    day: date
    days: str
    harm: Harm
    toll: int | None
    injured: int
    target: str
    outlook: Stance
    disputes: frozenset[str]
    twin: bool = False

    @property
    def interval(self) -> tuple[date | None, date | None]:
        """The first and the last day, as the pages tell them."""
        first = self.day.replace(day=1)
        return {
            "day": (self.day, self.day),
            "week": (self.day, self.day + timedelta(6)),
            "month": (first, (first + timedelta(31)).replace(day=1) - timedelta(1)),
            "until": (None, self.day),
            "since": (self.day, None),
        }.get(self.days, (None, None))


def plan(seed: int, number: int) -> Plan:
    """The incident of this number."""
    if not is_twin(seed, number):
        return _drawn(seed, number)
    draw, own, before = Random(f"{seed} twin {number}"), _drawn(seed, number), _drawn(seed, number - 1)
    day = min(LAST, before.day + timedelta(draw.randint(2, 6)))
    return replace(own, kind=before.kind, spot=before.spot, place=before.place, day=day, twin=True)


def is_twin(seed: int, number: int) -> bool:
    """Whether the incident is nearly the same as the one before it, which is then none itself."""
    return number > 0 and _lot(seed, number) < _TWINS <= _lot(seed, number - 1)


def _lot(seed: int, number: int) -> float:
    return Random(f"{seed} lot {number}").random()


def _drawn(seed: int, number: int) -> Plan:
    draw = Random(f"{seed} incident {number}")
    kind, spot = _one(_KINDS, draw), pick(draw)
    precision = _one(_PRECISIONS, draw)
    toll = None if kind in _NO_TOLL else _one(_TOLLS, draw)
    return Plan(
        number=number,
        kind=kind,
        spot=spot,
        place=spot.at(precision, draw) if precision else None,
        day=FIRST + timedelta(draw.randint(0, (LAST - FIRST).days)),
        days=_one(_DAYS, draw),
        harm=_HARMS.get(kind, Harm.KILLED),
        toll=draw.randint(*toll) if toll else None,
        injured=min(900, 1 + int(draw.expovariate(0.25)) + (draw.randint(*toll) if toll else 0)),
        target=_one(_TARGETS, draw),
        outlook=_one(_OUTLOOKS, draw),
        disputes=frozenset(what for what, share in _DISPUTES.items() if draw.random() < share),
    )


def _one(weights: Mapping[T, int], draw: Random) -> T:
    return draw.choices(list(weights), list(weights.values()))[0]


def sizes(seed: int, incidents: int, pages: int) -> list[int]:
    """How many pages tell of each incident: one to six mostly, some 40, one 150 where there are enough; `pages` in all.

    Raises:
        ValueError: there are fewer pages than incidents.
    """
    if pages < incidents:
        raise ValueError(f"{incidents:,} incidents need more than {pages:,} pages that tell of them")
    draw = Random(f"{seed} sizes")
    found = [_size(draw) for _ in range(incidents)]
    largest = min(150, 1 + (pages - incidents) // 2)
    found[draw.randrange(incidents)] = largest
    while (spare := pages - sum(found)) != 0:
        step = 1 if spare > 0 else -1
        for at in draw.choices(range(incidents), k=abs(spare)):
            if found[at] + step >= 1 and found[at] != largest:
                found[at] += step
    return found


def _size(draw: Random) -> int:
    low, high = draw.choices(
        [(1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (7, 12), (13, 40)], [31, 21, 14, 10, 11, 10, 3]
    )[0]
    return draw.randint(low, high)
