"""Cuts a walked line into the few legs that a person would tell, and names the bends. Knows no building."""

import math
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from content.wayfinding.building import XY
from content.wayfinding.route import StepKind

JOG_M = 1.2
"""Bends that stay this near to the straight line are not told."""
SHORT_M = 3.0
"""A first leg shorter than this is told together with the next one."""
SLANT_M = 8.0
"""Nor is a slight turn told before or after a leg shorter than this: people walk askew through open space."""
TINY_M = 1.0
SLIGHT, FULL, BACK = 30.0, 60.0, 150.0
"""Degrees from which a bend is a slight turn, a turn, a turn-around."""
ASIDE = 45.0
"""Degrees from which a room's door is to the left or right, not ahead."""


class Leg(Struct, frozen=True):
    """A nearly straight piece of a walk."""

    line: tuple[XY, ...]
    metres: float
    """As walked, jogs included."""

    @property
    def heading(self) -> float:
        """From its first point to its last."""
        return heading(self.line[0], self.line[-1])


def legs_of(line: Sequence[XY]) -> list[Leg]:
    """The line cut where a person turns."""
    cuts = _main(line, JOG_M)
    while (least := _least(line, cuts)) is not None:
        del cuts[least]
    return [Leg(tuple(line[a : b + 1]), length(line[a : b + 1])) for a, b in pairwise(cuts)]


def _least(line: Sequence[XY], cuts: Sequence[int]) -> int | None:
    """The cut that is missed least, if there is one that need not be told."""
    found: list[tuple[float, int]] = []
    for k in range(1, len(cuts) - 1):
        before, at, after = (line[cuts[i]] for i in (k - 1, k, k + 1))
        size = abs(turn(heading(before, at), heading(at, after)))
        shorter = min(math.dist(before, at), math.dist(at, after))
        first_is_short = k == 1 and math.dist(before, at) < SHORT_M
        if size < SLIGHT or (size < FULL and shorter < SLANT_M) or shorter < TINY_M or first_is_short:
            found.append((size, k))
    return min(found)[1] if found else None


def _main(line: Sequence[XY], tolerance: float) -> list[int]:
    """Indices of the points that Douglas and Peucker keep."""
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        off = [(_to_segment(line[i], line[first], line[last]), i) for i in range(first + 1, last)]
        if off and max(off)[0] > tolerance:
            cut = max(off)[1]
            kept.add(cut)
            waiting += [(first, cut), (cut, last)]
    return sorted(kept)


def kind_of(degrees: float) -> StepKind:
    """The turn of so many degrees, left positive."""
    size = abs(degrees)
    if size < SLIGHT:
        return StepKind.STRAIGHT
    if size > BACK:
        return StepKind.BACK
    if size < FULL:
        return StepKind.SLIGHT_LEFT if degrees > 0 else StepKind.SLIGHT_RIGHT
    return StepKind.LEFT if degrees > 0 else StepKind.RIGHT


def side_of(degrees: float, least: float = SLIGHT) -> str:
    """ "left", "right" or "ahead"; ahead is what is less than `least` aside."""
    return "left" if degrees > least else "right" if degrees < -least else "ahead"


def heading(a: XY, b: XY) -> float:
    """Degrees from east, counter-clockwise."""
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))


def turn(before: float, after: float) -> float:
    """Degrees from one heading to another, left positive."""
    return (after - before + 180.0) % 360.0 - 180.0


def length(line: Sequence[XY]) -> float:
    """Metres along a line."""
    return math.fsum(math.dist(a, b) for a, b in pairwise(line))


def to_line(at: XY, line: Sequence[XY]) -> float:
    """Metres from a point to the nearest point of a line."""
    return min(_to_segment(at, a, b) for a, b in pairwise(line))


def outward(outline: Sequence[XY], at: XY) -> float:
    """Heading of somebody who leaves a counter-clockwise outline through the wall nearest to a point."""
    _, a, b = min((_to_segment(at, a, b), a, b) for a, b in pairwise(outline))
    return heading(a, b) - 90.0


def is_inside(at: XY, outline: Sequence[XY]) -> bool:
    """Whether a closed outline is around a point (rays cross it an odd number of times)."""
    crossed = sum(
        (ay > at[1]) != (by > at[1]) and at[0] < (bx - ax) * (at[1] - ay) / (by - ay) + ax
        for (ax, ay), (bx, by) in pairwise(outline)
    )
    return crossed % 2 == 1


def _to_segment(p: XY, a: XY, b: XY) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square)) if square else 0.0
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
