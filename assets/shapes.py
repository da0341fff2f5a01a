"""Reads what a basemap needs of ESRI shapefiles: the points of lines and polygons, and rows of names.

ESRI Shapefile Technical Description (1998). Longitudes and latitudes in degrees.
"""

import struct
from collections.abc import Iterator
from itertools import pairwise

Point = tuple[float, float]
Part = list[Point]
HEADER = 100
NULL, LINE, POLYGON = 0, 3, 5


def parts(shp: bytes) -> Iterator[list[Part]]:
    """The parts (lines, or rings: outer ones clockwise) of each record of a ``.shp`` file, in its order.

    A null shape has no parts. Raises ValueError on a record that is neither a line nor a polygon.
    """
    at = HEADER
    while at < len(shp):
        number, words = struct.unpack_from(">2i", shp, at)
        kind = struct.unpack_from("<i", shp, at + 8)[0]
        if kind not in (NULL, LINE, POLYGON):
            raise ValueError(f"record {number} is of kind {kind}, not a line or polygon")
        yield _record(shp, at + 8) if kind != NULL else []
        at += 8 + 2 * words


def _record(shp: bytes, at: int) -> list[Part]:
    count, total = struct.unpack_from("<2i", shp, at + 36)
    starts = [*struct.unpack_from(f"<{count}i", shp, at + 44), total]
    flat = struct.unpack_from(f"<{2 * total}d", shp, at + 44 + 4 * count)
    points = list(zip(flat[::2], flat[1::2], strict=True))
    return [points[a:b] for a, b in pairwise(starts)]


def rows(dbf: bytes) -> Iterator[dict[str, str]]:
    """The rows of a ``.dbf`` file as text by field name (dBase III, UTF-8)."""
    count, head, size = struct.unpack_from("<IHH", dbf, 4)
    fields = []
    for at in range(32, head - 1, 32):
        name = dbf[at : at + 11].split(b"\0")[0].decode()
        fields.append((name, dbf[at + 16]))
    for number in range(count):
        at = head + number * size + 1
        row = {}
        for name, width in fields:
            row[name] = dbf[at : at + width].decode().strip(" \0")
            at += width
        yield row
