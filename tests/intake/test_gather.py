"""What is given, in all its kinds, whole and damaged: one Failure a trouble, and the rest goes on."""

import gzip
import io
import os
from pathlib import Path

import pytest

from onrecord.intake import gather
from onrecord.model import How
from tests.intake.given import NOON, PAGE, TEXT, piped, taken, write


def test_a_page_a_text_and_a_packed_page(tmp_path: Path) -> None:
    write(tmp_path, "a.html", PAGE)
    write(tmp_path, "b.txt", TEXT)
    write(tmp_path, "c.html.gz", gzip.compress(PAGE, mtime=0))
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
        ("bad.html.gz", gzip.compress(PAGE, mtime=0)[:10] + b"\xff" * 50, "damaged gzip"),
        ("cut.html.gz", gzip.compress(os.urandom(3000).hex().encode())[:-500], "cut off"),
        ("flipped.txt.gz", gzip.compress(TEXT.encode(), mtime=0)[:-8] + b"\0" * 8, "damaged gzip"),
        ("twice.txt.gz", gzip.compress(gzip.compress(TEXT.encode(), mtime=0), mtime=0), "packed twice"),
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
    bomb = write(tmp_path, "bomb.html.gz", gzip.compress(PAGE + b" " * 50_000_000, mtime=0))
    rows = (
        b'{"id": "a", "text": "one"}\n{"id": "b", "text": "'
        + b" " * 5_000_000
        + b'"}\n{"id": "c", "text": "three"}\n'
    )
    lines = write(tmp_path, "lines.jsonl.gz", gzip.compress(rows, mtime=0))
    found, failures = taken(bomb, lines)
    assert [e.capture.given.id for e in found] == ["a"]
    assert [f.record for f in failures] == [str(bomb), f"{lines}"]
    assert "larger than" in failures[0].reason
    assert "line without end" in failures[1].reason


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PAGE, "text/html"),
        (TEXT.encode(), "text/plain"),
        (b'{"id": "a", "text": "one"}\n{"id": "b", "text": "two"}', "application/json"),
        (gzip.compress(PAGE, mtime=0), "text/html"),
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
