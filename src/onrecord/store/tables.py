"""The one table of a case, and what keeps it append-only."""

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
)
from sqlalchemy.schema import DDL

SCHEMA = 1  # the layout of the table; kept in SQLite's user_version. A case with a higher number is from a newer version
APPLICATION = (
    0x4F6E5265  # "OnRe": SQLite's application_id, so that `file` and we can tell a case from another database
)

METADATA = MetaData()

LEDGER = Table(
    "ledger",
    METADATA,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("id", String, nullable=False),
    Column("subject", String),
    Column("body", Text, nullable=False),
    Column("made_by", String),
    Column("run", String),
    Column("at", String, nullable=False),
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("kind", "id"),
)
Index("ledger_in_order", LEDGER.c.kind, LEDGER.c.seq)
Index("ledger_by_subject", LEDGER.c.kind, LEDGER.c.subject)

for _action in ("UPDATE", "DELETE"):
    event.listen(
        LEDGER,
        "after_create",
        DDL(  # type: ignore[no-untyped-call]
            f"CREATE TRIGGER ledger_forbids_{_action.lower()} BEFORE {_action} ON ledger "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        ).execute_if(dialect="sqlite"),
    )
