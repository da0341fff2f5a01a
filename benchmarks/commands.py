"""The whole program on whole cases, by its own commands, as somebody else would measure it.

``python -m benchmarks.commands CASE… [--every N] [--language en]`` runs ``onrecord read``, ``link`` and ``copies`` on the case's inputs and
prints what the scorer says. Of the cases that the trained reader learnt from only what it never saw is taken.

``--every N`` takes each Nth record of the gold file, with its documents. ``--language`` takes only the documents in that language and the
gold records with such a document; what such a record says of the whole incident (numbers, day, place) stays as it is.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.common import BENCH, gold, inputs
from benchmarks.split import measured

Row = dict[str, Any]
ONRECORD = Path(sys.executable).with_name("onrecord")
EACH = ("muc-", "airwars-gaza-")
LINKED = ("gva-", "airwars-syria-")


def sample(case: str, every: int, folder: Path, language: str | None = None) -> None:
    """Write ``CASE.inputs.jsonl`` and ``CASE.gold.jsonl`` of each `every`th gold record, and as large a part of what has no gold."""
    chosen, asked, known = [], set[str](), set[str]()
    given = [row for row in inputs(case) if language in (None, row.get("language"))]
    there = {row["id"] for row in given}
    groups = [row for row in gold(case) if "hard_negative" not in row and measured(case, row["id"])]
    groups = [row for row in groups if not there.isdisjoint(row.get("documents", [row["id"]]))]
    for number, row in enumerate(groups):
        members = row.get("documents", [row["id"]])
        known.update(members)
        if number % every == 0:
            chosen.append(row)
            asked.update(members)
    others = [row["id"] for row in given if row["id"] not in known and measured(case, row["id"])]
    asked.update(others[::every])
    asked &= there
    pairs = [r for r in gold(case) if "hard_negative" in r and asked.issuperset(r["hard_negative"])]
    _write(folder / f"{case}.gold.jsonl", [_within(row, asked) for row in chosen] + pairs)
    _write(folder / f"{case}.inputs.jsonl", (row for row in given if row["id"] in asked))


def _within(row: Row, asked: set[str]) -> Row:
    return row | {"documents": [d for d in row["documents"] if d in asked]} if "documents" in row else row


def _write(path: Path, rows: Iterable[Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def predictions(case: str, folder: Path) -> Path:
    """Run the commands that the case wants; the file that the scorer wants."""
    given = folder / f"{case}.inputs.jsonl"
    made = folder / f"{case}.readings.jsonl"
    if case.startswith("copies-"):
        made = folder / f"{case}.origins.jsonl"
        _onrecord("copies", given, made)
        return made
    _onrecord("read", given, made)
    if not case.startswith((*EACH, *LINKED)):
        return made
    incidents = folder / f"{case}.incidents.jsonl"
    _onrecord("link", *(["--each"] if case.startswith(EACH) else []), made, incidents)
    return incidents


def _onrecord(*words: object) -> None:
    *command, output = map(str, words)
    subprocess.run([str(ONRECORD), *command, "-o", output], check=True)


def measure(case: str, every: int, *flags: str, language: str | None = None) -> str:
    """What the scorer prints about the program on this case."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample(case, every, folder, language)
        made = predictions(case, folder)
        command = [sys.executable, str(BENCH / "score.py"), case, str(made), "--gold-dir", name, *flags]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr


def main() -> None:
    """Print the scorer's figures for each case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", metavar="CASE")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--language")
    given = parser.parse_args()
    for case in given.cases:
        print(measure(case, given.every, language=given.language), flush=True)


if __name__ == "__main__":
    main()
