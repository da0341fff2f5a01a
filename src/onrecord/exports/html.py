"""One self-contained HTML page: to read, to print and to send. No script, nothing fetched, everything escaped."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import TextIO
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.exports import told
from onrecord.exports.protect import Shown
from onrecord.model import (
    Claim,
    Decision,
    Document,
    Field,
    Harm,
    Incident,
    Link,
    Origin,
    Record,
    Role,
    Shared,
)

_PAGES = Environment(
    loader=PackageLoader("onrecord.exports"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ROLES = {
    Role.PERPETRATOR: "Said to have done it",
    Role.VICTIM: "Victims",
    Role.TARGET: "What was hit",
    Role.WEAPON: "Weapons",
}


@dataclass(frozen=True)
class Line:
    """One claim of a sentence: what it counts and who says it, innermost first."""

    claim: Claim
    counts: tuple[str, ...]
    speakers: tuple[str, ...]
    sure: str


@dataclass(frozen=True)
class Quote:
    """A sentence with the page it stands on and the claims in it; `pieces` are its words, those that tell of harm marked."""

    document: Document
    pieces: tuple[tuple[str, bool], ...]
    lines: tuple[Line, ...]
    link: str | None


@dataclass(frozen=True)
class Group:
    """The claims that go back to one origin, and what its pages share."""

    number: int
    reason: str
    quotes: tuple[Quote, ...]
    shared: tuple[tuple[Shared, str, str], ...]


@dataclass(frozen=True)
class Value:
    """A field of an incident. `rests_on` are (claim id, which end) pairs."""

    name: str
    words: str
    note: str
    rests_on: tuple[tuple[str, str], ...]
    contested: bool
    sure: str = ""


@dataclass(frozen=True)
class Joined:
    """A link between two pages, by their publishers."""

    link: Link
    left: str
    right: str


@dataclass(frozen=True)
class View:
    """An incident as the page shows it."""

    incident: Incident
    title: str
    values: tuple[Value, ...]
    groups: tuple[Group, ...]
    links: tuple[Joined, ...]
    decisions: tuple[Decision, ...]
    made_by: str


def write(shown: Shown, out: TextIO) -> None:
    """The whole page, piece by piece."""
    style = _PAGES.get_template("page.css").render()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    page = _PAGES.get_template("page.html")
    views = [view(i, shown.record) for i in shown.record.incidents]
    out.writelines(
        page.generate(
            views=views, withheld=shown.withheld, style=style, style_hash=digest, credit=told.CREDIT
        )
    )


def view(incident: Incident, record: Record) -> View:
    """Gather what the page shows of an incident."""
    claims = set(incident.claims)
    decided = set(incident.decisions)
    return View(
        incident,
        f"{spoken(incident.kind.value)}, {incident.place.name if incident.place else 'place unknown'}, {told.days(incident.when)}",
        tuple(_values(incident)),
        tuple(_groups(incident, record)),
        tuple(
            _joined(link, record)
            for link in record.links
            if link.joined and claims >= {link.left, link.right} and _across(link, record)
        ),
        tuple(d for d in record.decisions if d.id in decided),
        told.makers(record.claims[c] for c in incident.claims),
    )


def _across(link: Link, record: Record) -> bool:
    """Whether it joins two pages; that one page tells of one happening needs no list."""
    return record.claims[link.left].document != record.claims[link.right].document


def _joined(link: Link, record: Record) -> Joined:
    left, right = (record.documents[record.claims[c].document] for c in (link.left, link.right))
    return Joined(link, left.publisher or "a page", right.publisher or "a page")


def spoken(word: str) -> str:
    """A word of ours as people write it: ``air_strike`` → "Air strike"."""
    return word.replace("_", " ").capitalize()


def _values(incident: Incident) -> Iterator[Value]:
    dated = tuple((c, "") for c in incident.when_claims)
    when = told.sure(incident.how_sure(Field.WHEN))
    yield Value(
        "When", told.days(incident.when), incident.when.reason, dated, "when" in incident.contested, when
    )
    placed = ((incident.place_claim, ""),) if incident.place_claim else ()
    where = told.sure(incident.how_sure(Field.PLACE)) if incident.place else ""
    yield Value("Where", told.place(incident.place), "", placed, "place" in incident.contested, where)
    yield from (
        _toll(incident, harm) for harm in Harm if harm in (Harm.KILLED, Harm.INJURED) or incident.toll(harm)
    )
    for role, name in _ROLES.items():
        marks = dict.fromkeys(a.protected for a in incident.actors if a.role is role and a.protected)
        note = f"protected under humanitarian law: {', '.join(marks)}" if marks else ""
        disputed = role is Role.PERPETRATOR and "perpetrator" in incident.contested
        yield Value(name, told.names(incident, role), note, (), disputed)


def _toll(incident: Incident, harm: Harm) -> Value:
    toll = incident.toll(harm)
    if toll is None:
        return Value(spoken(harm), told.toll(toll), "", (), False)
    ends: dict[str, list[str]] = {}
    for end, claim in (("lowest", toll.low_claim), ("best", toll.best_claim), ("highest", toll.high_claim)):
        ends.setdefault(claim or "", []).append(end)
    rests = tuple(
        (claim, " and ".join(named) if len(ends) > 1 else "") for claim, named in ends.items() if claim
    )
    note = f"best: {toll.best}" if toll.best is not None and toll.low != toll.high else ""
    sure = told.sure(incident.how_sure(harm))
    return Value(spoken(harm), told.toll(toll), note, rests, harm.value in incident.contested, sure)


def _groups(incident: Incident, record: Record) -> Iterator[Group]:
    for number, origin in enumerate(incident.origins, start=1):
        claims = [c for c in map(record.claims.__getitem__, incident.claims) if _origin(c, record) == origin]
        known = record.origins.get(origin)
        pages = {c.document for c in claims}
        yield Group(
            number, _reason(known), tuple(_quotes(claims, record)), tuple(_shared(known, pages, record))
        )


def _origin(claim: Claim, record: Record) -> str:
    """The origin of a claim's page; a page whose copies were not looked for is its own."""
    return record.origin_of.get(claim.document, claim.document)


