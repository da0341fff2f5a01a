"""Every kind of bad page beside two good ones: one line says which, where and what to do; everything else is read."""

import gzip
import io
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.cli.say import line
from tests.bad_input.given import call, good, page

_AR = (
    "قتل شخصان وأصيب خمسة آخرون في قصف استهدف سوقا في مدينة حلب السورية، حسبما قال الدفاع المدني يوم الاثنين."
)
_RU = "Убиты два человека в городе, сообщил губернатор области во вторник утром."
_ROWS = rb"""{"id": "r1", "published": "2022-05-03", "text": "Three people were killed in shelling of Izium, Ukraine, on Monday."}
{"id": broken
{"id": "r3", "title": "\ud800 and no more", "text": "Nobody knows."}
[1, 2]
{"id": "r5", "published": "2022-05-03", "text": "Four people were killed in shelling of Sumy, Ukraine, on Monday."}
"""


def _warc() -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for n in range(3):
        content = io.BytesIO(page(f"hall number {n}", random.Random(n).randbytes(2000).hex()))
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(f"http://example.org/{n}", "response", content, http_headers=headers)
        )
    return out.getvalue()


def _huge(path: Path) -> None:
    with path.open("wb") as out:
        out.write(page())
        out.truncate(200_000_000)


def _cut(content: bytes) -> bytes:
    return content[: len(content) * 2 // 3]


NOISE = random.Random(7).randbytes(5000)
BAD: dict[str, tuple[bytes | Callable[[Path], object], str]] = {
    "empty.html": (b"", "is empty; save the page again"),
    "binary.html": (NOISE, "is not text, whatever its name says; save it as"),
    "cut.html.gz": (_cut(gzip.compress(page("yard", NOISE.hex()), mtime=0)), "is cut off in the middle of its gzip data; fetch"),
    "cut.warc.gz": (_cut(_warc()), "the file is damaged or cut off here; every whole record before it was read"),
    "huge.html": (_huge, "is larger than 20,000,000 bytes; split it, or raise ONRECORD_MAX_BYTES"),
    "bomb.html.gz": (gzip.compress(page() + b" " * 50_000_000, mtime=0), "is larger than 20,000,000 bytes; split it"),
    "noise.txt": (bytes(b | 0x80 for b in NOISE), "its characters cannot be told; save it as UTF-8"),
    "nothing.html": (b"<html><body><script>x()</script></body></html>", "holds no text of an article"),
    "damaged.pdf": (b"%PDF-1.4\nnothing of a PDF\n%%EOF", "is damaged and cannot be read as PDF; open it"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + NOISE, "is a picture; give the page it belongs to"),
    "out.txt": (lambda path: path.symlink_to("/etc/passwd"), "is a link that leads out of the folder"),
    "pipe.html": (os.mkfifo, "is not a file or a folder; pipe it in"),
    "line\nbreak \x1b[2J.html": (b"", "is empty; save the page again"),
}  # fmt: skip
ROWS = {
    "rows.jsonl:2": "is not one whole JSON object",
    "rows.jsonl:3": "holds half a character",
    "rows.jsonl:4": "the row does not fit",
}
READ: dict[str, bytes] = {
    "no-title.html": b"<html><body><p>Five people were killed when a mine went off near Lyman, Ukraine, the mayor said.</p></body></html>",
    "no-date.txt": b"Six people were killed when shells hit a bus stop in Mykolaiv, Ukraine, the governor said on Friday.",
    "future.html": page("depot").replace(b"2022-05-03", b"2099-05-03"),
    "klingon.html": f"<html><head><meta charset='x-klingon'></head><body><p>{_RU * 3}</p></body></html>".encode("cp1251"),
    "deep.html": b"<html><body>" + b"<div>" * 10_000 + b"<p>Seven people were killed when a missile hit Izium, Ukraine, the mayor said.</p>",
    "links.html": b"<html><body><p>Eight people were killed when a shell hit a mill in Sumy, Ukraine, officials said.</p>"
    + b"".join(b"<a href='/%d'>Link %d</a> " % (n, n) for n in range(50_000)),
    "right-to-left.html": f"<html dir='rtl' lang='ar'><body><p>{_AR}</p></body></html>".encode(),
    "nul.html": page("bridge").replace(b"Monday", b"Mon\0day"),
    'a "quoted" <b>name<i> [red].html': page("farm"),
    "steers.txt": "Nine people were killed by shelling of Bakhmut, Ukraine, \x1b[2Jofficials said.\x9b31m\n".encode(),
}  # fmt: skip


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """All of it read at once: the case, the folder, and what was printed."""
    folder = good(tmp_path_factory.mktemp("bad") / "pages")
    for name, (content, _) in BAD.items():
        if isinstance(content, bytes):
            (folder / name).write_bytes(content)
        else:
            content(folder / name)
    for name, words in {**READ, "rows.jsonl": _ROWS}.items():
        (folder / name).write_bytes(words)
    case = folder.parent / "case"
    return case, folder, call("run", folder, "--case", case).output


@pytest.fixture(scope="module")
def failures(case: tuple[Path, Path, str]) -> list[str]:
    return call("show", "--case", case[0], "--failures").output.splitlines()


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_one_line_with_its_file_and_what_to_do(
    case: tuple[Path, Path, str], failures: list[str], name: str
) -> None:
    told = [one for one in failures if one.startswith(line(str(case[1] / name)))]
    assert len(told) == 1
    assert BAD[name][1] in told[0]


def test_rows_are_named_by_their_line(case: tuple[Path, Path, str], failures: list[str]) -> None:
    told = {one.removeprefix(f"{case[1]}/").split(": ")[0]: one for one in failures if "rows.jsonl" in one}
    assert told.keys() == ROWS.keys()
    assert all(ROWS[place] in told[place] for place in ROWS)


def test_there_are_no_other_failures_and_the_summary_counts_them(
    case: tuple[Path, Path, str], failures: list[str]
) -> None:
    assert len(failures) == len(BAD) + len(ROWS)
    assert f"{len(failures)} failures:" in case[2]
    assert f"… and {len(failures) - 10} more: onrecord show --case" in case[2]


def test_everything_else_is_read(case: tuple[Path, Path, str]) -> None:
    documents = len(READ) + 2 + 2 + 2  # the good pages, the whole rows, the whole records of the archive
    assert case[2].startswith(f"{documents} articles from ")
    assert "language ar is not read yet" in case[2]
    assert "language ru is not read yet" in case[2]


def test_the_words_of_every_page_are_in_what_leaves(case: tuple[Path, Path, str]) -> None:
    told = call("export", "--case", case[0], "--format", "jsonl").output
    for words in ("a market", "a school", "Izium", "Lyman", "Mykolaiv", "a depot", "a mill", "a bridge", "a farm", "Bakhmut"):  # fmt: skip
        assert words in told, words
    assert '"published": "2099' not in told
    assert "Link 7" not in told


def test_nothing_that_was_read_steers_the_terminal(case: tuple[Path, Path, str]) -> None:
    where = call("show", "--case", case[0]).output
    ids = [row.split()[0] for row in where.splitlines()[1:] if row.startswith("incident-")]
    shown = [case[2], *(call("show", "--case", case[0], id_).output for id_ in ids)]
    assert any(r"\x1b[2J" in one for one in shown[1:])
    assert not any("\x1b" in one or "\x9b" in one for one in shown)


def test_the_evidence_is_whole(case: tuple[Path, Path, str]) -> None:
    assert "are what was recorded" in call("verify", "--case", case[0]).output


@pytest.mark.parametrize("format_", ["csv", "geojson", "html"])
def test_it_can_leave_in_every_format(case: tuple[Path, Path, str], tmp_path: Path, format_: str) -> None:
    call("export", "--case", case[0], "--format", format_, "-o", tmp_path / "out")
    told = (tmp_path / "out").read_text(encoding="utf-8")
    assert "Kherson" in told
    if format_ == "html":
        assert "<b>name<i>" not in told


def test_what_was_repaired_is_no_failure_any_more(tmp_path: Path) -> None:
    folder, case = good(tmp_path / "pages"), tmp_path / "case"
    (folder / "a.html").touch()
    (folder / "rows.jsonl").write_bytes(b'{"id": broken\n')
    call("run", folder, tmp_path / "missing.html", "--case", case)
    assert len(call("show", "--case", case, "--failures").output.splitlines()) == 3
    (folder / "a.html").write_bytes(page("house"))
    again = call("run", folder, "--case", case).output
    assert "1 failure:\n" in again
    assert "… and 1 from earlier runs: onrecord show" in again
    left = call("show", "--case", case, "--failures").output
    assert "a.html" not in left
    assert "rows.jsonl:1" in left
    assert "missing.html" in left


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing", "cannot be read (No such file or directory); check that it is there"),
        ("folder", "holds no file to read; give a folder with pages in it"),
        ("empty.html", "is empty; save the page again"),
        ("-", "is empty; save the page again"),
        ("nothing.html", "holds no text of an article"),
    ],
)
def test_nothing_to_read_is_an_error_that_says_what_to_give(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.html").touch()
    (tmp_path / "nothing.html").write_bytes(BAD["nothing.html"][0])  # type: ignore[arg-type]
    given, place = ("-", "standard input") if name == "-" else (tmp_path / name, str(tmp_path / name))
    told = call("run", given, "--case", tmp_path / "case", stdin=b"", code=1).output
    assert told.startswith("0 articles from 0 origins, 0 claims, 0 incidents, ")
    assert f"1 failure:\nfailed: {place}: {words}" in told
    assert "next: nothing was read yet; give pages" in told
