"""Reads an official GeoNames country dump: ``UA.zip`` or ``UA.txt``, 19 tab-separated columns in UTF-8 without a header.

The columns are those of GeoNames' own readme: geonameid, name, asciiname, alternatenames, latitude, longitude, feature class, feature
code, country, cc2, admin1 to admin4, population, elevation, dem, timezone, modified.
"""

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from onrecord.errors import BadInput, TooLarge
from onrecord.model import Failure, Precision
from onrecord.resources.gazetteer.entry import Entry

_COLUMNS = 19
_MAX_BYTES = 4_000_000_000  # the largest official file, all countries in one, has 1.7 GB
_MAX_RATIO = 100  # official archives shrink to a quarter
_MAX_LINE = 200_000  # bytes; the longest official line has some 20,000
_SHOWN_FAILURES = 100
_PRECISION = {
    "PCLI": Precision.COUNTRY,
    "ADM1": Precision.REGION,
    "ADM2": Precision.DISTRICT,
    "ADM3": Precision.DISTRICT,
    "ADM4": Precision.DISTRICT,
    "PPLX": Precision.SITE,  # a part of a settlement
}
# Rivers, hills and roads (classes H, T, R, U, V) are left out: hundreds share a village's name, and news seldom means them.
_BY_CLASS = {"P": Precision.SETTLEMENT, "S": Precision.SITE, "L": Precision.DISTRICT}

Line = tuple[int, list[str]]


@dataclass(slots=True)
class Dump:
    """A dump on its way: `failures` fills while the lines are read, `broken` counts all of them, shown or not.

    `known` gives the names that the gazetteer already uses, by GeoNames code (``UA.21``), so that a region has one name.
    """

    path: Path
    known: Mapping[str, str] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    broken: int = 0

    def entries(self) -> Iterator[Entry]:
        """The settlements, subdivisions and sites of the dump.

        Raises:
            BadInput: the file cannot be read, or none of its lines has 19 columns.
            TooLarge: it is larger than any official dump, or shrinks more than text does.
        """
        names = dict(self.known)
        for _, cells in self._lines(quiet=True):
            if cells[7] in ("ADM1", "ADM2"):
                names.setdefault(_code(cells), cells[1])
        found = False
        for number, cells in self._lines():
            found = True
            precision = _PRECISION.get(cells[7]) or _BY_CLASS.get(cells[6])
            if precision is not None:
                yield from self._entry(number, cells, precision, names)
        if not found:
            raise BadInput(
                f"{self.path}: no line has the 19 columns of a GeoNames dump; give UA.zip or UA.txt as downloaded"
            )

    def _entry(
        self, number: int, cells: list[str], precision: Precision, names: Mapping[str, str]
    ) -> Iterator[Entry]:
        subdivision = cells[7] in ("ADM1", "ADM2")
        try:
            entry = Entry(
                id=_whole(cells[0]),
                name=names[_code(cells)] if subdivision else cells[1],
                lat=_degrees(cells[4], 90),
                lon=_degrees(cells[5], 180),
                country=cells[8],
                precision=precision,
                admin1=names.get(f"{cells[8]}.{cells[10]}"),
                admin2=names.get(f"{cells[8]}.{cells[10]}.{cells[11]}") if cells[11] else None,
                population=int(cells[14] or 0) or None,
                aliases=(cells[1], cells[2], *filter(None, cells[3].split(","))),
                code=_code(cells) if subdivision else "",
                capital=cells[7] == "PPLC",
            )
        except ValueError as error:
            self._report(number, str(error))
        else:
            yield entry

    def _lines(self, *, quiet: bool = False) -> Iterator[Line]:
        with _opened(self.path) as lines:
            for number, line in enumerate(_bounded(lines, self.path), start=1):
                try:
                    cells = line.decode("utf-8").rstrip("\r\n").split("\t")
                except UnicodeDecodeError:
                    cells = []
                if len(cells) == _COLUMNS and cells[1]:
                    yield number, cells
                elif not quiet and line.strip():
                    self._report(
                        number, f"not {_COLUMNS} tab-separated columns of UTF-8 with a name in the second"
                    )

    def _report(self, number: int, what: str) -> None:
        self.broken += 1
        if len(self.failures) < _SHOWN_FAILURES:
            reason = f"{what}; the line is left out, download the dump again if it matters"
            self.failures.append(Failure(f"{self.path.name}:{number}", "places add", reason))


def _code(cells: list[str]) -> str:
    parts = [cells[8], cells[10]] + ([cells[11]] if cells[7] == "ADM2" else [])
    return ".".join(parts)


def _whole(cell: str) -> int:
    number = int(cell)
    if not 0 < number < 2**62:
        raise ValueError(f"{cell} is no GeoNames id")
    return number


def _degrees(cell: str, limit: int) -> float:
    value = float(cell)
    if not -limit <= value <= limit:  # false for nan too
        raise ValueError(f"{cell} is no coordinate")
    return value


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as plain:
                yield plain
            return
        with zipfile.ZipFile(path) as archive, archive.open(_member(archive, path)) as packed:
            yield packed
    except (OSError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise BadInput(f"{path}: cannot be read as a GeoNames dump ({error}); download it again") from error


def _member(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The country's file of an official zip, which also holds a readme."""
    texts = [
        i for i in archive.infolist() if i.filename.endswith(".txt") and i.filename.lower() != "readme.txt"
    ]
    if not texts:
        raise BadInput(f"{path}: holds no .txt file with places; give UA.zip or UA.txt as downloaded")
    largest = max(texts, key=lambda info: info.file_size)
    if largest.file_size > _MAX_BYTES or largest.file_size > _MAX_RATIO * max(largest.compress_size, 1):
        raise TooLarge(
            f"{path}: {largest.filename} would unpack to {largest.file_size:,} bytes; no official dump does"
        )
    return largest


def _bounded(lines: IO[bytes], path: Path) -> Iterator[bytes]:
    """Lines, counted as they come: a zip may lie about its size."""
    total = 0
    while line := lines.readline(_MAX_LINE):
        total += len(line)
        if total > _MAX_BYTES:
            raise TooLarge(f"{path}: has more than {_MAX_BYTES:,} bytes; no official dump does")
        yield line
