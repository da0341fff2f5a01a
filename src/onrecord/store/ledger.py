"""The append-only, hash-chained table: adding rows, reading them in order, finding them by id."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Engine, Select, func, insert, select

from onrecord.errors import NotFound
from onrecord.store.rows import GENESIS, KINDS, Row, chained, decode, id_of, now
from onrecord.store.tables import LEDGER

T = TypeVar("T")
_PAGE = 100  # rows read or written at once: 50 to 1,000 differ by less than 15 % in speed (benchmarks/ledger.py), and a document may have 1 MB

_ASKED = 500  # ids in one query; SQLite takes at most 32,766


class Head(NamedTuple):
    """The newest row: written down elsewhere, its hash proves later that no row up to it was changed, removed or added."""

    seq: int
    hash: str


class Ledger:
    """The rows of one database. Reading uses short transactions, so that a slow reader never holds back the write-ahead log."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(writes=True)

    def transaction(self) -> Any:
        """A context manager: all that is appended on its connection becomes durable together at its end, or not at all."""
        return self._writer.begin()

    def head(self) -> Head:
        """The newest row; sequence number 0 when there is none."""
        with self._engine.connect() as connection:
            return head(connection)

    def count(self, kind: str) -> int:
        """How many records of a kind are kept."""
        with self._engine.connect() as connection:
            return int(connection.execute(select(func.count()).where(LEDGER.c.kind == kind)).scalar_one())

    def ids(self, kind: str) -> set[str]:
        """All ids of a kind."""
        with self._engine.connect() as connection:
            return set(connection.execute(select(LEDGER.c.id).where(LEDGER.c.kind == kind)).scalars())

    def newest(self, kind: str) -> dict[str, str]:
        """For every subject the id of the newest record of a kind about it."""
        last = select(func.max(LEDGER.c.seq)).where(LEDGER.c.kind == kind).group_by(LEDGER.c.subject)
        with self._engine.connect() as connection:
            found = connection.execute(select(LEDGER.c.subject, LEDGER.c.id).where(LEDGER.c.seq.in_(last)))
            return {row.subject: row.id for row in found}

    def records(self, kind: str, *, subject: str | None = None) -> Iterator[Any]:
        """The records of a kind in the order they came, as far as they are there when reading begins."""
        for row in self.rows_of(kind, subject=subject):
            yield decode(row.kind, row.body, row.seq)

    def rows_of(self, kind: str, *, subject: str | None = None) -> Iterator[Row]:
        """The rows of a kind in order."""
        query = select(LEDGER).where(LEDGER.c.kind == kind)
        return self.rows(query if subject is None else query.where(LEDGER.c.subject == subject))

    def rows(self, query: Select[Any] | None = None) -> Iterator[Row]:
        """The rows in order, page by page."""
        query = (select(LEDGER) if query is None else query).where(LEDGER.c.seq <= self.head().seq)
        seq = -(2**62)  # below any number, so that a row someone numbered 0 or less shows too
        while True:
            with self._engine.connect() as connection:
                page = connection.execute(
                    query.where(LEDGER.c.seq > seq).order_by(LEDGER.c.seq).limit(_PAGE)
                ).all()
            yield from map(Row._make, page)
            if len(page) < _PAGE:
                return
            seq = page[-1].seq

    def get(self, kind: str, id_: str) -> Any:
        """The record with this id, or None."""
        query = select(LEDGER.c.seq, LEDGER.c.body).where(LEDGER.c.kind == kind, LEDGER.c.id == id_)
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return decode(kind, row.body, row.seq) if row else None

    def some(self, kind: str, ids: Iterable[str]) -> Iterator[Any]:
        """The records of a kind with these ids."""
        for batch in batched(ids, _ASKED):
            query = select(LEDGER.c.seq, LEDGER.c.body).where(LEDGER.c.kind == kind, LEDGER.c.id.in_(batch))
            with self._engine.connect() as connection:
                rows = connection.execute(query).all()
            yield from (decode(kind, row.body, row.seq) for row in rows)

    def since(self, seq: int) -> Iterator[Row]:
        """The rows after this number, in order."""
        return self.rows(select(LEDGER).where(LEDGER.c.seq > seq))

    def integrity(self) -> list[str]:
        """What SQLite finds wrong with the structure of its file; other databases look after theirs."""
        if self._engine.dialect.name != "sqlite":
            return []
        with self._engine.connect() as connection:
            lines = connection.exec_driver_sql("PRAGMA integrity_check(10)").scalars().all()
        return [line for line in lines if line != "ok"]

    def find(self, prefix: str) -> Any:
        """The one record whose id begins so; ``claim-`` and the like may be left out.

        Raises:
            NotFound: none or several do; the message names the nearest.
        """
        with self._engine.connect() as connection:
            found = _beginning(connection, prefix) or _beginning(connection, prefix, bare=True)
            near = found or _neighbours(connection, prefix)
        if len(found) == 1:
            return self.get(*found[0])
        names = ", ".join(id_ for _, id_ in near[:4]) or "nothing: the case is empty"
        if found:
            raise NotFound(f"{prefix} is the beginning of more than one id ({names}): give more of it")
        raise NotFound(f"nothing has the id {prefix}; the nearest are {names}")


