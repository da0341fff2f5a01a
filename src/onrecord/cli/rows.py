"""What ``onrecord read``, ``link`` and ``copies`` do with JSON Lines. Loads every step, so it is imported by these commands alone."""

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from onrecord.engines import Engine
from onrecord.errors import BadInput
from onrecord.exports.linked import incidents_of
from onrecord.exports.origins import origin_row
from onrecord.exports.readings import failure_row, reading_row, row_reading
from onrecord.intake import gather
from onrecord.model import Document, Evidence, Failure, Given, Origin, Reading
from onrecord.pipeline import READING
from onrecord.stages.clean import CLEAN
from onrecord.stages.copies import COPIES
from onrecord.stages.read import READ, READ_WITH_EVENTS

Row = dict[str, Any]
WITH_EVENTS = tuple(READ_WITH_EVENTS if stage is READ else stage for stage in READING)


def readings(inputs: Path, made: Engine) -> Iterator[Row]:
    """A line for every document; one that failed has its reason and what is known."""
    failed: list[Failure] = []

    def whole() -> Iterator[Document]:
        for one in _documents(inputs, made):
            if isinstance(one, Failure):
                failed.append(one)
            else:
                yield one

    for reading in made.map(WITH_EVENTS, whole()):
        yield (
            reading_row(reading)
            if isinstance(reading, Reading)
            else failure_row(reading.record, reading.reason)
        )
        yield from (failure_row(f.record, f.reason) for f in failed)
        failed.clear()
    yield from (failure_row(f.record, f.reason) for f in failed)


def origins(inputs: Path, made: Engine) -> Iterator[Row]:
    """A line for every origin, and one for every document that could not be read."""
    for one in made.group(COPIES, _documents(inputs, made)):
        yield origin_row(one) if isinstance(one, Origin) else failure_row(one.record, one.reason)


def incidents(readings: Path, *, each: bool) -> Iterator[Row]:
    """A line for every incident."""
    return incidents_of(_read_back(readings), each=each)


def _documents(inputs: Path, made: Engine) -> Iterator[Document | Failure]:
    """The documents under the ids they were given."""
    given: dict[str, Given] = {}

    def named() -> Iterator[Evidence | Failure]:
        for one in _each_once(gather([inputs])):
            if isinstance(one, Evidence):
                given[one.capture.id] = given[one.capture.where] = one.capture.given
            yield one

    for one in made.map([CLEAN], named()):
        if isinstance(one, Document):
            yield replace(one, id=given[one.capture].id or one.id)
        elif one.record in given:
            yield replace(one, record=given[one.record].id or one.record)
        else:
            yield one


def _each_once(found: Iterator[Evidence | Failure]) -> Iterator[Evidence | Failure]:
    """What follows under an id that another row has is left out: nobody could tell whose claims are whose."""
    places: dict[str, str] = {}
    for one in found:
        id_ = one.capture.given.id if isinstance(one, Evidence) else None
        if isinstance(one, Evidence) and id_ is not None:
            first = places.setdefault(id_, one.capture.where)
            if first != one.capture.where:
                reason = f"has the id {id_!r} of {first}; give every document an id of its own"
                yield Failure(one.capture.where, CLEAN.name, reason)
                continue
        yield one


def _read_back(path: Path) -> Iterator[Reading]:
    opened = gzip.open if path.suffix == ".gz" else open
    number = 0
    try:
        with opened(path, "rb") as lines:
            for line in lines:
                number += 1
                row = json.loads(line)
                if "failure" not in row:
                    yield row_reading(row)
    except (ValueError, KeyError, TypeError, RecursionError, msgspec.ValidationError) as error:
        raise BadInput(
            f"{path}:{number}: not a line that onrecord read wrote ({error}); make the file again"
        ) from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise BadInput(f"{path}: damaged or cut off after line {number}; make the file again") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}); check that it is there") from error
