"""Whether the workbench may be served in the way that was asked for, and how the server must then be set up."""

import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from onrecord.errors import BadInput, NotAllowed
from onrecord.workbench.guard.hosts import host_name
from onrecord.workbench.guard.site import LOOPBACK, Site

_ALONE = (
    "without --team one person works on their own machine, so {host} is refused: leave --host out, "
    "or give people accounts (onrecord team add) and serve with --team"
)
_PLAIN = (
    "passwords and sessions would cross the network readable by anybody, so a team is not served at {host} without TLS: add "
    "--certificate FILE --key FILE, or leave --host out and let a proxy on this machine do TLS (--proxy https://NAME)"
)
_ANYWHERE = "{host} is every address of this machine and no name: say with --name under which name people open the workbench"
_PAIR = "--certificate and --key go together: give both files, or neither"
_PROXY = "--proxy is the address under which people open the workbench, such as https://records.example.org; it has no path"
_BEHIND = (
    "between a proxy and the workbench nothing is encrypted, so both must be on one machine: leave --host out"
)


@dataclass(frozen=True, slots=True)
class Serving:
    """What was asked for. `proxy` is the outer address when a proxy on this machine does TLS; `names` are further names of the site."""

    host: str = "127.0.0.1"
    port: int = 8765
    team: bool = False
    certificate: Path | None = None
    key: Path | None = None
    proxy: str | None = None
    names: tuple[str, ...] = ()


def site_of(asked: Serving) -> Site:
    """The site that may be served.

    Raises:
        NotAllowed: it would not be safe; the message says what to do.
        BadInput: the files or the address cannot be used.
    """
    local, tls = is_loopback(asked.host), asked.certificate is not None
    if (asked.certificate is None) != (asked.key is None):
        raise BadInput(_PAIR)
    if not asked.team and not (local and asked.proxy is None):
        raise NotAllowed(_ALONE.format(host=asked.proxy or asked.host))
    if asked.proxy is not None and (tls or not local):
        raise NotAllowed(_BEHIND)
    if not (local or tls):
        raise NotAllowed(_PLAIN.format(host=asked.host))
    if asked.certificate and asked.key:
        _check_pair(asked.certificate, asked.key)
    return Site(_names(asked), secure=tls or asked.proxy is not None)


def options(asked: Serving) -> dict[str, Any]:
    """Arguments for ``uvicorn.Config``: no Server header, no log of addresses (they can hold tokens and what was searched for), no
    WebSockets; what a proxy says of a client is believed only when there is one, on this machine."""
    return {
        "host": asked.host.strip("[]"),
        "port": asked.port,
        "server_header": False,
        "access_log": False,
        "ws": "none",
        "http": "h11",
        "proxy_headers": asked.proxy is not None,
        "forwarded_allow_ips": ["127.0.0.1", "::1"] if asked.proxy is not None else [],
        "ssl_certfile": asked.certificate,
        "ssl_keyfile": asked.key,
    }


def address(asked: Serving, port: int) -> str:
    """The address to print, without a path; `port` is the one that was bound."""
    if asked.proxy is not None:
        return asked.proxy.rstrip("/")
    scheme = "https" if asked.certificate else "http"
    name = asked.names[0] if asked.names else _bracketed(asked.host)
    usual = {"https": 443, "http": 80}[scheme] == port
    return f"{scheme}://{name}" if usual else f"{scheme}://{name}:{port}"


def is_loopback(host: str) -> bool:
    """Whether only programs of this machine reach it."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _names(asked: Serving) -> frozenset[str]:
    given = [*asked.names]
    if asked.proxy is not None:
        given.append(_outer(asked.proxy))
    elif is_loopback(asked.host):
        return LOOPBACK | {_bracketed(asked.host)} | set(map(_written, given))
    elif not _is_anywhere(asked.host):
        given.append(asked.host)
    if not given:
        raise BadInput(_ANYWHERE.format(host=asked.host))
    return frozenset(map(_written, given))


def _outer(proxy: str) -> str:
    parts = urlsplit(proxy)
    whole = parts.scheme == "https" and parts.hostname and parts.path in ("", "/")
    if not whole or parts.query or parts.fragment or parts.username is not None:
        raise BadInput(_PROXY)
    return _bracketed(str(parts.hostname))


def _written(name: str) -> str:
    """The name as browsers write it in the Host header."""
    try:
        written = name if name.startswith("[") else _bracketed(name)
        found = host_name(written if written.isascii() else written.encode("idna").decode())
    except UnicodeError:
        found = None
    if found is None:
        raise BadInput(f"{name} is no name of a host: give it as people type it, without https:// and port")
    return found


def _bracketed(host: str) -> str:
    return f"[{host.strip('[]').lower()}]" if ":" in host else host.lower()


def _is_anywhere(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        return not host


def _check_pair(certificate: Path, key: Path) -> None:
    try:
        # a passphrase would be asked for on the terminal, each time: an empty one fails at once
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password="")
    except (OSError, ValueError) as error:
        raise BadInput(
            f"{certificate} and {key} cannot be used for TLS ({error.strerror if isinstance(error, OSError) else error}): "
            "give a certificate with its chain and the key it was made for, both as PEM, the key without a passphrase"
        ) from error
