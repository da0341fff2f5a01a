"""The two halves on JSON Lines, without a case: read, link, copies (docs/reference/formats.md)."""

import gzip
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, TextIO

import msgspec
import typer

from onrecord.cli.app import Output, Workers, app, engine
from onrecord.cli.bar import bar
from onrecord.engines import Engine
from onrecord.errors import BadInput
from onrecord.exports.linked import incidents_of
from onrecord.exports.origins import origin_row
from onrecord.exports.readings import failure_row, reading_row, row_reading
from onrecord.intake import gather
from onrecord.model import Document, Evidence, Failure, Given, Reading
from onrecord.pipeline import READING
from onrecord.stages.clean import CLEAN
from onrecord.stages.copies import COPIES
from onrecord.stages.read import READ, READ_WITH_EVENTS
from onrecord.watch import Watch

Row = dict[str, Any]
WITH_EVENTS = tuple(READ_WITH_EVENTS if stage is READ else stage for stage in READING)
Inputs = Annotated[Path, typer.Argument(metavar="INPUTS.jsonl", help="Documents, one a line; .gz too.")]
Readings = Annotated[Path, typer.Argument(metavar="READINGS.jsonl", help="What onrecord read wrote.")]


@app.command()
def read(inputs: Inputs, output: Output = "-", workers: Workers = None) -> None:
    """Read documents: one line each with its places, times, attributions and claims."""
    with bar() as show, engine(workers) as made, _written(output) as out:
        for one in Watch(show).step("read", _readings(inputs, made)):
            _write(out, one)


@app.command()
def link(
    readings: Readings,
    output: Output = "-",
    each: Annotated[bool, typer.Option("--each", help="Every document on its own.")] = False,
) -> None:
    """Link what documents say to incidents: one line each."""
    with _written(output) as out:
        for row in incidents_of(_read_back(readings), each=each):
            _write(out, row)


@app.command()
def copies(inputs: Inputs, output: Output = "-", workers: Workers = None) -> None:
    """Find which documents repeat one report: one line an origin."""
    with engine(workers) as made, _written(output) as out:
        for one in made.group(COPIES, _documents(inputs, made)):
            if isinstance(one, Failure):
                print(f"failed: {one.record}: {one.reason}", file=sys.stderr)
            else:
                _write(out, origin_row(one))


def _readings(inputs: Path, made: Engine) -> Iterator[Row]:
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


def _documents(inputs: Path, made: Engine) -> Iterator[Document | Failure]:
    """The documents under the ids they were given."""
    given: dict[str, Given] = {}

    def named() -> Iterator[Evidence | Failure]:
        for one in gather([inputs]):
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


def _read_back(path: Path) -> Iterator[Reading]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                if "failure" not in row:
                    yield row_reading(row)
            except (ValueError, KeyError, TypeError, msgspec.ValidationError) as error:
                raise BadInput(
                    f"{path}:{number}: not a line that onrecord read wrote ({error}); make the file again"
                ) from error


@contextmanager
def _written(output: str) -> Iterator[TextIO]:
    if output == "-":
        yield sys.stdout
        return
    with Path(output).open("w", encoding="utf-8") as out:
        yield out


def _write(out: TextIO, row: Row) -> None:
    out.write(json.dumps(row, ensure_ascii=False) + "\n")
