"""Rows of JSON Lines: what they say, what they name, and what is broken in them."""

import gzip
import json
import os
from datetime import date
from pathlib import Path

import pytest

from onrecord.model import Given, How
from tests.intake.given import PAGE, taken, write


def test_a_long_line_is_skipped_and_the_next_read(tmp_path: Path, small_limit: int) -> None:
    rows = (
        b'{"id": "a", "text": "one"}\n{"id": "b", "text": "'
        + b" " * 20_000
        + b'"}\n{"id": "c", "text": "three"}\n'
    )
    lines = write(tmp_path, "lines.jsonl", rows)
    found, (failure,) = taken(lines)
    assert [e.capture.given.id for e in found] == ["a", "c"]
    assert failure.record == f"{lines}:2"


def test_rows_keep_their_bytes_and_what_they_say(tmp_path: Path) -> None:
    row = {
        "id": 7,
        "text": "Straße",
        "title": "T",
        "url": "https://a.example/1",
        "publisher": "P",
        "published": "2022-03-03T10:00:00Z",
    }
    line = json.dumps(row, ensure_ascii=False).encode()
    path = write(tmp_path, "a.jsonl", b"\xef\xbb\xbf" + line + b"\r\n\n" + line)
    (first, second), failures = taken(path, given=Given(language="de", title="not this"))
    assert failures == []
    assert (first.content, first.capture.media_type, first.capture.how) == (
        line,
        "application/json",
        How.JSONL,
    )
    assert first.capture.given == Given("7", "T", "https://a.example/1", "P", date(2022, 3, 3), "de")
    assert [first.capture.where, second.capture.where] == [f"{path}:1", f"{path}:3"]


def test_a_broken_row_is_named_by_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        b'{"id": "a", "text": "one"}',
        b'{"id": "b", "text": "cut',
        b'{"id": "c", "text": 5}',
        b'["not", "an", "object"]',
        b'{"id": "d", "text": "\xff\xfe"}',
        b'{"id": "e", "text": ' + b"[" * 100_000,
        b'{"id": "f", "text": "six"}',
    ]
    path = write(tmp_path, "a.jsonl.gz", gzip.compress(b"\n".join(lines)))
    found, failures = taken(path)
    assert [e.capture.given.id for e in found] == ["a", "f"]
    assert [f.record for f in failures] == [f"{path}:{n}" for n in (2, 3, 4, 5, 6)]


def test_a_day_that_is_none_is_named_and_the_row_read_without(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.jsonl",
        '{"id": "a", "text": "one", "published": "last week"}\n{"id": "b", "text": "two", "published": ""}\n',
    )
    found, (failure,) = taken(path)
    assert [e.capture.given.published for e in found] == [None, None]
    assert (failure.record, "last week" in failure.reason) == (f"{path}:1", True)


def test_a_truncated_packed_file_of_rows_gives_its_whole_rows(tmp_path: Path) -> None:
    rows = [json.dumps({"id": str(n), "text": os.urandom(200).hex()}) for n in range(200)]
    packed = gzip.compress("\n".join(rows).encode())
    path = write(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2])
    found, (failure,) = taken(path)
    assert 50 < len(found) < 150
    assert [e.content.decode() for e in found] == rows[: len(found)]
    assert "cut off" in failure.reason


def test_a_page_beside_its_row(tmp_path: Path) -> None:
    write(tmp_path, "in/pages/a.html", PAGE)
    path = write(
        tmp_path, "in/a.jsonl", '{"id": "a", "html_file": "pages/a.html", "url": "https://a.example/"}\n'
    )
    (found,), failures = taken(path)
    assert failures == []
    assert (found.content, found.capture.media_type, found.capture.given.id) == (PAGE, "text/html", "a")


@pytest.mark.parametrize(
    "name", ["../secret.html", "/etc/passwd", "link.html", "nothing.html", ".", "a\\u0000b"]
)
def test_a_page_outside_the_folder_is_not_read(tmp_path: Path, name: str) -> None:
    write(tmp_path, "secret.html", PAGE)
    path = write(tmp_path, "in/a.jsonl", f'{{"id": "a", "html_file": "{name}"}}\n')
    (tmp_path / "in" / "link.html").symlink_to(tmp_path / "secret.html")
    found, (failure,) = taken(path)
    assert found == []
    assert failure.record == f"{path}:1"


def test_a_row_that_names_a_pipe_does_not_wait_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "page.html")
    _, (failure,) = taken(write(tmp_path, "a.jsonl", '{"id": "a", "html_file": "page.html"}\n'))
    assert "is no file" in failure.reason


def test_half_a_character_in_a_row_is_told(tmp_path: Path) -> None:
    rows = write(tmp_path, "rows.jsonl", b'{"id": "a", "text": "\\ud800"}\n{"id": "b", "text": "whole"}\n')
    (whole,), (failure,) = taken(rows)
    assert whole.capture.given.id == "b"
    assert failure.record == f"{rows}:1"
    assert "half a character" in failure.reason
