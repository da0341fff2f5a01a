"""Ukrainian place names in the official romanisation (Cabinet of Ministers resolution 55 of 2010), which news uses.

GeoNames shows some towns in an older one ("Zaporizhzhya", "Kryvyy Rih").
"""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

_CYRILLIC = re.compile("[а-яґєії]", re.IGNORECASE)
_APOSTROPHES = re.compile("['’ʼ]")
_SAME_NAME = 75  # of 100 (rapidfuzz ratio): the first Cyrillic name of Luhansk in GeoNames is its Soviet one
_LATIN = "a b v h g d e zh z y i i i k l m n o p r s t u f kh ts ch sh shch _ iu ia"
_LETTERS = {
    cyrillic: latin.strip("_")
    for cyrillic, latin in zip("абвгґдежзиіїйклмнопрстуфхцчшщьюя", _LATIN.split(), strict=True)
} | {"є": "ie", "ғ": "gh"}
_AT_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def shown(name: str, aliases: Sequence[str]) -> str:
    """The romanised form of a Cyrillic alias, where it is an alias itself and the same name as `name`; else `name`."""
    official = [romanised(alias) for alias in aliases if _CYRILLIC.match(alias)]
    if name in official:
        return name  # "Kyiv": the other Cyrillic names are Russian or old
    same = (latin for latin in official if latin in aliases and fuzz.ratio(latin, name) >= _SAME_NAME)
    return next(same, name)


def romanised(name: str) -> str:
    """ "Кривий Ріг" → "Kryvyi Rih"; other letters stay as they are."""
    return re.sub(r"[^\W\d_]+", lambda word: _word(word.group()), _APOSTROPHES.sub("", name))


def _word(word: str) -> str:
    low = word.casefold().replace("зг", "зғ")  # "Zghurivka": "zh" would be another letter
    latin = "".join((_AT_START if n == 0 else _LETTERS).get(c, _LETTERS.get(c, c)) for n, c in enumerate(low))
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin
