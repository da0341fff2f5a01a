"""What the tests of commands share."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def case(practice_case: Path, tmp_path: Path) -> Path:
    """A copy to write to."""
    return Path(shutil.copytree(practice_case, tmp_path / "case"))
