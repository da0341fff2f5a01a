"""What the tests of stages share."""

from collections.abc import Iterator

import pytest

from onrecord.stages.clean import CLEAN
from onrecord.stages.clean.language import Detector


@pytest.fixture(scope="module")
def detector() -> Iterator[Detector]:
    yield CLEAN.open()
