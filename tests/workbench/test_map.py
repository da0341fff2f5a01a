"""The map in a real Chromium, under the workbench's policy: what it draws, whom it asks, and what a hand and a keyboard can do."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.workbench.browser import launch
from tests.workbench.map_site import served

SITE, SETTLEMENT, DISTRICT, REGION = 1000, 5000, 30000, 100000
ALONE = [1, 31.0, 50.0, SITE, 1, 2]
FAR = [2, 39.0, 47.0, SETTLEMENT, 0, 0]
WIDE = [[n, 34.0, 46.5, REGION, 2, n] for n in (3, 4, 5)]
CROWD = [[n, 36.0 + n / 500, 49.9, SITE, n % 5, 0] for n in range(6, 20)]
DISTRICT_ALONE = [20, 28.0, 48.0, DISTRICT, 3, 0]
POINTS = [ALONE, FAR, *WIDE, *CROWD, DISTRICT_ALONE]
BOUNDS = [25.0, 45.0, 41.0, 51.5]


@dataclass
class Shown:
    """A page with the map, and what the browser complained about or asked for."""

    page: Page
    address: str
    problems: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def seen(self, what: str) -> Any:
        """A list that the page keeps: moves, picks or violations."""
        return self.page.evaluate("what => seen[what]", what)

    def still(self) -> None:
        """Wait until nothing moves and every tile is drawn."""
        self.page.evaluate(
            "new Promise((done) => { if (map.inner.loaded() && !map.inner.isMoving()) done(); else map.inner.once('idle', done); })"
        )

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        """Where on the page a point lies."""
        spot = self.page.evaluate("(point) => map.inner.project(point)", [lon, lat])
        return spot["x"], spot["y"]

    def click(self, lon: float, lat: float) -> None:
        self.page.mouse.click(*self.pixel(lon, lat))

    def go(self, lon: float, lat: float, zoom: float) -> None:
        """Jump without a person moving anything."""
        self.page.evaluate(
            "([c, zoom]) => map.inner.jumpTo({ center: c, zoom }, { quiet: true })", [[lon, lat], zoom]
        )
        self.still()

    def moves(self, count: int) -> list[Any]:
        """Wait for so many moves to have been told; answers all of them."""
        for _ in range(100):
            moves: list[Any] = self.seen("moves")
            if len(moves) >= count:
                return moves
            self.page.wait_for_timeout(100)
        return moves


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as one:
        yield one


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with launch(playwright) as one:
        yield one


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(
        {"points": POINTS, "bounds": BOUNDS, "dark": False, "called": {"5": "Shelling, here"}}
    ) as one:
        yield one


def opened(browser: Browser, address: str) -> Shown:
    page = browser.new_page(viewport={"width": 640, "height": 440}, reduced_motion="reduce")
    shown = Shown(page, address)
    page.on("console", lambda message: shown.problems.append(message.text))
    page.on("pageerror", lambda error: shown.problems.append(str(error)))
    page.on("request", lambda request: shown.asked.append(request.url))
    page.goto(address)
    page.wait_for_selector("[data-ready]", timeout=60_000)
    return shown


@pytest.fixture
def shown(browser: Browser, address: str) -> Iterator[Shown]:
    one = opened(browser, address)
    one.still()
    yield one
    assert one.problems == []
    assert one.seen("violations") == []
    assert [url for url in one.asked if not url.startswith((address, "blob:", "data:"))] == []
    one.page.close()


def test_it_opens_on_its_points_and_says_whose_borders_it_draws(shown: Shown) -> None:
    assert "borders: UN view, disputed ones dashed" in shown.page.inner_text(".maplibregl-ctrl-attrib")
    assert any(url.endswith("/static/basemap/world.pmtiles") for url in shown.asked)
    assert shown.seen("moves") == []
    drawn = shown.page.evaluate(
        "map.inner.queryRenderedFeatures({ layers: ['land', 'borders', 'cities'] }).map((f) => f.layer.id)"
    )
    assert set(drawn) == {"land", "borders", "cities"}


def test_a_click_on_a_dot_picks_it(shown: Shown) -> None:
    shown.click(ALONE[1], ALONE[2])
    assert shown.seen("picks") == [1]


def test_a_click_on_an_area_lists_what_is_known_only_to_it(shown: Shown) -> None:
    shown.click(33.4, 46.9)  # inside the region, away from its middle
    assert shown.page.inner_text(".map-here p") == "3 incidents here"
    # The deadliest first
    assert shown.page.inner_text(".map-here li:first-child") == "Shelling, here\n5 killed · contested"
    assert shown.page.inner_text(".map-here li:nth-child(2) button") == "Incident 4"  # not known by name
    shown.page.click(".map-here li:nth-child(2) button")
    assert shown.seen("picks") == [4]


def test_a_click_beside_everything_picks_nothing(shown: Shown) -> None:
    shown.click(26.5, 46.0)
    assert shown.seen("picks") == []
    assert shown.page.locator(".map-here").count() == 0


def radius_drawn(shown: Shown, point: list[float]) -> float:
    """How far from its middle, in pixels to the east, an incident's area still answers."""
    script = """
    ([lon, lat, id]) => {
      const { x, y } = map.inner.project([lon, lat]);
      const layers = ['near-area', 'areas', 'areas-wide', 'areas-line'];
      const there = (far) => map.inner.queryRenderedFeatures([x + far, y], { layers }).some((f) => f.properties.id === id);
      let [inside, outside] = [0, 2000];
      while (outside - inside > 0.5) {
        const middle = (inside + outside) / 2;
        if (there(middle)) inside = middle;
        else outside = middle;
      }
      return inside;
    }"""
    places = list({(p[1], p[2], p[3]): None for p in POINTS})
    return float(
        shown.page.evaluate(script, [point[1], point[2], places.index((point[1], point[2], point[3]))])
    )


