"""A team with one person of each role."""

from pathlib import Path

import pytest

from onrecord.workbench.people import Role, Team
from tests.workbench.people.site import Clock, made_team, with_password


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def team(tmp_path: Path, clock: Clock) -> Team:
    """Rhea reads, Vera reviews, Edda edits; only Edda and Vera have a password."""
    made = made_team(tmp_path, clock, Rhea=Role.READER, Vera=Role.REVIEWER, Edda=Role.EDITOR)
    return with_password(made, "Vera", "Edda")
