"""The practice pages as a case, and what a careful person wrote down about them."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.model import Claim, Incident, Record

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "practice" / "pages"
EXPECTED: dict[str, Any] = json.loads((ROOT / "practice" / "expected.json").read_text(encoding="utf-8"))


def page(record: Record, document: str) -> str:
    """``harbour-gazette/prisoner-call`` of a document id."""
    where = Path(record.captures[record.documents[document].capture].where)
    return f"{where.parent.name}/{where.stem}"


def pages(record: Record, incident: Incident) -> set[str]:
    return {page(record, d) for d in incident.documents}


def matching(record: Record, wanted: dict[str, Any]) -> Incident | None:
    """The incident that a person would hold beside the expected one: the same days, then most pages in common."""
    scored = [(_overlap(record, i, wanted), i) for i in record.incidents]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0][1] > 0 else None


def _overlap(record: Record, incident: Incident, wanted: dict[str, Any]) -> tuple[bool, float, str]:
    found, asked = pages(record, incident), set(wanted["documents"])
    days = (incident.when.earliest == _day(wanted["earliest"])) and (
        incident.when.latest == _day(wanted["latest"])
    )
    return days and bool(found & asked), len(found & asked) / len(found | asked), incident.id


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def differences(record: Record, wanted: dict[str, Any]) -> Iterator[str]:
    """What differs from what a person would write down, in plain lines; nothing when all is right."""
    found = matching(record, wanted)
    if found is None:
        yield "not found"
        return
    yield from _pages(record, found, wanted)
    yield from _values(found, wanted)
    for harm in ("killed", "injured"):
        yield from _toll(found, harm, wanted)
    claims = [record.claims[c] for c in found.claims]
    yield from _marks(claims, wanted)


def _pages(record: Record, found: Incident, wanted: dict[str, Any]) -> Iterator[str]:
    have, asked = pages(record, found), set(wanted["documents"])
    if have - asked:
        yield f"pages too many: {sorted(have - asked)}"
    if asked - have:
        yield f"pages missing: {sorted(asked - have)}"


def _values(found: Incident, wanted: dict[str, Any]) -> Iterator[str]:
    place = found.place
    have = {
        "kinds": found.kind.value,
        "geonames_id": place.geonames_id if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "earliest": found.when.earliest,
        "latest": found.when.latest,
        "origins": len(found.origins),
        "status": found.status.value,
    }
    for name, value in have.items():
        if name in wanted and not _agrees(name, value, wanted[name]):
            yield f"{name}: {value}, a person writes {wanted[name]}"


def _agrees(name: str, have: Any, asked: Any) -> bool:
    if name == "kinds":
        return have in asked
    if name in ("earliest", "latest"):
        return bool(have == _day(asked))
    if name == "admin1":  # "Sumy Oblast" is Sumy
        return have is not None and have.casefold().startswith(asked.casefold())
    return bool(have == asked)


def _toll(found: Incident, harm: str, wanted: dict[str, Any]) -> Iterator[str]:
    if harm not in wanted:
        return
    toll = next((t for t in found.tolls if t.harm.value == harm), None)
    if wanted[harm] is None or toll is None:
        if (wanted[harm] is None) != (toll is None):
            yield f"{harm}: {toll}, a person writes {wanted[harm]}"
        return
    for end, value in wanted[harm].items():
        if getattr(toll, end) != value:
            yield f"{harm} {end}: {getattr(toll, end)}, a person writes {value}"


def _marks(claims: list[Claim], wanted: dict[str, Any]) -> Iterator[str]:
    marked = " ".join(p.passage.words.casefold() for c in claims for p in c.participants if p.protected)
    for name in wanted.get("protected", ()):
        if name not in marked:
            yield f"not marked as protected: {name}"
    situations = {s.value for c in claims for s in c.situations}
    for name in wanted.get("situations", ()):
        if name not in situations:
            yield f"speaker's situation not flagged: {name}"
