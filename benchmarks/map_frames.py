"""How fluidly the map pans and zooms: ``python -m benchmarks.map_frames [N]`` (default 20,000 incidents, all at places of their own).

Headless Chromium at 1280 × 800 pixels; a script moves the map for five seconds and notes the time of every frame. WebGL is drawn
by software here (SwiftShader, on the processor): a graphics card, which every laptop has, is faster by far. What is measured is
therefore a floor, of use to compare one change with another on one machine.
"""

import random
import statistics
import sys
import time

from playwright.sync_api import Page, sync_playwright

from tests.workbench.browser import launch
from tests.workbench.map_site import served

SECONDS = 5
VIEWS = {"zoomed out (bubbles)": (31.0, 48.5, 3.6), "a country": (34.0, 48.5, 5.6), "a city": (36.2, 49.9, 8.6)}
RADII = (1000, 5000, 30000, 100000)
SHARES = (25, 60, 10, 5)  # per cent; assumed
# The map is moved as a hand would: a circle of a third of the view in two seconds, and in and out by half a zoom
FRAMES = """
([lon, lat, zoom, seconds]) => new Promise((done) => {
  const map = window.map.inner;
  map.jumpTo({ center: [lon, lat], zoom });
  const wide = (map.getBounds().getEast() - map.getBounds().getWest()) / 3;
  map.once('idle', () => {
    const times = [];
    const start = performance.now();
    const step = (now) => {
      const past = (now - start) / 1000;
      times.push(now);
      if (past > seconds) return done(times.slice(1).map((time, at) => time - times[at]));
      const turn = past * Math.PI;
      map.jumpTo({ center: [lon + wide * Math.sin(turn), lat + wide / 3 * Math.sin(2 * turn)], zoom: zoom + 0.5 * Math.sin(turn / 2) });
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
})
"""


def incidents(count: int) -> list[list[float]]:
    """Points as the map takes them, spread over Ukraine and its neighbours."""
    chance = random.Random(4)
    points = []
    for number in range(1, count + 1):
        lon, lat = chance.gauss(34.5, 4.0), chance.gauss(48.6, 1.4)
        radius = chance.choices(RADII, SHARES)[0]
        status = chance.choices(range(5), (55, 20, 15, 5, 5))[0]
        points.append([number, round(lon, 5), round(lat, 5), radius, status, chance.choice((0, 0, 1, 3))])
    return points


def measure(page: Page, name: str) -> str:
    """Frames while the map moves, as a line to print."""
    times = page.evaluate(FRAMES, [*VIEWS[name], SECONDS])
    slow = statistics.quantiles([*times, *times], n=20)[-1]
    median = statistics.median(times)
    return f"{name:22} {1000 * len(times) / sum(times):5.1f} frames/s, median {median:.0f} ms, slowest 5 % over {slow:.0f} ms"


def main() -> None:
    """Open the map with N incidents and print the figures of each view."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with served({"points": incidents(count), "dark": False}) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        started = time.monotonic()
        page.goto(address)
        page.wait_for_selector("[data-ready]", timeout=120_000)
        print(f"{count:,} incidents, open after {time.monotonic() - started:.1f} s")
        blocked = page.evaluate("points => { const s = performance.now(); map.setPoints(points); return performance.now() - s }", incidents(count))
        print(f"setPoints keeps the page busy for {blocked:.0f} ms")
        for name in VIEWS:
            print(measure(page, name))
        browser.close()


if __name__ == "__main__":
    main()
