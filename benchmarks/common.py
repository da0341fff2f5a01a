"""What the benchmarks share: cases, parses kept between runs, and the scorer that lies beside the checkout."""

import gzip
import json
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.split import LEARNT_FROM, measured
from onrecord.model import Document, MadeBy, Reading, content_id
from onrecord.resources.english import MODEL, open_english
from onrecord.stages.parse import PARSE

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT.parent / "shared" / "bench"
CACHE = ROOT / ".cache" / "parses"
GIVEN = MadeBy("given", 1)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file, or of its ``.gz`` twin."""
    if not path.exists():
        path = path.with_name(path.name + ".gz")
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as lines:
        yield from map(json.loads, lines)


def inputs(case: str) -> Iterator[dict[str, Any]]:
    """What the program is given."""
    return rows(BENCH / "cases" / f"{case}.inputs.jsonl")


def gold(case: str) -> Iterator[dict[str, Any]]:
    """What people wrote down."""
    return rows(BENCH / "cases" / f"{case}.gold.jsonl")


def documents(case: str) -> list[Document]:
    """The documents of a case whose inputs hold text."""
    return [_document(row) for row in inputs(case) if "text" in row]


def _document(row: dict[str, Any]) -> Document:
    published = row.get("published")
    return Document(
        id=row["id"],
        capture=content_id("capture", row["id"]),
        text=row["text"],
        made_by=GIVEN,
        title=row.get("title"),
        publisher=row.get("publisher"),
        url=row.get("url"),
        published=date.fromisoformat(published) if published else None,
        published_by="given" if published else None,
        language=row.get("language", "en"),
    )


def readings(case: str) -> list[Reading]:
    """The case parsed, from the cache when it is there."""
    kept = CACHE / f"{content_id('parse', MODEL, PARSE.version, case)}.pickle"
    docs = documents(case)
    if kept.exists():
        parses = pickle.loads(kept.read_bytes())
    else:
        parses = list(open_english().parse(d.told for d in docs))
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(parses))
    return [Reading(d, (PARSE.made_by,), p) for d, p in zip(docs, parses, strict=True)]


def score(case: str, predictions: Iterable[dict[str, Any]], *, suffix: str = "readings") -> str:
    """Write the predictions to a file of their own and return what the scorer prints; of the records that count (`split.measured`)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{case}.{suffix}.jsonl"
        _write(path, (row for row in predictions if measured(case, row["id"])))
        command = [sys.executable, str(BENCH / "score.py"), case, str(path)]
        if case in LEARNT_FROM:
            for kind, of in (("gold", gold), ("inputs", inputs)):
                _write(
                    Path(folder) / f"{case}.{kind}.jsonl", (r for r in of(case) if measured(case, r["id"]))
                )
            command += ["--gold-dir", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr


def _write(path: Path, rows_: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows_)


__all__ = ["BENCH", "documents", "gold", "inputs", "readings", "rows", "score"]
