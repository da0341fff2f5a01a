"""How often somebody may try a password. Kept in the accounts file: a restart forgets nothing."""

import hashlib
import ipaddress
import math
import sqlite3

from onrecord.errors import TooSoon
from onrecord.workbench.people.file import TeamFile

FREE = 4  # failures that cost nothing; from the fifth on there is a pause
_FIRST, LONGEST = 5.0, 15 * 60.0  # seconds: 5, 10, 20, … and never more than 15 minutes
_FORGET = 60 * 60.0  # seconds without a try after which failures no longer count


def pause(failures: int) -> float:
    """Seconds until the next try after so many failures in a row."""
    return 0.0 if failures <= FREE else min(LONGEST, _FIRST * 2 ** min(failures - FREE - 1, 20))


def key(kind: str, value: str) -> str:
    """What a count is kept under. A hash, since people type passwords into the field for the name."""
    return hashlib.sha256(f"{kind}\0{value}".encode("utf-8", "surrogatepass")).hexdigest()


def area(address: str | None) -> str:
    """The address, or for IPv6 the network of it that one household has (/64)."""
    try:
        found = ipaddress.ip_address((address or "").partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or ipaddress.ip_network((found, 64), strict=False))


class Attempts:
    """Counts of failures by key. A try counts as failed when it begins, so that many at once gain nothing; what went well is taken back."""

    def __init__(self, file: TeamFile) -> None:
        self._file = file

    def begin(self, *keys: str) -> None:
        """Count a try.

        Raises:
            TooSoon: one of the keys has to wait; then nothing is counted, so that waiting always ends.
        """
        now = self._file.now()
        with self._file.write() as connection:
            connection.execute("DELETE FROM attempt WHERE last < ?", (now - _FORGET,))
            wait = max(_wait(connection, one, now) for one in keys)
            if wait > 0:
                raise TooSoon(f"too many tries: wait {_said(wait)}, then try again", seconds=math.ceil(wait))
            for one in keys:
                _count(connection, one, now)

    def take_back(self, key: str) -> None:
        """It was no failure."""
        with self._file.write() as connection:
            connection.execute(
                "UPDATE attempt SET failures = max(failures - 1, 0), until = 0 WHERE hash = ?", (key,)
            )

    def forget(self, key: str) -> None:
        """Whoever it was has shown who they are: what failed before does not count."""
        with self._file.write() as connection:
            connection.execute("DELETE FROM attempt WHERE hash = ?", (key,))


def _wait(connection: sqlite3.Connection, key: str, now: float) -> float:
    found = connection.execute("SELECT until FROM attempt WHERE hash = ?", (key,)).fetchone()
    left = found[0] - now if found else 0.0
    return left if left <= LONGEST else 0.0  # more than that: the clock of this machine was set back


def _count(connection: sqlite3.Connection, key: str, now: float) -> None:
    found = connection.execute("SELECT failures FROM attempt WHERE hash = ?", (key,)).fetchone()
    failures = (found[0] if found else 0) + 1
    connection.execute(
        "INSERT OR REPLACE INTO attempt (hash, failures, last, until) VALUES (?, ?, ?, ?)",
        (key, failures, now, now + pause(failures)),
    )


def _said(seconds: float) -> str:
    if seconds <= 90:
        return f"{math.ceil(seconds)} seconds"
    return f"{math.ceil(seconds / 60)} minutes"
