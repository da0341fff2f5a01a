"""WARC files, written with warcio and then damaged."""

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.intake import gather
from onrecord.model import Evidence, Failure, How
from tests.intake.given import NOON, PAGE, taken, write

Extra = tuple[tuple[str, str], ...]
AT = "2022-03-04T05:06:07Z"


class Archive:
    """A WARC file in memory, and where each of its records begins."""

    def __init__(self, *, packed: bool = True) -> None:
        self.out = io.BytesIO()
        self.writer = WARCWriter(self.out, gzip=packed)
        self.offsets: list[int] = []
        self.writer.write_record(self.writer.create_warcinfo_record("a.warc", {"software": "a test"}))

    def response(
        self,
        content: bytes,
        media_type: str = "text/html",
        *,
        status: str = "200 OK",
        extra: tuple[tuple[str, str], ...] = (),
    ) -> None:
        headers = StatusAndHeaders(status, [("Content-Type", media_type), *extra], protocol="HTTP/1.1")
        self.add("response", content, http_headers=headers)

    def add(self, kind: str, content: bytes, **more: object) -> None:
        self.offsets.append(self.out.tell())
        url = f"https://a.example/{len(self.offsets)}"
        record = self.writer.create_warc_record(
            url, kind, payload=io.BytesIO(content), warc_headers_dict={"WARC-Date": AT}, **more
        )
        self.writer.write_record(record)

    @property
    def bytes(self) -> bytes:
        return self.out.getvalue()


def four(*, packed: bool) -> Archive:
    archive = Archive(packed=packed)
    for n in range(4):
        archive.response(PAGE.replace(b"Two", b"%d" % n))
    return archive


@pytest.mark.parametrize("packed", [True, False])
def test_pages_with_address_time_and_charset(tmp_path: Path, packed: bool) -> None:
    archive = Archive(packed=packed)
    archive.response("<html><p>Привіт, світе".encode("cp1251"), "text/html; charset=Windows-1251")
    archive.add("resource", b"A plain text of its own.", warc_content_type="text/plain")
    path = write(tmp_path, "a.warc.gz" if packed else "a.warc", archive.bytes)
    (page, text), failures = taken(path)
    assert failures == []
    assert page.capture.given.url == "https://a.example/1"
    assert page.capture.charset == "windows-1251"
    assert page.capture.captured_at == datetime(2022, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert (page.capture.how, page.capture.where) == (How.WARC, f"{path}:{archive.offsets[0]}")
    assert (text.capture.media_type, text.content) == ("text/plain", b"A plain text of its own.")


def test_chunks_and_compression_are_taken_off(tmp_path: Path) -> None:
    archive = Archive()
    archive.response(gzip.compress(PAGE), extra=(("Content-Encoding", "gzip"),))
    archive.response(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), extra=(("Transfer-Encoding", "chunked"),))
    found, failures = taken(write(tmp_path, "a.warc.gz", archive.bytes))
    assert ([e.content for e in found], failures) == ([PAGE, PAGE], [])


def test_what_is_no_page_is_counted(tmp_path: Path) -> None:
    archive = Archive()
    archive.response(b"\x89PNG", "image/png")
    archive.response(PAGE)
    archive.response(b"\x89PNG", "image/png")
    archive.response(PAGE, status="404 Not Found")
    archive.add("metadata", b"a: b")
    found, (failure,) = taken(write(tmp_path, "a.warc.gz", archive.bytes))
    assert len(found) == 1
    assert "2 image/png, 1 with status 404" in failure.reason


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("kept", [5, 12, 100, 200])
def test_a_cut_off_archive_gives_its_whole_records(tmp_path: Path, packed: bool, kept: int) -> None:
    archive = four(packed=packed)
    path = write(tmp_path, "a.warc", archive.bytes[: archive.offsets[2] + kept])
    found, (failure,) = taken(path)
    assert [e.capture.where for e in found] == [f"{path}:{offset}" for offset in archive.offsets[:2]]
    assert failure.record == f"{path}:{archive.offsets[2]}"
    assert "cut off" in failure.reason


def test_damaged_gzip_data_stops_the_archive_with_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    archive = four(packed=True)
    middle = archive.offsets[2] + 60
    path = write(tmp_path, "a.warc.gz", archive.bytes[:middle] + b"\xff" * 20 + archive.bytes[middle + 20 :])
    write(tmp_path, "z.html", PAGE)
    found, (failure,) = taken(tmp_path)
    assert len(found) == 3
    assert failure.record == f"{path}:{archive.offsets[2]}"
    assert capfd.readouterr() == ("", "")


def test_a_page_that_is_not_what_its_digest_says_is_named(tmp_path: Path) -> None:
    archive = four(packed=False)
    path = write(tmp_path, "a.warc", archive.bytes.replace(b"2 people", b"9 people"))
    found, (failure,) = taken(path)
    assert len(found) == 3
    assert (failure.record, "WARC-Block-Digest" in failure.reason) == (f"{path}:{archive.offsets[2]}", True)


@pytest.mark.parametrize(
    "wrong", [b"Content-Length: 9999999", b"Content-Length: ten", b"Content-Length: -5", b"Content-Width: 10"]
)
def test_a_record_with_a_wrong_length_is_named(tmp_path: Path, wrong: bytes) -> None:
    archive = four(packed=False)
    start, content = archive.offsets[1], archive.bytes
    length = content.index(b"Content-Length", start)
    end = content.index(b"\r\n", length)
    path = write(tmp_path, "a.warc", content[:length] + wrong + content[end:])
    found, failures = taken(path)
    assert len(found) == 1
    assert failures[0].record == f"{path}:{start}"


def test_a_page_over_the_limit_is_passed_over_in_its_archive(tmp_path: Path, small_limit: int) -> None:
    archive = Archive()
    archive.response(gzip.compress(PAGE + b" " * 5_000_000), extra=(("Content-Encoding", "gzip"),))
    archive.response(PAGE + b" " * small_limit)
    archive.response(PAGE)
    found, failures = taken(write(tmp_path, "a.warc.gz", archive.bytes))
    assert [e.content for e in found] == [PAGE]
    assert ["larger than" in f.reason for f in failures] == [True, True]


def test_an_archive_from_standard_input() -> None:
    archive = four(packed=True)
    found = list(gather(["-"], stdin=io.BytesIO(archive.bytes), clock=lambda: NOON))
    assert [type(f) for f in found] == [Evidence] * 4
    cut = list(gather(["-"], stdin=io.BytesIO(archive.bytes[:-50]), clock=lambda: NOON))
    assert [type(f) for f in cut] == [Evidence] * 3 + [Failure]
