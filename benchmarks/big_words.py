"""Sentences of the generated case, in four languages, with what each of their words is there for."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

LANGUAGES = ("en", "uk", "ru", "ar")
_MARK = re.compile(r"\[(\w+)\|([^\[\]]*)\]")
_WORDS = Path(__file__).with_name("big_words.toml")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence, and for each role in it (``trigger``, ``place``, ``source``, …) where its words stand."""

    text: str
    spans: Mapping[str, Span]

    @classmethod
    def of(cls, template: str) -> "Marked":
        """Take the marks ``[role|words]`` out of a sentence."""
        text, spans, at = "", dict[str, Span](), 0
        for found in _MARK.finditer(template):
            text += template[at : found.start()]
            spans[found[1]] = len(text), len(text) + len(found[2])
            text, at = text + found[2], found.end()
        return cls(text + template[at:], spans)

    def then(self, tail: "Marked", number: int) -> "Marked":
        """With a speaker's tail; its roles are numbered, and ``content0`` is all that speaker 0 says."""
        length = len(self.text)
        moved = {f"{role}{number}": (a + length, b + length) for role, (a, b) in tail.spans.items()}
        spans = {**self.spans, **moved, f"content{number}": (0, length)}
        return Marked(self.text + tail.text, spans)

    def closed(self) -> "Marked":
        """With a capital letter and a full stop. Both leave the places of the words as they are."""
        stop = "" if self.text.endswith((".", "۔")) else "."
        return Marked(self.text[:1].upper() + self.text[1:] + stop, self.spans)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The templates and word lists of one language."""

    code: str
    given: Mapping[str, Any]

    def say(self, template: str, **slots: object) -> str:
        """A template of this name with its slots filled."""
        return str(self.given[template]).format(**slots)

    def word(self, table: str, key: str) -> str:
        """The one word that a table has for a key."""
        return str(self.given[table][key])

    def any(self, table: str, key: str, draw: Random) -> str:
        """One of the words that a table has for a key, or for what has no name of its own."""
        words: Sequence[str] = self.given[table].get(key) or self.given[table][""]
        return draw.choice(words)

    def one_of(self, name: str, draw: Random) -> str:
        """One of a list."""
        listed: Sequence[str] = self.given[name]
        return draw.choice(listed)

    def person(self, draw: Random) -> str:
        """An invented name, such as "Person 123"."""
        return self.say("person", n=draw.randint(1, 40_000))

    def number(self, low: int | None, high: int | None) -> str:
        """A count as this language writes it."""
        if low == high:
            return self.say({0: "none", 1: "single"}.get(low or 0, "exact"), low=low)
        return self.say("least" if high is None else "range", low=low, high=high)


def plain(template: str) -> str:
    """A template without its marks."""
    return _MARK.sub(r"\2", template)


@cache
def tongue(code: str) -> Tongue:
    """The words of a language of `LANGUAGES`."""
    with _WORDS.open("rb") as file:
        return Tongue(code, tomllib.load(file)[code])
