"""The judgement that two claims are about the same incident."""

from dataclasses import dataclass

from onrecord.model.made_by import MadeBy


@dataclass(frozen=True, slots=True)
class Clue:
    """One named piece of evidence: its weight for (above 0) or against (below 0) and what it rests on, in plain words."""

    name: str
    score: float
    detail: str


@dataclass(frozen=True, slots=True)
class Link:
    """`left` < `right` are claim ids; `score` is 0 to 1. `joined` is false for a near miss, kept so that a person can be asked."""

    id: str
    left: str
    right: str
    score: float
    clues: tuple[Clue, ...]
    joined: bool
    made_by: MadeBy
