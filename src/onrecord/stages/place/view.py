"""A text as the finders of place names look at it: tokens with their case and their neighbours."""

from collections.abc import Iterable

from onrecord.model import Entity, Parse

_JOINTS = {"-", "–", "'", "’", "ʼ", "‘", "`"}
_PARTICLES = {
    *(
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "al",
        "da",
        "do",
        "dos",
        "du",
        "des",
        "le",
        "les",
        "es",
        "ash",
        "as",
        "ad",
    ),
    *("ar", "an", "az", "at", "ed", "er", "en", "ez", "ul", "sur", "am", "bin", "ibn"),
}
_INNER = _JOINTS | _PARTICLES | {"of", "the", "and", "on", "upon", "in"}
_MOSTLY = 0.7  # share of capitals above which case tells nothing


class View:
    """Case and neighbours; `shouting` is true for a text in capitals, where every word could be a name."""

    def __init__(self, text: str, parse: Parse) -> None:
        self.text, self.parse, self.tokens = text, parse, parse.tokens
        letters = [c for c in text if c.isalpha()]
        self.shouting = sum(map(str.isupper, letters)) > _MOSTLY * len(letters)
        self.low = [t.text.casefold() for t in parse.tokens]
        self._entity_of = {i: e for e in parse.entities for i in range(e.first, e.last)}
        people = (e for e in parse.entities if e.label == "PERSON" and e.last - e.first > 1)
        self._surnames = {self.low[e.last - 1] for e in people}

    def slice(self, first: int, last: int) -> str:
        """The words of tokens ``first`` to ``last - 1``, as written."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def entity(self, i: int) -> Entity | None:
        """What the language model marked at a token."""
        return self._entity_of.get(i)

    def label(self, first: int, last: int) -> str | None:
        """The label of an entity that has exactly these tokens, a leading article left out; None for all else."""
        entity = self._entity_of.get(first)
        if entity is None or entity.last != last:
            return None
        exact = entity.first == first or (
            entity.first == first - 1 and self.low[entity.first] in ("the", "a", "an")
        )
        return entity.label if exact else None

    def capital(self, i: int) -> bool:
        """Written like a name."""
        token = self.tokens[i]
        if self.shouting:
            return token.text[0].isalpha() and token.pos in ("PROPN", "NOUN", "ADJ")
        return token.text[0].isupper()

    def before(self, i: int, n: int = 1) -> str:
        """The folded word `n` tokens before token `i`; empty at the start."""
        return self.low[i - n] if i >= n else ""

    def after(self, last: int) -> str:
        """The folded word at `last`; empty at the end."""
        return self.low[last] if last < len(self.low) else ""

    def surname(self, first: int, last: int) -> bool:
        """A single word that is the last name of somebody in the text."""
        return last - first == 1 and self.low[first] in self._surnames

    def initial(self, i: int) -> bool:
        """The first word of its sentence, whose capital says nothing."""
        return i == self.parse.sentences[self.tokens[i].sentence][0]

    def ends(self, i: int, longest: int, taken: set[int], *, inner: Iterable[str] = _INNER) -> list[int]:
        """Where a name that starts at token `i` may end: after each capitalised word of its run, shortest first."""
        found = []
        for j in range(i, min(i + longest, len(self.tokens))):
            if j in taken or not (self.capital(j) or self.low[j] in inner):
                break
            if self.capital(j):
                found.append(j + 1)
        return found

    def run(self, i: int, taken: set[int]) -> int | None:
        """The end of the run of capitals that starts at token `i`, joined by hyphens and particles only; None where none starts."""
        token = self.tokens[i]
        if i in taken or not self.capital(i) or not token.text[0].isalpha() or token.pos in ("DET", "PRON"):
            return None
        found = self.ends(i, 8, taken, inner=_JOINTS | _PARTICLES)
        return found[-1] if found else None

    def within_name(self, first: int, last: int) -> bool:
        """Next to another capitalised name: "Paris Hilton", "Mary Jackson"."""
        if self.shouting:
            return False
        same = self.tokens[first].sentence
        beside = [
            i for i in (first - 1, last) if 0 <= i < len(self.tokens) and self.tokens[i].sentence == same
        ]
        return any(self.tokens[i].pos == "PROPN" and self.tokens[i].text[0].isupper() for i in beside)
