"""Where each record lies in a WARC file: a text file beside it, ``record offset length`` a line, that can be remade at any time."""

import contextlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from onrecord.intake.members import members, record_in

FOLDER = "evidence"


@dataclass(frozen=True, slots=True)
class Position:
    """Bytes ``offset`` to ``offset + length`` of the WARC file."""

    offset: int
    length: int

    @property
    def end(self) -> int:
        """Where the next record begins."""
        return self.offset + self.length


class Index:
    """The index of one WARC file, open for adding."""

    def __init__(self, warc: Path) -> None:
        self._file = _beside(warc).open("a", encoding="ascii")

    def add(self, record: str, offset: int, length: int) -> None:
        """Note a record that was just written."""
        self._file.write(f"{record} {offset} {length}\n")

    def flush(self) -> None:
        """Hand it to the operating system; it need not survive a power cut."""
        self._file.flush()

    def close(self) -> None:
        """Flush and close."""
        self._file.close()


def warc_files(folder: Path) -> list[Path]:
    """The WARC files of an evidence folder, oldest first."""
    return sorted(folder.glob("*.warc.gz"))


def positions(warc: Path) -> dict[str, Position]:
    """The positions of all records that belong to captures, by their WARC-Record-ID."""
    index, stat = _beside(warc), warc.stat()
    known, end = _read(index, *_state(index), stat.st_size)
    if end < stat.st_size:  # a run was killed, or the index is gone
        found = _scan(warc, end)
        if found.keys() - known.keys():
            known = known | found
            _remake(index, known)
    return known


def _beside(warc: Path) -> Path:
    return warc.with_name(warc.name.removesuffix(".warc.gz") + ".index")


def _state(path: Path) -> tuple[int, int]:
    """Size and time of change."""
    return (path.stat().st_size, path.stat().st_mtime_ns) if path.exists() else (0, 0)


@lru_cache(maxsize=16)
def _read(index: Path, size: int, changed: int, warc_size: int) -> tuple[dict[str, Position], int]:
    """The index as it was at that time, and where its last record ends; empty when it cannot be true of the WARC file."""
    if not size:
        return {}, 0
    known = {}
    with index.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            record, offset, length = (*line.split(), "", "", "")[:3]
            if line.endswith("\n") and offset.isdigit() and length.isdigit():
                known[record] = Position(int(offset), int(length))
    end = max((p.end for p in known.values()), default=0)
    return (known, end) if end <= warc_size else ({}, 0)


def _scan(warc: Path, start: int) -> dict[str, Position]:
    found = {}
    for member in members(warc, start):
        record = record_in(member.content) if member.content else None
        if record and record[0].get("warc-type") == "resource":
            found[record[0].get("warc-record-id", "")] = Position(member.offset, member.length)
    return found


def _remake(index: Path, known: dict[str, Position]) -> None:
    """Replace the index at one stroke; a case that can only be read is read without."""
    new = index.with_name(index.name + ".new")
    with contextlib.suppress(OSError):
        with new.open("w", encoding="ascii") as out:
            out.writelines(f"{record} {p.offset} {p.length}\n" for record, p in known.items())
        new.replace(index)
