"""Browsers that look at the workbench, and the log of what they asked for and complained about."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Response

from tests.workbench.browser import launch
from tests.workbench.site import PATIENCE, Site

OURS = "127.0.0.1"
_KNOWN = (
    "Failed to load resource",  # a status that the test looks at itself
)
CHATTER = (".google.com", ".googleapis.com", ".gstatic.com", ".gvt1.com")
"""Whom Chromium itself asks, page or no page: its makers, in vain, since no name but ours is resolved. No page of these tests names them."""
_NOWHERE = f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {OURS}"


@dataclass
class Visits:
    """Whoever looks at the workbench with one browser. `problems` must be empty in the end."""

    browser: Browser
    problems: list[str] = field(default_factory=list)

    def someone(self, **options: Any) -> BrowserContext:
        """A person with nothing in their hands."""
        context = self.browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(PATIENCE * 1000)
        context.on("request", lambda request: self._asked(request.url))
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.problems.append(str(error.error)))
        return context

    def come_in(self, site: Site, path: str = "", **options: Any) -> Page:
        """The one person of a site, looking at a page."""
        context = self.someone(**options)
        context.add_cookies([{"name": site.cookie, "value": site.session, "url": site.address}])
        page = context.new_page()
        page.goto(f"{site.address}{path}")
        return page

    def _asked(self, url: str) -> None:
        if urlsplit(url).hostname not in (OURS, None):
            self.problems.append(f"asked for {url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500 and response.status != 503:
            self.problems.append(f"{response.status} from {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(known in message.text for known in _KNOWN):
            self.problems.append(f"{message.type}: {message.text}")

    def leave(self) -> None:
        """Close what was opened, and see whether all was well."""
        for context in self.browser.contexts:
            context.close()
        found, self.problems = self.problems, []
        assert found == []


@contextmanager
def visits(playwright: Playwright, log: Path, *, webgl: bool) -> Iterator[Visits]:
    """A browser, whose own log of the network is read when it is closed: it holds what no page knows of too."""
    browser = launch(playwright, _NOWHERE, f"--log-net-log={log}", webgl=webgl)
    try:
        yield Visits(browser)
    finally:
        browser.close()
    strange = {host for host in hosts(log) - {OURS} if not host.endswith(CHATTER)}
    assert not strange, sorted(strange)


def hosts(log: Path) -> set[str]:
    """Every host that anything in the browser asked for."""
    events = json.loads(log.read_text(encoding="utf-8"))["events"]
    named = [event.get("params", {}) for event in events]
    urls = {urlsplit(str(params["url"])) for params in named if "url" in params}
    return {str(url.hostname) for url in urls if url.scheme in ("http", "https", "ws", "wss")}
