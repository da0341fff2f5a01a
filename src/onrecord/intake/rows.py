"""JSON Lines of documents: one row with ``id`` and ``text``, ``html`` or ``html_file`` a line."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from onrecord.errors import BadInput
from onrecord.intake.bounded import Line, lines, read_all, too_large
from onrecord.intake.capture import Found, Origin, Taking, evidence, failure, merged
from onrecord.intake.kinds import HEAD, SINGLE, Kind, tell
from onrecord.model import Given, How

_BOM = b"\xef\xbb\xbf"


class Row(msgspec.Struct):
    """What a row may say; anything else in it is kept in the bytes and not read."""

    id: str | int | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: Any = None
    language: str | None = None
    text: str | None = None
    html: str | None = None
    html_file: str | None = None


def rows(stream: BinaryIO, origin: Origin, taking: Taking) -> Iterator[Found]:
    """The documents of a stream of rows; a broken line is a Failure at ``file:line`` and the next is read."""
    lines_origin = Origin(origin.name, How.STDIN if origin.how is How.STDIN else How.JSONL, origin.folder)
    try:
        for line in lines(stream, taking.limit):
            where = f"{origin.name}:{line.number}"
            try:
                yield from _row(line, where, lines_origin, taking)
            except (BadInput, OSError) as error:
                yield failure(where, error)
    except BadInput as error:
        yield failure(origin.name, f"{error}; every whole line before that was read")


def _row(line: Line, where: str, origin: Origin, taking: Taking) -> Iterator[Found]:
    if line.content is None:
        raise BadInput(f"the line {too_large(taking.limit)}")
    content = line.content.removeprefix(_BOM) if line.number == 1 else line.content
    if not content.strip():
        return
    row = _decoded(content)
    published = _day(row.published)
    if row.published and published is None:
        yield failure(
            where,
            f"published {str(row.published)[:40]!r} is not a day like 2022-03-03 and was left out; correct it",
        )
    given = merged(_given(row, published), taking.given)
    page = _beside(row, origin, taking.limit)
    media_type = Kind.ROW if page is None else tell(page[:HEAD], str(row.html_file))
    if page is not None and media_type not in SINGLE:
        raise BadInput(f"html_file {str(row.html_file)[:80]!r} is no page; unpack it first")
    yield evidence(
        content if page is None else page,
        media_type.value,
        origin=origin,
        where=where,
        at=taking.clock(),
        given=given,
    )


def _decoded(content: bytes) -> Row:
    try:
        return msgspec.json.decode(content, type=Row)
    except msgspec.ValidationError as error:
        raise BadInput(f"the row does not fit: {error}; see the description of inputs") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if _is_json(content):
            raise BadInput("holds half a character, an escape like \\ud800 alone; repair the line") from None
        raise BadInput(f"is not one whole JSON object ({error}); repair the line") from None
    except RecursionError:
        raise BadInput("is nested too deep for a document; repair the line") from None


def _is_json(content: bytes) -> bool:
    """Whether it is JSON as Python reads it, which takes halves of characters for whole ones."""
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def _given(row: Row, published: date | None) -> Given:
    return Given(
        id=None if row.id is None else str(row.id),
        title=row.title or None,
        url=row.url or None,
        publisher=row.publisher or None,
        published=published,
        language=row.language or None,
    )


def _day(value: object) -> date | None:
    """The day of an ISO 8601 date or time; None for anything else."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _beside(row: Row, origin: Origin, limit: int) -> bytes | None:
    """The page that a row names; None when the row holds its words itself.

    Raises:
        BadInput: the page lies outside the file's folder, is too large, or there is no folder (standard input).
    """
    if row.html_file is None or row.text is not None or row.html is not None:
        return None
    if origin.folder is None:
        raise BadInput("html_file cannot be followed from standard input; give the file's path instead of -")
    page = origin.folder / row.html_file
    if "\0" in row.html_file or not page.resolve().is_relative_to(origin.folder.resolve()):
        raise BadInput(
            f"html_file {row.html_file[:80]!r} leads out of the folder of its file; move the page into it"
        )
    return _read_page(page, row.html_file, limit)


def _read_page(page: Path, name: str, limit: int) -> bytes:
    if page.exists() and not (page.is_file() or page.is_dir()):
        raise BadInput(
            f"html_file {name[:80]!r} is no file; name the page itself"
        )  # a pipe would be waited for
    try:
        with page.open("rb") as stream:
            return read_all(stream, limit)
    except IsADirectoryError:
        raise BadInput(f"html_file {name[:80]!r} is a folder; name the page in it") from None
    except FileNotFoundError:
        raise BadInput(f"html_file {name[:80]!r} is not there; correct the row or add the page") from None
