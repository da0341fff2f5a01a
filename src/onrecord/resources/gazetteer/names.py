"""Place names as keys: spellings that differ only in case, accents, apostrophes, hyphens or abbreviation share one key."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h"}
)
_SAME_NAME = 75  # of 100 (rapidfuzz ratio)
_DROPPED = str.maketrans("", "", "'’‘ʼʻʹʿʾ`´ʽ′.")
_WORD = re.compile(r"[^\W_]+")
_SHORT = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}
_ARTICLES = {
    *("al", "el", "ul", "ad", "ed", "an", "en", "ar", "er", "as", "es"),
    *("ash", "esh", "at", "et", "ath", "az", "ez", "edh"),
}
_ARTICLE_NAME = re.compile(r"(?<!\w)(?:[AEUaeu]l|[AEae](?:[dnrstz]|[sdt]h))[- '’](?=\w)")


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """The key of a name: ``fold("Saint-Denis") == fold("St. Denis") == "st denis"``; empty for a name without letters or digits."""
    plain = unicodedata.normalize("NFKD", name.translate(_DROPPED)).casefold()  # "𝔍" is a J only then
    plain = unicodedata.normalize("NFKD", plain.translate(_DROPPED))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_UNDECOMPOSED)
    return " ".join(_SHORT.get(word, word) for word in _WORD.findall(plain))


def alike(one: str, other: str) -> bool:
    """Only spelt otherwise ("Zaporizhzhya", "Zaporizhzhia"), and not another name altogether."""
    return fuzz.ratio(fold(one), fold(other)) >= _SAME_NAME


@lru_cache(maxsize=100_000)
def loose(name: str) -> str:
    """A second key for names from Arabic and its neighbours: without the article, -ah and -eh as -a, doubled letters single.

    ``loose("Deir al-Balah") == loose("Deir el Balah") == loose("Dayr al Balaḩ")`` does not hold for the last one: vowels
    inside a word are kept, since without them different towns fall together.
    """
    words = fold(_ARTICLE_NAME.sub(" ", name)).split()
    kept = [word for n, word in enumerate(words) if word not in _ARTICLES or len(words) == 1]
    return " ".join(_undoubled(_bare_end(word)) for word in kept)


def _bare_end(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith(("ah", "eh")) else word


def _undoubled(word: str) -> str:
    """``"quneitra"``, ``"qunneitra"`` alike; a final -e as -a."""
    single = "".join(c for n, c in enumerate(word) if n == 0 or c != word[n - 1])
    return single[:-1] + "a" if len(single) > 3 and single.endswith("e") else single
