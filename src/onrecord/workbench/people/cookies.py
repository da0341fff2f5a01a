"""The cookie that a session lives in."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import cookie_parser
from starlette.responses import Response

_NAME = "onrecord"


@dataclass(frozen=True, slots=True)
class Cookie:
    """HttpOnly, SameSite=Strict, for the whole site, until the browser is closed. `secure`: with the prefix ``__Host-``, so that no other
    host and no connection without TLS can set or read it (browsers count loopback as safe)."""

    name: str
    secure: bool

    @classmethod
    def of(cls, port: int | None, *, secure: bool, suffix: str = "") -> "Cookie":
        """The cookie of the site at a port. Cookies know no ports: under one name, two cases served at once would log one another out."""
        name = f"{_NAME}-{port}{suffix}" if port else f"{_NAME}{suffix}"
        return cls(f"__Host-{name}" if secure else name, secure)

    def read(self, headers: Iterable[str]) -> str:
        """Its value in the ``Cookie`` headers of a request; empty when it is not there."""
        for header in headers:
            value = cookie_parser(header).get(self.name)
            if value:
                return value
        return ""

    def set(self, response: Response, token: str) -> None:
        """Give the browser a token."""
        response.set_cookie(self.name, token, path="/", secure=self.secure, httponly=True, samesite="strict")

    def clear(self, response: Response) -> None:
        """Take it back."""
        response.delete_cookie(self.name, path="/", secure=self.secure, httponly=True, samesite="strict")
