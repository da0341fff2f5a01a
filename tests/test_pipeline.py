"""The steps in order, on a real case: again does nothing, more pages add, a lost batch is made up, another engine gives the same."""

import random
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from onrecord import pipeline, steps
from onrecord.engines import Engine
from onrecord.engines.inline import Inline
from onrecord.engines.pool import Pool
from onrecord.intake import gather
from onrecord.model import Capture, Claim, Document, Given, Link, Origin, Receipt, Record
from onrecord.store.case import Case
from onrecord.store.record import record_of
from onrecord.watch import Watch
from tests.practice import PAGES

FEW = (PAGES / "northern-ledger", PAGES / "visnyk")


def fill(folder: Path, pages: Sequence[Path], engine: Engine | None = None) -> Record:
    with Case.open(folder, create=True) as case, engine or Inline() as made:
        pipeline.run(case, gather(list(pages)), made, Watch())
        return record_of(case)


def ids(folder: Path) -> dict[type, set[str]]:
    with Case.open(folder) as case:
        return {kind: case.ids(kind) for kind in (Capture, Document, Receipt, Claim, Origin, Link)}


def test_again_changes_nothing(tmp_path: Path) -> None:
    first = fill(tmp_path / "case", FEW)
    before = ids(tmp_path / "case")
    assert fill(tmp_path / "case", FEW) == first
    assert ids(tmp_path / "case") == before
    assert before[Claim]


def test_in_two_parts_is_as_at_once(tmp_path: Path) -> None:
    at_once = fill(tmp_path / "one", FEW)
    fill(tmp_path / "two", FEW[:1])
    in_parts = fill(tmp_path / "two", FEW[1:])
    assert {i.id: i for i in in_parts.incidents} == {i.id: i for i in at_once.incidents}


def test_pool_gives_what_inline_gives_on_shuffled_input(tmp_path: Path) -> None:
    evidence = list(gather(FEW))
    random.Random(7).shuffle(evidence)
    with Case.open(tmp_path / "pool", create=True) as case, Pool(2) as engine:
        pipeline.run(case, evidence, engine, Watch())
        pooled = record_of(case)
    assert pooled.incidents == fill(tmp_path / "inline", FEW).incidents


def test_a_run_that_was_cut_off_is_made_up(tmp_path: Path) -> None:
    """Each step alone, as if the run had been killed after it; then a whole run."""
    folder = tmp_path / "case"
    with Case.open(folder, create=True) as case:
        steps.keep(case, gather(FEW), Watch())
    with Case.open(folder, write=True) as case:
        steps.clean(case, Inline(), Watch())
        assert case.ids(Document)
        assert not case.ids(Claim)
    assert fill(folder, FEW).incidents == fill(tmp_path / "whole", FEW).incidents


def test_a_page_that_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    shutil.copytree(PAGES / "northern-ledger", pages)
    (pages / "empty.html").write_bytes(b"")
    (pages / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    record = fill(tmp_path / "case", [pages])
    assert {Path(f.record).name for f in record.failures} == {"empty.html", "picture.html"}
    assert len(record.documents) == len(list((PAGES / "northern-ledger").iterdir()))


def test_what_is_said_later_of_a_kept_page_is_not_ignored_in_silence(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Shells hit a school in Okhtyrka on Friday, the governor said.\n")
    fill(tmp_path / "case", [page])
    with Case.open(tmp_path / "case", write=True) as case:
        watch = Watch()
        steps.keep(case, gather([page], given=Given(published=date(2022, 3, 3))), watch)
        steps.keep(case, gather([page]), watch)
    (failure,) = watch.failures
    assert "published as said now is not taken over" in failure.reason


def test_the_same_bytes_under_two_names_are_one_capture(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("a.html", "b.html"):
        shutil.copy(PAGES / "northern-ledger" / "vinnytsia-missiles.html", pages / name)
    assert len(fill(tmp_path / "case", [pages]).captures) == 1