def _reason(origin: Origin | None) -> str:
    return origin.reason if origin else "copies were not looked for"


def _shared(origin: Origin | None, pages: set[str], record: Record) -> Iterator[tuple[Shared, str, str]]:
    for one in origin.shared if origin else ():
        if one.document in pages or one.joined_to in pages:
            yield one, _outlet(one.document, record), _outlet(one.joined_to, record)


def _outlet(id_: str, record: Record) -> str:
    document = record.documents.get(id_)
    return told.outlet(document) if document else "a page without a claim here"


def _quotes(claims: Sequence[Claim], record: Record) -> Iterator[Quote]:
    """Each sentence once, in the order of its page."""
    inside = sorted(claims, key=_place_in_text)
    for (id_, _, _), together in groupby(inside, key=lambda c: _place_in_text(c)[:3]):
        here = list(together)
        document = record.documents[id_]
        lines = tuple(
            Line(
                c,
                tuple(map(told.count, c.counts)),
                tuple(map(told.speaker, c.attributions)),
                f"sure: {told.fields(c.sure)}",
            )
            for c in here
        )
        yield Quote(document, tuple(_pieces(here)), lines, document.url if _safe(document.url) else None)


def _place_in_text(claim: Claim) -> tuple[str, int, str, int, str]:
    return claim.document, claim.sentence.start, claim.sentence.words, claim.trigger.start, claim.id


def _pieces(claims: Sequence[Claim]) -> Iterator[tuple[str, bool]]:
    """A sentence cut at its triggers."""
    sentence, done = claims[0].sentence.words, 0
    for start, end in sorted({span for c in claims if (span := _hit(c))}):
        if start >= done:
            yield sentence[done:start], False
            yield sentence[start:end], True
            done = end
    yield sentence[done:], False


def _hit(claim: Claim) -> tuple[int, int] | None:
    """Where the trigger stands in its sentence; looked for anew where a name that was taken out has moved it."""
    sentence, words = claim.sentence.words, claim.trigger.words
    at = claim.trigger.start - claim.sentence.start
    if at < 0 or sentence[at : at + len(words)] != words:
        at = sentence.find(words)
    return (at, at + len(words)) if words and at >= 0 else None


def _safe(url: str | None) -> bool:
    """Only web addresses become links: a ``javascript:`` address is shown as words."""
    try:
        return urlsplit(url or "").scheme in ("http", "https")
    except ValueError:
        return False


_PAGES.filters["spoken"] = spoken
