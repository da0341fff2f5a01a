"""Secrets that are handed out once. What is kept of them is a hash that opens nothing."""

import hashlib
import hmac
import secrets

_BYTES = 32


def new_token() -> str:
    """256 bits, as 43 characters that a URL and a cookie can hold."""
    return secrets.token_urlsafe(_BYTES)


def digest(token: str) -> str:
    """What is kept of a token: its SHA-256. A token has 256 bits itself, so there is nothing to guess and no need for salt."""
    return hashlib.sha256(_bytes(token)).hexdigest()


def csrf_of(token: str) -> str:
    """The token for the forms of whoever holds this one; it does not tell the one it is made of."""
    return hmac.new(_bytes(token), b"onrecord csrf", hashlib.sha256).hexdigest()


def same(left: str, right: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(_bytes(left), _bytes(right))


def _bytes(token: str) -> bytes:
    return token.encode("utf-8", "surrogatepass")
