"""JSON Lines: one incident a line, as docs/reference/formats.md has it, with the claims and their words beside."""

import json
from datetime import date
from typing import Any, TextIO

from onrecord.exports import told
from onrecord.exports.incidents import incident_row, sure_row
from onrecord.exports.protect import Shown, Withheld
from onrecord.model import Attribution, Claim, Count, Incident, Origin, Record

Row = dict[str, Any]


def write(shown: Shown, out: TextIO) -> None:
    """One line an incident."""
    for incident in shown.record.incidents:
        out.write(json.dumps(row(incident, shown), ensure_ascii=False) + "\n")


def row(incident: Incident, shown: Shown) -> Row:
    """The incident's own keys, and ``evidence``, ``origin_rows``, ``decisions`` and ``withheld``."""
    record = shown.record
    decided = {d.id: d for d in record.decisions}
    return incident_row(incident) | {
        "evidence": [_claim(record.claims[c], record) for c in incident.claims],
        "origin_rows": [
            _origin(record.origins[o], incident) for o in incident.origins if o in record.origins
        ],
        "decisions": [
            {
                "verdict": d.verdict.value,
                "about": d.about,
                "other": d.other,
                "field": d.field,
                "value": d.value,
                "replaces": d.replaces,
                "reason": d.reason,
                "by": d.by,
                "at": d.at.isoformat(),
            }
            for d in map(decided.get, incident.decisions)
            if d
        ],
        "withheld": _withheld(shown.withheld),
        "credit": told.CREDIT,
    }


def _withheld(withheld: Withheld) -> Row:
    return {"names": withheld.names, "roles": dict(withheld.roles), "rule": withheld.rule}


def _claim(claim: Claim, record: Record) -> Row:
    document = record.documents[claim.document]
    capture = record.captures.get(document.capture)
    return {
        "id": claim.id,
        "quote": claim.sentence.words,
        "trigger": claim.trigger.words,
        "kind": claim.kind.value,
        "stance": claim.stance.value,
        "stance_cue": claim.stance_cue.words if claim.stance_cue else None,
        "speakers": [_speaker(a) for a in claim.attributions],
        "situations": [s.value for s in claim.situations],
        "place": _place(claim),
        "time": claim.time.passage.words if claim.time else None,
        "earliest": _day(claim.when.earliest),
        "latest": _day(claim.when.latest),
        "when_reason": claim.when.reason,
        "counts": [_count(c) for c in claim.counts],
        "participants": [
            {"role": p.role.value, "words": p.passage.words, "kind": p.kind, "protected": p.protected}
            for p in claim.participants
        ],
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "byline": document.byline,
        "url": document.url,
        "published": _day(document.published),
        "published_by": document.published_by,
        "sha256": capture.sha256 if capture else None,
        "origin": record.origin_of.get(document.id),
        "sure": sure_row(claim.sure),
        "made_by": [str(m) for m in claim.made_by],
    }


def _place(claim: Claim) -> Row | None:
    if claim.place is None:
        return None
    found = claim.place.resolved
    return {
        "words": claim.place.passage.words,
        "site": claim.place.site.words if claim.place.site else None,
        "name": found.name if found else None,
        "geonames_id": found.geonames_id if found else None,
        "reason": claim.place.reason,
    }


def _speaker(said: Attribution) -> Row:
    return {
        "source": said.source.words if said.source else None,
        "cue": said.cue.words,
        "speaker": said.speaker.value,
        "side": said.side,
        "situations": [s.value for s in said.situations],
        "of": said.of.words if said.of else None,
    }


def _count(count: Count) -> Row:
    return {
        "harm": count.harm.value,
        "low": count.low,
        "high": count.high,
        "words": count.passage.words,
        "whom": count.whom,
        "part": count.part,
        "how": count.how,
        "adds": count.adds,
        "replaces": count.replaces,
    }


def _origin(origin: Origin, incident: Incident) -> Row:
    """An origin, with those of its pages that tell of this incident."""
    return {
        "id": origin.id,
        "reason": origin.reason,
        "documents": [d for d in origin.documents if d in incident.documents],
        "pages": len(origin.documents),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
