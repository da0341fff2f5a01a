"""What may be served how."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import BadInput, NotAllowed
from onrecord.workbench.guard import LOOPBACK, Serving, Site, address, options, site_of
from tests.workbench.guard.tls import certificate

NAME = "records.example.org"
ANYWHERE = "0.0.0.0"  # noqa: S104


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return certificate(tmp_path_factory.mktemp("tls"))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.9"])
def test_on_this_machine_one_person_or_a_team_is_served(host: str) -> None:
    for team in (False, True):
        site = site_of(Serving(host, team=team))
        assert site.names >= LOOPBACK
        assert not site.secure
    assert ("127.0.0.9" in site_of(Serving(host)).names) == (host == "127.0.0.9")


@pytest.mark.parametrize(
    "host", [ANYWHERE, "::", "192.168.1.5", NAME, "localhost.example.org", "127.0.0.1.example.org", ""]
)
def test_one_person_is_not_served_to_the_network(host: str, pair: tuple[Path, Path]) -> None:
    for asked in (Serving(host), Serving(host, certificate=pair[0], key=pair[1])):
        with pytest.raises(NotAllowed, match="leave --host out, or give people accounts"):
            site_of(asked)


@pytest.mark.parametrize("host", [ANYWHERE, "::", "192.168.1.5", NAME])
def test_a_team_is_not_served_to_the_network_without_tls(host: str) -> None:
    with pytest.raises(
        NotAllowed, match="--certificate FILE --key FILE, or leave --host out and let a proxy"
    ):
        site_of(Serving(host, team=True, names=(NAME,)))


def test_a_team_is_served_under_its_name_with_tls(pair: tuple[Path, Path]) -> None:
    made, key = pair
    asked = Serving(NAME, 8443, team=True, certificate=made, key=key)
    assert site_of(asked) == Site(frozenset({NAME}), secure=True)
    assert site_of(asked).encrypted_only
    assert address(asked, 8443) == f"https://{NAME}:8443"
    assert address(asked, 443) == f"https://{NAME}"
    more = replace(asked, host=ANYWHERE, names=(NAME, "Bücher.example", "[2001:DB8::1]"))
    assert site_of(more).names == {NAME, "xn--bcher-kva.example", "[2001:db8::1]"}
    assert address(more, 8443) == f"https://{NAME}:8443"


def test_every_address_of_a_machine_is_no_name(pair: tuple[Path, Path]) -> None:
    made, key = pair
    for host in (ANYWHERE, "::", ""):
        with pytest.raises(BadInput, match="say with --name"):
            site_of(Serving(host, team=True, certificate=made, key=key))


@pytest.mark.parametrize(
    "name", ["https://x.example", "x.example:8443", "x example", "", "*", "*.example.org", "a/b", "ü" * 80]
)
def test_a_name_is_a_name(name: str, pair: tuple[Path, Path]) -> None:
    with pytest.raises(BadInput, match="no name of a host"):
        site_of(Serving(ANYWHERE, team=True, certificate=pair[0], key=pair[1], names=(name,)))


def test_behind_a_proxy_on_this_machine_the_outer_name_counts() -> None:
    asked = Serving(team=True, proxy=f"https://{NAME}/")
    assert site_of(asked) == Site(frozenset({NAME}), secure=True)
    assert address(asked, 8765) == f"https://{NAME}"
    assert site_of(replace(asked, proxy="https://[2001:DB8::1]:8443")).names == {"[2001:db8::1]"}
    with pytest.raises(NotAllowed, match="give people accounts"):
        site_of(replace(asked, team=False))
    for far in ("192.168.1.5", NAME):
        with pytest.raises(NotAllowed, match="both must be on one machine"):
            site_of(replace(asked, host=far))


@pytest.mark.parametrize(
    "proxy",
    [
        "http://x.example",
        "x.example",
        "https://",
        "https://x.example/case",
        "https://u@x.example",
        "https://x.example?a",
        "",
    ],
)
def test_a_proxy_is_an_https_address(proxy: str) -> None:
    with pytest.raises(BadInput, match="--proxy is the address"):
        site_of(Serving(team=True, proxy=proxy))


def test_the_two_files_of_tls_go_together_and_to_one_another(tmp_path: Path, pair: tuple[Path, Path]) -> None:
    made, key = pair
    _, other = certificate(tmp_path, "other")
    _, locked = certificate(tmp_path, "locked", passphrase="12345")  # noqa: S106
    for lone in ({"certificate": made}, {"key": key}):
        with pytest.raises(BadInput, match="go together"):
            site_of(Serving(**lone))  # type: ignore[arg-type]
    for wrong in ((made, other), (key, made), (tmp_path / "none.pem", key), (made, locked)):
        with pytest.raises(BadInput, match="the key without a passphrase"):
            site_of(Serving(certificate=wrong[0], key=wrong[1]))
    assert site_of(Serving(certificate=made, key=key)) == Site(secure=True)


def test_what_a_client_says_of_itself_is_believed_only_behind_a_proxy() -> None:
    alone, behind = options(Serving()), options(Serving(team=True, proxy=f"https://{NAME}"))
    assert (alone["proxy_headers"], alone["forwarded_allow_ips"]) == (False, [])
    assert (behind["proxy_headers"], behind["forwarded_allow_ips"]) == (True, ["127.0.0.1", "::1"])
    for given in (alone, behind):
        assert (given["server_header"], given["access_log"], given["ws"]) == (False, False, "none")
