"""How sure a reading is."""

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What of a claim can be read rightly or wrongly; the harms are those of `Harm`."""

    KIND = "kind"
    STANCE = "stance"
    SPEAKER = "speaker"
    PLACE = "place"
    WHEN = "when"
    LIKELY = "likely"  # the most probable days (`Claim.likely`)
    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"


@dataclass(frozen=True, slots=True)
class Sure:
    """`probability` (0 to 1) that the value of a field is what a careful person would write down: of those said with 0.9, nine in ten are.

    How it is made and how well it holds: docs/explanation/reading.md. Where nothing could be measured there is no `Sure`: how sure the reading
    is, is then not known.
    """

    field: Field
    probability: float


def how_sure(sure: tuple[Sure, ...], field: str) -> float | None:
    """The probability of a field; None when it is not known."""
    return next((s.probability for s in sure if s.field == field), None)
