"""The steps of a run on a case. Each does only what is not there yet, and what it has reported as done is on the disk."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from onrecord.engines import Engine
from onrecord.errors import CaseDamaged
from onrecord.intake.capture import STAGE as INTAKE
from onrecord.intake.evidence import EvidenceStore, read_capture
from onrecord.model import (
    Capture,
    Claim,
    Document,
    Evidence,
    Failure,
    Given,
    Link,
    MadeBy,
    Origin,
    Reading,
    Receipt,
)
from onrecord.stage import Stage
from onrecord.stages.clean import CLEAN
from onrecord.stages.copies import COPIES
from onrecord.stages.link import ACCOUNT, LINK
from onrecord.stages.read.sift import SIFT
from onrecord.store.case import Case
from onrecord.watch import Watch, batches


def keep(case: Case, given: Iterable[Evidence | Failure], watch: Watch) -> None:
    """First the bytes, then the row that says they are there. The same bytes twice are one capture, as it was first given."""
    kept = {c.id: c.given for c in case.records(Capture)}
    with EvidenceStore(case.folder) as store:
        for batch in batches(watch.step("keep", _told(given, kept))):
            new = {e.capture.id: e for e in batch if isinstance(e, Evidence) and e.capture.id not in kept}
            captures = [store.add(evidence) for evidence in new.values()]
            store.flush()
            case.add([*captures, *(one for one in batch if isinstance(one, Failure))])
            kept |= {c.id: c.given for c in captures}


def _told(found: Iterable[Evidence | Failure], kept: Mapping[str, Given]) -> Iterator[Evidence | Failure]:
    """What was found; and where a page is there already, what is said of it now in vain."""
    for one in found:
        yield one
        if isinstance(one, Evidence) and one.capture.id in kept:
            now, then = one.capture.given, kept[one.capture.id]
            said = [
                name
                for name in ("published", "publisher")
                if getattr(now, name) not in (None, getattr(then, name))
            ]
            if said:
                reason = f"is in the case already, as it was given first; its {' and '.join(said)} as said now is not taken over"
                advice = "correct its claims with onrecord decide, or read it into a new case"
                yield Failure(one.capture.where, "keep", f"{reason}: {advice}")


def clean(case: Case, engine: Engine, watch: Watch) -> None:
    """A document for every capture that has none of this version; a page that failed is tried again."""
    done = {d.capture for d in case.records(Document) if d.made_by == CLEAN.made_by}
    waiting = [c for c in case.records(Capture) if c.id not in done]
    evidence = (_evidence(case, capture) for capture in waiting)
    for batch in batches(watch.step("clean", engine.map([CLEAN], evidence), len(waiting))):
        case.add(batch)


def _evidence(case: Case, capture: Capture) -> Evidence | Failure:
    try:
        return Evidence(capture, read_capture(case.folder, capture))
    except CaseDamaged as error:
        return Failure(capture.id, CLEAN.name, f"{capture.where}: {error}")


def sift(case: Case, stages: Sequence[Stage], engine: Engine, watch: Watch) -> None:
    """A receipt for every document that tells of no harm, so that `read` need not; a new version looks at all of them again. Not for what
    once was found to claim something: a person may have decided about it."""
    seen = _read_by(case, _by(stages)) | _read_by(case, (SIFT.made_by,)) | _claiming(case)
    waiting = [d for d in case.current(Document) if d.id not in seen]
    for batch in batches(watch.step("sift", engine.map([SIFT], waiting))):
        case.add(batch)


def read(case: Case, stages: Sequence[Stage], engine: Engine, watch: Watch, *, everything: bool) -> None:
    """The claims of every document that these versions of the stages have not read, and a receipt for it; `everything`: what was sifted
    out too."""
    by = _by(stages)
    sifted = set() if everything else _read_by(case, (SIFT.made_by,)) - _claiming(case)
    done = _read_by(case, by) | sifted
    waiting = [d for d in case.current(Document) if d.id not in done]
    for batch in batches(watch.step("read", engine.map(stages, waiting), len(waiting))):
        case.add(record for one in batch for record in _kept(one, by))


def _by(stages: Sequence[Stage]) -> tuple[MadeBy, ...]:
    return tuple(stage.made_by for stage in stages)


def _read_by(case: Case, by: tuple[MadeBy, ...]) -> set[str]:
    return {r.document for r in case.records(Receipt) if r.made_by == by}


def _claiming(case: Case) -> set[str]:
    return {r.document for r in case.records(Receipt) if r.claims}


def _kept(one: Reading | Failure, by: tuple[MadeBy, ...]) -> Iterator[Claim | Receipt | Failure]:
    """What is kept of a reading; the receipt comes last, so that it never stands without its claims."""
    if isinstance(one, Failure):
        yield one
        return
    yield from one.claims
    yield Receipt.of(one, by)


def copies(case: Case, engine: Engine, watch: Watch) -> None:
    """The origins of all documents, anew: one more page can join two."""
    _renew(case, Origin, watch.step("copies", engine.group(COPIES, case.current(Document))))


def link(case: Case, engine: Engine, watch: Watch) -> None:
    """The links between all claims, anew."""
    _renew(case, Link, watch.step("link", engine.group(LINK, engine.map([ACCOUNT], _readings(case)))))


def failures(case: Case, watch: Watch) -> None:
    """Make current the failures of this run, and earlier ones at files that were not given again: every other step tries again by itself
    what failed in it. The ledger keeps all."""
    given = {_file(place) for place in (*watch.given, *(f.record for f in watch.failures))}
    earlier = [f for f in case.current(Failure) if f.stage == INTAKE and _file(f.record) not in given]
    case.renew(Failure, [*earlier, *watch.failures])


def _file(place: str) -> str:
    """The file of a place in it: ``a.jsonl`` of ``a.jsonl:7``."""
    return re.sub(r":\d+$", "", place)


def _renew(case: Case, kind: type, results: Iterable[Any]) -> None:
    """Make these the current ones; where the step failed, what was current stays."""
    found = list(results)
    failures = [one for one in found if isinstance(one, Failure)]
    if failures:
        case.add(failures)
    else:
        case.renew(kind, found)


def _readings(case: Case) -> Iterator[Reading]:
    """The documents that claim anything, with the claims of their newest reading; one at a time in memory."""
    newest = {r.document: frozenset(r.claims) for r in case.current(Receipt) if r.claims}
    for document in case.current(Document):
        if claims := newest.get(document.id):
            yield Reading(
                document, claims=tuple(c for c in case.records(Claim, about=document.id) if c.id in claims)
            )
