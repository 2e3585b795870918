"""Lines of any direction as smooth triangles, many lines in one batch. Pure: numbers in, vertices out.

A stroke is a solid core with a feather of one pixel on either side; the feather's opacity comes from `masks.ramp()`,
whose u runs from CLEAR to SOLID. Vertices are x, y, u, v as Kivy's Mesh takes them.
"""

import itertools
import math
from collections.abc import Iterable, Sequence

CLEAR, SOLID = 0.25, 0.75
MOST_INDICES = 60_000
"""Kivy's meshes count in 16 bits."""

XY = tuple[float, float]


class Batch:
    """Triangles that share a colour. `parts()` gives what one Mesh takes at a time."""

    def __init__(self) -> None:
        self._parts: list[tuple[list[float], list[int]]] = [([], [])]

    def parts(self) -> Iterable[tuple[list[float], list[int]]]:
        return (part for part in self._parts if part[1])

    def triangles(self, corners: Sequence[XY], solid: Sequence[bool], indices: Sequence[int]) -> None:
        """Add triangles over `corners`; a corner that is not solid is transparent."""
        vertices, order = self._parts[-1]
        if len(vertices) // 4 + len(corners) > MOST_INDICES:
            self._parts.append(([], []))
            vertices, order = self._parts[-1]
        first = len(vertices) // 4
        for (x, y), inside in zip(corners, solid, strict=True):
            vertices += (x, y, SOLID if inside else CLEAR, 0.5)
        order += (first + index for index in indices)

    def segment(self, start: XY, end: XY, width: float, *, longer: float = 0.0) -> None:
        """One straight stroke; `longer` lets it reach past both ends."""
        length = math.dist(start, end)
        if length == 0:
            return
        ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        a = (start[0] - ux * longer, start[1] - uy * longer)
        b = (end[0] + ux * longer, end[1] + uy * longer)
        offsets = (-width / 2 - 0.5, -width / 2 + 0.5, width / 2 - 0.5, width / 2 + 0.5)
        corners = [(x - uy * o, y + ux * o) for x, y in (a, b) for o in offsets]
        solid = [False, True, True, False] * 2
        self.triangles(corners, solid, [i for n in range(3) for i in (n, n + 1, n + 5, n, n + 5, n + 4)])

    def polyline(self, points: Sequence[XY], width: float, *, longer: float = 0.0) -> None:
        """Strokes with square ends; for thin lines, where joints need no rounding."""
        for start, end in itertools.pairwise(points):
            self.segment(start, end, width, longer=longer)

    def round_polyline(self, points: Sequence[XY], width: float) -> None:
        """Strokes with round joints and ends."""
        self.polyline(points, width)
        for point in points:
            self.disc(point, width / 2)

    def disc(self, centre: XY, radius: float, corners: int = 24) -> None:
        """A filled circle."""
        x, y = centre
        turns = [(math.cos(a), math.sin(a)) for a in (2 * math.pi * i / corners for i in range(corners))]
        inner = [(x + c * (radius - 0.5), y + s * (radius - 0.5)) for c, s in turns]
        outer = [(x + c * (radius + 0.5), y + s * (radius + 0.5)) for c, s in turns]
        order: list[int] = []
        for i in range(corners):
            j = (i + 1) % corners
            order += (0, 1 + i, 1 + j, 1 + i, 1 + corners + i, 1 + corners + j, 1 + i, 1 + corners + j, 1 + j)
        self.triangles([centre, *inner, *outer], [True] * (corners + 1) + [False] * corners, order)


def dashes(points: Sequence[XY], dash: float, gap: float) -> list[tuple[XY, XY]]:
    """A line cut into dashes that run around its corners."""
    pieces: list[tuple[XY, XY]] = []
    phase = 0.0
    for start, end in itertools.pairwise(points):
        length, at = math.dist(start, end), 0.0
        while at < length:
            in_dash = phase < dash
            step = min((dash if in_dash else dash + gap) - phase, length - at)
            if in_dash:
                pieces.append((_between(start, end, at / length), _between(start, end, (at + step) / length)))
            at += step
            phase = (phase + step) % (dash + gap)
    return pieces


def _between(start: XY, end: XY, share: float) -> XY:
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def rounded_outline(x: float, y: float, w: float, h: float, radius: float, steps: int = 6) -> list[XY]:
    """The closed outline of a rounded rectangle with its lower left corner at x, y."""
    points: list[XY] = []
    centres = (
        (x + w - radius, y + h - radius),
        (x + radius, y + h - radius),
        (x + radius, y + radius),
        (x + w - radius, y + radius),
    )
    for quarter, (cx, cy) in enumerate(centres):
        for step in range(steps + 1):
            angle = math.pi / 2 * (quarter + step / steps)
            points.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    return [*points, points[0]]
