"""Draws a way along the walls of the house: diagonals become corners of ninety degrees where nothing is in between.

The way's length and words stay those of the route; only the picture is tidied.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from content.wayfinding.building import XY

Wall = tuple[XY, XY]

SHORTEST_M = 0.35
"""A diagonal smaller than this in either direction is drawn as it is."""
CLEARANCE_M = 0.2
DOOR_M = 0.75
ALIGNED = 0.9
"""Share of the walls' length that must be upright or level; else the house has no such corners."""


def tidied(line: Sequence[XY], walls: Sequence[Wall], doors: Sequence[XY]) -> tuple[XY, ...]:
    """The line with its diagonals turned into corners.

    :param walls: of the level, as turned for the visitor.
    :param doors: gaps in the walls.
    """
    if len(line) < 2 or not _aligned(walls):
        return tuple(line)
    found = [line[0]]
    for a, b in pairwise(line):
        corner = _corner(found, a, b, walls, doors)
        if corner is not None:
            found.append(corner)
        found.append(b)
    return _without_straight(found)


def _aligned(walls: Sequence[Wall]) -> bool:
    total = upright = 0.0
    for (ax, ay), (bx, by) in walls:
        length = math.hypot(bx - ax, by - ay)
        total += length
        if min(abs(bx - ax), abs(by - ay)) <= 0.05 * length:
            upright += length
    return total > 0 and upright >= ALIGNED * total


def _corner(before: Sequence[XY], a: XY, b: XY, walls: Sequence[Wall], doors: Sequence[XY]) -> XY | None:
    """A point that makes two legs of a diagonal; first the one that goes on in the direction so far."""
    dx, dy = abs(b[0] - a[0]), abs(b[1] - a[1])
    if dx < SHORTEST_M or dy < SHORTEST_M:
        return None
    upright_first, level_first = (a[0], b[1]), (b[0], a[1])
    came_upright = len(before) > 1 and abs(before[-2][0] - a[0]) < 0.05
    order = (upright_first, level_first) if came_upright or len(before) == 1 else (level_first, upright_first)
    for corner in order:
        if _free(a, corner, walls, doors) and _free(corner, b, walls, doors):
            return corner
    return None


def _free(a: XY, b: XY, walls: Sequence[Wall], doors: Sequence[XY]) -> bool:
    """Whether no wall is crossed or grazed, doors apart."""
    length = math.dist(a, b)
    nx, ny = (-(b[1] - a[1]) / length * CLEARANCE_M, (b[0] - a[0]) / length * CLEARANCE_M) if length else (0.0, 0.0)
    for shift in (-1, 0, 1):
        start, end = (a[0] + nx * shift, a[1] + ny * shift), (b[0] + nx * shift, b[1] + ny * shift)
        for wall in walls:
            at = _crossing(start, end, *wall)
            if at is not None and all(math.dist(at, door) > DOOR_M for door in doors):
                return False
    return True


def _crossing(a: XY, b: XY, c: XY, d: XY) -> XY | None:
    rx, ry, sx, sy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = rx * sy - ry * sx
    if abs(cross) < 1e-9:
        return None
    t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross
    u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross
    if 0.0 <= t <= 1.0 and 0.0 <= u <= 1.0:
        return (a[0] + t * rx, a[1] + t * ry)
    return None


def _without_straight(line: Sequence[XY]) -> tuple[XY, ...]:
    kept: list[XY] = []
    for point in line:
        if kept and math.dist(kept[-1], point) < 1e-6:
            continue
        while len(kept) > 1 and _is_straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append((round(point[0], 2), round(point[1], 2)))
    return tuple(kept)


def _is_straight(a: XY, b: XY, c: XY) -> bool:
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
    return abs(ux * vy - uy * vx) < 0.02 * math.hypot(ux, uy) * math.hypot(vx, vy) and ux * vx + uy * vy > 0
