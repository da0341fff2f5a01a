"""What axe-core finds on a page: WCAG 2.2 A and AA, as far as a program can tell."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = "(tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, iframes: false })"


def violations(page: Page) -> list[str]:
    """A line each with the first element."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE)  # by the debugger: the policy of the page lets nothing in
    found: dict[str, Any] = page.evaluate(RUN, TAGS)
    return [
        f"{v['id']}: {v['nodes'][0]['html'][:160]} {v['nodes'][0]['failureSummary'][:200]}"
        for v in found["violations"]
    ]
