"""When a happening most probably was, where the text dates it nowhere: a guess with its basis, kept beside the bounds and never as one.

News tells of what is new. A page that dates no happening usually still tells a day, in a sentence about what was done at once ("officers
arrived just after 9 p.m. on Friday"); and a page that tells none, and nothing of courts, tells of the day it was published or the one before.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.model import Claim, Interval, Parse, Situation, Stance, Time, Token
from onrecord.stages.date.attach import BySentence
from onrecord.stages.date.quoted import counts_from_speaking
from onrecord.stages.date.relation import AFTERWARDS, REPORTING, has_hour

Told = Sequence[tuple[Time, Token]]  # times with the head tokens of their words


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_RECENT = timedelta(7)  # a weekday means one of the last seven days
# Characters from the start of a page: what is told later without a day is often of another time. Of the 2,965 incidents of gva-dev with a day
# 2,573 are within a day of it; with 1,000 characters 11 fewer, without a limit 4 more, none lost. But without it 214 incidents more get a guess
# (1,240 in place of 1,026), of which only 6 are among the incidents that people wrote down: the others a page only mentions. Measured on 24
# November 2026 by changing the value.
_LEAD = 2_000
_LATER = AFTERWARDS | _listed(
    "remain hold schedule file sign turn arraign appear testify expect book describe comment plan"
)
_COURTS = _listed(
    "charge indict convict sentence plead trial jury court prosecutor guilty manslaughter attorney lawyer lawsuit anniversary funeral"
)


def probable(parse: Parse, times: BySentence, issued: date | None, text: str) -> Interval | None:
    """The days that a page most probably tells of; None without a published date, or when it tells no day and is no news of the day."""
    if issued is None:
        return None
    told = [(t, h) for pairs in times.values() for t, h in pairs if not counts_from_speaking(text, t)]
    first = min(_usable(parse, told, issued), key=lambda t: (t.type != "TIME", t.passage), default=None)
    if first is None:
        return _of_the_day(parse, told, issued)
    reason = f"most probably “{first.passage.words}”, the day that the page tells of"
    return Interval(first.earliest, first.latest, reason, likely=True)


def _usable(parse: Parse, told: Told, issued: date) -> Iterator[Time]:
    """The days of the week before, but those of what was said or done about it afterwards. An hour is seldom told of what was said."""
    for time, head in told:
        if time.earliest is None or time.latest is None or time.latest - time.earliest > timedelta(1):
            continue
        verb = next((t.lemma.lower() for t in parse.ancestors(head.i) if t.pos in ("VERB", "AUX")), "")
        of_it = verb not in _LATER and (has_hour(time) or verb not in REPORTING)
        if of_it and issued - _RECENT <= time.earliest <= issued:
            yield time


def _of_the_day(parse: Parse, told: Told, issued: date) -> Interval | None:
    """The day of publication and the one before, unless the page looks back: at a court, or at a date of weeks ago."""
    if any(t.lemma.lower() in _COURTS for t in parse.tokens) or any(_long_ago(t, issued) for t, _ in told):
        return None
    reason = "the text does not say when: most probably the day of publication or the one before"
    return Interval(issued - timedelta(1), issued, reason, likely=True)


def _long_ago(time: Time, issued: date) -> bool:
    """A day or month before the last week; a bare year is often that of a copyright or a birth."""
    if time.earliest is None or time.latest is None:
        return False
    return time.latest - time.earliest < timedelta(62) and time.latest < issued - _RECENT


def has_guess(claim: Claim) -> bool:
    """Whether a claim of the page's lead lacks a first day, is told as done, and by nobody in captivity: they tell of what was long before."""
    done = claim.stance not in (Stance.PLANNED, Stance.NEGATED)
    told_by = {*claim.situations, *(s for a in claim.attributions for s in a.situations)}
    fresh = done and Situation.IN_CAPTIVITY not in told_by
    return fresh and claim.when.earliest is None and claim.trigger.start < _LEAD


__all__ = ["has_guess", "probable"]
