"""An attribution while it is being put together: tokens, not yet passages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.model import Token


@dataclass(frozen=True, slots=True)
class Draft:
    """`verb` is the cue's main word; `cue`, `source` and `content` are token indices (source empty: nobody is named).

    `spoken` is true once a quotation is part of the content; `tells` is false for thoughts, wishes and verbs with a mere object.
    `grammar` and `sure` as in `Attribution`.
    """

    verb: Token
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: frozenset[int] = frozenset()
    spoken: bool = False
    tells: bool = True
    grammar: bool = True
    sure: float | None = None

    def quoting(self, indices: Iterable[int]) -> "Draft":
        """With quoted words added to the content."""
        kept = set(indices) - set(self.cue) - set(self.source)
        return replace(self, content=self.content | kept, spoken=True)
