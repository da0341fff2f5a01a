"""``onrecord read``, ``link`` and ``copies`` on rows that are broken, doubled, missing or packed badly."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.bad_input.given import call

_TEXT = "Two people were killed when shells hit a market in Kherson, Ukraine, on Monday, the governor said."


def _rows(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _written(path: Path) -> list[dict[str, Any]]:
    return [json.loads(one) for one in path.read_text(encoding="utf-8").splitlines()]


def test_an_id_given_twice_is_told_and_the_first_is_read(tmp_path: Path) -> None:
    rows = _rows(
        tmp_path / "in.jsonl",
        {"id": "a", "text": _TEXT},
        {"id": "b", "text": "Rain."},
        {"id": "a", "text": "Sun."},
    )
    told = call("read", rows, "-o", tmp_path / "out.jsonl").output
    assert told == f"failed: {rows}:3: has the id 'a' of {rows}:1; give every document an id of its own\n"
    written = _written(tmp_path / "out.jsonl")
    assert sorted((row["id"], row.get("text")) for row in written if "failure" not in row) == [
        ("a", _TEXT),
        ("b", "Rain."),
    ]
    assert [row["id"] for row in written if "failure" in row] == [f"{rows}:3"]


def test_half_a_character_costs_only_its_row(tmp_path: Path) -> None:
    rows = _rows(
        tmp_path / "in.jsonl", {"id": "a", "title": "\ud800", "text": _TEXT}, {"id": "b", "text": _TEXT}
    )
    told = call("read", rows, "-o", tmp_path / "out.jsonl").output
    assert f"failed: {rows}:1: holds half a character" in told
    assert [row["id"] for row in _written(tmp_path / "out.jsonl") if "failure" not in row] == ["b"]
    call("link", tmp_path / "out.jsonl", "-o", tmp_path / "incidents.jsonl")
    assert _written(tmp_path / "incidents.jsonl")[0]["documents"] == ["b"]


@pytest.mark.parametrize("command", ["read", "copies", "link"])
def test_a_file_that_is_not_there_is_an_error(tmp_path: Path, command: str) -> None:
    told = call(command, tmp_path / "none.jsonl", "-o", tmp_path / "out", code=1).output
    assert told.count("\n") == 1
    assert f"{tmp_path / 'none.jsonl'}" in told
    assert "check that it is there" in told


@pytest.mark.parametrize("command", ["read", "copies"])
def test_rows_of_which_none_can_be_read_are_an_error(tmp_path: Path, command: str) -> None:
    (tmp_path / "in.jsonl").write_text("{broken\n{}\n")
    told = call(command, tmp_path / "in.jsonl", "-o", tmp_path / "out", code=1).output
    assert "in.jsonl:1: is not one whole JSON object" in told
    assert "in.jsonl:2: the row holds neither text nor html" in told


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("cut.jsonl.gz", gzip.compress(b'{"failure": "x"}\n' * 5000, mtime=0)[:-30], "damaged or cut off after line"),
        ("plain.jsonl.gz", b'{"failure": "x"}\n', "damaged or cut off after line 0"),
        ("latin.jsonl", b'{"failure": "x"}\n{"failure": "\xe4"}\n', "latin.jsonl:2: not a line that onrecord read wrote"),
        ("deep.jsonl", b"[" * 100_000 + b"\n", "deep.jsonl:1: not a line that onrecord read wrote"),
        ("list.jsonl", b'[]\n', "list.jsonl:1: not a line that onrecord read wrote"),
        ("folder", None, "cannot be read (Is a directory)"),
    ],
)  # fmt: skip
def test_readings_that_cannot_be_read_back(
    tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is None:
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).write_bytes(content)
    told = call("link", tmp_path / name, "-o", tmp_path / "out", code=1).output
    assert told.count("\n") == 1
    assert words in told
