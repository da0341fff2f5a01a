"""Where to go on after logging in: a page of this site, whatever the address says."""

import re
from urllib.parse import unquote

_PLAIN = re.compile(r"/[!-\[\]-~]*", re.ASCII)  # printable ASCII without the backslash
_LONGEST = 2_000  # characters
_JOINERS = {0x200C: None, 0x200D: None}  # between the letters of Persian and Indian names; they hide nothing
_ROUNDS = 4  # how often something may have been encoded on its way
_OURS = ("/login", "/enter", "/invite", "/logout")  # to come back to these leads nowhere


def safe_next(path: str | None) -> str:
    """The path when it is surely one of this site, with its query; ``/`` for anything else, and where there is none.

    Refused are other hosts however they are written (``//host``, ``/\\host``, a scheme, the same percent-encoded, ``/..//host``), control
    characters and everything that is not printable ASCII (browsers drop some of them before they look at an address).
    """
    if not path or len(path) > _LONGEST or not _PLAIN.fullmatch(path):
        return "/"
    local, _, query = path.partition("?")
    if not _local(local) or _holds_controls(query):
        return "/"
    return "/" if local.partition("#")[0].rstrip("/") in _OURS else path


def _local(path: str) -> bool:
    """Whether it stays so however often it is decoded."""
    for _ in range(_ROUNDS):
        if "//" in path or "\\" in path or not path.isprintable() or {".", ".."} & set(path.split("/")):
            return False
        decoded = unquote(path).translate(_JOINERS)
        if decoded == path:
            return True
        path = decoded
    return False


def _holds_controls(query: str) -> bool:
    return not unquote(query).translate(_JOINERS).isprintable()
