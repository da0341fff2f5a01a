"""Who one counted person is, as far as a count's own words tell: the age, the sex, the name."""

import re
from typing import NamedTuple

from onrecord.model import Count
from onrecord.stages.read.lexicon import words

_MALE = words(
    "man boy he him himself father son brother husband grandfather grandson uncle nephew boyfriend stepson stepfather male gentleman "
    "businessman policeman fisherman cameraman fiance widower schoolboy dad"
)
_FEMALE = words(
    "woman girl she her herself mother daughter sister wife grandmother granddaughter aunt niece girlfriend stepdaughter stepmother female "
    "lady nun businesswoman policewoman fiancee widow schoolgirl mom"
)
_AGE = re.compile(r"\b(\d{1,3})\s?-\s?(?:year|month)|, (\d{1,2})$", re.ASCII)


class Who(NamedTuple):
    """What is told of one person; None: not told. `name` is the last word of it."""

    age: int | None
    sex: str | None
    name: str | None

    def differs(self, other: "Who") -> bool:
        """Whether the two cannot be one person."""
        return any(a is not None and b is not None and a != b for a, b in zip(self, other, strict=True))

    def known(self) -> bool:
        """Whether the words tell more than that there was somebody."""
        return any(part is not None for part in self)


def who(count: Count) -> Who:
    """What the words of a count of one person tell of them."""
    whom = (count.whom or "").split()[-1:]
    word = whom[0] if whom else ""
    age = _AGE.search(count.passage.words)
    sex = "m" if word.lower() in _MALE else "f" if word.lower() in _FEMALE else None
    name = word if word[:1].isupper() and sex is None and not word.isupper() else None
    return Who(int(age[1] or age[2]) if age else None, sex, name)


__all__ = ["Who", "who"]
