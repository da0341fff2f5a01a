"""Finds the names of places in a text: what the language model marks, and names of the gazetteer where the words around them agree."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Candidate, Entity, Parse, Passage, Precision, Token
from onrecord.resources.gazetteer import Gazetteer, fold
from onrecord.stages.place.words import (
    BODIES,
    DIRECTIONS,
    DWELLERS,
    FIRM,
    MONTHS_AND_DAYS,
    STREETS,
    TYPES,
)

_PLACE_LABELS = {"GPE", "LOC", "FAC"}
_LINKS = {"of", "the", "de", "del", "la", "las", "los", "el", "al", "-", "–", "'", "’", "da", "do", "dos", "du", "des", "le", "les",
          "es", "ash", "as", "ad", "ar", "an", "az", "at", "ed", "er", "en", "and", "on", "upon", "in", "sur", "am"}  # fmt: skip
_DASHES = ("-", "--", "–", "—")
_SENTENCE_ENDS = (".", "!", "?", "”", '"')
_DATELINE = 12  # tokens from the place to the dash of a dateline
_LONGEST = 6
_BIG = 100_000


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` to ``last - 1``. `kind` is what the text calls it ("province" → region), None when it does not say.

    `why` is how it was found. `within` is the position of the mention it stands before after a comma ("Homs, Syria").
    """

    first: int
    last: int
    passage: Passage
    name: str
    candidates: tuple[Candidate, ...]
    why: str
    kind: Precision | None = None