def head(connection: Connection) -> Head:
    """The newest row as this transaction sees it."""
    row = connection.execute(
        select(LEDGER.c.seq, LEDGER.c.hash).order_by(LEDGER.c.seq.desc()).limit(1)
    ).one_or_none()
    return Head(row.seq, row.hash) if row else Head(0, GENESIS)


def append(connection: Connection, records: Iterable[Any], *, run: str | None) -> int:
    """Add the records whose kind and id are not there yet; how many those were."""
    seq, prev = head(connection)
    first, at = seq, now()
    for batch in batched(records, _PAGE):
        rows = []
        for record in _new(connection, batch):
            seq += 1
            rows.append(chained(record, seq=seq, prev=prev, run=run, at=at))
            prev = rows[-1].hash
        if rows:
            connection.execute(insert(LEDGER), [row._asdict() for row in rows])
    return seq - first


def batched(records: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of up to `size`, read no further ahead than that."""
    stream = iter(records)
    while batch := list(islice(stream, size)):
        yield batch


def _new(connection: Connection, batch: Collection[Any]) -> list[Any]:
    """The records of a batch that are not kept yet, each once, the first of equals."""
    by_key: dict[tuple[str, str], Any] = {}
    for record in batch:
        by_key.setdefault((type(record).__name__, id_of(record)), record)
    for kind in {kind for kind, _ in by_key}:
        ids = [id_ for k, id_ in by_key if k == kind]
        there = select(LEDGER.c.id).where(LEDGER.c.kind == kind, LEDGER.c.id.in_(ids))
        for id_ in connection.execute(there).scalars().all():
            del by_key[kind, id_]
    return list(by_key.values())


def _beginning(connection: Connection, prefix: str, *, bare: bool = False) -> list[tuple[str, str]]:
    found = []
    for kind in KINDS:
        low = f"{kind.lower()}-{prefix}" if bare else prefix
        query = select(LEDGER.c.kind, LEDGER.c.id).where(
            LEDGER.c.kind == kind, LEDGER.c.id >= low, LEDGER.c.id < low + "\U0010ffff"
        )
        rows = [tuple(row) for row in connection.execute(query.order_by(LEDGER.c.id).limit(5))]
        found += [row for row in rows if row[1] == low] or rows
    exact = [row for row in found if row[1] == prefix]
    return exact or found


def _neighbours(connection: Connection, prefix: str) -> list[tuple[str, str]]:
    """The ids just before and just after, in the kind that the prefix names, or in all."""
    named = [kind for kind in KINDS if prefix.lower().startswith(kind.lower()[:3])]
    near: list[tuple[str, str]] = []
    for kind in named or KINDS:
        ids = select(LEDGER.c.kind, LEDGER.c.id).where(LEDGER.c.kind == kind)
        after = ids.where(LEDGER.c.id >= prefix).order_by(LEDGER.c.id).limit(2)
        before = ids.where(LEDGER.c.id < prefix).order_by(LEDGER.c.id.desc()).limit(2)
        near += [tuple(row) for query in (after, before) for row in connection.execute(query)]
    return near
