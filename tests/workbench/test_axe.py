"""WCAG 2.2 A and AA, as far as axe can tell, on every kind of page in light and dark; sizes, print, and the direction of quotes."""

import pytest

from tests.workbench.axe import violations
from tests.workbench.site import Site
from tests.workbench.visit import Visits

KINDS = (
    "overview", "incident", "document", "pair", "split", "split-preview", "queue", "history", "history-of", "person", "pages", "export",
    "missing", "bad-filter",
)  # fmt: skip


@pytest.fixture(scope="module")
def paths(shared: Site) -> dict[str, str]:
    """A page of each kind, of a case in which something was decided."""
    sender = shared.sender()
    listed = sender.client.get("/?sort=first").text
    ids = [part.partition('"')[0] for part in listed.split('href="/incident/')[1:]]
    first, other = list(dict.fromkeys(ids))[:2]
    sender.decide(first, "correct", "the list of names", field="killed", value="7")
    sender.decide(first, "accept", "read")
    page = sender.client.get(f"/incident/{first}").text
    document = page.partition('href="/document/')[2].partition("?")[0]
    claim = page.partition('id="claim-')[2].partition('"')[0]
    return {
        "overview": "/",
        "incident": f"/incident/{first}",
        "document": f"/document/{document}",
        "pair": f"/pair/{first}/{other}",
        "split": f"/split/{first}",
        "split-preview": f"/split/{first}?claim=claim-{claim}",
        "queue": "/queue",
        "history": "/history",
        "history-of": f"/history/{first}",
        "person": "/person/Vera",
        "pages": "/pages",
        "export": "/export",
        "missing": "/incident/incident-nowhere",
        "bad-filter": "/?kind=war",
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier_that_axe_knows(
    shared: Site, paths: dict[str, str], browse: Visits, scheme: str
) -> None:
    page = browse.come_in(shared, color_scheme=scheme)
    found = []
    for kind in KINDS:
        page.goto(shared.address + paths[kind])
        found += [f"{kind}: {barrier}" for barrier in violations(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [1280, 820])
def test_no_page_is_wider_than_the_window(
    shared: Site, paths: dict[str, str], browse: Visits, width: int
) -> None:
    page = browse.come_in(shared, viewport={"width": width, "height": 1000})
    wide = {}
    for kind in KINDS:
        page.goto(shared.address + paths[kind])
        needed = page.evaluate("() => document.documentElement.scrollWidth")
        if needed > width:
            wide[kind] = needed
    assert wide == {}


def test_on_paper_an_incident_shows_every_claim_and_no_button(
    shared: Site, paths: dict[str, str], browse: Visits
) -> None:
    page = browse.come_in(shared, paths["incident"])
    page.emulate_media(media="print")
    assert page.locator("button:visible, input:visible, nav:visible").count() == 0
    hidden = page.locator(".sides .quote").evaluate_all(
        "(all) => all.filter((one) => !one.checkVisibility()).length"
    )
    assert hidden == 0


def test_what_has_the_focus_can_be_seen(shared: Site, paths: dict[str, str], browse: Visits) -> None:
    page = browse.come_in(shared, paths["incident"])
    for _ in range(12):
        page.keyboard.press("Tab")
        width = page.evaluate("() => parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert width >= 2 or page.evaluate("() => document.activeElement === document.body")


def test_quotes_take_their_direction_from_their_words(
    shared: Site, paths: dict[str, str], browse: Visits
) -> None:
    page = browse.come_in(shared, paths["incident"])
    assert page.locator("blockquote").count()
    assert page.locator("blockquote:not([dir=auto])").count() == 0
