"""How fluidly the map pans and zooms: ``python -m benchmarks.map_frames [N]`` (default 20,000 incidents).

Headless Chromium at 1280 × 800 pixels; a script moves the map for five seconds in each of three views and notes the time of every
frame. WebGL is drawn by software here (SwiftShader, on the processor), so frames a second say more about this machine than about
the map. Therefore everything is measured twice: as it is, and with the calls that draw left out, which is what remains on a computer
whose graphics card draws at no cost. A laptop lies between the two, near the second. ``0`` incidents gives the ground alone, to
compare; the load printed must be low for the figures to mean anything.

Sites and settlements all have places of their own, which is the worst case; districts and regions share 600 and 60 middles, as
they do in a gazetteer.
"""

import os
import random
import statistics
import sys
import time

from playwright.sync_api import Browser, Page, sync_playwright
from tests.workbench.browser import launch
from tests.workbench.map_site import served

SECONDS = 5
VIEWS = {"bubbles": (31.0, 48.5, 3.6), "a country": (34.0, 48.5, 5.6), "a city": (36.2, 49.9, 8.6)}
RADII = (1000, 5000, 30000, 100000)
SHARES = (25, 60, 10, 5)  # per cent; assumed
MIDDLES = {30000: 600, 100000: 60}
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
      if (past > seconds && times.length > 3) return done(times.slice(1).map((time, at) => time - times[at]));
      const turn = past * Math.PI;
      map.jumpTo({ center: [lon + wide * Math.sin(turn), lat + wide / 3 * Math.sin(2 * turn)], zoom: zoom + 0.5 * Math.sin(turn / 2) });
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
})
"""
LEFT_OUT = """
for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced']) {
  WebGL2RenderingContext.prototype[name] = () => {};
}
"""
SET_POINTS = "(points) => { const start = performance.now(); map.setPoints(points); return performance.now() - start; }"
Row = list[float]


def incidents(count: int) -> list[Row]:
    """Points as the map takes them, spread over Ukraine and its neighbours."""
    chance = random.Random(4)
    middles = {radius: [_spot(chance) for _ in range(number)] for radius, number in MIDDLES.items()}
    points = []
    for number in range(1, count + 1):
        radius = chance.choices(RADII, SHARES)[0]
        spot = chance.choice(middles[radius]) if radius in middles else _spot(chance)
        status = chance.choices(range(5), (55, 20, 15, 5, 5))[0]
        points.append([number, *spot, radius, status, chance.choice((0, 0, 1, 3))])
    return points


def _spot(chance: random.Random) -> tuple[float, float]:
    return round(chance.gauss(34.5, 4.0), 5), round(chance.gauss(48.6, 1.4), 5)


def measure(page: Page, name: str) -> str:
    """Frames while the map moves, as a line to print."""
    times = page.evaluate(FRAMES, [*VIEWS[name], SECONDS])
    median, slow = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    rate = 1000 * len(times) / sum(times)
    return (
        f"  {name:10} {rate:5.1f} frames/s; a frame: median {median:.0f} ms, slowest 5 % over {slow:.0f} ms"
    )


def visit(browser: Browser, address: str, points: list[Row], *, drawn: bool) -> None:
    """Open the map and print the figures of each view."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    if not drawn:
        page.add_init_script(LEFT_OUT)
    started = time.monotonic()
    page.goto(address)
    page.wait_for_selector("[data-ready]", timeout=120_000)
    opened = time.monotonic() - started
    print("drawn by software" if drawn else "drawing left out", f"(load {os.getloadavg()[0]:.1f})")
    busy = page.evaluate(SET_POINTS, points)
    print(f"  open after {opened:.1f} s; new points keep the page busy for {busy:.0f} ms")
    for name in VIEWS:
        print(measure(page, name))
    page.close()


def main() -> None:
    """Both ways, with N incidents."""
    points = incidents(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
    print(f"{len(points):,} incidents, {os.cpu_count()} processors")
    with served({"points": points, "dark": False}) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for drawn in (True, False):
            visit(browser, address, points, drawn=drawn)
        browser.close()


if __name__ == "__main__":
    main()
