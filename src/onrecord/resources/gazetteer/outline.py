"""The middle of an area of which only the settlements are known."""

from collections.abc import Iterable, Sequence

Point = tuple[float, float]


def middle(points: Sequence[Point]) -> Point:
    """The centroid of the convex hull of (latitude, longitude) points in degrees, rounded to 0.01°.

    The hull and not the mean, which big towns and thickly settled corners pull to themselves. Longitudes around 180° are
    taken as one stretch, so that the middle of Chukotka is not in Africa.
    """
    lons = [lon for _, lon in points]
    split = max(lons) - min(lons) > 180
    flat = [(lat, lon + 360 if split and lon < 0 else lon) for lat, lon in points]
    lat, lon = _centroid(_hull(flat))
    return round(lat, 2), round(lon - 360 if lon > 180 else lon, 2)


def _hull(points: Iterable[Point]) -> list[Point]:
    """Andrew's monotone chain."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return _chain(ordered)[:-1] + _chain(ordered[::-1])[:-1]


def _chain(ordered: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _centroid(hull: Sequence[Point]) -> Point:
    """Weighted by area; the mean of the corners where the area is next to nothing."""
    origin = hull[0]  # near the area, or the products below lose digits
    area = lat = lon = 0.0
    for a, b in zip(hull, [*hull[1:], hull[0]], strict=True):
        piece = _turn(origin, a, b)
        area += piece
        lat, lon = lat + piece * (origin[0] + a[0] + b[0]), lon + piece * (origin[1] + a[1] + b[1])
    if abs(area) < 1e-6:
        return sum(p[0] for p in hull) / len(hull), sum(p[1] for p in hull) / len(hull)
    return lat / (3 * area), lon / (3 * area)
