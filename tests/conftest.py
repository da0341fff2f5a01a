"""The practice case is made once for all tests that only look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.engines.inline import Inline
from onrecord.intake import gather
from onrecord.model import Record
from onrecord.store.case import Case
from onrecord.store.record import record_of
from onrecord.watch import Watch
from tests.practice import PAGES


@pytest.fixture(scope="session")
def practice_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("practice") / "case"
    with Case.open(folder, create=True) as case:
        pipeline.run(case, gather([PAGES]), Inline(), Watch())
    return folder


@pytest.fixture(scope="session")
def practice(practice_case: Path) -> Iterator[Record]:
    with Case.open(practice_case) as case:
        yield record_of(case)
