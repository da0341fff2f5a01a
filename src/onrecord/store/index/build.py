"""Making an index from the ledger, in bounded memory: pages and links first, then claims folded batch by batch."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TypeVar

from onrecord.model import Claim, Document, Link, Origin, Receipt
from onrecord.store.case import Case
from onrecord.store.fold.decided import Decided
from onrecord.store.index.folds import decisions_of, gather, near, put
from onrecord.store.index.reach import groups
from onrecord.store.index.tables import DDL, LAYOUT
from onrecord.store.index.words import spread
from onrecord.watch import Show, batches

T = TypeVar("T")
_CLAIMS = 2_000  # folded at once: about 10 MB


def build(connection: sqlite3.Connection, case: Case, show: Show) -> None:
    """Fill an empty database. What it holds is true of the ledger up to the row whose number is written down first."""
    head = case.head()
    connection.executescript(DDL)
    with connection:
        connection.execute("BEGIN")
        _, decided = decisions_of(case)
        pages = _pages(connection, case, show)
        _links(connection, case, show)
        _incidents(connection, case, decided, pages, show)
        near(connection, decided)
        facts = {"layout": LAYOUT, "seq": head.seq, "hash": head.hash}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", [(k, str(v)) for k, v in facts.items()])
    connection.execute("ANALYZE")


def _pages(connection: sqlite3.Connection, case: Case, show: Show) -> dict[str, int]:
    """The numbers of all current documents by their ids; claims of their receipts are noted too, in no incident yet."""
    origin_of = {d: o.id for o in case.current(Origin) for d in o.documents}
    receipts = {r.document: r for r in case.current(Receipt)}
    numbers: dict[str, int] = {}
    for batch in batches(_shown(case.current(Document), "pages", show), 500):
        for document in batch:
            numbers[document.id] = len(numbers) + 1
        rows = [_page(numbers[d.id], d, origin_of.get(d.id), receipts.get(d.id)) for d in batch]
        connection.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        words = [(numbers[d.id], *(spread(t or "") for t in (d.title, d.text, d.publisher))) for d in batch]
        connection.executemany(
            "INSERT INTO page_words (rowid, title, text, publisher) VALUES (?, ?, ?, ?)", words
        )
        claims = [(c, numbers[d.id]) for d in batch if d.id in receipts for c in receipts[d.id].claims]
        connection.executemany("INSERT OR IGNORE INTO claim VALUES (?, ?, NULL, 0)", claims)
    return numbers


def _page(number: int, document: Document, origin: str | None, receipt: Receipt | None) -> tuple[object, ...]:
    day = document.published.isoformat() if document.published else None
    told = (document.publisher, document.title, document.language, receipt.note if receipt else None)
    return number, document.id, origin, day, *told, len(receipt.claims) if receipt else None


def _links(connection: sqlite3.Connection, case: Case, show: Show) -> None:
    for batch in batches(_shown(case.current(Link), "links", show), 500):
        rows = [(one.left, one.right, one.id, one.score, int(one.joined)) for one in batch]
        connection.executemany("INSERT OR IGNORE INTO link VALUES (?, ?, ?, ?, ?)", rows)


def _incidents(
    connection: sqlite3.Connection, case: Case, decided: Decided, pages: dict[str, int], show: Show
) -> None:
    ids = [id_ for (id_,) in connection.execute("SELECT id FROM claim")]
    joins = [*connection.execute("SELECT a, b FROM link WHERE joined"), *decided.same]
    done = 0
    for batch in _filled(groups(ids, joins)):
        group = gather(case, connection, batch)
        put(connection, group, decided)
        _people(connection, group.claims.values(), pages)
        done += len(batch)
        show("incidents", done, len(ids))


def _filled(found: Iterable[list[str]]) -> Iterator[list[str]]:
    """Whole groups together, up to about `_CLAIMS` claims."""
    batch: list[str] = []
    for group in found:
        batch += group
        if len(batch) >= _CLAIMS:
            yield batch
            batch = []
    if batch:
        yield batch


def _people(connection: sqlite3.Connection, claims: Iterable[Claim], pages: dict[str, int]) -> None:
    """Every name and on which pages, so that an export of a part withholds what the whole case says is to be withheld."""
    known = [(c, pages[c.document]) for c in claims if c.document in pages]
    people = {(p.passage.words, p.role, int(p.public), page) for c, page in known for p in c.people}
    connection.executemany("INSERT OR IGNORE INTO person VALUES (?, ?, ?, ?)", people)
    places = {(c.place.passage.words, page) for c, page in known if c.place}
    connection.executemany("INSERT OR IGNORE INTO placename VALUES (?, ?)", places)


def _shown(records: Iterable[T], name: str, show: Show) -> Iterator[T]:
    for done, record in enumerate(records, start=1):
        if done % 500 == 0:
            show(name, done, None)
        yield record
