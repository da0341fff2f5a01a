"""Is every byte of the evidence still what was recorded?"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from onrecord.intake.index import FOLDER, warc_files
from onrecord.intake.members import Member, members, record_in
from onrecord.intake.records import said
from onrecord.model import Capture, Failure

_STAGE = "verify"
_RESTORE = "restore the file from a copy of the case"


def check_evidence(case_folder: Path, captures: Iterable[Capture]) -> Iterator[Failure]:
    """Read all evidence once and name every record that is missing, altered, damaged, or not in the ledger.

    Nothing is yielded when each capture's bytes have the recorded SHA-256 and its record still says the recorded where, when and how.
    """
    expected = {c.warc_record: c for c in captures if c.warc_record is not None}
    found: set[str] = set()
    for path in warc_files(case_folder / FOLDER):
        name = f"{FOLDER}/{path.name}"
        for member in members(path):
            yield from _check(member, name, expected, found)
    for record, capture in expected.items():
        if record not in found:
            yield _failure(
                capture.id,
                f"its record {record} is not whole in {capture.warc_file} any more; {_RESTORE}",
            )


def _check(member: Member, name: str, expected: dict[str, Capture], found: set[str]) -> Iterator[Failure]:
    where = f"{name}:{member.offset}"
    record = record_in(member.content) if member.content is not None else None
    if record is None:
        yield _failure(
            where,
            f"{member.length:,} bytes here are no whole WARC record; {_RESTORE}",
        )
        return
    headers, content = record
    id_ = headers.get("warc-record-id", "")
    if headers.get("warc-type") == "warcinfo":
        return
    capture = expected.get(id_)
    if capture is None:
        yield _failure(
            where,
            f"record {id_} is not in the ledger: left by an interrupted run (give the same pages again), or added by someone",
        )
        return
    if id_ in found:
        yield _failure(where, f"record {id_} is here a second time; {_RESTORE}")
    found.add(id_)
    yield from _compare(capture, headers, content, where, name)


def _compare(
    capture: Capture, headers: dict[str, str], content: bytes, where: str, name: str
) -> Iterator[Failure]:
    if sha256(content).hexdigest() != capture.sha256:
        yield _failure(
            where,
            f"the bytes of {capture.id} are not what was recorded; {_RESTORE}",
        )
    if name != capture.warc_file:
        yield _failure(
            where,
            f"the record of {capture.id} was recorded in {capture.warc_file}; put it back from a copy of the case",
        )
    changed = [key for key, value in said(capture).items() if headers.get(key.lower()) != value]
    if changed:
        yield _failure(
            where,
            f"the record of {capture.id} says another {', '.join(changed)} than the ledger; {_RESTORE}",
        )


def _failure(record: str, reason: str) -> Failure:
    return Failure(record, _STAGE, reason)
