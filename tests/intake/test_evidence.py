"""The original bytes: in, out, checked, and whole after a kill."""

import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from onrecord.errors import CaseDamaged, CaseError, CaseReadOnly, DiskFull
from onrecord.intake.capture import Origin, evidence
from onrecord.intake.evidence import EvidenceStore, check_evidence, read_capture
from onrecord.intake.records import packed, packed_info
from onrecord.model import Capture, Evidence, Given, How

NOON = datetime(2022, 3, 3, 12, tzinfo=UTC)
NOTHING = Given()


def make(content: bytes, *, where: str = "a.html", at: datetime = NOON, given: Given = NOTHING) -> Evidence:
    return evidence(content, "text/html", origin=Origin(where, How.FILE), where=where, at=at, given=given)


def keep(case: Path, *contents: bytes) -> list[Capture]:
    with EvidenceStore(case) as store:
        return [store.add(make(content)) for content in contents]


@given(st.lists(st.tuples(st.binary(max_size=3000), st.text(max_size=40)), max_size=8))
@settings(max_examples=15)
def test_bytes_in_are_bytes_out(pages: list[tuple[bytes, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        with EvidenceStore(case) as store:
            captures = [store.add(make(content, where=where)) for content, where in pages]
        assert [read_capture(case, c) for c in captures] == [content for content, _ in pages]
        assert list(check_evidence(case, captures)) == []


@given(st.text(), st.text(), st.none() | st.text(), st.datetimes())
@settings(max_examples=25)
def test_where_when_and_how_can_be_read_back(where: str, title: str, url: str | None, at: datetime) -> None:
    said = Given(title=title, url=url, published=date(2022, 3, 3))
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder)
        with EvidenceStore(case) as store:
            first = store.add(make(b"x", where=where, at=at.replace(tzinfo=UTC), given=said))
        with EvidenceStore(case) as store:
            again = store.add(make(b"x", where="elsewhere", at=NOON))
        assert again == first


def test_the_same_bytes_are_one_record(tmp_path: Path) -> None:
    first, second = keep(tmp_path, b"page", b"page")
    assert first == second
    assert list(check_evidence(tmp_path, [first])) == []
    again = keep(tmp_path, b"page", b"other")
    assert again[0] == first
    assert list(check_evidence(tmp_path, again)) == []


def test_a_stranger_can_check_the_file_with_warcio(tmp_path: Path) -> None:
    (capture,) = keep(tmp_path, b"<p>page")
    with (tmp_path / str(capture.warc_file)).open("rb") as file:
        kinds = []
        for record in ArchiveIterator(file, check_digests=True):
            record.content_stream().read()
            kinds.append(record.rec_type)
            assert record.digest_checker.passed
    assert kinds == ["warcinfo", "resource"]


def test_a_new_file_is_started_when_one_is_full(tmp_path: Path) -> None:
    with EvidenceStore(tmp_path, largest=2000) as store:
        captures = [store.add(make(os.urandom(900))) for _ in range(5)]
    with EvidenceStore(tmp_path, largest=2000) as store:
        captures.append(store.add(make(b"last")))
    assert len({c.warc_file for c in captures}) > 2
    assert list(check_evidence(tmp_path, captures)) == []


def test_evidence_without_index_is_read_and_the_index_remade(tmp_path: Path) -> None:
    captures = keep(tmp_path, b"one", b"two")
    (index,) = (tmp_path / "evidence").glob("*.index")
    before = index.read_text()
    index.unlink()
    assert [read_capture(tmp_path, c) for c in captures] == [b"one", b"two"]
    assert index.read_text() == before


@pytest.mark.parametrize("lie", ["", "garbage\n", "<urn:uuid:1> 0 999999999\n", "\xff\xfe\n"])
def test_an_index_that_lies_is_not_believed(tmp_path: Path, lie: str) -> None:
    captures = keep(tmp_path, b"one", b"two")
    (index,) = (tmp_path / "evidence").glob("*.index")
    index.write_text(lie, encoding="latin-1")
    assert [read_capture(tmp_path, c) for c in captures] == [b"one", b"two"]
    assert list(check_evidence(tmp_path, keep(tmp_path, b"one", b"two"))) == []


@pytest.mark.parametrize("missing", [1, 20, 200])
def test_a_torn_tail_is_moved_aside_and_work_goes_on(tmp_path: Path, missing: int) -> None:
    captures = keep(tmp_path, b"one", b"two" * 500, os.urandom(500))
    warc = tmp_path / str(captures[0].warc_file)
    whole = warc.read_bytes()
    warc.write_bytes(whole[:-missing])
    again = keep(tmp_path, b"one", b"two" * 500)
    assert again == captures[:2]
    assert list(check_evidence(tmp_path, again)) == []
    (aside,) = (tmp_path / "evidence").glob("*.torn-*")
    assert whole[:-missing].endswith(aside.read_bytes())
    assert keep(tmp_path, b"four")[0].warc_file == captures[0].warc_file


def test_whole_records_after_damage_are_never_cut_off(tmp_path: Path) -> None:
    captures = keep(tmp_path, b"one", os.urandom(500), b"three")
    warc = tmp_path / str(captures[0].warc_file)
    altered = bytearray(warc.read_bytes())
    altered[len(altered) // 2] ^= 0xFF
    warc.write_bytes(altered)
    warc.with_name("captures-00001.index").unlink()
    keep(tmp_path, b"four")
    assert warc.read_bytes().startswith(altered)
    assert read_capture(tmp_path, captures[2]) == b"three"


def test_a_file_that_ends_in_what_we_did_not_write_is_left_as_it_is(tmp_path: Path) -> None:
    (capture,) = keep(tmp_path, b"one")
    warc = tmp_path / str(capture.warc_file)
    strange = warc.read_bytes() + b"torn" + packed_info("another.warc.gz")
    warc.write_bytes(strange)
    (new,) = keep(tmp_path, b"two")
    assert new.warc_file != capture.warc_file
    assert warc.read_bytes() == strange


def test_altered_bytes_are_named(tmp_path: Path) -> None:
    captures = keep(tmp_path, b"one", os.urandom(500), b"three")
    warc = tmp_path / str(captures[0].warc_file)
    altered = bytearray(warc.read_bytes())
    altered[len(altered) // 2] ^= 0xFF
    warc.write_bytes(altered)
    failures = list(check_evidence(tmp_path, captures))
    assert len(failures) == 2
    assert failures[0].record.startswith("evidence/captures-00001.warc.gz:")
    assert failures[1].record == captures[1].id
    with pytest.raises(CaseDamaged, match=captures[1].id):
        read_capture(tmp_path, captures[1])


def test_a_record_replaced_by_another_is_named(tmp_path: Path) -> None:
    (capture,) = keep(tmp_path, b"the true page")
    (forged,) = keep(tmp_path / "elsewhere", b"another page")
    truth = replace(forged, sha256=capture.sha256)
    (tmp_path / str(capture.warc_file)).write_bytes(
        (tmp_path / "elsewhere" / str(forged.warc_file)).read_bytes()
    )
    reasons = [f.reason for f in check_evidence(tmp_path, [truth])]
    assert len(reasons) == 1
    assert "are not what was recorded" in reasons[0]
    with pytest.raises(CaseDamaged):
        read_capture(tmp_path, truth)


def test_a_record_that_tells_another_story_is_named(tmp_path: Path) -> None:
    (capture,) = keep(tmp_path, b"page")
    later = replace(capture, captured_at=NOON.replace(year=2023), where="b.html")
    (failure,) = check_evidence(tmp_path, [later])
    assert "WARC-Date, OnRecord-Where" in failure.reason


def test_missing_truncated_and_extra_records_are_named(tmp_path: Path) -> None:
    one, two = keep(tmp_path, b"one", b"two")
    (extra,) = check_evidence(tmp_path, [one])
    assert str(two.warc_record) in extra.reason
    warc = tmp_path / str(one.warc_file)
    warc.write_bytes(warc.read_bytes()[:-10])
    torn, missing = check_evidence(tmp_path, [one, two])
    assert "no whole WARC record" in torn.reason
    assert missing.record == two.id
    warc.unlink()
    assert {f.record for f in check_evidence(tmp_path, [one, two])} == {one.id, two.id}
    with pytest.raises(CaseDamaged, match="is not there"):
        read_capture(tmp_path, one)


def test_a_record_that_is_there_twice_is_named(tmp_path: Path) -> None:
    (one,) = keep(tmp_path, b"one")
    warc = tmp_path / str(one.warc_file)
    warc.write_bytes(warc.read_bytes() + packed(make(b"one"), str(one.warc_record)))
    (again,) = check_evidence(tmp_path, [one])
    assert "a second time" in again.reason


def test_a_full_disk_is_said_plainly_and_what_was_kept_is_whole(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    captures = keep(tmp_path, b"one")
    (tmp_path / "evidence" / "captures-00002.warc.gz").symlink_to("/dev/full")
    with pytest.raises(DiskFull, match="what was reported as done is safe"):
        keep(tmp_path, b"two")
    assert read_capture(tmp_path, captures[0]) == b"one"


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from tests.intake.test_evidence import make
from onrecord.errors import DiskFull
from onrecord.intake.evidence import EvidenceStore
import os
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
with EvidenceStore(Path(sys.argv[1])) as store:
    try:
        for n in range(9):
            store.add(make(os.urandom(900)))
    except DiskFull:
        print(n)
"""


def test_a_record_that_does_not_fit_leaves_no_half(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(tmp_path)], capture_output=True, text=True, check=True
    )
    extra = list(check_evidence(tmp_path, []))
    assert 0 < int(done.stdout) < 9
    assert len(extra) == int(done.stdout)
    assert all("is not in the ledger" in f.reason for f in extra)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_case_is_said_plainly(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CaseReadOnly):
        keep(tmp_path / "case", b"one")


def test_a_case_that_is_no_folder_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "case").write_text("not a folder")
    with pytest.raises(CaseError, match="--case"):
        keep(tmp_path / "case", b"one")


_WRITER = """
import os, sys
from pathlib import Path
from tests.intake.test_evidence import make
from onrecord.intake.evidence import EvidenceStore
with EvidenceStore(Path(sys.argv[1])) as store:
    for n in range(10**9):
        capture = store.add(make(b"%d" % n + os.urandom(20_000)))
        store.flush()
        print(capture.sha256, flush=True)
"""


def test_a_kill_loses_nothing_that_was_flushed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        reported = [writer.stdout.readline().strip() for _ in range(20)]
        writer.send_signal(signal.SIGKILL)
        reported += writer.stdout.read().split()
    (new,) = keep(tmp_path, b"after the kill")
    kept = {line.rpartition(" ")[2] for line in map(str, _hashes(tmp_path))}
    assert set(reported) <= kept
    assert new.sha256 in kept


def _hashes(case: Path) -> list[str]:
    found = []
    for path in (case / "evidence").glob("*.warc.gz"):
        with path.open("rb") as file:
            found += [
                sha256(r.raw_stream.read()).hexdigest()
                for r in ArchiveIterator(file)
                if r.rec_type == "resource"
            ]
    return found
