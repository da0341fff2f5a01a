"""One page of a case, with everything that was read in it and what people decided about that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.exports import told
from onrecord.model import Capture, Claim, Decision, Document, Harm, Origin, Receipt, Shared, Verdict
from onrecord.store.fold.corrections import FIELDS
from onrecord.store.fold.decided import undone
from onrecord.store.index import ask
from onrecord.store.index import paper as index
from onrecord.store.index.ask import Listed
from onrecord.store.index.lookup import Page
from onrecord.workbench import say
from onrecord.workbench.bench import Bench, Said
from onrecord.workbench.preserved import Kept, kept
from onrecord.workbench.whole import touching


@dataclass(frozen=True)
class Correction:
    """What a person says a field should be, beside what the machine had read."""

    label: str
    value: str
    machine: str
    decision: Decision


@dataclass(frozen=True)
class ClaimSaid:
    """A claim as the machine read it. `left_out` is the decision by which people rejected it or the incident that it is in."""

    claim: Claim
    incident: Listed | None
    corrections: tuple[Correction, ...]
    left_out: Decision | None


@dataclass(frozen=True)
class Sibling:
    """Another page of the same origin, and what it shares, with this page where `direct`, else with one that leads here."""

    page: Page
    shared: Shared | None
    direct: bool


@dataclass(frozen=True)
class Paper:
    """`claims` are those of the newest receipt, in the order of the text; `note` says why the page was not read, `read` whether it was at all.
    `newer` is the id of a later cleaning of the same capture, None where this is the newest."""

    document: Document
    capture: Capture
    kept: Kept
    read: bool
    note: str | None
    claims: tuple[ClaimSaid, ...]
    incidents: tuple[Listed, ...]
    origin: Origin | None
    siblings: tuple[Sibling, ...]
    decisions: tuple[Decision, ...]
    undone: Mapping[str, Decision]
    newer: str | None

    def claim(self, id_: str | None) -> Claim | None:
        """The claim of the page with this id."""
        return next((one.claim for one in self.claims if one.claim.id == id_), None)


def paper(bench: Bench, id_: str) -> Paper:
    """The page with this id.

    Raises:
        NotFound: there is none.
    """
    document = bench.case.get(Document, id_)
    capture = bench.capture(document.capture)
    receipt = next(reversed(list(bench.case.records(Receipt, about=id_))), None)
    claims = sorted(
        bench.case.some(Claim, receipt.claims if receipt else ()), key=lambda c: (c.trigger.start, c.id)
    )
    said, numbers = bench.said(), index.incident_of_claims(bench.index.read(), id_)
    incidents = _incidents(bench, numbers)
    origin = _origin(bench, id_)
    decisions = touching(said, {c.id: c for c in claims})
    newest = next(reversed(list(bench.case.records(Document, about=capture.id))), document)
    return Paper(
        document=document,
        capture=capture,
        kept=kept(bench.case.folder, capture),
        read=receipt is not None,
        note=receipt.note if receipt else None,
        claims=tuple(_said(c, incidents.get(numbers.get(c.id)), said) for c in claims),
        incidents=tuple(incidents.values()),
        origin=origin,
        siblings=tuple(_siblings(bench, origin, id_)) if origin else (),
        decisions=decisions,
        undone=undone(decisions),
        newer=newest.id if newest.id != id_ else None,
    )


def _incidents(bench: Bench, numbers: Mapping[str, int | None]) -> dict[int | None, Listed]:
    """By their rows, in the order of their days."""
    rows = ask.by_number(bench.index.read(), sorted({n for n in numbers.values() if n is not None}))
    return {row.number: row for row in sorted(rows, key=lambda r: (str(r.incident.when.earliest), r.number))}


def _said(claim: Claim, incident: Listed | None, said: Said) -> ClaimSaid:
    return ClaimSaid(claim, incident, tuple(_corrections(claim, said)), _left_out(claim, said))


def _left_out(claim: Claim, said: Said) -> Decision | None:
    if claim.id not in said.decided.rejected:
        return None
    rejections = (d for d in reversed(said.all) if d.verdict is Verdict.REJECT and d.id not in said.undone)
    return next((d for d in rejections if claim.id in (d.about, *d.seen)), None)


def _corrections(claim: Claim, said: Said) -> Iterator[Correction]:
    for name in FIELDS:
        if decision := said.decided.corrections.get((claim.id, name)):
            value = say.value(name, decision.value)
            yield Correction(say.field(name), value, machine_word(claim, name), decision)


def machine_word(claim: Claim, name: str) -> str:
    """What the machine read of a field, in words."""
    match name:
        case "kind" | "stance":
            return say.spoken(getattr(claim, name).value)
        case "when" | "earliest" | "latest":
            return say.days(claim.when)
        case "place":
            return told.place(claim.place.resolved if claim.place else None)
    counts = [told.count(c) for c in claim.counts if c.harm is Harm(name)]
    return "; ".join(counts) or "not reported"


def _origin(bench: Bench, id_: str) -> Origin | None:
    origin = index.origin_of(bench.index.read(), id_)
    try:
        return bench.case.get(Origin, origin) if origin else None
    except NotFound:  # the index is being made anew
        return None


def _siblings(bench: Bench, origin: Origin, id_: str) -> Iterator[Sibling]:
    for page in index.pages_of(bench.index.read(), origin.id):
        if page.id != id_:
            pairs = [s for s in origin.shared if page.id in (s.document, s.joined_to)]
            direct = next((s for s in pairs if id_ in (s.document, s.joined_to)), None)
            yield Sibling(page, direct or next(iter(pairs), None), direct is not None)
