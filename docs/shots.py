"""Make the pictures of the workbench in ``docs/shots/``: ``python docs/shots.py``.

The practice pages are read into a case of their own, the real program serves it, and headless Chromium (Debian's package ``chromium``) takes
the pictures at 1280 × 800 pixels.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.workbench.browser import launch  # noqa: E402 - found once the checkout is on the path

ONRECORD = Path(sys.executable).with_name("onrecord")
SHOTS = ROOT / "docs" / "shots"
_ADDRESS = re.compile(r"(http://[^/\s]+)(/enter\?token=\S+)")
BLAST, STATION = "Olenivka", "Kramatorsk"


@contextmanager
def served(case: Path) -> Iterator[tuple[str, str]]:
    """The address of the workbench, and what lets one in."""
    command = [str(ONRECORD), "serve", "--case", str(case), "--port", "0", "--by", "A reviewer"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:  # noqa: S603
        found = _ADDRESS.search(next(iter(program.stdout or ()), ""))
        if found is None:
            raise SystemExit("onrecord serve printed no address")
        try:
            yield found[1], found[2]
        finally:
            program.terminate()


def named(page: Page, base: str, words: str) -> str:
    """The path of the incident that is found by a word."""
    page.goto(f"{base}/?q={words}")
    return page.locator(".incidents a").first.get_attribute("href") or ""


def decide(page: Page, base: str, path: str, key: str, reason: str) -> None:
    """As a person would: a key, a reason, Enter."""
    page.goto(base + path)
    page.keyboard.press(key)
    page.keyboard.type(reason)
    page.keyboard.press("Enter")
    page.wait_for_selector("#done")


def take(page: Page, base: str, path: str, name: str, *, wait: str = "main") -> None:
    """One picture, once what it waits for is there."""
    page.goto(base + path)
    page.wait_for_selector(wait)
    page.wait_for_timeout(6000)  # a map without a graphics card takes its time
    page.screenshot(path=SHOTS / f"{name}.png")


def main() -> None:
    """All pictures."""
    SHOTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as outer:
        case = Path(outer) / "practice-case"
        read = [str(ONRECORD), "run", str(ROOT / "practice" / "pages"), "--case", str(case)]
        subprocess.run(read, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        with served(case) as (base, entry), sync_playwright() as playwright:
            browser = launch(playwright, "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(base + entry)
            blast, station = named(page, base, BLAST), named(page, base, STATION)
            decide(page, base, station, "a", "read all seven pages: two origins, the toll grew from 50 to 59")
            take(page, base, "/", "overview", wait=".map.ready")
            take(page, base, blast, "incident")
            take(page, base, "/queue", "queue")
            other = named(page, base, "Zaporizhzhia").removeprefix("/incident/")
            page.goto(base + "/incident/" + other)
            near = page.locator('a[href^="/pair/"]').first.get_attribute("href") or ""
            take(page, base, near, "pair")
            page.goto(base + blast)
            sheet = page.locator('a[href^="/document/"]').first.get_attribute("href") or ""
            take(page, base, sheet.partition("#")[0], "document")
            take(page, base, station.replace("/incident/", "/history/"), "history")
            browser.close()
    print(*sorted(f"docs/shots/{shot.name}" for shot in SHOTS.glob("*.png")), sep="\n")


if __name__ == "__main__":
    main()
