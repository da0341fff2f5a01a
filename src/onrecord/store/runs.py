"""What the store itself writes down beside the model's records: when a run began and ended, and what is current after it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Run:
    """A run began. Without an `Ended` that names it, it was stopped or killed; what it added before is whole."""

    id: str
    version: str
    command: str
    began: datetime


@dataclass(frozen=True, slots=True)
class Ended:
    """A run ended by itself, with what it counted as (name, number)."""

    id: str
    run: str
    ended: datetime
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Which records of `kind` are current changed: these ids came, those went. All snapshots in order give the current set."""

    id: str
    kind: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
