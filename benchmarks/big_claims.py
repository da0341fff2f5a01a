"""Sentences of the generated case as claims, in the shape that the reader gives them."""

from collections.abc import Iterator

from benchmarks.big_told import Told
from benchmarks.big_view import View
from onrecord.model import (
    UNKNOWN,
    Attribution,
    Claim,
    Count,
    MadeBy,
    Participant,
    Passage,
    Person,
    Place,
    Role,
    SpeakerKind,
    Time,
    content_id,
)

_MODEL = "generated for benchmarks"  # as long as the names of real models are
READ = (
    *(MadeBy("parse", 4, _MODEL), MadeBy("read", 4, _MODEL), MadeBy("place", 2, _MODEL), MadeBy("date", 4)),
    MadeBy("sure", 1, _MODEL),
)
_OFFICE = frozenset({SpeakerKind.OFFICIAL, SpeakerKind.LAWMAKER, SpeakerKind.MILITARY})
_ROLES = {"child": "a child", "medical personnel": "a medic", "journalist": "a journalist"}
_SPEAKING = {
    SpeakerKind.WITNESS: "a witness",
    SpeakerKind.VICTIM: "a victim",
    SpeakerKind.PRISONER: "a detainee",
}


class Page:
    """The text of one page, where the words of its sentences are found in it. `lead` is its first claiming sentence and where it begins."""

    def __init__(self, document: str, text: str, lead: tuple[int, Told] | None) -> None:
        self.document = document
        self._text = text
        self._lead = lead

    def claim(self, told: Told, at: int, group: int, more: tuple[Person, ...] = ()) -> Claim:
        """The claim of a sentence that begins at `at`; `more` are people named elsewhere on the page."""
        if told.kind is None or told.view is None:
            raise ValueError("the sentence claims nothing")
        trigger = self._passage(told, "trigger", at)
        return Claim(
            id=content_id("claim", self.document, *READ, trigger.start, trigger.end, 0),
            document=self.document,
            made_by=READ,
            kind=told.kind,
            trigger=trigger,
            sentence=self._of(at, (0, len(told.sentence.text))),
            stance=told.stance,
            stance_cue=self._passage(told, "stance", at) if "stance" in told.sentence.spans else None,
            attributions=tuple(self._said(told, at)),
            situations=tuple(dict.fromkeys(s for v in told.voices for s in v.situations)),
            counts=tuple(self._counts(told, at)),
            participants=tuple(self._participants(told, at)),
            people=(*self._people(told, at), *more),
            place=self._place(told, at),
            time=self._time(told, at),
            when=told.view.when,
            likely=told.view.likely,
            group=group,
            sure=told.sure,
        )

    def named(self, told: Told, at: int) -> tuple[Person, ...]:
        """Who is named in a sentence that claims nothing: someone who tells what they saw."""
        if told.kind is not None or "person" not in told.sentence.spans:
            return ()
        return (Person(self._passage(told, "person", at), False, "a witness"),)

    def _of(self, at: int, span: tuple[int, int]) -> Passage:
        return Passage.of(self._text, at + span[0], at + span[1])

    def _passage(self, told: Told, role: str, at: int) -> Passage:
        return self._of(at, told.sentence.spans[role])

    def _said(self, told: Told, at: int) -> Iterator[Attribution]:
        for n, voice in enumerate(told.voices):
            yield Attribution(
                source=self._passage(told, f"source{n}", at),
                cue=self._passage(told, f"cue{n}", at),
                content=self._passage(told, f"content{n}", at),
                speaker=voice.kind,
                side=voice.side,
                situations=voice.situations,
                within=n + 1 if n + 1 < len(told.voices) else None,
                sure=voice.sure,
            )

    def _counts(self, told: Told, at: int) -> Iterator[Count]:
        if told.count:
            harm, low, high = told.count
            passage = self._passage(told, "count", at)
            yield Count(harm, low, high, passage, "people" if "people" in passage.words else None)

    def _participants(self, told: Told, at: int) -> Iterator[Participant]:
        protected = told.view.plan.target if told.view else ""
        marks = {"weapon": None, "target": protected or None, "victim": told.who or None}
        for name, protects in marks.items():
            if name in told.sentence.spans:
                yield Participant(Role(name), self._passage(told, name, at), None, protects)
        if "perpetrator" in told.sentence.spans:
            yield Participant(Role.PERPETRATOR, self._passage(told, "perpetrator", at), "organisation")

    def _people(self, told: Told, at: int) -> Iterator[Person]:
        if "person" in told.sentence.spans:
            yield Person(self._passage(told, "person", at), False, _ROLES.get(told.who, "a victim"))
        for n, voice in enumerate(told.voices):
            source = self._passage(told, f"source{n}", at)
            name = told.view.tongue.say("person", n="") if told.view else ""
            start = source.words.find(name)
            if name and start >= 0:
                passage = Passage(source.start + start, source.end, source.words[start:])
                public = voice.kind in _OFFICE
                role = "in public office" if public else _SPEAKING.get(voice.kind, "a private person")
                yield Person(passage, public, role)

    def _spoken(self, told: Told, at: int, role: str) -> tuple[Passage, View] | None:
        """The words of a role in the sentence or, if they are not in it, in the page's lead on the same incident."""
        if told.view and role in told.sentence.spans:
            return self._passage(told, role, at), told.view
        start, first = self._lead or (0, told)
        same = told.view and first.view and told.view.plan.number == first.view.plan.number
        if same and first.view and role in first.sentence.spans:
            return self._passage(first, role, start), first.view
        return None

    def _place(self, told: Told, at: int) -> Place | None:
        spoken = self._spoken(told, at, "place")
        if spoken is None:
            return None
        passage, view = spoken
        names = view.spot.namesakes
        if view.place is None:
            reason = f"{1 + len(names)} places have this name, and nothing in the text tells which is meant"
            return Place(passage, None, reason, (view.spot.settlement, *names))
        many = f"of {1 + len(names)} places of this name it agrees best with the other places of the text"
        site = self._passage(told, "target", at) if "target" in told.sentence.spans else None
        only = "the only place of this name in the gazetteer"
        return Place(passage, view.place, f"{many if names else only}; it follows “in”", names, site)

    def _time(self, told: Told, at: int) -> Time | None:
        spoken = self._spoken(told, at, "time")
        if spoken is None or told.view is None or told.view.when is UNKNOWN:
            return None
        when = told.view.when
        value = str(when.earliest or when.latest)
        return Time(spoken[0], "DATE", value, when.earliest, when.latest)


__all__ = ["READ", "Page"]
