"""The original of a page as it was kept: checked against its hash each time, and shown inert."""

from codecs import BOM_UTF8
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from onrecord.errors import CaseDamaged
from onrecord.intake.evidence import read_capture
from onrecord.model import Capture
from onrecord.workbench import inert

SHOWN = frozenset(("text/html", "text/plain", "application/json"))
"""Media types that are rendered; of others there is only the download."""


class _Row(msgspec.Struct):
    text: str | None = None
    html: str | None = None


@dataclass(frozen=True)
class Kept:
    """`content` is None where the bytes are not there or not what was recorded; then `trouble` says so."""

    content: bytes | None
    trouble: str | None


def kept(folder: Path, capture: Capture) -> Kept:
    """Read the bytes and work out their hash now."""
    try:
        return Kept(read_capture(folder, capture), None)
    except CaseDamaged as error:
        return Kept(None, str(error))
    except OSError as error:
        return Kept(None, f"{capture.warc_file}: cannot be read ({error.strerror}); check its permissions")


def shown(capture: Capture, content: bytes) -> str:
    """The page that shows the original, of a media type in `SHOWN`: it runs nothing and loads nothing."""
    title = f"Original of {capture.id}"
    match capture.media_type:
        case "text/html":
            return inert.page(_decoded(capture, content, markup=True), title=title)
        case "application/json":
            return _row(content, title)
    return inert.plain(_decoded(capture, content, markup=False), title=title)


def _row(content: bytes, title: str) -> str:
    """A row holds a page or its text; one that cannot be read is shown as it is."""
    try:
        row = msgspec.json.decode(content, type=_Row)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        row = _Row()
    if row.text is None and row.html is not None:
        return inert.page(row.html, title=title, notes=["The page that a row of a data file holds."])
    if row.text is not None:
        return inert.plain(row.text, title=title, notes=["The text that a row of a data file holds."])
    return inert.plain(content.decode(errors="replace"), title=title)


def _decoded(capture: Capture, content: bytes, *, markup: bool) -> str:
    """As the reader decoded it; where that could tell no charset, as browsers take it then."""
    with suppress(UnicodeDecodeError):
        if b"\0" not in content and not content.startswith(BOM_UTF8):
            return content.decode()
    from onrecord.stages.clean.charset import (
        decode,
    )  # here: it takes a second to open, and few originals are not UTF-8

    found = decode(content, capture.charset, markup=markup, reads=lambda _: 0.0)
    return found if found is not None else content.decode("cp1252", "replace")
