"""The words that the first pass may weigh: the reader's own lists of general English, each with the classes it is in.

Names of persons, places and outlets are in none of these lists. A class that begins with "a " has one weight for all its words: which people or
which things a text names would only be learnt from what the training texts are about.
"""

from onrecord.stages.read import lexicon, sense, sport
from onrecord.stages.read.phrases import PHRASES, SUBJECT_PHRASES

_PAIRS = [*PHRASES, *SUBJECT_PHRASES]
_LISTS = {
    "means": lexicon.MEANS,
    "accident": lexicon.ACCIDENTS,
    "a place": lexicon.AREAS,
    "a weapon": lexicon.WEAPONS,
    "a fighter": lexicon.FIGHTERS,
    "an organisation": lexicon.ORGANISATIONS,
    "a person": lexicon.PEOPLE,
    "a pronoun": lexicon.PERSON_PRONOUNS,
    "an object": lexicon.OBJECTS,
    "sport": lexicon.SPORT | sport._STRONG,
    "perhaps sport": sport._WEAK,
    "law": sense._LEGAL,
    "abstract": sense._ABSTRACT,
    "names something else": sense._NAMED_AFTER,
    "occurrence": sense._OCCURRENCE,
    "figure of speech": frozenset(word for words in sense._FIGURES.values() for word in words),
    "verb of a phrase": frozenset(verb for verb, _ in _PAIRS),
    "noun of a phrase": frozenset(noun for _, noun in _PAIRS),
}


def _classes() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, frames in (("verb", lexicon.VERBS), ("noun", lexicon.NOUNS), ("hurt", lexicon.HURT)):
        for word, frame in frames.items():
            found.setdefault(word, set()).add(f"{name} that needs proof" if frame.proof else name)
    for name, listed in _LISTS.items():
        for word in listed:
            found.setdefault(word, set()).add(name)
    return {word: names for word, names in found.items() if word.isalpha()}


CLASSES = _classes()
"""Of each word its classes."""
