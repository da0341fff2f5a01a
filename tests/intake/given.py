"""Files and folders to gather, and what is taken of them."""

import io
from datetime import UTC, datetime
from pathlib import Path

from onrecord.intake import gather
from onrecord.model import Evidence, Failure, Given

NOON = datetime(2022, 3, 3, 12, tzinfo=UTC)


PAGE = (
    b"<!DOCTYPE html><html><head><title>A page</title></head><body><p>Two people were hurt.</p></body></html>"
)


TEXT = "Two people were hurt in the town on Monday, the mayor said.\n"


def taken(*paths: Path, given: Given | None = None) -> tuple[list[Evidence], list[Failure]]:
    found = list(gather(paths, given=given or Given(), clock=lambda: NOON))
    return [f for f in found if isinstance(f, Evidence)], [f for f in found if isinstance(f, Failure)]


def piped(content: bytes) -> tuple[list[Evidence], list[Failure]]:
    found = list(gather(["-"], stdin=io.BytesIO(content), clock=lambda: NOON))
    return [f for f in found if isinstance(f, Evidence)], [f for f in found if isinstance(f, Failure)]


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
