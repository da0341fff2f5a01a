"""Settings are read once, from the environment."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.settings import settings


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_WORKERS", "3")
    monkeypatch.setenv("ONRECORD_CACHE", "/somewhere")
    assert settings().workers == 3
    assert settings().cache == Path("/somewhere")
    assert settings() is settings()


def test_nonsense_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_WORKERS", "many")
    with pytest.raises(ValueError, match="ONRECORD_WORKERS"):
        settings()
