"""What joins the pages of the generated case: origins over copies, links over the claims of an incident, near misses between two."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from math import exp, log
from random import Random

from benchmarks.big_pages import Made
from benchmarks.big_plan import Plan
from onrecord.model import Claim, Clue, Link, MadeBy, Origin, Shared, content_id

COPIES = MadeBy("copies", 1)
LINK = MadeBy("link", 4)
_TOLD_AS_ONE = (Clue("told as one", 6.0, "told as one happening in one document"),)
_WORDS = (
    *("station", "shells", "school", "street", "hospital", "cellar", "council", "north", "bread"),
    *("windows", "market", "smoke", "volunteers", "yard", "bus"),
)
_PHRASES = {"same text": "with the same text", "truncated": "cut short"}
_ALONE = "no other page repeats its text"
# The log-odds that linking begins with (`onrecord.stages.link.weights.PRIOR`, whose import brings the language model: five seconds)
_PRIOR = -6.4


def origin(pages: Sequence[Made]) -> Origin:
    """The pages of one report, the earliest first; each is joined to that one."""
    first, *others = sorted(pages, key=lambda m: (m.document.published or date.max, m.document.id))
    rows = tuple(_shared(other, first) for other in others)
    counts = Counter(row.reason for row in rows)
    parts = ", ".join(f"{n} {_PHRASES[why]}" for why, n in sorted(counts.items()))
    ids = (first.document.id, *(m.document.id for m in others))
    reason = f"{len(ids)} pages repeat one report: {parts}" if rows else _ALONE
    return Origin(content_id("origin", *sorted(ids), COPIES), ids, reason, COPIES, rows)


def _shared(page: Made, first: Made) -> Shared:
    cut = page.cut or first.cut
    words = min(page.document.text, first.document.text, key=len)[:300].replace("\n", " ")
    share = 1.0 if not cut else 0.97
    return Shared(page.document.id, first.document.id, "truncated" if cut else "same text", share, words)


def within(claims: Sequence[Claim]) -> Iterator[Link]:
    """Those of one page that tell of one happening."""
    for claim in claims[1:]:
        yield _link(claims[0].id, claim.id, 1.0, _TOLD_AS_ONE, joined=True)


def between(left: str, right: str, about: Plan, draw: Random, *, copies: bool = False) -> Link:
    """Two claims of two pages that tell of the same incident."""
    odds = 12.2 if copies else log(2) + 9 * draw.random() ** 0.6
    score = round(1 / (1 + exp(-odds)), 6)
    return _link(left, right, score, _clues(about, score, draw), joined=True)


def near_miss(left: str, right: str, one: Plan, other: Plan, draw: Random) -> Link:
    """Two claims of two incidents that are nearly the same, left for a person to judge."""
    score = round(draw.uniform(0.10, 0.35), 6)
    apart = abs((other.day - one.day).days)
    days = Clue("days apart" if apart > 1 else "a day apart", -2.4, f"{one.day} and {other.day}")
    return _link(left, right, score, _clues(one, score, draw, days), joined=False)


def _clues(about: Plan, score: float, draw: Random, days: Clue | None = None) -> tuple[Clue, ...]:
    """Eight or so, strongest first; what the words weigh is what is left of the score, so that the sum is right."""
    clues = [Clue("same kind", 0.0, about.kind.value)]
    if about.place:
        clues.append(Clue("same place", 0.0, f"both at {about.place.name}"))
    if days is not None:
        clues.append(days)
    elif about.days == "day":
        clues.append(Clue("same day", 0.9, f"both on {about.day}"))
        if about.place:
            clues.append(Clue("place and day", 0.7, f"both at {about.place.name}; both on {about.day}"))
    if about.toll and days is None:
        clues.append(Clue("same toll", 2.1, f"{about.toll} and {about.toll} {about.harm}"))
    clues.append(Clue("after the report", 2.2, "the later report's day is on the day of the earlier report"))
    for name, most in (("names", 2.5), ("title told", 2.0)):
        clues.append(Clue(name, round(most * draw.random(), 3), _both(draw)))
    odds = log(min(score, 0.999999) / (1 - min(score, 0.999999)))
    clues.append(Clue("text", round(odds - _PRIOR - sum(c.score for c in clues), 3), _both(draw)))
    return tuple(sorted(clues, key=lambda c: (-abs(c.score), c.name)))


def _both(draw: Random) -> str:
    return f"both have {', '.join(draw.sample(_WORDS, 6))}"


def _link(one: str, other: str, score: float, clues: tuple[Clue, ...], *, joined: bool) -> Link:
    left, right = sorted((one, other))
    return Link(content_id("link", left, right, score, joined, LINK), left, right, score, clues, joined, LINK)


__all__ = ["between", "near_miss", "origin", "within"]
