"""Settings that a test may change."""

from collections.abc import Iterator

import pytest

from onrecord.settings import settings


@pytest.fixture
def small_limit(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Pages of at most 10,000 bytes."""
    monkeypatch.setenv("ONRECORD_MAX_BYTES", "10000")
    settings.cache_clear()
    yield 10_000
    monkeypatch.undo()
    settings.cache_clear()
