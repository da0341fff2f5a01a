"""What is given, in all its kinds, whole and damaged: one Failure a trouble, and the rest goes on."""

import gzip
import io
import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onrecord.intake import gather
from onrecord.model import Evidence, Failure, Given, How

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


def test_a_page_a_text_and_a_packed_page(tmp_path: Path) -> None:
    write(tmp_path, "a.html", PAGE)
    write(tmp_path, "b.txt", TEXT)
    write(tmp_path, "c.html.gz", gzip.compress(PAGE))
    found, failures = taken(tmp_path)
    assert failures == []
    assert [(e.capture.media_type, e.content) for e in found] == [
        ("text/html", PAGE),
        ("text/plain", TEXT.encode()),
        ("text/html", PAGE),
    ]
    first = found[0].capture
    assert (first.how, first.where, first.captured_at, first.size) == (
        How.FILE,
        str(tmp_path / "a.html"),
        NOON,
        len(PAGE),
    )
    assert first.id == found[2].capture.id


def test_a_file_s_own_time_is_not_the_time_of_capture(tmp_path: Path) -> None:
    path = write(tmp_path, "a.html", PAGE)
    os.utime(path, (0, 0))
    assert taken(path)[0][0].capture.captured_at == NOON


def test_folders_are_read_in_sorted_order_with_what_lies_below(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", "b/one.txt", "c/d/e.txt", ".hidden.txt", "__MACOSX/x.txt"):
        write(tmp_path, name, name + " is a text of some words")
    found, failures = taken(tmp_path)
    assert [Path(e.capture.where).relative_to(tmp_path).as_posix() for e in found] == [
        "a.txt",
        "b/one.txt",
        "b/two.txt",
        "c/d/e.txt",
    ]
    assert failures == []


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "secret/secret.txt", "This must stay where it is.")
    write(tmp_path, "given/a.txt", TEXT)
    (tmp_path / "given" / "link.txt").symlink_to(tmp_path / "secret" / "secret.txt")
    (tmp_path / "given" / "folder").symlink_to(tmp_path / "secret")
    (tmp_path / "given" / "loop").symlink_to(tmp_path / "given")
    (tmp_path / "given" / "broken").symlink_to("nowhere.txt")
    found, failures = taken(tmp_path / "given")
    assert [e.content for e in found] == [TEXT.encode()]
    assert [(Path(f.record).name, "leads out" in f.reason) for f in failures] == [
        ("broken", False),
        ("folder", True),
        ("link.txt", True),
    ]


def test_a_case_folder_is_not_read_as_pages(tmp_path: Path) -> None:
    write(tmp_path, "case/record.sqlite", b"")
    write(tmp_path, "case/evidence/captures-00001.warc.gz", b"")
    found, failures = taken(tmp_path)
    assert (found, [Path(f.record).name for f in failures]) == ([], ["case"])


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.html", b"", "is empty"),
        ("binary.html", bytes(range(256)) * 40, "is not text"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "is a picture"),
        ("letter.docx", b"PK\x03\x04" + b"\0" * 50, "ZIP or office"),
        ("feed.xml", b"<?xml version='1.0'?><rss><channel></channel></rss>", "is a feed"),
        ("data.json", b'[\n{"id": 1}\n]', "JSON Lines"),
        ("page.mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related", "MHTML"),
        ("bad.html.gz", gzip.compress(PAGE)[:10] + b"\xff" * 50, "damaged gzip"),
        ("cut.html.gz", gzip.compress(os.urandom(3000).hex().encode())[:-500], "cut off"),
        ("flipped.txt.gz", gzip.compress(TEXT.encode())[:-8] + b"\0" * 8, "damaged gzip"),
        ("twice.txt.gz", gzip.compress(gzip.compress(TEXT.encode())), "packed twice"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = write(tmp_path, name, content)
    write(tmp_path, "z.txt", TEXT)
    found, (failure,) = taken(tmp_path)
    assert [e.content for e in found] == [TEXT.encode()]
    assert failure.record == str(path)
    assert said in failure.reason
    assert ";" in failure.reason
    assert "\n" not in failure.reason


def test_what_is_not_there_or_no_file_says_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found, failures = taken(tmp_path / "nothing.html", tmp_path / "pipe")
    assert found == []
    assert ["No such file" in failures[0].reason, "not a file" in failures[1].reason] == [True, True]


def test_a_page_over_the_limit_is_refused_unread(tmp_path: Path, small_limit: int) -> None:
    huge = tmp_path / "huge.html"
    with huge.open("wb") as out:
        out.write(PAGE)
        out.truncate(200_000_000)
    _, (failure,) = taken(huge)
    assert f"larger than {small_limit:,} bytes" in failure.reason


def test_a_bomb_is_stopped_at_the_limit(tmp_path: Path, small_limit: int) -> None:
    bomb = write(tmp_path, "bomb.html.gz", gzip.compress(PAGE + b" " * 50_000_000))
    rows = (
        b'{"id": "a", "text": "one"}\n{"id": "b", "text": "'
        + b" " * 5_000_000
        + b'"}\n{"id": "c", "text": "three"}\n'
    )
    lines = write(tmp_path, "lines.jsonl.gz", gzip.compress(rows))
    found, failures = taken(bomb, lines)
    assert [e.capture.given.id for e in found] == ["a"]
    assert [f.record for f in failures] == [str(bomb), f"{lines}"]
    assert "larger than" in failures[0].reason
    assert "line without end" in failures[1].reason


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


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PAGE, "text/html"),
        (TEXT.encode(), "text/plain"),
        (b'{"id": "a", "text": "one"}\n{"id": "b", "text": "two"}', "application/json"),
        (gzip.compress(PAGE), "text/html"),
        (TEXT.encode("utf-16"), "text/plain"),
        ("Двоє людей поранено у місті, сказав мер.".encode("utf-16-be"), "text/plain"),
        (PAGE.decode().encode("utf-16-le"), "text/html"),
    ],
)
def test_standard_input_is_told_from_its_content(content: bytes, kind: str) -> None:
    found, failures = piped(content)
    assert failures == []
    assert {e.capture.media_type for e in found} == {kind}
    assert {e.capture.how for e in found} == {How.STDIN}


def test_standard_input_is_not_closed() -> None:
    stream = io.BytesIO(PAGE)
    assert len(list(gather(["-"], stdin=stream))) == 1
    assert not stream.closed


def test_a_page_is_known_by_its_tags_and_not_by_its_name_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PAGE)
    write(tmp_path, "b.html", TEXT)
    write(tmp_path, "c.txt", "Angle brackets <like these> are no page.")
    write(tmp_path, "d", "<div><p>No head, but a page.</p></div>")
    assert [e.capture.media_type for e in taken(tmp_path)[0]] == [
        "text/html",
        "text/plain",
        "text/plain",
        "text/html",
    ]


def test_a_name_that_is_no_utf8_is_shown_with_escapes(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xcf\xf0<\"'>.txt"))
    path.write_text(TEXT)
    (found,), _ = taken(tmp_path)
    assert found.capture.where.endswith("/\\xcf\\xf0<\"'>.txt")
    found.capture.where.encode()


def test_a_folder_without_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "empty", ".hidden", PAGE)
    found, (failure,) = taken(tmp_path / "empty")
    assert not found
    assert failure.record == str(tmp_path / "empty")
    assert "holds no file to read" in failure.reason


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
