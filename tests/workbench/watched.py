"""What a browser does while it looks at pages: every request, dialog, complaint and script that ran."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Dialog,
    ElementHandle,
    Error,
    Frame,
    Page,
    Request,
)

_UNKNOWN_FEATURE = "Permissions-Policy header"  # a browser's word on our own header
_PATIENCE = 15_000  # ms; a machine that does much else draws a page in two seconds
_WATCH = "addEventListener('securitypolicyviolation', (e) => (window.__violations ??= []).push(e.violatedDirective + ' ' + e.blockedURI))"


@dataclass
class Seen:
    """What a browser did while it looked at some pages, each with the address that was open."""

    requests: list[tuple[str, str]] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    pwned: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    answered: dict[str, int] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    reached: int = 0

    def follow(self, context: BrowserContext) -> Page:
        context.add_init_script(_WATCH)
        context.on("request", self._request)
        page = context.new_page()
        page.on("dialog", self._dialog)
        page.on("console", self._message)
        page.on("popup", lambda other: self.moved.append(f"popup {other.url}"))
        return page

    def _request(self, request: Request) -> None:
        self.requests.append((request.frame.page.url if request.frame else "", request.url))

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        with suppress(Error):  # its page has gone meanwhile
            dialog.dismiss()

    def _message(self, message: ConsoleMessage) -> None:
        loud = message.type in ("error", "warning") and _UNKNOWN_FEATURE not in message.text
        if loud and "Failed to load resource" not in message.text:
            self.messages.append(f"{message.location.get('url')}: {message.text}")

    def look(self, page: Page, address: str) -> None:
        """Open a page, with what is framed in it, and let it do what it would. One that does not come to rest has led somewhere else."""
        try:
            answer = page.goto(address, timeout=_PATIENCE)
            self.answered[address] = answer.status if answer else 0
            for element in page.query_selector_all("iframe"):
                _framed(page, element)
            page.wait_for_timeout(
                40
            )  # ms: what runs at once has run, and a page that leads on at once has gone
            for frame in page.frames:
                self._ask(frame)
            self.texts[address] = page.inner_text("body", timeout=_PATIENCE)
        except Error as error:
            self.moved.append(f"{address}: {error.message.splitlines()[0]}")
        if page.url.partition("#")[0] != address.partition("#")[0]:
            self.moved.append(f"{address} to {page.url}")

    def _ask(self, frame: Frame) -> None:
        """What ran in a frame, or was kept from it. Asked of an element, since only then there is a limit of time."""
        root = frame.locator("html")
        if root.evaluate("() => window.__pwned", timeout=_PATIENCE) is not None:
            self.pwned.append(frame.url)
        found = root.evaluate("() => window.__violations ?? []", timeout=_PATIENCE)
        self.violations += [f"{frame.url}: {violation}" for violation in found]


def _framed(page: Page, element: ElementHandle) -> None:
    """Wait until what is framed is there.

    Raises:
        Error: it is something else.
    """
    element.scroll_into_view_if_needed(timeout=_PATIENCE)
    frame = element.content_frame()
    assert frame
    frame.wait_for_url("**/original", timeout=_PATIENCE)


@contextmanager
def trap() -> Iterator[tuple[str, list[int]]]:
    """An argument that leads the corpus's host to a port of ours, and a list that grows with each connection there: it sees also what no
    log of a page shows, such as a connection made in advance."""
    reached: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def count() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                reached.append(1)
                connection.close()

        threading.Thread(target=count, daemon=True).start()
        yield f"--host-resolver-rules=MAP evil.example 127.0.0.1:{port}", reached
        server.shutdown(socket.SHUT_RDWR)
