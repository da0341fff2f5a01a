"""pages-scrapinghub: the main text of web pages. ``python -m benchmarks.pages`` prints what the scorer says."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from benchmarks.common import inputs, score
from onrecord.model import Capture, Document, Evidence, Given, How, content_id
from onrecord.stages.clean import CLEAN

FLOOR = 0.97  # 4-word shingle F1
CAPTURED = datetime(2026, 1, 1, tzinfo=UTC)  # later than every page of both cases


def evidence(row: dict[str, Any]) -> Evidence:
    """A row of the benchmark as intake would give it."""
    content = json.dumps(row, ensure_ascii=False).encode()
    capture = Capture(
        id=content_id("capture", row["id"]),
        sha256="",
        size=len(content),
        media_type="application/json",
        how=How.JSONL,
        where=row["id"],
        captured_at=CAPTURED,
        given=Given(id=row["id"], url=row.get("url")),
    )
    return Evidence(capture, content)


def cleaned(case: str) -> Iterator[tuple[str, Document]]:
    """Each id of the case and its document, where one could be made."""
    detector = CLEAN.open()
    for row in inputs(case):
        for made in CLEAN.run([evidence(row)], detector):
            if isinstance(made, Document):
                yield row["id"], made
            else:
                print(row["id"], made.reason)


def main() -> None:
    """Score the case."""
    print(score("pages-scrapinghub", ({"id": i, "text": d.text} for i, d in cleaned("pages-scrapinghub"))))


if __name__ == "__main__":
    main()
