"""How an incident stands: its kind, its stance, and the status with the reason for it."""

from collections import Counter
from collections.abc import Sequence

from onrecord.model import Claim, Kind, Stance, Status
from onrecord.store.fold.sources import Sources

# What was done to whom says less than how it was done; the last one says least.
_VAGUE = (Kind.KILLING, Kind.ATTACK, Kind.DESTRUCTION, Kind.OTHER_HARM)
_HOLDS = frozenset({Stance.ASSERTED, Stance.POSSIBLE})
_AGAINST = frozenset({Stance.DENIED, Stance.NEGATED})
_ORDER = tuple(Stance)


def kind(sources: Sources) -> Kind:
    """The kind that most origins give; a vague kind only where nothing more exact is said."""
    claims = sources.telling()
    told = {(c.kind, sources.origin(c)) for c in claims}
    votes = Counter(k for k, _ in told)
    often = Counter(c.kind for c in claims)
    first = {c.kind: n for n, c in reversed(list(enumerate(claims)))}
    return min(votes, key=lambda k: (_vagueness(k), -votes[k], -often[k], first[k]))


def _vagueness(one: Kind) -> int:
    return _VAGUE.index(one) + 1 if one in _VAGUE else 0


def stance(sources: Sources) -> Stance:
    """Asserted when any claim asserts it, else the strongest of what is left: denied, negated, possible, planned."""
    given = {c.stance for c in sources.claims}
    return next(s for s in _ORDER if s in given)


def status(sources: Sources, contested: Sequence[str]) -> tuple[Status, str]:
    """The first rule that holds.

    1. *denied*: some claims deny or negate it and none holds that it happened.
    2. *contested*: some hold it and some deny it, or claims disagree in a field. The fields are the days, the place, each toll, and the
       perpetrator: in dispute when a side that one claim names as the perpetrator itself names another (`sides.accuse_one_another`).
    3. *corroborated*: two or more independent origins assert it; one that calls it possible does not corroborate.
    4. *single origin*: one origin at the most asserts it.
    """
    holding = {sources.origin(c) for c in sources.claims if c.stance in _HOLDS}
    against = {sources.origin(c) for c in sources.claims if c.stance in _AGAINST}
    denied = {sources.origin(c) for c in sources.claims if c.stance is Stance.DENIED}
    if against and not holding:
        return Status.DENIED, f"{_origins(against)} against it, none reports it"
    if denied:
        return Status.CONTESTED, f"{_origins(holding)} for it, {_origins(denied)} with a denial"
    if contested:
        return Status.CONTESTED, f"claims disagree about {', '.join(contested)}"
    asserting = {sources.origin(c) for c in sources.claims if c.stance is Stance.ASSERTED}
    if len(asserting) > 1:
        return Status.CORROBORATED, f"corroborated by {len(asserting)} independent origins"
    return Status.SINGLE_ORIGIN, _alone(sources, len(asserting))


def _alone(sources: Sources, asserting: int) -> str:
    others = len(sources.origins()) - asserting
    if asserting + others > 1:
        return f"{asserting or 'no'} origin says that it happened, {others} that it is possible, planned or not so"
    pages = len({c.document for c in sources.claims})
    return f"one origin ({pages} document{'s' if pages > 1 else ''})"


def _origins(of: set[str]) -> str:
    return "1 origin" if len(of) == 1 else f"{len(of)} origins"


def in_order(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The documents of the claims, each once, sorted."""
    return tuple(sorted({c.document for c in claims}))
