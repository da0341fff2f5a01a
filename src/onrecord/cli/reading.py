"""The two halves on JSON Lines, without a case: read, link, copies (docs/reference/formats.md)."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.cli.app import Output, Workers, app, engine, written
from onrecord.cli.bar import bar
from onrecord.cli.say import counted, line
from onrecord.watch import Watch

Row = dict[str, Any]
Inputs = Annotated[Path, typer.Argument(metavar="INPUTS.jsonl", help="Documents, one a line; .gz too.")]
Readings = Annotated[Path, typer.Argument(metavar="READINGS.jsonl", help="What onrecord read wrote.")]
_SHOWN = 10  # failures told on standard error

# Each command imports `onrecord.cli.rows` for itself: it loads every step, which other commands need not wait for.


@app.command()
def read(inputs: Inputs, output: Output = "-", workers: Workers = None) -> None:
    """Read documents: one line each with its places, times, attributions and claims."""
    from onrecord.cli import rows

    with bar() as show, engine(workers) as made:
        _write(Watch(show).step("read", rows.readings(inputs, made)), output)


@app.command()
def link(
    readings: Readings,
    output: Output = "-",
    each: Annotated[bool, typer.Option("--each", help="Every document on its own.")] = False,
) -> None:
    """Link what documents say to incidents: one line each."""
    from onrecord.cli import rows

    with bar() as show:
        _write(Watch(show).step("link", rows.incidents(readings, each=each)), output)


@app.command()
def copies(inputs: Inputs, output: Output = "-", workers: Workers = None) -> None:
    """Find which documents repeat one report: one line an origin."""
    from onrecord.cli import rows

    with bar() as show, engine(workers) as made:
        _write(Watch(show).step("copies", rows.origins(inputs, made)), output, failures=False)


def _write(rows: Iterable[Row], output: str, *, failures: bool = True) -> None:
    with written(output) as out:
        for row in _told(rows):
            if failures or "failure" not in row:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _told(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows; those that failed are told on standard error too.

    Raises:
        typer.Exit: there were none but such.
    """
    done = failed = 0
    for row in rows:
        if "failure" in row:
            failed += 1
            if failed <= _SHOWN:
                print(line(f"failed: {row['id']}: {row['failure']}"), file=sys.stderr)
        else:
            done += 1
        yield row
    if failed > _SHOWN:
        print(f"… {counted(failed, 'failure')} in all", file=sys.stderr)
    if failed and not done:
        raise typer.Exit(1)
