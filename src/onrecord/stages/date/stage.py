"""Reading → Reading: the times of the text, and when each claim's happening was."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.model import Claim, Parse, Reading, Time
from onrecord.stage import Stage
from onrecord.stages.date.attach import by_sentence
from onrecord.stages.date.dateline import stamps
from onrecord.stages.date.find import find_times
from onrecord.stages.date.likely import has_guess, probable
from onrecord.stages.date.relation import is_outcome
from onrecord.stages.date.retold import Told, When, statements
from onrecord.stages.date.when import Issued, Page, bound_time, own_time, when_of

_OWN = "date the text gives itself"
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
# Of 9 pages of gva-dev whose own dates all lie more than a week before the published one 6 tell of a day just before their own date, 1 of one
# just before the published one.
_COPIED = timedelta(8)


def run(readings: Sequence[Reading], _: None) -> Iterator[Reading]:
    """Date each document; one that was not parsed passes through."""
    for reading in readings:
        yield _dated(reading, reading.parse) if reading.parse is not None else reading.by(DATE.made_by)


def _dated(reading: Reading, parse: Parse) -> Reading:
    text, published = reading.document.told, reading.document.published
    times = find_times(text, parse, published)
    own = stamps(text, times)
    issued = _issued(published, own)
    if issued.day != published:
        times = find_times(text, parse, issued.day)
    stamped = {t.passage for t in own}
    heads = (parse.head_of(c.trigger.start, c.trigger.end) for c in reading.claims)
    triggers = frozenset(t.i for t in heads if t is not None)
    found = by_sentence(parse, (t for t in times if t.passage not in stamped))
    claims = _claims(reading.claims, Page(parse, found, issued, triggers, text))
    return reading.by(DATE.made_by, times=times, claims=tuple(claims))


def _issued(published: date | None, own: Sequence[Time]) -> Issued:
    """The document's own date: the published one, unless that is unknown or of a copy made long after all dates that the text gives itself."""
    if published is None and own and own[0].earliest == own[0].latest:
        return Issued(own[0].earliest, _OWN)
    full = [t.latest for t in own if t.latest and t.earliest == t.latest and _YEAR.search(t.passage.words)]
    if published is None or not full or max(full) > published - _COPIED:
        return Issued(published)
    return Issued(max(full), _OWN)


def _claims(claims: Sequence[Claim], page: Page) -> Iterator[Claim]:
    timed = [(c, own_time(c, page)) for c in claims]
    bounded = [(c, bound_time(c, page)) for c, own in timed if own is None]
    told = Told.of(
        _days((c, w) for c, w in timed if not _outcome(c, page.parse)),
        _days(bounded),
        statements(page.parse, page.times, page.triggers),
    )
    guess = probable(page.parse, page.times, page.issued.day, page.text)
    for claim, own in timed:
        time, when = own or when_of(claim, page, told)
        dated = replace(claim, time=time, when=when)
        yield replace(dated, likely=guess) if has_guess(dated) else dated


def _outcome(claim: Claim, parse: Parse) -> bool:
    """Whether a claim tells what became of somebody: its day is its own and dates no other claim."""
    head = parse.head_of(claim.trigger.start, claim.trigger.end)
    return head is not None and is_outcome(parse, head)


def _days(timed: Iterable[tuple[Claim, When | None]]) -> Iterator[tuple[Claim, When]]:
    """Those that name a day, in text order."""
    named = (
        (c, w) for c, w in timed if w is not None and (w[1].earliest or w[1].latest) and w[0] and w[0].latest
    )
    return iter(sorted(named, key=lambda pair: pair[0].trigger))


DATE = Stage("date", 4, (Reading,), Reading, run)
