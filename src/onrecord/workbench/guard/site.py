"""How the site is reached."""

from dataclasses import dataclass

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


@dataclass(frozen=True, slots=True)
class Site:
    """`names`: what may stand in the Host header, in lower case and without the port. `secure`: browsers reach it over TLS."""

    names: frozenset[str] = LOOPBACK
    secure: bool = False

    @property
    def encrypted_only(self) -> bool:
        """Whether browsers are told never to come without TLS: not on loopback, where other programs answer under the same names."""
        return self.secure and not self.names & LOOPBACK
