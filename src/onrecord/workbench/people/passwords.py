"""Passwords: argon2id as argon2-cffi sets it (RFC 9106, low memory), rules as in NIST SP 800-63B (length, no composition)."""

import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from onrecord.errors import BadInput, TooSoon

SHORTEST, LONGEST = 12, 1_000  # characters; the upper end only bounds the work
_LEAST_DIFFERENT = 5
_COMMON = (
    "password", "passwort", "passw0rd", "qwertyuiop", "qwerty", "qwertz", "azerty", "letmein", "welcome", "iloveyou", "onrecord",
    "changeme", "administrator", "abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "98765432109876543210",
)  # fmt: skip
# One hash takes 64 MiB and 0.2 s: two at once keep memory and processors for the pages
_AT_ONCE, _IN_LINE = 2, 12
_work = threading.BoundedSemaphore(_AT_ONCE)
_line = threading.BoundedSemaphore(_IN_LINE)
# Of a password that nobody knows; checked where there is no account, so that it takes as long as where there is one
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$vfiB9ru6xXhCDbdx1Qrokg$J5iB2y8CLQLncqyqideS3Lhaxt1gkFThWnucVfHrYF8"

hasher = PasswordHasher()


def acceptable(password: str, name: str) -> str:
    """The password as it is hashed (NFKC, so that every keyboard gives the same).

    Raises:
        BadInput: too short, or among the first that somebody would try.
    """
    kept = unicodedata.normalize("NFKC", password)
    if len(kept) < SHORTEST:
        raise BadInput(
            f"a password has {SHORTEST} characters or more, this one {len(kept)}: a few words that do not belong together do well"
        )
    if len(kept) > LONGEST:
        raise BadInput(f"a password has at most {LONGEST} characters")
    if len(set(kept)) < _LEAST_DIFFERENT or _guessable(kept.casefold(), name.casefold()):
        raise BadInput(
            "this password is among the first that somebody would try: take a few words that do not belong together"
        )
    return kept


def made(password: str) -> str:
    """The hash to keep, with its salt and parameters."""
    with _turn():
        return hasher.hash(_bytes(password))


def right(kept: str | None, password: str) -> bool:
    """Whether the password is the one that was hashed; as slow, and False, where there is none."""
    given = unicodedata.normalize("NFKC", password)
    with _turn():
        try:
            return hasher.verify(kept or _NOBODY, _bytes(given)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def renewed(password: str) -> str:
    """A new hash of a password that was right, with today's parameters."""
    return made(unicodedata.normalize("NFKC", password))


def outdated(kept: str) -> bool:
    """Whether it was hashed with other parameters than today's."""
    return hasher.check_needs_rehash(kept)


def _guessable(password: str, name: str) -> bool:
    """Whether hardly more than a known word, the name, or a run of the keyboard is in it."""
    rest = password
    for word in sorted({*_COMMON, name}, key=len, reverse=True):
        rest = rest.replace(word, "")
    run = any(password.rstrip("!.") in word * 2 for word in _COMMON)
    return run or (rest != password and len(rest) < 5)


def _bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")


@contextmanager
def _turn() -> Iterator[None]:
    if not _line.acquire(blocking=False):
        raise TooSoon("many people are logging in at this moment: try again in a few seconds", seconds=5)
    try:
        with _work:
            yield
    finally:
        _line.release()
