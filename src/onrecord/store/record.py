"""The record of a case as it stands: read from the ledger, folded, and thrown away again."""

from onrecord.model import Capture, Claim, Decision, Document, Failure, Link, Origin, Receipt, Record
from onrecord.store.case import Case
from onrecord.store.incidents import fold
from onrecord.store.sharing import Sharing


def record_of(case: Case) -> Record:
    """Everything that exports and commands look at. Claims and links are those of the newest reading of each document."""
    documents = {d.id: d for d in case.current(Document)}
    sharing = Sharing()
    claims = {c.id: sharing.claim(c) for c in case.current(Claim) if c.document in documents}
    links = tuple(link for link in case.current(Link) if link.left in claims and link.right in claims)
    origins = {o.id: o for o in case.current(Origin)}
    decisions = tuple(case.records(Decision))
    rule = case.rule()
    reviewers = rule.reviewers if rule else 1
    return Record(
        incidents=fold(
            claims.values(), documents.values(), links, decisions, origins.values(), reviewers=reviewers
        ),
        claims=claims,
        documents=documents,
        captures={c.id: c for c in case.records(Capture)},
        origins=origins,
        origin_of={document: origin.id for origin in origins.values() for document in origin.documents},
        links=links,
        decisions=decisions,
        failures=tuple(case.current(Failure)),
        notes=tuple((r.document, r.note) for r in case.current(Receipt) if r.note),
    )