def test_areas_have_their_true_radius_on_the_ground(shown: Shown) -> None:
    for point, zoom in (
        (FAR, 8.0),
        (FAR, 10.5),
        (DISTRICT_ALONE, 8.0),
        (WIDE[0], 5.5),
        (WIDE[0], 7.0),
    ):
        shown.go(point[1], point[2], zoom)
        metres_a_pixel = 40075016.686 * math.cos(math.radians(point[2])) / 512 / 2**zoom
        assert radius_drawn(shown, point) == pytest.approx(point[3] / metres_a_pixel, abs=2.5, rel=0.01)


def test_a_settlement_far_off_is_still_large_enough_to_click(shown: Shown) -> None:
    shown.go(FAR[1], FAR[2], 5.0)  # its true radius is 3 pixels
    assert radius_drawn(shown, FAR) >= 5


def test_moves_of_a_person_are_told_and_fits_are_not(shown: Shown) -> None:
    shown.page.evaluate("map.fit([30, 47, 38, 51])")
    shown.still()
    assert shown.seen("moves") == []
    middle = (320, 220)
    shown.page.mouse.move(*middle)
    shown.page.mouse.down()
    shown.page.mouse.move(middle[0] + 120, middle[1], steps=4)
    shown.page.mouse.up()
    (dragged,) = shown.moves(1)
    assert dragged[0] < 30
    shown.page.mouse.wheel(0, -300)
    wheeled = shown.moves(2)[1]
    assert wheeled[2] - wheeled[0] < dragged[2] - dragged[0]
    shown.page.click(".maplibregl-ctrl-zoom-out")
    assert len(shown.moves(3)) == 3
    shown.page.set_viewport_size({"width": 500, "height": 440})
    shown.still()
    assert len(shown.seen("moves")) == 3


def test_a_click_on_a_bubble_opens_it(shown: Shown) -> None:
    before = shown.page.evaluate("map.inner.getZoom()")
    shown.click(36.025, 49.9)
    (moved,) = shown.moves(1)
    assert shown.page.evaluate("map.inner.getZoom()") >= before + 1
    assert moved[0] < 36.025 < moved[2]
    assert shown.seen("picks") == []


def test_the_keyboard_moves_zooms_and_chooses(shown: Shown) -> None:
    shown.page.keyboard.press("Tab")
    assert shown.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Map of incidents"
    west = shown.page.evaluate("map.inner.getBounds().getWest()")
    shown.page.keyboard.press("ArrowRight")
    assert shown.moves(1)[0][0] > west
    zoom = shown.page.evaluate("map.inner.getZoom()")
    shown.page.keyboard.press("=")
    shown.moves(2)
    assert shown.page.evaluate("map.inner.getZoom()") == pytest.approx(zoom + 1, abs=0.01)
    shown.page.evaluate("map.fit([25, 45, 41, 51.5])")
    shown.still()
    shown.page.keyboard.press("PageDown")
    shown.page.keyboard.press("PageDown")
    assert shown.page.inner_text(".map-spoken") == "Incident 2, 2 of 20 in view"
    shown.page.keyboard.press("Enter")
    shown.page.keyboard.press("PageUp")
    shown.page.keyboard.press("Enter")
    assert shown.seen("picks") == [2, 1]


def test_new_points_take_the_place_of_the_old(shown: Shown) -> None:
    shown.page.evaluate("map.setPoints([[77, 31.0, 50.0, 1000, 0, 0]])")
    shown.still()
    shown.click(ALONE[1], ALONE[2])
    shown.click(33.4, 46.9)
    assert shown.seen("picks") == [77]
    old = "map.inner.queryRenderedFeatures({ layers: ['near-bubble', 'areas', 'areas-wide'] }).length"
    assert shown.page.evaluate(old) == 0


def test_an_incident_is_ringed_and_let_go(shown: Shown) -> None:
    ringed = "map.inner.queryRenderedFeatures({ layers: ['chosen', 'chosen-area'] }).map((f) => f.layer.id)"
    shown.page.evaluate("map.highlight(4)")
    shown.still()
    assert set(shown.page.evaluate(ringed)) == {"chosen", "chosen-area"}
    shown.page.evaluate("map.highlight(null)")
    shown.still()
    assert shown.page.evaluate(ringed) == []
    assert shown.seen("moves") == []


def test_dark_and_light_change_the_colours_and_keep_the_points(shown: Shown) -> None:
    colour = "map.inner.getPaintProperty('land', 'fill-color')"
    light = shown.page.evaluate(colour)
    shown.page.evaluate("map.setDark(true)")
    shown.still()
    assert (light, shown.page.evaluate(colour)) == ("#f4f1ea", "#1b1d1e")
    shown.click(ALONE[1], ALONE[2])
    assert shown.seen("picks") == [1]


def test_removed_it_leaves_nothing_behind(shown: Shown) -> None:
    shown.page.evaluate("map.remove()")
    assert shown.page.locator("#map canvas").count() == 0


def test_without_webgl_there_is_no_map_and_the_caller_knows(playwright: Playwright, address: str) -> None:
    with launch(playwright, webgl=False) as browser:
        shown = opened(browser, address)
        assert shown.seen("webgl") is False
        assert shown.page.inner_text("#map") == "no map"
        assert shown.problems == []
        assert not any("maplibre" in url or "pmtiles" in url for url in shown.asked)
