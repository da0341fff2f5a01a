"""What all tests share: the practice case, made once for those that only look at it, and that no test is timed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from onrecord import pipeline
from onrecord.engines.inline import Inline
from onrecord.intake import gather
from onrecord.model import Record
from onrecord.store.case import Case
from onrecord.store.record import record_of
from onrecord.watch import Watch
from tests.practice import PAGES

# A slow example says that the machine is busy, not that the program is wrong
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


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
