"""Straight lines of sight within one space: which of its points see each other, around corners and columns."""

import math
from collections.abc import Sequence

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from content.wayfinding.building import XY

TOLERANCE_M = 0.06
"""A line may graze the wall this much: plans are drawn by hand."""
CLEARANCE_M = 0.3
"""People walk around corners, not along them."""
SMOOTH_M = 0.08
"""Bumps of an outline below this are no corners."""
MOST_CORNERS = 400
SAME = 1.0005
"""A detour over a point in between that is this little longer makes the straight edge needless."""


def parts_of(shape: BaseGeometry) -> list[Polygon]:
    """The polygons of a shape, slivers left out."""
    return [
        part
        for one in shapely.get_parts(shape)
        for part in (one.geoms if isinstance(one, MultiPolygon) else [one])
        if isinstance(part, Polygon) and part.area > 0.05
    ]


def corners(polygon: Polygon) -> list[XY]:
    """Points a little off every corner that one has to walk around."""
    smooth = polygon.simplify(SMOOTH_M)
    if not isinstance(smooth, Polygon) or smooth.is_empty:
        smooth = polygon
    shapely.prepare(polygon)
    found: list[XY] = []
    for number, ring in enumerate((smooth.exterior, *smooth.interiors)):
        points = list(ring.coords)[:-1]
        if ring.is_ccw != (number == 0):
            points.reverse()
        for i, at in enumerate(points):
            corner = _walk_around(points[i - 1], at, points[(i + 1) % len(points)], polygon)
            if corner is not None:
                found.append(corner)
    step = max(1, math.ceil(len(found) / MOST_CORNERS))
    return found[::step]


def _walk_around(before: XY, at: XY, after: XY, polygon: Polygon) -> XY | None:
    """With the ground on the left: a turn to the right is a corner to walk around."""
    (ax, ay), (bx, by), (cx, cy) = before, at, after
    ux, uy, vx, vy = bx - ax, by - ay, cx - bx, cy - by
    length_u, length_v = math.hypot(ux, uy), math.hypot(vx, vy)
    if length_u == 0 or length_v == 0:
        return None
    ux, uy, vx, vy = ux / length_u, uy / length_u, vx / length_v, vy / length_v
    if ux * vy - uy * vx > -0.1:
        return None
    nx, ny = -uy - vy, ux + vx  # towards the ground on the left of both sides
    length = math.hypot(nx, ny)
    if length < 1e-6:
        nx, ny, length = ux, uy, 1.0  # the end of a thin wall
    for clearance in (CLEARANCE_M, 0.12, 0.02):
        point = (round(bx + nx / length * clearance, 3), round(by + ny / length * clearance, 3))
        if shapely.contains_xy(polygon, *point):
            return point
    return None


def centre(polygon: Polygon) -> XY:
    """A point well inside: the centroid where the ground is around it, else the pole of inaccessibility."""
    middle = polygon.centroid
    if not polygon.buffer(-0.2).contains(middle):
        x, y = shapely.maximum_inscribed_circle(polygon, tolerance=0.1).coords[0]
        return round(x, 3), round(y, 3)
    return round(middle.x, 3), round(middle.y, 3)


def lines_of_sight(
    polygon: Polygon, points: Sequence[XY], no_need: Sequence[bool] | None = None
) -> list[tuple[int, int, float]]:
    """Pairs of points that see each other, with their distance; needless pairs left out.

    :param no_need: points (doors of a room) between which no line is wanted.
    """
    count = len(points)
    if count < 2:
        return []
    at = np.asarray(points, dtype=float)
    one, other = np.triu_indices(count, 1)
    if no_need is not None:
        skip = np.asarray(no_need, dtype=bool)
        keep = ~(skip[one] & skip[other])
        one, other = one[keep], other[keep]
    ground = _reaching(polygon, at)
    walls = ground.boundary  # all points are inside, so what crosses no wall is seen
    shapely.prepare(walls)
    lines = shapely.linestrings(np.stack([at[one], at[other]], axis=1))
    seen = ~shapely.intersects(walls, lines)
    one, other = one[seen], other[seen]
    distance = np.hypot(*(at[one] - at[other]).T)
    needed = _needed(count, one, other, distance)
    return [
        (int(a), int(b), round(float(d), 3))
        for a, b, d in zip(one[needed], other[needed], distance[needed], strict=True)
    ]


def _reaching(polygon: Polygon, points: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> BaseGeometry:
    """The ground with tongues to points that stand a little outside of it."""
    ground = polygon.buffer(TOLERANCE_M, join_style="mitre")
    far = np.flatnonzero(shapely.distance(ground, shapely.points(points)) > 0)
    if not len(far):
        return ground
    inner = polygon.buffer(-0.15)
    target = polygon if inner.is_empty else inner
    tongues = [shapely.shortest_line(shapely.Point(points[i]), target).buffer(TOLERANCE_M) for i in far]
    return shapely.union_all([ground, *tongues])


def _needed(
    count: int,
    one: "np.ndarray[tuple[int], np.dtype[np.int64]]",
    other: "np.ndarray[tuple[int], np.dtype[np.int64]]",
    distance: "np.ndarray[tuple[int], np.dtype[np.float64]]",
) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """False for pairs that a point in between joins just as well."""
    table = np.full((count, count), np.inf)
    table[one, other] = distance
    table[other, one] = distance
    nearer = np.where(table > 0, table, np.inf)  # a point in the same place is not in between
    needed = np.ones(len(one), dtype=bool)
    for a in np.unique(one):
        mine = np.flatnonzero((one == a) & (distance >= 1e-9))
        d = distance[mine, None]
        from_b = nearer[other[mine]]
        between = (nearer[a] + from_b <= d * SAME) & (nearer[a] < d) & (from_b < d)
        needed[mine] = ~between.any(axis=1)
    return needed
