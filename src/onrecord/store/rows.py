"""A record as a row of the ledger, and a row as a link of the hash chain."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec

from onrecord.errors import CaseDamaged
from onrecord.model import (
    Capture,
    Claim,
    Decision,
    Document,
    Failure,
    Link,
    Origin,
    Receipt,
    Rule,
    content_id,
)
from onrecord.store.runs import Ended, Run, Snapshot

GENESIS = "0" * 64  # what the first row has in place of the hash of the row before it

_SUBJECT: dict[type, Callable[[Any], str | None]] = {
    Capture: lambda r: None,
    Document: lambda r: r.capture,
    Receipt: lambda r: r.document,
    Claim: lambda r: r.document,
    Origin: lambda r: None,
    Link: lambda r: r.left,
    Decision: lambda r: r.about,
    Rule: lambda r: None,
    Failure: lambda r: r.record,
    Run: lambda r: None,
    Ended: lambda r: r.run,
    Snapshot: lambda r: r.kind,
}
KINDS: dict[str, type] = {kind.__name__: kind for kind in _SUBJECT}

_encoder = msgspec.json.Encoder(order="deterministic")


class Row(NamedTuple):
    """One row. `hash` is the SHA-256 of the JSON array of all the others, in this order, as UTF-8 without spaces."""

    seq: int
    kind: str
    id: str
    subject: str | None
    body: str
    made_by: str | None
    run: str | None
    at: str
    prev: str
    hash: str = ""

    def digest(self) -> str:
        """What `hash` must be."""
        return sha256(_encoder.encode(self[:-1])).hexdigest()


def chained(record: Any, *, seq: int, prev: str, run: str | None, at: str) -> Row:
    """The row that keeps a record, linked to the row before it.

    Raises:
        TypeError: it could not be read back (a score that is no number): an error of the program, found before it is kept for ever.
    """
    kind, body = type(record).__name__, encode(record)
    try:
        decode(kind, body)
    except CaseDamaged as error:
        raise TypeError(f"{id_of(record)} could not be read back: {error}") from error
    subject = _SUBJECT[type(record)](record)
    row = Row(seq, kind, id_of(record), subject and _clean(subject), body, made_by(record), run, at, prev)
    return row._replace(hash=row.digest())


def id_of(record: Any) -> str:
    """The id of any kept record; a failure's is made from what it says.

    Raises:
        TypeError: records of this type are not kept.
    """
    if type(record) not in _SUBJECT:
        raise TypeError(f"records of type {type(record).__name__} are not kept")
    if isinstance(record, Failure):
        return content_id("failure", *map(_clean, (record.record, record.stage, record.reason)))
    return str(record.id)


def made_by(record: Any) -> str | None:
    """What made a machine-made record, step by step, as text to look for; None for what people and runs write."""
    steps = getattr(record, "made_by", None)
    if steps is None:
        return None
    return " > ".join(map(str, steps)) if isinstance(steps, tuple) else str(steps)


def _clean(text: str) -> str:
    """The text with halves of characters (a file name that is not UTF-8) written out, since a database keeps only whole ones."""
    return text.encode("utf-8", "backslashreplace").decode()


def encode(record: Any) -> str:
    """The record as JSON, fields in the order of the model; the same record always gives the same text."""
    try:
        return _encoder.encode(record).decode()
    except UnicodeEncodeError:  # half a character: JSON can keep it as an escape, UTF-8 cannot
        return json.dumps(msgspec.to_builtins(record), separators=(",", ":"))


def decode(kind: str, body: str, seq: int | None = None) -> Any:
    """The record a body holds.

    Raises:
        CaseDamaged: the body is not such a record, or the kind is not known.
    """
    if kind not in KINDS or not isinstance(body, str):  # a damaged file can give anything
        raise CaseDamaged(
            f"row {seq} is of the unknown kind {kind!r} or holds no text: run `onrecord verify`"
        )
    try:
        return _decoder(kind).decode(body)
    except msgspec.DecodeError as error:
        try:
            return msgspec.convert(json.loads(body), KINDS[kind])  # half a character
        except (ValueError, RecursionError):
            raise CaseDamaged(f"row {seq} does not hold a {kind} ({error}): run `onrecord verify`") from error


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(KINDS[kind])


def now() -> str:
    """The time in UTC, as rows keep it (ISO 8601)."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
