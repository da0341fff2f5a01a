"""The committed basemap draws the borders that docs/explanation/basemap.md promises, read back from its tiles."""

import importlib
import math
import re
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from tests.workbench.tiles import Archive, Feature, Point

ROOT = Path(__file__).parents[2]
FILE = ROOT / "src/onrecord/workbench/static/basemap/world.pmtiles"
NEAR = 0.03  # degrees, about 3 km: a tile of zoom 6 is exact to 0.002, our own lines to 0.01

TOWNS = {
    "Kyiv": (30.52, 50.45),
    "Dnipro": (35.05, 48.46),
    "Simferopol": (34.10, 44.95),
    "Krasnodar": (38.98, 45.03),
    "Donetsk": (37.80, 48.02),
    "Luhansk": (39.31, 48.57),
    "Melitopol": (35.37, 46.85),
    "Rostov": (39.72, 47.23),
    "Damascus": (36.29, 33.51),
    "Quneitra": (35.82, 33.12),
    "Katzrin, Golan": (35.69, 32.99),
    "Majdal Shams, Golan": (35.77, 33.27),
    "Haifa": (34.99, 32.80),
    "Umm Qais": (35.68, 32.65),
    "Beirut": (35.50, 33.89),
    "Tel Aviv": (34.78, 32.08),
    "Ramallah": (35.20, 31.90),
    "West Jerusalem": (35.20, 31.78),
    "Beit Shemesh": (34.99, 31.75),
    "East Jerusalem": (35.245, 31.785),
    "Gaza": (34.45, 31.50),
    "Ashkelon": (34.57, 31.67),
    "Laayoune": (-13.20, 27.15),
    "Agadir": (-9.60, 30.42),
    "Tifariti": (-10.57, 26.16),
    "Zouérat": (-12.48, 22.73),
    "Pristina": (21.17, 42.66),
    "Niš": (21.90, 43.32),
    "Skopje": (21.43, 42.00),
    "Tbilisi": (44.80, 41.72),
    "Sukhumi": (41.02, 43.00),
    "Tskhinvali": (43.97, 42.23),
    "Sochi": (39.72, 43.60),
    "Vladikavkaz": (44.67, 43.02),
    "Chișinău": (28.86, 47.01),
    "Tiraspol": (29.64, 46.84),
    "Odesa": (30.72, 46.48),
    "Larnaca": (33.63, 34.92),
    "Kyrenia": (33.32, 35.33),
    "Baku": (49.87, 40.41),
    "Stepanakert": (46.75, 39.82),
    "Yerevan": (44.51, 40.18),
    "Mogadishu": (45.34, 2.04),
    "Garowe": (48.48, 8.41),
    "Berbera": (45.01, 10.43),
    "Jijiga": (42.80, 9.35),
    "Srinagar": (74.80, 34.08),
    "Muzaffarabad": (73.47, 34.37),
    "Leh": (77.58, 34.16),
    "Aksai Chin": (79.30, 35.10),
    "Itanagar": (93.62, 27.08),
    "Lhünzê": (92.46, 28.41),
    "Khartoum": (32.53, 15.59),
    "Malakal": (31.66, 9.53),
    "Aswan": (32.90, 24.09),
    "Halaib": (36.40, 22.50),
    "Port Sudan": (37.22, 19.62),
    "Seoul": (126.98, 37.57),
    "Kaesong": (126.55, 37.97),
    "Taipei": (121.56, 25.04),
    "Fuzhou": (119.30, 26.08),
    "Shenzhen": (114.12, 22.60),
    "Kowloon": (114.17, 22.32),
    "Baikonur": (63.32, 45.62),
    "Kyzylorda": (65.51, 44.85),
}
# Which kinds of line the straight way from one to the other crosses
WAYS = [
    ("Dnipro", "Simferopol", set()),
    ("Melitopol", "Simferopol", set()),
    ("Simferopol", "Krasnodar", {"disputed"}),
    ("Kyiv", "Donetsk", set()),
    ("Kyiv", "Luhansk", set()),
    ("Melitopol", "Donetsk", set()),
    ("Donetsk", "Rostov", {"border"}),
    ("Damascus", "Katzrin, Golan", {"disputed"}),
    ("Damascus", "Majdal Shams, Golan", {"disputed"}),
    ("Katzrin, Golan", "Haifa", {"border"}),
    ("Katzrin, Golan", "Umm Qais", {"border"}),
    ("Majdal Shams, Golan", "Beirut", {"border"}),
    ("Tel Aviv", "Ramallah", {"disputed"}),
    ("West Jerusalem", "Beit Shemesh", set()),
    ("West Jerusalem", "East Jerusalem", {"disputed"}),
    ("East Jerusalem", "Ramallah", set()),
    ("Gaza", "Ashkelon", {"disputed"}),
    ("Laayoune", "Agadir", {"disputed"}),
    ("Laayoune", "Tifariti", set()),
    ("Laayoune", "Zouérat", {"border"}),
    ("Pristina", "Niš", {"disputed"}),
    ("Pristina", "Skopje", {"border"}),
    ("Tbilisi", "Sukhumi", set()),
    ("Tbilisi", "Tskhinvali", set()),
    ("Sukhumi", "Sochi", {"border"}),
    ("Tskhinvali", "Vladikavkaz", {"border"}),
    ("Chișinău", "Tiraspol", set()),
    ("Tiraspol", "Odesa", {"border"}),
    ("Larnaca", "Kyrenia", {"disputed"}),
    ("Baku", "Stepanakert", set()),
    ("Mogadishu", "Berbera", {"border", "disputed"}),  # through Ethiopia
    ("Garowe", "Berbera", set()),
    ("Berbera", "Jijiga", {"border"}),
    ("Srinagar", "Muzaffarabad", {"disputed"}),
    ("Srinagar", "Leh", set()),
    ("Leh", "Aksai Chin", {"disputed"}),
    ("Itanagar", "Lhünzê", {"disputed"}),
    ("Khartoum", "Malakal", {"disputed"}),
    ("Aswan", "Halaib", set()),
    ("Halaib", "Port Sudan", {"disputed"}),
    ("Seoul", "Kaesong", {"disputed"}),
    ("Taipei", "Fuzhou", set()),
    ("Shenzhen", "Kowloon", set()),
    ("Baikonur", "Kyzylorda", set()),
]
# A line of this kind passes here, and no line of another kind does; none: nothing like a border within reach
PASSES = [
    ("Perekop", (34.392, 46.009), "region"),
    ("Kerch Strait", (36.59, 45.29), "disputed"),
    ("Ukraine and Russia at Sumy", (35.12, 51.091), "border"),
    ("Golan, with Israel", (35.63, 33.01), "border"),
    ("Golan, separation line", (35.82, 33.14), "disputed"),
    ("27°40' N", (-11.0, 27.667), "disputed"),
    ("the sand wall", (-12.91, 24.52), None),
    ("a region of Morocco inside Western Sahara", (-14.39, 24.45), None),
    ("Kuril Islands", (145.25, 43.87), "disputed"),
    ("Guantanamo Bay", (-75.16, 19.97), None),
]


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive(FILE)


