"""What a person sees of the overview: the rows of the list, the bars of the timeline, the map."""

import math
import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

_SPOKEN = re.compile(r"(?!Incident)[A-Z].+, (\d+) of (\d+) in view")
_PADDING, _DEEPEST = 32, 8  # how map.js fits its bounds
_TILE = 512  # pixels of the whole world at zoom 0

Box = tuple[float, float, float, float]


def rows(page: Page) -> Locator:
    return page.locator("table.incidents tbody tr")


def bars(page: Page) -> Locator:
    return page.locator(".time svg.bars a")


def shown(page: Page) -> list[str]:
    """The ids in the list, in order."""
    links = rows(page).locator("td.what a").all()
    return [str(link.get_attribute("href")).removeprefix("/incident/") for link in links]


def drawn(page: Page) -> set[str]:
    """The ids on the timeline."""
    return {str(bar.get_attribute("href")).removeprefix("/incident/") for bar in bars(page).all()}


def asked(page: Page) -> dict[str, list[str]]:
    """The filter in the address."""
    return parse_qs(urlsplit(page.url).query)


def settled(page: Page, number: int) -> None:
    """List, timeline and sum all show so many."""
    expect(page.locator(".summary .big strong")).to_have_text(str(number))
    expect(rows(page)).to_have_count(number)
    expect(bars(page)).to_have_count(number)


def map_drawn(page: Page) -> None:
    page.locator(".map.ready canvas").wait_for()


def on_the_map(page: Page) -> int:
    """How many incidents the map says are in view, to whoever goes through them by keyboard."""
    page.locator(".map canvas").focus()
    page.locator(".map-spoken").evaluate("(one) => { one.textContent = ''; }")
    page.keyboard.press("PageDown")
    expect(page.locator(".map-spoken")).to_have_text(_SPOKEN)  # once it is known what the incident is called
    spoken = _SPOKEN.fullmatch(page.locator(".map-spoken").inner_text())
    return int(spoken[2]) if spoken else 0


def pixel(page: Page, box: Box, lon: float, lat: float) -> tuple[float, float]:
    """Where a place lies on the page, the map having been opened on a box (Web Mercator)."""
    canvas = page.locator("#map").bounding_box()
    assert canvas
    west, south, east, north = (*_mercator(*box[:2]), *_mercator(*box[2:]))
    scale = min(
        (canvas["width"] - 2 * _PADDING) / (east - west), (canvas["height"] - 2 * _PADDING) / (south - north)
    )
    scale = min(scale, _TILE * 2**_DEEPEST)
    x, y = _mercator(lon, lat)
    return (
        canvas["x"] + canvas["width"] / 2 + (x - (west + east) / 2) * scale,
        canvas["y"] + canvas["height"] / 2 + (y - (south + north) / 2) * scale,
    )


def _mercator(lon: float, lat: float) -> tuple[float, float]:
    up = math.asinh(math.tan(math.radians(lat)))
    return (lon + 180) / 360, (1 - up / math.pi) / 2


def drag(page: Page, begin: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*begin)
    page.mouse.down()
    page.mouse.move(*end, steps=8)
    page.mouse.up()
