"""Which hinted names are places after all: those that the firm places of the text, or its publisher, speak for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log, log1p, log10

from onrecord.model import Candidate, Place, Precision
from onrecord.resources.gazetteer import alike, fold
from onrecord.stages.place.hint_weights import START, WEIGHTS
from onrecord.stages.place.hinted import in_other_name, signs
from onrecord.stages.place.home import Home
from onrecord.stages.place.mentions import Mention
from onrecord.stages.place.view import View

ENOUGH = -0.5  # log-odds: 0.38; F1 of all mentions gains from what is right more often than half of F1
_FEW = 300  # people: taken where the gazetteer does not say

Sign = tuple[str, float]


class Jury:
    """The firm places of a text, asked about each hinted name."""

    def __init__(self, view: View, mentions: Sequence[Mention], firm: Iterable[Place], home: Home) -> None:
        self._view = view
        self._firm = Counter(fold(m.name) for m in mentions if m.firm)
        self._hints = Counter(fold(m.name) for m in mentions if not m.firm)
        resolved = [p.resolved for p in firm if p.resolved]
        self._places = len(resolved)
        self._regions = Counter((c.country, c.admin1) for c in resolved if c.admin1)
        self._countries = Counter(c.country for c in resolved)
        self._publisher = {fold(c.name) for c in home.places}

    def admits(self, mention: Mention) -> bool:
        """Whether a hinted name is more likely meant as a place than it would cost to be wrong."""
        first, last = mention.first, mention.last
        part = in_other_name(self._view, first, last, firm=self._places > 0)
        if part and not self._firm[fold(mention.name)]:
            return False
        return START + sum(WEIGHTS.get(sign, 0.0) * value for sign, value in self.signs(mention)) > ENOUGH

    def signs(self, mention: Mention) -> Iterator[Sign]:
        """Named evidence with its amount."""
        key = fold(mention.name)
        fitting = [c for c in mention.candidates if alike(c.name, key)]
        yield from ((sign, 1.0) for sign in signs(self._view, mention.first, mention.last))
        if self._firm[key]:
            yield "same name", 1.0
            yield "same name times", log(self._firm[key])
        if self._hints[key] > 1:
            yield "other hints", log1p(self._hints[key] - 1)
        if any(fold(c.name) in self._publisher for c in fitting):
            yield "publisher", 1.0
        if not fitting:
            yield "other name only", 1.0
        if any(c.precision in (Precision.COUNTRY, Precision.REGION) for c in fitting):
            yield "wide", 1.0
        yield "people", log10(max((c.population or _FEW for c in fitting), default=_FEW)) - 2.5
        yield from self._shares(fitting)

    def _shares(self, fitting: Sequence[Candidate]) -> Iterator[Sign]:
        if not self._places:
            yield "no firm places", 1.0
            return
        in_region = max((self._regions[c.country, c.admin1] for c in fitting if c.admin1), default=0)
        in_country = max((self._countries[c.country] for c in fitting), default=0)
        for name, count in (("region", in_region), ("country", in_country)):
            if count:
                yield name, 1.0
                yield f"{name} share", count / self._places
