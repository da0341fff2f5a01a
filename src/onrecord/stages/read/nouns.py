"""What a noun stands for: a person, an organisation, an object, a weapon, or a happening."""

from collections.abc import Iterable
from enum import Enum

from onrecord.model import Parse, Token
from onrecord.stages.read.lexicon import (
    FIGHTERS,
    HURT,
    MEANS,
    NOUNS,
    OBJECTS,
    ORGANISATIONS,
    PEOPLE,
    PERSON_PRONOUNS,
    WEAPONS,
)


class Sort(Enum):
    """What a noun stands for. `NAME` is a name of unknown sort, `OTHER` anything else."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OBJECT = "object"
    WEAPON = "weapon"
    EVENT = "event"
    NAME = "name"
    OTHER = "other"


_LABELS = {
    "PERSON": Sort.PERSON,
    "NORP": Sort.PERSON,
    "ORG": Sort.ORGANISATION,
    "FAC": Sort.OBJECT,
    "GPE": Sort.OTHER,
    "LOC": Sort.OTHER,
    "WORK_OF_ART": Sort.OTHER,
    "DATE": Sort.OTHER,
    "TIME": Sort.OTHER,
    "MONEY": Sort.OTHER,
    "PERCENT": Sort.OTHER,
    "QUANTITY": Sort.OTHER,
}


def common(token: Token) -> str:
    """The lower-case lemma; the model leaves the plural of a weapon that begins a sentence as it is ("Rockets struck …")."""
    word = token.lemma.lower()
    single = word.removesuffix("s")
    return single if token.pos == "PROPN" and single in WEAPONS | MEANS.keys() else word


_PLACED = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})


class Nouns:
    """The nouns of one parse. Words decide before the model's labels, which are hints."""

    def __init__(self, parse: Parse) -> None:
        self._label = {i: e.label for e in parse.entities for i in range(e.first, e.last)}
        self._parse = parse

    def sort(self, token: Token) -> Sort:
        """What token, as the head of its phrase, stands for."""
        word = common(token)
        if token.tag == "NNPS":
            word = word.removesuffix("s")
        if word in WEAPONS:
            return Sort.WEAPON
        if word in ORGANISATIONS:
            return Sort.ORGANISATION
        if word == "old" or word in PEOPLE or word in FIGHTERS or token.text.lower() in PERSON_PRONOUNS:
            return Sort.PERSON
        if word in OBJECTS:
            return Sort.OBJECT
        if word in NOUNS or word in MEANS:
            return Sort.EVENT
        if word in HURT:
            return Sort.PERSON
        label = self._label.get(token.i)
        if label in _LABELS:
            return _LABELS[label]
        if word.endswith(("man", "men", "woman", "women", "ist", "ists")):
            return Sort.PERSON
        return Sort.NAME if token.pos == "PROPN" else Sort.OTHER

    def placed(self, tokens: Iterable[Token]) -> bool:
        """Whether the model sees a place, a date or a time of day among the tokens."""
        return any(self._label.get(t.i) in _PLACED for t in tokens)


__all__ = ["Nouns", "Sort", "common"]
