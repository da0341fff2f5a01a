"""The words of one expression, as the functions that tell its meaning see them."""

from dataclasses import dataclass

from onrecord.stages.date.lex import Word

NOT_A_TIME = ""  # a value that says: these words are no time here


@dataclass(frozen=True, slots=True)
class Found:
    """The words of one expression."""

    words: tuple[Word, ...]

    def has(self, *kinds: str) -> bool:
        """Whether a word is of one of these kinds."""
        return any(w.kind in kinds for w in self.words)

    def number(self, *kinds: str) -> int | None:
        """The number of the first word of one of these kinds."""
        return next((w.value for w in self.words if w.kind in kinds and isinstance(w.value, int)), None)

    def code(self, *kinds: str) -> str:
        """The code of the first word of one of these kinds, empty when there is none."""
        return next((w.value for w in self.words if w.kind in kinds and isinstance(w.value, str)), "")

    @property
    def side(self) -> int:
        """-1 for "last", 0 for "this", 1 for "next"."""
        return self.number("last", "previous", "this", "next", "following") or 0

    @property
    def day(self) -> int | None:
        """The day of a month."""
        return self.number("day", "ordinal")

    @property
    def count(self) -> int | None:
        """How many: None for "several"."""
        tens, ones = self.number("tens"), self.number("number", "day", "digits", "short_year", "pair")
        if self.has("some"):
            return None
        if tens is not None:
            return tens + (ones or 0)
        if ones is None:
            return 1
        factor = [w.value for w in self.words if w.kind == "number" and w.value in (12, 100, 1000)]
        return ones * int(factor[0] or 1) if factor and factor[0] != ones else ones
