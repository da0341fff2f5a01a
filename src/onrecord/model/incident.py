"""What happened, over all documents: computed from claims, links and decisions, never kept."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.claim import Harm, Kind, Role, Stance
from onrecord.model.place import Candidate
from onrecord.model.sure import Sure, how_sure
from onrecord.model.time import Interval


class Status(StrEnum):
    """How an incident stands; the rule is in `onrecord.store.incidents`."""

    SINGLE_ORIGIN = "single origin"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Toll:
    """A number over all claims; each end names the claim it rests on. None: not reported. `high` None: open ("at least")."""

    harm: Harm
    low: int | None
    best: int | None
    high: int | None
    low_claim: str | None
    best_claim: str | None
    high_claim: str | None


@dataclass(frozen=True, slots=True)
class Actor:
    """A participant over all claims: `words` are the fullest that it is named by."""

    role: Role
    words: tuple[str, ...]
    kind: str | None = None
    protected: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """A fold over `claims`. `place_claim` and `when_claims` say which claims a value rests on; `contested` names the fields in dispute.

    `confirmed` is true only when a person accepted it. `sure` has the values that a machine read and whose sure-ness was measured.
    """

    id: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    kind: Kind
    stance: Stance
    status: Status
    status_reason: str
    when: Interval
    place: Candidate | None
    place_claim: str | None
    tolls: tuple[Toll, ...]
    actors: tuple[Actor, ...]
    contested: tuple[str, ...]
    decisions: tuple[str, ...] = ()
    confirmed: bool = False
    when_claims: tuple[str, ...] = ()
    sure: tuple[Sure, ...] = ()

    def toll(self, harm: Harm) -> Toll | None:
        """The toll of one harm; None when nobody reports it."""
        return next((t for t in self.tolls if t.harm is harm), None)

    def how_sure(self, field: str) -> float | None:
        """The probability that the value of a `Field` is right; None when it is not known, or a person's."""
        return how_sure(self.sure, field)
