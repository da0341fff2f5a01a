"""Letters as the language model knows them: capitals of wire copy and of headlines in lower case, one character for one."""

import re
from collections.abc import Callable
from typing import Any

from spacy.lang.en.stop_words import STOP_WORDS

_HEADLINE = re.compile(
    r"^[^\n]{12,200}(?<![.\s])$", re.MULTILINE
)  # longer lines and those with a full stop are sentences
_WORD = re.compile(r"(?<=[\w,;)’'] )[A-Z][a-z]+(?![\w'’-])")  # not the first of a line or sentence
_LONG = re.compile(r"[^\W\d_]{4,}")
_ENDINGS = ("s", "es", "d", "ed", "ing")


def recase(text: str, is_verb: Callable[[str], bool]) -> str:
    """Lower-case a text that is mostly capitals (wire copy of the 1980s), else the verbs and function words of its headlines.

    In "Man Shoots Girlfriend And Her Son" the model takes every word for a name; in "Man shoots Girlfriend and her Son" it does not.
    """
    letters = [c for c in text if c.isalpha()]
    capitals = sum(map(str.isupper, letters))
    if letters and capitals >= 0.7 * len(letters):
        return "".join(map(_lower, text))
    return _HEADLINE.sub(lambda found: _sentence_case(found[0], is_verb), text)


def verbs(lemmatizer: Any) -> Callable[[str], bool]:
    """Whether a word (in lower case) is a verb in a form that is no noun's, by the tables of the model's own lemmatizer (WordNet)."""
    tables = lemmatizer.lookups
    known = tables.get_table("lemma_index")["verb"]
    irregular = tables.get_table("lemma_exc")["verb"]
    nouns = tables.get_table("lemma_index")["noun"]

    def is_verb(word: str) -> bool:
        stems = (word.removesuffix(end) for end in _ENDINGS if word.endswith(end))
        return word in irregular or any(s in known for s in stems) or (word in known and word not in nouns)

    return is_verb


def _lower(character: str) -> str:
    """ "İ" becomes two characters in lower case and stays."""
    low = character.lower()
    return low if len(low) == 1 else character


def _sentence_case(line: str, is_verb: Callable[[str], bool]) -> str:
    words = _LONG.findall(line)
    if sum(w[0].isupper() for w in words) < 0.8 * len(words):
        return line

    def lowered(found: re.Match[str]) -> str:
        word = found[0].lower()
        return word if word in STOP_WORDS or is_verb(word) else found[0]

    return _WORD.sub(lowered, line)


__all__ = ["recase", "verbs"]
