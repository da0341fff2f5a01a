"""Texts as runs of words: hashed, so that a million runs fit in a few megabytes, and the same on every machine."""

import re
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

# A word is a stretch of letters and digits; scripts written without spaces give one word for each sign.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_CONTENT = 4  # letters; shorter words are mostly articles and prepositions
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio: spreads the bits (Knuth, multiplicative hashing)
_HALF = np.uint64(32)


class Hasher:
    """Gives each word a 64-bit number made from its letters alone, kept so that each word is hashed once."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def words(self, text: str) -> Hashes:
        """One number a word, in text order, letter case left out."""
        return self._numbers(WORD.findall(text))

    def content_words(self, text: str) -> Hashes:
        """The longer words, each once, sorted: those that can tell what a title is about."""
        return distinct(self._numbers([w for w in WORD.findall(text) if len(w) >= _CONTENT]))

    def _numbers(self, found: list[str]) -> Hashes:
        known = self._known
        for word in found:
            if word not in known:
                letters = word.casefold().encode(errors="replace")
                known[word] = int.from_bytes(blake2b(letters, digest_size=8).digest())
        return np.fromiter(map(known.__getitem__, found), np.uint64, len(found))


def runs(words: Hashes, size: int) -> Hashes:
    """One number for each run of `size` words, in text order (empty when the text is shorter)."""
    count = len(words) - size + 1
    if count < 1:
        return words[:0]
    mixed = np.zeros(count, np.uint64)
    for i in range(size):
        mixed = (mixed ^ words[i : i + count]) * _MIX
        mixed ^= mixed >> _HALF
    return mixed


def distinct(hashes: Hashes) -> Hashes:
    """Each once, sorted (by sorting: for a few hundred numbers this is faster than `numpy.unique`, which hashes)."""
    ordered = np.sort(hashes)
    return ordered[np.r_[True, ordered[1:] != ordered[:-1]]] if len(ordered) else ordered


def among(hashes: Hashes, known: Hashes) -> NDArray[np.bool_]:
    """Which of the hashes are in a sorted array."""
    if not len(known):
        return np.zeros(len(hashes), np.bool_)
    found: NDArray[np.bool_] = known[np.searchsorted(known, hashes).clip(max=len(known) - 1)] == hashes
    return found


def positions(text: str) -> list[tuple[int, int]]:
    """Where each word of `Hasher.words` stands in the text, as (start, end)."""
    return [match.span() for match in WORD.finditer(text)]
