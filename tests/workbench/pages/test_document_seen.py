"""One page and the list of pages as a browser draws them: layers without JavaScript, a frame that shows the original, fit and contrast."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, StorageState, sync_playwright

from onrecord.model import Record
from tests.practice import page as name_of
from tests.workbench.browser import launch
from tests.workbench.case_site import opened

AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text(encoding="utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
GROUNDS = (
    ("trigger", "trigger"),
    ("place", "place"),
    ("time", "time"),
    ("count", "count-of"),
    ("speaker", "speaker"),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = launch(playwright, webgl=False)
        yield made
        made.close()


@pytest.fixture(scope="module")
def site(practice_case: Path) -> Iterator[tuple[str, str]]:
    with opened(practice_case) as addresses:
        yield addresses


@pytest.fixture(scope="module")
def inside(browser: Browser, site: tuple[str, str]) -> StorageState:
    """What a browser holds that came in: the printed address lets in one."""
    context = browser.new_context()
    context.new_page().goto(site[1])
    held = context.storage_state()
    context.close()
    return held


@contextmanager
def looking(browser: Browser, inside: StorageState, **options: Any) -> Iterator[Page]:
    context = browser.new_context(storage_state=inside, **options)
    yield context.new_page()
    context.close()


def look(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer
    assert answer.status == 200


@pytest.fixture
def station(practice: Record) -> str:
    return next(
        d for d in practice.documents if name_of(practice, d) == "courier-international/for-the-children"
    )


def ground(page: Page, kind: str) -> str:
    found: str = page.locator(f".text mark.{kind}").first.evaluate(
        "(mark) => getComputedStyle(mark).backgroundColor"
    )
    return found


def test_layers_are_switched_without_javascript(
    browser: Browser, site: tuple[str, str], inside: StorageState, station: str
) -> None:
    with looking(browser, inside, java_script_enabled=False) as page:
        look(page, f"{site[0]}/document/{station}")
        for layer, kind in GROUNDS:
            on = ground(page, kind)
            page.locator(f"#layer-{layer}").uncheck()
            assert ground(page, kind) == "rgba(0, 0, 0, 0)" != on
        said, line = (
            page.locator(".text mark.said").first,
            "(mark) => getComputedStyle(mark).textDecorationLine",
        )
        assert said.evaluate(line) == "none"
        page.locator("#layer-said").check()
        assert said.evaluate(line) == "underline"
        page.locator("#layer-sentence").check()
        sentence = page.locator(".text mark.sentence").first
        assert "inset" in sentence.evaluate("(mark) => getComputedStyle(mark).boxShadow")


def test_the_frame_shows_the_original_and_the_text_its_claim(
    browser: Browser, site: tuple[str, str], inside: StorageState, practice: Record, station: str
) -> None:
    claims = (c for c in practice.claims.values() if c.document == station)
    claim = max(claims, key=lambda c: c.trigger.start)
    with looking(browser, inside, viewport={"width": 1280, "height": 500}) as page:
        look(page, f"{site[0]}/document/{station}?claim={claim.id}#{claim.id}")
        page.frame_locator("iframe").get_by_text("Sign up to our newsletter").first.wait_for(state="visible")
        mark = page.locator(f"#{claim.id}")
        assert mark.inner_text() == claim.trigger.words
        seen = "(m) => { const box = m.getBoundingClientRect(); return box.top > 40 && box.bottom < innerHeight }"
        assert mark.evaluate(seen)
        mark.get_by_role("link").click()
        assert page.url.endswith(f"#about-{claim.id}")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (820, "dark")])
def test_it_fits_and_can_be_read_by_everybody(
    browser: Browser,
    site: tuple[str, str],
    inside: StorageState,
    practice: Record,
    station: str,
    width: int,
    scheme: str,
) -> None:
    """WCAG 2.2 A and AA as far as axe can tell; nothing is wider than the window."""
    claim = next(c.id for c in practice.claims.values() if c.document == station)
    with looking(browser, inside, viewport={"width": width, "height": 900}, color_scheme=scheme) as page:
        for address in (f"/document/{station}?claim={claim}", "/pages", "/pages?unread=1"):
            look(page, site[0] + address)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
            page.evaluate(AXE)
            found = page.evaluate("(tags) => axe.run(document, { runOnly: tags, iframes: false })", WCAG)
            broken = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found["violations"]]
            assert broken == [], address