def lines(archive: Archive, a: Point, b: Point, zoom: int) -> list[Feature]:
    """The lines of all tiles under the box of two points."""
    steps = 2 + int(max(abs(a[0] - b[0]), abs(a[1] - b[1])) * 2**zoom / 180)
    across = [a[0] + (b[0] - a[0]) * i / steps for i in range(steps + 1)]
    down = [a[1] + (b[1] - a[1]) * i / steps for i in range(steps + 1)]
    tiles = {id(tile): tile for tile in (archive.at(x, y, zoom) for x in across for y in down)}
    return [line for tile in tiles.values() for line in tile.get("lines", [])]


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two segments cross."""

    def side(p: Point, q: Point, r: Point) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


@pytest.mark.parametrize(("start", "end", "kinds"), WAYS, ids=[f"{a} to {b}" for a, b, _ in WAYS])
def test_what_the_way_between_two_towns_crosses(
    archive: Archive, start: str, end: str, kinds: set[str]
) -> None:
    a, b = TOWNS[start], TOWNS[end]
    met = {
        str(line.properties["kind"])
        for line in lines(archive, a, b, 6)
        for part in line.parts
        if any(crosses(a, b, c, d) for c, d in pairwise(part))
    }
    assert met - {"region"} == kinds


def distance(point: Point, part: list[Point]) -> float:
    """Degrees from the point to the nearest place on the line."""
    best = 360.0
    for (ax, ay), (bx, by) in pairwise(part):
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        along = max(0.0, min(1.0, ((point[0] - ax) * dx + (point[1] - ay) * dy) / length)) if length else 0.0
        best = min(best, math.hypot(point[0] - ax - along * dx, point[1] - ay - along * dy))
    return best


@pytest.mark.parametrize(("name", "point", "kind"), PASSES, ids=[name for name, _, _ in PASSES])
def test_what_passes_at_a_point(archive: Archive, name: str, point: Point, kind: str | None) -> None:
    near = {
        str(line.properties["kind"])
        for line in archive.at(*point, 6)["lines"]
        if any(distance(point, part) < NEAR for part in line.parts)
    }
    assert near == ({kind} if kind else set())


@pytest.mark.parametrize("zoom", range(1, 7))
def test_crimea_is_in_ukraine_at_every_zoom(archive: Archive, zoom: int) -> None:
    a, b = TOWNS["Dnipro"], TOWNS["Simferopol"]
    crossed = [
        line.properties["kind"]
        for line in lines(archive, a, b, zoom)
        if any(crosses(a, b, c, d) for part in line.parts for c, d in pairwise(part))
    ]
    assert set(crossed) <= {"region"}


NAMES = [
    ("Ukraine", "country", (31.4, 49.7)),
    ("Palestine", "country", (35.29, 32.05)),
    ("Kosovo", "territory", (20.86, 42.59)),
    ("Taiwan", "territory", (120.87, 23.65)),
    ("Western Sahara", "territory", (-13.5, 25.0)),
    ("Falkland Islands (Malvinas)", "territory", (-58.7, -51.6)),
]


@pytest.mark.parametrize(("name", "kind", "point"), NAMES, ids=[name for name, _, _ in NAMES])
def test_countries_and_territories_are_named(archive: Archive, name: str, kind: str, point: Point) -> None:
    labels = {label.properties["n"]: label.properties["k"] for label in archive.at(*point, 6)["names"]}
    assert labels.get(name) == kind


@pytest.mark.parametrize(
    "town", ["Berbera", "Kyrenia", "Sukhumi", "Tiraspol", "Donetsk", "Stepanakert", "Simferopol"]
)
def test_no_other_state_is_named(archive: Archive, town: str) -> None:
    labels = archive.at(*TOWNS[town], 6).get("names", [])
    named = {label.properties["n"] for label in labels if label.properties["k"] == "country"}
    assert named <= {"Cyprus", "Georgia", "Moldova", "Ukraine", "Azerbaijan", "Armenia", "Somalia"}


def test_cities_show_from_a_zoom_that_fits_their_size(archive: Archive) -> None:
    cities = {str(c.properties["n"]): c.properties for c in archive.at(36.2, 50.0, 6)["cities"]}
    assert cities["Kharkiv"]["z"] == 4
    assert cities["Chuhuyiv"]["z"] == 8
    assert cities["Saltivka"]["z"] == 10  # a district of Kharkiv that GeoNames lists beside it


def test_size_and_credit(archive: Archive) -> None:
    assert FILE.stat().st_size < 8_000_000
    assert (archive.min_zoom, archive.max_zoom) == (0, 6)
    assert b"GeoNames (CC BY 4.0)" in archive.metadata
    assert b"/tmp" not in archive.metadata  # nothing of the machine that made it
    style = ROOT / "src/onrecord/workbench/static/js/map-style.js"
    credit = re.search(r"CREDIT = '(.+)'", style.read_text(encoding="utf-8"))
    assert credit is not None
    assert credit[1] in (ROOT / "docs/explanation/basemap.md").read_text(encoding="utf-8")


@pytest.fixture
def borders(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "assets"))
    return importlib.import_module("borders")


def test_a_row_that_finds_no_line_stops_the_making(borders: ModuleType) -> None:
    elsewhere = [[[(0.0, 0.0), (1.0, 0.0)]]]
    with pytest.raises(ValueError, match="Crimea"):
        list(borders.classified(elsewhere, []))


def test_lines_are_cut_at_an_area(borders: ModuleType) -> None:
    area = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    line = [(-2.0, 5.0), (-1.0, 5.0), (5.0, 5.0), (11.0, 5.0), (12.0, 5.0)]
    assert list(borders.outside(line, area)) == [line[:2], line[3:]]
