"""What the trained reader sees in a text: probabilities that rules weigh beside the grammar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A cue of speech with its source (None: nobody is named) and the stretches of its content, in text order.

    `sure` is the probability of the cue.
    """

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Filler:
    """Words for one who takes part in an incident.

    `role` as in the MUC templates: ``PerpInd``, ``PerpOrg``, ``Target``, ``Victim``, ``Weapon``; `sure` is a probability.
    """

    words: Span
    role: str
    sure: float


class Marks(Protocol):
    """What the reader says of one text, worked out where it is asked. Offsets are those of the text; None where it does not see."""

    def said(self, within: Sequence[Span] | None = None) -> tuple[Said, ...]:
        """Every cue in the windows that touch these stretches, or in all."""
        ...

    def looked(self, within: Sequence[Span] | None = None) -> tuple[Span, ...]:
        """Those windows."""
        ...

    def fillers(self, within: Sequence[Span] | None = None) -> tuple[Filler, ...]:
        """Everyone and everything that takes part in an incident, in the same windows."""
        ...

    def role(self, words: Span, role: str) -> float | None:
        """How likely words fill a role of `Filler`, whatever else they may be."""
        ...

    def roles(self, words: Span) -> dict[str, float] | None:
        """The same of every role."""
        ...

    def stance(self, event: Span) -> tuple[float, float, float] | None:
        """How likely what a word names happened, did not happen, or is left open."""
        ...

    def happened_at(self, event: Span, place: Span) -> float | None:
        """How likely what a word names happened at a place of the same sentence."""
        ...
