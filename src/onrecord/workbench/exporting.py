"""Files to take away: written by a process of their own, so that a large one neither slows the site nor fills its memory; shown before they
are handed out, and thrown away after a while."""

import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TextIO

from onrecord.errors import NotFound
from onrecord.exports.part import Asked, Written, export
from onrecord.workbench.people.tokens import new_token

_KEPT = 900.0  # seconds
_MOST = 20  # files at once
_SHOWN = 4_000  # characters of the beginning that are shown
ENDINGS = {"jsonl": "jsonl", "csv": "csv", "geojson": "geojson", "html": "html"}


@dataclass(frozen=True)
class Ready:
    """A file that lies ready for one person. `begins` is its beginning, to be looked at."""

    token: str
    person: str
    path: Path
    asked: Asked
    written: Written
    size: int
    sha256: str
    begins: str
    until: float


class Exporting:
    """Makes files one at a time and remembers them."""

    def __init__(self, case: Path, folder: Path) -> None:
        self._case = case
        self._folder = folder
        self._ready: dict[str, Ready] = {}
        self._lock = threading.Lock()
        self._making = threading.Lock()

    @classmethod
    @contextmanager
    def open(cls, case: Path) -> "Iterator[Exporting]":
        """With a folder of its own, gone at the end."""
        with TemporaryDirectory(prefix="onrecord-exports-") as folder:
            yield cls(case, Path(folder))

    def prepare(self, asked: Asked, person: str) -> Ready:
        """Write the file.

        Raises:
            OnRecordError: what the export says.
        """
        self._forget()
        token = new_token()
        path = self._folder / f"{token}.{ENDINGS[asked.format]}"
        try:
            with self._making, ProcessPoolExecutor(1, mp_context=get_context("spawn")) as aside:
                written = aside.submit(_write, self._case, asked, path).result()
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        with path.open(encoding="utf-8") as text:
            begins = text.read(_SHOWN)
        size, until = path.stat().st_size, monotonic() + _KEPT
        ready = Ready(token, person, path, asked, written, size, _digest(path), begins, until)
        with self._lock:
            self._ready[token] = ready
        later = threading.Timer(_KEPT + 1, self._forget)
        later.daemon = True
        later.start()
        return ready

    def ready(self, token: str, person: str) -> Ready:
        """The file that was prepared for this person.

        Raises:
            NotFound: there is none any more.
        """
        self._forget()
        found = self._ready.get(token)
        if found is None or found.person != person:
            raise NotFound("this file is not kept any more: prepare it again")
        return found

    def _forget(self) -> None:
        """Throw away what is old, and the oldest where there are too many."""
        with self._lock:
            now = monotonic()
            kept = sorted(self._ready.values(), key=lambda r: -r.until)
            for old in [r for n, r in enumerate(kept) if r.until < now or n >= _MOST]:
                del self._ready[old.token]
                with suppress(OSError):
                    old.path.unlink()


def _digest(path: Path) -> str:
    """Piece by piece."""
    made = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            made.update(piece)
    return made.hexdigest()


def _write(case: Path, asked: Asked, path: Path) -> Written:
    """In the other process."""
    return export(case, asked, partial(_opened, path))


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")
