"""Reads PMTiles (version 3) and Mapbox Vector Tiles (version 2), as much of both as the basemap has.

PMTiles: the specification of Protomaps, version 3. Tiles: Mapbox Vector Tile Specification 2.1. No checks: for our own file.
"""

import gzip
import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Point = tuple[float, float]
Fields = list[tuple[int, int | bytes]]


@dataclass(frozen=True, slots=True)
class Feature:
    """Lines, rings or points as longitude and latitude in degrees."""

    properties: dict[str, str | int | float | bool]
    parts: list[list[Point]]


class Archive:
    """A PMTiles file."""

    def __init__(self, path: Path) -> None:
        self._bytes = path.read_bytes()
        assert self._bytes[:8] == b"PMTiles\x03"
        numbers = struct.unpack_from("<11Q", self._bytes, 8)
        self._root, self._leaves, self._data = numbers[0:2], numbers[4], numbers[6]
        self.metadata = gzip.decompress(self._bytes[numbers[2] : numbers[2] + numbers[3]])
        self.min_zoom, self.max_zoom = self._bytes[100], self._bytes[101]
        self._read: dict[tuple[int, int, int], dict[str, list[Feature]]] = {}

    def tile(self, z: int, x: int, y: int) -> dict[str, list[Feature]]:
        """The features of a tile by layer; no layers where there is no tile."""
        if (z, x, y) not in self._read:
            self._read[z, x, y] = self._tile(z, x, y)
        return self._read[z, x, y]

    def _tile(self, z: int, x: int, y: int) -> dict[str, list[Feature]]:
        number = _tile_number(z, x, y)
        offset, length = self._root
        for _depth in range(4):
            found = _find(_directory(self._bytes[offset : offset + length]), number)
            if found is None:
                return {}
            run, length, offset = found
            if run:
                at = self._data + offset
                return dict(_layers(gzip.decompress(self._bytes[at : at + length]), z, x, y))
            offset += self._leaves
        raise ValueError("directories too deep")

    def at(self, lon: float, lat: float, z: int) -> dict[str, list[Feature]]:
        """The tile in which a point lies."""
        side = 2**z
        y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * side
        return self.tile(z, int((lon + 180) / 360 * side), int(y))


def _tile_number(z: int, x: int, y: int) -> int:
    """The place on the Hilbert curve, after all tiles of lower zooms."""
    number = ((1 << 2 * z) - 1) // 3
    for level in range(z - 1, -1, -1):
        side = 1 << level
        right, down = (x & side) > 0, (y & side) > 0
        number += side * side * ((3 * right) ^ down)
        if not down:
            if right:
                x, y = side - 1 - x, side - 1 - y
            x, y = y, x
    return number


def _find(entries: list[tuple[int, int, int, int]], number: int) -> tuple[int, int, int] | None:
    for first, run, length, offset in reversed(entries):
        if first <= number:
            return (run, length, offset) if number < first + run or run == 0 else None
    return None


def _directory(packed: bytes) -> list[tuple[int, int, int, int]]:
    numbers = _varints(gzip.decompress(packed))
    count = next(numbers)
    firsts, runs, lengths, offsets = ([next(numbers) for _ in range(count)] for _ in range(4))
    entries = []
    first = end = 0
    for step, run, length, offset in zip(firsts, runs, lengths, offsets, strict=True):
        first += step
        start = end if offset == 0 else offset - 1
        end = start + length
        entries.append((first, run, length, start))
    return entries


def _varints(packed: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in packed:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0


def _fields(message: bytes) -> Fields:
    """Number and content of each field of a protocol buffer; fixed ones as bytes."""
    fields: Fields = []
    at = 0

    def varint() -> int:
        nonlocal at
        start = at
        while message[at] > 127:
            at += 1
        at += 1
        return next(_varints(message[start:at]))

    while at < len(message):
        number, kind = divmod(varint(), 8)
        if kind == 0:
            fields.append((number, varint()))
            continue
        size = varint() if kind == 2 else 8 if kind == 1 else 4
        fields.append((number, message[at : at + size]))
        at += size
    return fields


def _of(fields: Fields, number: int) -> list[bytes]:
    return [value for name, value in fields if name == number and isinstance(value, bytes)]


def _layers(tile: bytes, z: int, x: int, y: int) -> Iterator[tuple[str, list[Feature]]]:
    for message in _of(_fields(tile), 3):
        fields = _fields(message)
        keys = [key.decode() for key in _of(fields, 3)]
        values = [_value(_fields(value)) for value in _of(fields, 4)]
        extent = next((value for name, value in fields if name == 5 and isinstance(value, int)), 4096)
        features = []
        for feature in map(_fields, _of(fields, 2)):
            tags = list(_varints(b"".join(_of(feature, 2))))
            named = {keys[k]: values[v] for k, v in zip(tags[::2], tags[1::2], strict=True)}
            drawn = _parts(list(_varints(b"".join(_of(feature, 4)))))
            features.append(Feature(named, [[_degrees(p, extent, z, x, y) for p in part] for part in drawn]))
        yield _of(fields, 1)[0].decode(), features


def _value(fields: Fields) -> str | int | float | bool:
    (number, value) = fields[0]
    if isinstance(value, int):
        return bool(value) if number == 7 else (value >> 1) ^ -(value & 1) if number == 6 else value
    return value.decode() if number == 1 else float(struct.unpack("<f" if number == 2 else "<d", value)[0])


def _parts(commands: list[int]) -> list[list[tuple[int, int]]]:
    parts: list[list[tuple[int, int]]] = []
    x = y = at = 0
    while at < len(commands):
        count, command = divmod(commands[at], 8)
        at += 1
        if command == 7:
            parts[-1].append(parts[-1][0])
            continue
        for _ in range(count):
            dx, dy = ((v >> 1) ^ -(v & 1) for v in commands[at : at + 2])
            x, y, at = x + dx, y + dy, at + 2
            if command == 1:
                parts.append([])
            parts[-1].append((x, y))
    return parts


def _degrees(point: tuple[int, int], extent: int, z: int, x: int, y: int) -> Point:
    east, south = (x + point[0] / extent) / 2**z, (y + point[1] / extent) / 2**z
    return east * 360 - 180, math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * south))))
