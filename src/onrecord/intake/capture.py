"""Bytes with where, when and how they came."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import BadInput
from onrecord.intake.bounded import read_all
from onrecord.intake.kinds import HEAD, SINGLE, tell, wide
from onrecord.model import Capture, Evidence, Failure, Given, How, content_id

STAGE = "intake"
Found = Evidence | Failure


def now() -> datetime:
    """The time of taking in, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Taking:
    """What holds for everything that is taken in by one call."""

    given: Given
    limit: int
    clock: Callable[[], datetime] = now


@dataclass(frozen=True, slots=True)
class Origin:
    """A stream's own place: its name as it was given, and the folder that what it names must lie in."""

    name: str
    how: How
    folder: Path | None = None


def printable(path: Path | str) -> str:
    """A path as text that can be written anywhere; bytes that are no UTF-8 are shown as escapes."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def evidence(
    content: bytes,
    media_type: str,
    *,
    origin: Origin,
    where: str,
    at: datetime,
    given: Given,
    charset: str | None = None,
) -> Evidence:
    """The capture of these bytes; its id is made from their hash alone."""
    digest = sha256(content).hexdigest()
    capture = Capture(
        id=content_id("capture", digest),
        sha256=digest,
        size=len(content),
        media_type=media_type,
        how=origin.how,
        where=where,
        captured_at=at,
        given=given,
        charset=wide(content[:HEAD]) or charset if media_type.startswith("text/") else None,
    )
    return Evidence(capture, content)


def failure(where: str, reason: object) -> Failure:
    """One line: the place, and what to do."""
    return Failure(where, STAGE, " ".join(str(reason).split()))


def merged(first: Given, second: Given) -> Given:
    """What `first` says, and what `second` says where `first` is silent."""
    gaps = {f.name: getattr(second, f.name) for f in fields(Given) if getattr(first, f.name) is None}
    return replace(first, **gaps)


def single(stream: BinaryIO, origin: Origin, taking: Taking) -> Found:
    """One document that is the whole stream."""
    try:
        content = read_all(stream, taking.limit)
        kind = tell(content[:HEAD], origin.name.removesuffix(".gz"))
        if kind not in SINGLE:
            raise BadInput("is packed twice; unpack it first")
    except BadInput as error:
        return failure(origin.name, error)
    return evidence(
        content, kind.value, origin=origin, where=origin.name, at=taking.clock(), given=taking.given
    )
