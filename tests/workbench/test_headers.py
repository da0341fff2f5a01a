"""What the program itself sends with every kind of answer, and whom it refuses; over the wire, as a stranger would try."""

import httpx
import pytest

from onrecord.workbench.guard import POLICY
from tests.workbench.guard.served import sent, status
from tests.workbench.site import PATIENCE, Site

PATHS = (
    "/",
    "/queue",
    "/pages",
    "/history",
    "/export",
    "/person/Vera",
    "/points.json",
    "/incident/nowhere",
    "/?kind=war",
    "/nowhere",
)
CLIMBING = (
    "/static/../../../../etc/passwd",
    "/static/..%2f..%2f..%2f..%2f..%2fetc/passwd",
    "/static/%2e%2e/%2e%2e/app.py",
    "/static/..%5c..%5capp.py",
    "/static//etc/passwd",
    "/static/css/../../templates/base.html",
    "/document/..%2f..%2frecord.sqlite/original",
    "/export/file/..%2f..%2fetc%2fpasswd",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_says_what_a_browser_may_do_with_it(site: Site, path: str) -> None:
    answer = site.sender().client.get(path)
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert "server" not in answer.headers
    assert "unsafe" not in POLICY


def test_our_own_files_may_be_kept_under_their_hash_only(site: Site) -> None:
    client = site.sender().client
    page = client.get("/").text
    hashed = page.partition('href="/static/css/site.css')[2].partition('"')[0]
    assert "immutable" in client.get(f"/static/css/site.css{hashed}").headers["cache-control"]
    assert client.get("/static/css/site.css").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", CLIMBING)
def test_nobody_climbs_out_of_the_folder(site: Site, path: str) -> None:
    head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nCookie: {site.cookie}={site.session}"
    answer = sent(site.port, f"{head}\r\nConnection: close\r\n\r\n".encode())
    assert status(answer) in (400, 404)
    assert b"root:" not in answer
    assert b"SQLite format" not in answer


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:80"])
def test_under_a_foreign_name_it_does_not_answer(site: Site, host: str) -> None:
    """A page elsewhere whose name points here reads nothing, not even with the cookie."""
    answer = site.sender().client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "Olenivka" not in answer.text


def test_a_stranger_sees_nothing_of_the_case(site: Site) -> None:
    for path in PATHS:
        answer = httpx.get(site.address + path, timeout=PATIENCE)
        assert answer.status_code == 403
        assert "Olenivka" not in answer.text


def test_a_form_of_another_site_changes_nothing(site: Site) -> None:
    sender = site.sender()
    fields = {"about": "incident-any", "verdict": "accept", "reason": "theirs"}
    for given in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.example"},
    ):
        refused = sender.client.post("/decide", data={"csrf": sender.csrf, **fields}, headers=given)
        assert refused.status_code == 403
        assert "another site" in refused.text
    assert sender.client.post("/decide", data=fields).status_code == 403  # without the token of our pages
    assert sender.client.get("/decide", params=fields).status_code == 405
    assert site.decisions() == []
