"""Readings as JSON Lines rows (docs/reference/formats.md): one row a document, positions in place of repeated values."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from onrecord.exports.incidents import sure_row
from onrecord.model import Attribution, Candidate, Claim, Count, Event, Harm, Passage, Place, Reading, Time

Row = dict[str, Any]


def reading_row(reading: Reading) -> Row:
    """One line of ``readings.jsonl``.

    Beside the benchmark's keys each part carries our own record under ``record``, so that reading it back loses nothing.
    """
    document = reading.document
    shown = _within_text(reading)
    return {
        "id": document.id,
        "title": document.title,
        "published": _day(document.published),
        "language": document.language,
        "text": document.text,
        "places": [_place(p) for p in shown.places],
        "times": [_time(t) for t in shown.times],
        "attributions": [_attribution(a, reading, shown) for a in shown.attributions],
        "claims": [
            *(_claim(c, shown) for c in reading.claims),
            *(row for event in shown.events for row in _event(event, shown)),
        ],
        "note": reading.note,
        "record": msgspec.to_builtins(_light(reading)),
    }


def failure_row(id_: str, reason: str, **known: object) -> Row:
    """The line of a document that could not be read, with whatever is known of it."""
    return {"id": id_, **known, "failure": reason}


def row_reading(row: Row) -> Reading:
    """The reading that `reading_row` wrote.

    Raises:
        msgspec.ValidationError: the row's ``record`` is not a reading.
    """
    return msgspec.convert(row["record"], Reading)


def _light(reading: Reading) -> Reading:
    """Without the parse, which is in flight only, and the events, which are no part of a record."""
    return replace(reading, parse=None, marks=None, events=())


def _within_text(reading: Reading) -> Reading:
    """Without what lies in a title that is read below the text (`Document.told`): the row's positions point into `text`."""
    length = len(reading.document.text)
    return replace(
        reading,
        places=tuple(p for p in reading.places if p.passage.end <= length),
        times=tuple(t for t in reading.times if t.passage.end <= length),
        attributions=tuple(a for a in reading.attributions if _end(a) <= length),
        events=tuple(e for e in reading.events if e.word.end <= length),
    )


def _end(said: Attribution) -> int:
    return max(p.end for p in (said.source, said.cue, said.content) if p)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(passage: Passage | None) -> Row | None:
    return {"start": passage.start, "end": passage.end, "words": passage.words} if passage else None


def _at(passage: Passage) -> Row:
    return {"start": passage.start, "end": passage.end, "words": passage.words}


def _place(place: Place) -> Row:
    row = _at(place.passage) | {"reason": place.reason}
    return row | _resolved(place.resolved) if place.resolved else row


def _resolved(found: Candidate) -> Row:
    return {
        "geonames_id": found.geonames_id,
        "name": found.name,
        "lat": found.lat,
        "lon": found.lon,
        "country": found.country,
        "precision": found.precision.value,
    }


def _time(time: Time) -> Row:
    return _at(time.passage) | {
        "type": time.type,
        "value": time.value,
        "earliest": _day(time.earliest),
        "latest": _day(time.latest),
    }


def _attribution(said: Attribution, reading: Reading, shown: Reading) -> Row:
    outer = None if said.within is None else reading.attributions[said.within]
    return {
        "source": _span(said.source),
        "cue": _span(said.cue),
        "content": _span(said.content),
        "speaker": said.speaker.value,
        "within": _position(shown.attributions, outer),
    } | ({"spans": [list(s) for s in said.spans]} if said.spans else {})


def _claim(claim: Claim, reading: Reading) -> Row:
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "trigger": _span(claim.trigger) if claim.trigger.end <= len(reading.document.text) else None,
        "stance": claim.stance.value,
        "attribution": _position(reading.attributions, claim.attributions[0] if claim.attributions else None),
        "place": _position(reading.places, claim.place),
        "time": _position(reading.times, claim.time),
        "earliest": _day(claim.when.earliest),
        "latest": _day(claim.when.latest),
        **{harm.value: _count(claim.count(harm)) for harm in Harm},
        "participants": [
            _at(p.passage) | {"role": p.role.value, "kind": p.kind, "protected": p.protected}
            for p in claim.participants
        ],
        "sure": sure_row(claim.sure),
    }


def _event(event: Event, reading: Reading) -> Iterator[Row]:
    """Not a claim of harm: `kind` is null and there is no id; one row for each place. A word that has a claim has no such row."""
    if any(c.trigger.overlaps(event.word) for c in reading.claims):
        return
    for place in event.places or (None,):
        yield {
            "kind": None,
            "trigger": _span(event.word),
            "stance": event.stance.value,
            "place": _position(reading.places, place),
        }


def _count(count: Count | None) -> Row | None:
    return {"low": count.low, "high": count.high, **_at(count.passage)} if count else None


def _position(among: Sequence[object], one: Place | Time | object | None) -> int | None:
    """Where a value stands in its list; None when it is not told, or not in the text."""
    return among.index(one) if one is not None and one in among else None
