"""Borders as the United Nations see them, out of Natural Earth's lines of who holds what (docs/explanation/basemap.md).

``tables/borders.tsv`` says which lines are drawn otherwise, ``tables/added.tsv`` adds those that are missing.
"""

import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from shapes import Part, Point

TABLES = Path(__file__).parent / "tables"
NEAR = 0.02  # degrees: a row's point must lie on its line
KINDS = ("border", "disputed", "region", "none")
# Western Sahara: Natural Earth divides it into regions of Morocco, which is a claim and not a line inside one country.
WESTERN_SAHARA = [
    *((-17.5, 20.7), (-16.95, 21.34), (-13.0, 21.34), (-13.0, 23.0), (-12.0, 23.46)),
    *((-12.0, 26.0), (-8.66, 26.0), (-8.66, 27.667), (-18.0, 27.667)),
]
Line = tuple[str, Part]


def classified(records: list[list[Part]], regions: list[list[Part]]) -> Iterator[Line]:
    """Each line to draw with its kind: ``border``, ``disputed`` or ``region``.

    ``records`` are Natural Earth's border lines, ``regions`` its lines of provinces. Raises ValueError when a row of the table
    finds no line, or two rows find the same one: then the data is not the one that the table was written for.
    """
    kinds = _kinds(records)
    for number, record in enumerate(records):
        kind = kinds.get(number, "border")
        yield from ((kind, part) for part in record if kind != "none")
    yield from _added()
    for record in regions:
        for part in record:
            yield from (("region", piece) for piece in outside(part, WESTERN_SAHARA))


def _kinds(records: list[list[Part]]) -> dict[int, str]:
    kinds: dict[int, str] = {}
    for lon, lat, kind, name, _why in _table("borders.tsv", 5):
        number, far = nearest((float(lon), float(lat)), records)
        if far > NEAR or number in kinds or kind not in KINDS:
            raise ValueError(
                f"{name}: line {number} is {far:.3f}° away, or taken already, or {kind} is no kind"
            )
        kinds[number] = kind
    return kinds


def _added() -> Iterator[Line]:
    for kind, _name, _why, points in _table("added.tsv", 4):
        pairs = (pair.split() for pair in points.split(","))
        yield kind, [(float(lon), float(lat)) for lon, lat in pairs]


def _table(name: str, columns: int) -> Iterator[list[str]]:
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != columns:
                raise ValueError(f"{name}: {columns} columns wanted: {line}")
            yield cells


def nearest(point: Point, records: list[list[Part]]) -> tuple[int, float]:
    """The number of the record whose lines pass nearest to the point, and how near, in degrees."""
    distances = [min(distance(point, part) for part in record) for record in records]
    best = min(distances)
    return distances.index(best), best


def distance(point: Point, line: Part) -> float:
    """How far the point is from the line, in degrees."""
    return min(_to_segment(point, a, b) for a, b in pairwise(line))


def _to_segment(point: Point, a: Point, b: Point) -> float:
    (x, y), (ax, ay), (dx, dy) = point, a, (b[0] - a[0], b[1] - a[1])
    length = dx * dx + dy * dy
    along = 0.0 if not length else max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length))
    return math.hypot(x - ax - along * dx, y - ay - along * dy)


def outside(line: Part, area: Part) -> Iterator[Part]:
    """The pieces of a line whose points lie outside an area."""
    piece: Part = []
    for point in line:
        if not inside(point, area):
            piece.append(point)
            continue
        if len(piece) > 1:
            yield piece
        piece = []
    if len(piece) > 1:
        yield piece


def inside(point: Point, area: Part) -> bool:
    """Whether the point lies in the area (even-odd rule)."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(area, [*area[1:], area[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossings += 1
    return crossings % 2 == 1