def find_mentions(text: str, parse: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """The mentions of a text, in order; none overlaps another."""
    return _Finder(text, parse, gazetteer).find()


class _Finder:
    def __init__(self, text: str, parse: Parse, gazetteer: Gazetteer) -> None:
        self.text, self.parse, self.gazetteer = text, parse, gazetteer
        self.tokens = parse.tokens
        letters = [c for c in text if c.isalpha()]
        self.shouting = sum(map(str.isupper, letters)) > 0.7 * len(letters)
        self.entity_of = {i: e for e in parse.entities for i in range(e.first, e.last)}
        self.surnames = {
            self.tokens[e.last - 1].text.casefold()
            for e in parse.entities
            if e.label == "PERSON" and e.last - e.first > 1
        }

    def find(self) -> list[Mention]:
        found = [m for e in self.parse.entities if e.label in _PLACE_LABELS for m in self._of_entity(e)]
        taken = {i for m in found for i in range(m.first, m.last)}
        found += self._scan(taken)
        taken = {i for m in found for i in range(m.first, m.last)}
        found += self._again({m.passage.words for m in found if m.candidates}, taken)
        return sorted(found, key=lambda m: m.first)

    # -- what the model marked

    def _of_entity(self, entity: Entity) -> Iterator[Mention]:
        first = entity.first
        for i in range(entity.first, entity.last + 1):
            if i == entity.last or self.tokens[i].text in (",", ";", "/"):
                trimmed = self._trim(first, i)
                if trimmed and not self._spurious(*trimmed, entity):
                    yield self._mention(*trimmed, f"the language model marks it as {entity.label}")
                first = i + 1

    def _trim(self, first: int, last: int) -> tuple[int, int] | None:
        while first < last and self._edge(self.tokens[first]):
            first += 1
        while (
            first < last
            and not self.tokens[last - 1].text[-1].isalnum()
            and self.tokens[last - 1].text[-1] != "."
        ):
            last -= 1
        if last - first > 1 and self.tokens[last - 1].text in ("'s", "’s", "s’"):
            last -= 1
        while last - first > 1 and self.tokens[last - 1].text[0].islower():
            last -= 1
        return (first, last) if first < last else None

    def _edge(self, token: Token) -> bool:
        low = token.text.casefold()
        if low in ("the", "a", "an") or not token.text[0].isalnum():
            return True
        return not self.shouting and token.text[0].islower() and low not in _LINKS

    def _spurious(self, first: int, last: int, entity: Entity) -> bool:
        words = [t.text.casefold() for t in self.tokens[first:last]]
        if words[0] in MONTHS_AND_DAYS and len(words) == 1:
            return True
        if self.gazetteer.country_of(" ".join(words)) and not self.gazetteer.known(" ".join(words)):
            return True
        if self.shouting:
            return False
        return not any(w[0].isupper() for w in (t.text for t in self.tokens[first:last]))

    # -- names of the gazetteer

    def _scan(self, taken: set[int]) -> Iterator[Mention]:
        i = 0
        while i < len(self.tokens):
            last = self._longest(i, taken) if self._starts(i, taken) else None
            if last is None:
                i += 1
                continue
            why = self._agrees(i, last)
            if why:
                yield self._mention(i, last, why)
            i = last

    def _starts(self, i: int, taken: set[int]) -> bool:
        token = self.tokens[i]
        return (
            i not in taken
            and token.text[0].isalpha()
            and (self.shouting or token.text[0].isupper())
            and token.pos not in ("PRON", "AUX", "DET", "ADP", "CCONJ", "SCONJ", "INTJ")
            and token.text.casefold() not in MONTHS_AND_DAYS
        )

    def _longest(self, i: int, taken: set[int]) -> int | None:
        """The end of the longest known name that starts at a token."""
        ends = []
        for j in range(i, min(i + _LONGEST, len(self.tokens))):
            token = self.tokens[j]
            if j in taken or not (self._capital(token) or token.text.casefold() in _LINKS):
                break
            if self._capital(token):
                ends.append(j + 1)
        return next((end for end in reversed(ends) if self.gazetteer.known(self._slice(i, end))), None)

    def _capital(self, token: Token) -> bool:
        if self.shouting:
            return token.text[0].isalpha() and token.pos in ("PROPN", "NOUN", "ADJ")
        return token.text[0].isupper()

    def _agrees(self, first: int, last: int) -> str | None:
        """Why the words around a known name make it a place, or None."""
        entity = self.entity_of.get(first)
        if self._common(first, last):
            return None
        if self._in_dateline(first, last):
            return "it stands in the dateline"
        if self._before_container(last):
            return "the region or country that holds it follows after a comma"
        if self._typed(first, last):
            return "the text says what kind of place it is"
        if self._dwelt_in(first, last):
            return "its people or buildings are named after it"
        if entity and entity.label == "PERSON" and (entity.first, entity.last) != (first, last):
            return self._in_body(entity, first, last) if first == entity.first else None
        if entity and entity.label == "ORG" and (entity.first, entity.last) != (first, last):
            return self._in_body(entity, first, last)
        if entity and entity.label not in ("PERSON", "ORG", "PRODUCT"):
            return None
        if self._part_of_longer(first, last) or self._surname(first, last):
            return None
        before = self.tokens[first - 1].text.casefold() if first else ""
        if before in FIRM:
            return f"it follows {before!r}"
        return self._famous(first, last, entity)

    def _common(self, first: int, last: int) -> bool:
        """A word that heads names of bodies and places, standing alone: "the Council", "North"."""
        word = self.tokens[first].text.casefold()
        return last - first == 1 and (
            word in BODIES or word in TYPES or word in DIRECTIONS or word in STREETS
        )

    def _dwelt_in(self, first: int, last: int) -> bool:
        """ "a Gainesville resident", "Okhtyrka Mayor …"."""
        after = self.tokens[last].text.casefold() if last < len(self.tokens) else ""
        return after in DWELLERS and not self._surname(first, last)

    def _surname(self, first: int, last: int) -> bool:
        return last - first == 1 and self.tokens[first].text.casefold() in self.surnames

    def _in_body(self, entity: Entity, first: int, last: int) -> str | None:
        after = self.tokens[last].text.casefold() if last < entity.last else ""
        if after in BODIES and first - entity.first <= 1:
            return "a public body of that place is named"
        before = self.tokens[first - 1].text.casefold() if first > entity.first else ""
        if before in ("of", "in", "at") and last == entity.last:
            return "a public body of that place is named"
        return None

    def _famous(self, first: int, last: int, entity: Entity | None) -> str | None:
        if entity and entity.label == "PERSON":
            return None
        name = self._slice(first, last)
        best = self.gazetteer.look_up(name)[0]
        if fold(best.name) != fold(name) and best.precision is not Precision.COUNTRY:
            return None
        wide = best.precision in (Precision.COUNTRY, Precision.REGION)
        initial = self.tokens[first].i == self.parse.sentences[self.tokens[first].sentence][0]
        if self.tokens[first].pos != "PROPN" or (initial and not wide):
            return None
        return "it is the name of a widely known place" if wide or (best.population or 0) >= _BIG else None

    def _part_of_longer(self, first: int, last: int) -> bool:
        """Part of a longer name that the gazetteer does not know: "Paris Hilton", "Mary Jackson"."""
        if self.shouting:
            return False
        before = self.tokens[first - 1] if first else None
        after = self.tokens[last] if last < len(self.tokens) else None
        return bool(
            (
                before
                and before.text[0].isupper()
                and before.pos == "PROPN"
                and before.sentence == self.tokens[first].sentence
            )
            or (after and after.text[0].isupper() and after.pos == "PROPN")
        )

    def _typed(self, first: int, last: int) -> bool:
        return self._kind(first, last) is not None

    def _kind(self, first: int, last: int) -> Precision | None:
        """What the text calls it: "Sumy province", "the town of Okhtyrka"."""
        after = self.tokens[last].text.casefold() if last < len(self.tokens) else ""
        own = self.tokens[last - 1].text.casefold()
        if own in TYPES and last - first > 1:
            return TYPES[own]
        if after in TYPES:
            return TYPES[after]
        if first > 1 and self.tokens[first - 1].text.casefold() == "of":
            return TYPES.get(self.tokens[first - 2].text)
        return TYPES.get(self.tokens[first - 1].text) if first else None

    def _before_container(self, last: int) -> bool:
        return self._container(last) is not None

    def _container(self, last: int) -> tuple[int, int] | None:
        """The region or country right after a comma."""
        if last + 1 >= len(self.tokens) or self.tokens[last].text != ",":
            return None
        start = last + 1
        if self.tokens[start].text.casefold() == "the":
            start += 1
        for end in range(min(start + 3, len(self.tokens)), start, -1):
            if not all(t.text[0].isupper() for t in self.tokens[start:end]):
                continue
            name = self._slice(start, end)
            found = self.gazetteer.abbreviation(name) or self.gazetteer.look_up(name)
            if any(c.precision in (Precision.COUNTRY, Precision.REGION) for c in found):
                return start, end
        return None

    def _in_dateline(self, first: int, last: int) -> bool:
        """ "KHARKIV, Ukraine (Agency) -" at the start of a text or line."""
        line = first
        while line and "\n" not in self.tokens[line - 1].text and first - line < 4:
            line -= 1
        if line and "\n" not in self.tokens[line - 1].text:
            return False
        window = self.tokens[last : last + 12]
        dash = next((n for n, t in enumerate(window) if t.text in ("-", "--", "–", "—")), None)
        return dash is not None and (
            self.tokens[first].text.isupper() or (window[0].text == "(" and dash < 8)
        )

    # -- and again

    def _again(self, names: set[str], taken: set[int]) -> Iterator[Mention]:
        """A name that is a place once is one each time it stands alone."""
        lengths = {name: len(name.split()) for name in names}
        first_words = {name.split()[0] for name in lengths}
        i = 0
        while i < len(self.tokens):
            last = None
            if self.tokens[i].text in first_words and i not in taken:
                last = next(
                    (j for j in range(i + 4, i, -1) if j <= len(self.tokens) and self._slice(i, j) in names),
                    None,
                )
            if last and not any(k in taken for k in range(i, last)) and self._alone(i, last):
                yield self._mention(i, last, "the same name is a place elsewhere in this text")
            i = last or i + 1

    def _alone(self, first: int, last: int) -> bool:
        entity = self.entity_of.get(first)
        if entity and (entity.first, entity.last) != (first, last):
            return entity.label == "ORG" and self._in_body(entity, first, last) is not None
        return not (entity and entity.label == "PERSON") and not self._part_of_longer(first, last)

    # -- making a mention

    def _slice(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def _mention(self, first: int, last: int, why: str) -> Mention:
        passage = Passage.of(self.text, self.tokens[first].start, self.tokens[last - 1].end)
        name, candidates, kind = self._look_up(first, last)
        return Mention(first, last, passage, name, candidates, why, kind or self._kind(first, last))

    def _abbreviated(self, first: int, form: str) -> tuple[Candidate, ...]:
        """ "Fla." after a comma; "N.C." anywhere."""
        after_comma = first > 0 and self.tokens[first - 1].text == ","
        return self.gazetteer.abbreviation(form) if after_comma or form.count(".") > 1 else ()

    def _look_up(self, first: int, last: int) -> tuple[str, tuple[Candidate, ...], Precision | None]:
        """The whole name, then without its type word ("Anbar Province"), then without a direction ("Northern Gaza")."""
        words = [t.text.casefold() for t in self.tokens[first:last]]
        name = self._slice(first, last)
        found = (self._abbreviated(first, name) if last - first < 3 else ()) or self.gazetteer.look_up(name)
        found = found or self.gazetteer.abbreviation(name)
        if found or last - first == 1:
            return name, found, None
        if words[-1] in TYPES:
            name, found, _ = self._look_up(first, last - 1)
            return name, found, TYPES[words[-1]]
        if words[0] in DIRECTIONS:
            return self._look_up(first + 1, last)
        if len(words) > 2 and words[0] in TYPES and words[1] == "of":
            name, found, _ = self._look_up(first + 2, last)
            return name, found, TYPES[words[0]]
        return self._slice(first, last), (), None
