"""Is every row still what was recorded? The chain of hashes, the bodies, and what they refer to."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import CaseDamaged, OnRecordError
from onrecord.model import Capture, Claim, Decision, Document, Failure, Link, Origin, Receipt, Verdict
from onrecord.store import home
from onrecord.store.ledger import Ledger
from onrecord.store.rows import GENESIS, KINDS, Row, decode, id_of
from onrecord.store.runs import Ended, Run

STAGE = "verify"
_SHORTEST = 16  # hexadecimal digits of a head hash: 64 bits cannot be met by chance

_REFERS: dict[type, Callable[[Any], Iterable[tuple[type, str]]]] = {
    Document: lambda r: [(Capture, r.capture)],
    Receipt: lambda r: [(Document, r.document), *((Claim, id_) for id_ in r.claims)],
    Claim: lambda r: [(Document, r.document)],
    Origin: lambda r: [(Document, id_) for id_ in r.documents],
    Link: lambda r: [(Claim, r.left), (Claim, r.right)],
    Decision: lambda r: [
        (Decision, id_) for id_ in (r.replaces, r.about if r.verdict is Verdict.UNDO else None) if id_
    ],
    Ended: lambda r: [(Run, r.run)],
}


def check(ledger: Ledger, folder: Path, head: str | None) -> Iterator[Failure]:
    """Everything that is wrong with a ledger, each named by its row; nothing when it is whole."""
    try:
        with home.plain_errors(folder):
            yield from _file(ledger)
            yield from _chain(ledger, head)
            yield from _references(ledger)
    except OnRecordError as error:
        yield Failure(home.FILE, STAGE, str(error))


def _file(ledger: Ledger) -> Iterator[Failure]:
    """What SQLite finds wrong with its own file, its indexes above all: rows found through them must be the rows there are."""
    for line in ledger.integrity():
        yield Failure(home.FILE, STAGE, f"the database file is damaged ({line}): restore it from a copy")


def _chain(ledger: Ledger, head: str | None) -> Iterator[Failure]:
    seq, prev, met = 0, GENESIS, head is None
    for row in ledger.rows():
        if row.seq != seq + 1:
            yield _failure(row, f"{_gap(seq + 1, row.seq - 1)} before it")
        elif row.prev != prev:
            yield _failure(
                row,
                "it does not follow the row before it: one of the two was altered, or they were put in another order",
            )
        if row.digest() != row.hash:
            yield _failure(row, "it is not what was recorded: it was altered")
        yield from _body(row)
        seq, prev = row.seq, row.hash
        met = met or _same(row.hash, head)
    if not met:
        yield Failure(
            f"row {seq}",
            STAGE,
            f"no row has the hash {head}: rows after it was written down were cut off or remade",
        )


def _same(hash_: str, head: str | None) -> bool:
    return head is not None and len(head) >= _SHORTEST and hash_.startswith(head.strip().lower())


def _gap(first: int, last: int) -> str:
    if last < first:
        return "it is numbered twice or out of order: a row was added by hand"
    return f"row {first} is missing" if first == last else f"rows {first} to {last} are missing"


def _body(row: Row) -> Iterator[Failure]:
    try:
        record = decode(row.kind, row.body, row.seq)
    except CaseDamaged as error:
        yield _failure(row, str(error))
        return
    if id_of(record) != row.id:
        yield _failure(row, f"it is filed under an id that is not its own ({id_of(record)})")


def _references(ledger: Ledger) -> Iterator[Failure]:
    """Records that name another which is not there. Only ids are held in memory."""
    wanted = {Capture, Document, Claim, Decision, Run}
    there = {kind: ledger.ids(kind.__name__) for kind in wanted}
    for kind, refers in _REFERS.items():
        for record in _whole(ledger, kind):
            for target, id_ in refers(record):
                if id_ not in there[target]:
                    yield Failure(
                        record.id,
                        STAGE,
                        f"it names the {target.__name__.lower()} {id_}, which is not in the case",
                    )


def _whole(ledger: Ledger, kind: type) -> Iterator[Any]:
    """The records of a kind that parse; the others were named with the chain."""
    for row in ledger.rows_of(kind.__name__):
        try:
            yield decode(row.kind, row.body, row.seq)
        except CaseDamaged:
            continue


def _failure(row: Row, reason: str) -> Failure:
    known = row.id if row.kind in KINDS else "?"
    return Failure(f"row {row.seq} ({row.kind} {known})", STAGE, reason)
