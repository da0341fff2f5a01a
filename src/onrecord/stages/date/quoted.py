"""Days told from the moment of speaking ("today", "last night") in quoted words: they count from when it was said, not from the page's date."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.model import Claim, Interval, Parse, Time, Token
from onrecord.stages.date.attach import BySentence


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_DEICTIC = frozenset({"today", "yesterday", "tomorrow", "tonight", "overnight"})
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_PUBLISHING = _listed("publish post issue release make write say send give tell announce tweet record")
_WORDS = _listed("statement post message tweet comment remark word interview speech address letter call")
_NEAR = 3  # sentences between quoted words and the one that says when they were said
_LONGEST = 4_000  # characters of a paragraph that are looked at before a time
_MARKS = (("“", "”"), ("«", "»"), ("„", "“"))


def counts_from_speaking(text: str, time: Time) -> bool:
    """Whether a time is told from the moment of speaking, in words quoted from somebody."""
    said = set(time.passage.words.lower().split())
    here = bool(said & _DEICTIC) or (bool(said & {"this", "last"}) and bool(said & _PARTS))
    return here and time.earliest is not None and _in_quotes(text, time.passage.start)


def _in_quotes(text: str, at: int) -> bool:
    """Whether a mark is open before this position in its paragraph; a paragraph that goes on with a quotation opens with a mark again."""
    start = max(text.rfind("\n", 0, at) + 1, at - _LONGEST)
    before = text[start:at]
    return before.count('"') % 2 == 1 or any(before.rfind(a) > before.rfind(b) for a, b in _MARKS)


def said_on(claim: Claim, text: str, parse: Parse, times: BySentence) -> Time | None:
    """When the words of a claim were said, to the day: by the speaker's verb ("said on Friday") or a sentence nearby; else None."""
    cues = {t.i for a in claim.attributions[:1] for t in parse.tokens_in(a.cue.start, a.cue.end)}
    for sentence in sorted({parse.tokens[i].sentence for i in cues}):
        for time, verb in _told(text, parse, times, sentence):
            if verb.i in cues:
                return time
    spoken = parse.tokens_in(claim.trigger.start, claim.trigger.end)[0].sentence
    for away in sorted(range(-_NEAR, _NEAR + 1), key=abs):
        for time, verb in _told(text, parse, times, spoken + away):
            if verb.lemma.lower() in _PUBLISHING and (away == 0 or _of_words(parse, verb)):
                return time
    return None


def _told(text: str, parse: Parse, times: BySentence, sentence: int) -> Iterator[tuple[Time, Token]]:
    """The days told in a sentence outside quotations, with the verbs they hang on."""
    for time, head in times.get(sentence, ()):
        verb = next((t for t in parse.ancestors(head.i) if t.pos == "VERB"), None)
        one_day = time.earliest is not None and time.earliest == time.latest
        if verb is not None and one_day and not _in_quotes(text, time.passage.start):
            yield time, verb


def _of_words(parse: Parse, verb: Token) -> bool:
    """ "The *statement* was published on Friday"."""
    return any(t.dep in ("nsubj", "nsubjpass") and t.lemma.lower() in _WORDS for t in parse.children(verb.i))


def from_speaking(time: Time, said: Time, issued: date) -> tuple[Time, Interval]:
    """The time counted from the day of speaking instead of the page's own."""
    moved = (said.earliest or issued) - issued
    earliest, latest = _moved(time.earliest, moved), _moved(time.latest, moved)
    value = f"{earliest}{(time.value or '')[10:]}" if earliest else None
    reason = f"“{time.passage.words}” in words said “{said.passage.words}”"
    return replace(time, value=value, earliest=earliest, latest=latest), Interval(earliest, latest, reason)


def _moved(day: date | None, by: timedelta) -> date | None:
    return day + by if day is not None else None


def not_after(time: Time, called: str) -> Interval:
    """What is left when nobody tells when the words were said."""
    words = f"“{time.passage.words}” stands in quoted words, and the text does not tell when they were said"
    return Interval(None, time.latest, f"{words}: not after what it means on the {called}")


__all__ = ["counts_from_speaking", "from_speaking", "not_after", "said_on"]
