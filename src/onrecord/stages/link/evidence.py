"""Named evidence for and against two accounts telling of one happening.

Each function looks at one thing and says what it found as a `Finding`; its weight comes from `weights.py`. Nothing known on one side
is no evidence, but where nothing at all is known of the days, likeness promises less. The sum of weights is the log-odds that the two are
one (Fellegi and Sunter 1969, with weights fitted by logistic regression because the kinds of evidence are not independent).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import asin, cos, log1p, radians, sin, sqrt

from onrecord.model import Candidate, Harm, Kind, Precision
from onrecord.stages.link.account import Account
from onrecord.stages.link.weights import TOLL_CAP

_FAR_KM = 100.0
_EARTH_KM = 6371.0088
_EXACT = (Precision.SITE, Precision.SETTLEMENT)
_VAGUE = frozenset({Kind.ATTACK, Kind.KILLING, Kind.OTHER_HARM, Kind.DETENTION, Kind.THREAT})


@dataclass(frozen=True, slots=True)
class Finding:
    """`level` names the weight or curve in `weights.py` that `value` is weighed by, `detail` says what was seen."""

    level: str
    value: float
    detail: str


def place(a: Account, b: Account) -> Finding | None:
    """Same settlement, near, far; a place that holds the other says little."""
    one, other = a.place, b.place
    if one is None or other is None:
        return None
    if one.country and other.country and one.country != other.country:
        return Finding("far apart", 1.0, f"{one.name} ({one.country}) and {other.name} ({other.country})")
    if one.precision not in _EXACT or other.precision not in _EXACT:
        return _wider(one, other)
    km = distance_km(one, other)
    if km < 1.0 or (one.geonames_id is not None and one.geonames_id == other.geonames_id):
        return Finding("same place", 1.0, f"both at {one.name}")
    level = "places differ" if km <= _FAR_KM else "far apart"
    return Finding(level, 1.0, f"{one.name} and {other.name}, {km:.0f} km apart")


def _wider(one: Candidate, other: Candidate) -> Finding | None:
    if one.admin1 and other.admin1 and one.admin1 != other.admin1:
        return Finding("regions differ", 1.0, f"{one.admin1} and {other.admin1}")
    return Finding("same region", 1.0, f"both in {one.admin1}") if one.admin1 and other.admin1 else None


def when(a: Account, b: Account) -> Finding | None:
    """The same day, days that can be one, days that cannot."""
    if not (a.earliest or a.latest) or not (b.earliest or b.latest):
        return None
    gap = max(_gap(a.latest, b.earliest), _gap(b.latest, a.earliest))
    if gap > 0:
        level = "a day apart" if gap == 1 else "days apart" if gap <= 7 else "weeks apart"
        return Finding(level, 1.0, f"{_span(a)} and {_span(b)}")
    if a.earliest == a.latest == b.earliest == b.latest:
        return Finding("same day", 1.0, f"both on {_span(a)}")
    closed = a.earliest and a.latest and b.earliest and b.latest
    return Finding("days overlap", 1.0, f"{_span(a)} and {_span(b)}") if closed else None


def reported(a: Account, b: Account) -> Finding | None:
    """How many days after the earlier report the later one's happening lies: what was reported before it happened is another happening.

    The pages of a court months later name its own days, so this is weighed softly and by degrees.
    """
    if a.published is None or b.published is None:
        return None
    first, second = (a, b) if a.published <= b.published else (b, a)
    if second.latest is None or first.published is None:
        return None
    days = (second.latest - first.published).days
    told = f"{days} days after" if days > 0 else f"{-days} days before" if days else "on the day of"
    return Finding("after the report", days, f"the later report's day is {told} the earlier report")


def kind(a: Account, b: Account) -> Finding | None:
    """A kind in common; or kinds that are both exact and differ."""
    common = (a.kinds & b.kinds) - _VAGUE
    if common:
        return Finding("same kind", 1.0, ", ".join(sorted(common)))
    left, right = a.kinds - _VAGUE, b.kinds - _VAGUE
    if left and right:
        return Finding("kinds differ", 1.0, f"{', '.join(sorted(left))}; {', '.join(sorted(right))}")
    return None


def toll(a: Account, b: Account) -> Iterator[Finding]:
    """Numbers of killed and injured: a larger one in the later report is a growing toll, not a clash."""
    ours = {harm: (low, high) for harm, low, high in a.tolls}
    for harm, low, high in b.tolls:
        if harm in ours and harm in (Harm.KILLED, Harm.INJURED):
            yield _compare(harm, ours[harm], (low, high), _later(a, b))


def _compare(harm: Harm, one: tuple[int, int | None], other: tuple[int, int | None], later: int) -> Finding:
    detail = f"{_number(one)} and {_number(other)} {harm}"
    if one == other:
        return Finding("same toll", min(TOLL_CAP, log1p(one[0])), detail)
    if _meets(one, other) or (later and (other[0] - one[0]) * later > 0):
        return Finding("toll may have grown", 1.0, detail)
    return Finding("tolls clash", abs(log1p(one[0]) - log1p(other[0])), detail)


def findings(a: Account, b: Account) -> Iterator[Finding]:
    """Everything found between two accounts but their words."""
    where, days, later = place(a, b), when(a, b), reported(a, b)
    yield from (found for found in (where, days, later, kind(a, b)) if found)
    if days is None and later is None:
        yield Finding("days not known", 1.0, "nothing tells whether the days of both can be one")
    if where and days and where.level == "same place" and days.level in ("same day", "days overlap"):
        yield Finding("place and day", 1.0, f"{where.detail}; {days.detail}")
    yield from toll(a, b)
    if not (a.main and b.main):
        yield Finding("told aside", 1.0, "not the main story of both documents")


def distance_km(one: Candidate, other: Candidate) -> float:
    """Great-circle distance (haversine)."""
    a, b = radians(one.lat), radians(other.lat)
    across = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(across)))


def _gap(last: date | None, first: date | None) -> int:
    return (first - last).days if last and first else 0


def _span(account: Account) -> str:
    if account.earliest == account.latest:
        return str(account.earliest)
    return f"{account.earliest or '…'} to {account.latest or '…'}"


def _later(a: Account, b: Account) -> int:
    """1 when b was published after a, -1 before, 0 on one day or unknown."""
    if a.published is None or b.published is None or a.published == b.published:
        return 0
    return 1 if b.published > a.published else -1


def _meets(one: tuple[int, int | None], other: tuple[int, int | None]) -> bool:
    return (one[1] is None or one[1] >= other[0]) and (other[1] is None or other[1] >= one[0])


def _number(toll: tuple[int, int | None]) -> str:
    low, high = toll
    return f"{low} or more" if high is None else str(low) if low == high else f"{low} to {high}"
