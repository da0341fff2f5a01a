"""Exact words of a document with their position (W3C text quote and text position selectors in one)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """``told[start:end] == words`` in what is read of a document (`Document.told`: its clean text); offsets count Unicode code points."""

    start: int
    end: int
    words: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Passage":
        """Take the words at a position."""
        return cls(start, end, text[start:end])

    def overlaps(self, other: "Passage") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Passage") -> bool:
        """Whether the other lies wholly in this one."""
        return self.start <= other.start and other.end <= self.end
