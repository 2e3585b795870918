"""What part of the plan is seen at what scale, and where labels find room. Pure: metres and pixels in, places out."""

import itertools
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kiosk.widgets.rect import Rect

XY = tuple[float, float]
Box = tuple[float, float, float, float]
"""min x, min y, max x, max y."""

LARGEST_SCALE = 46.0
"""Pixels per metre on 21.5 inch: nearer, a plan says no more."""
GRID = 7
"""Places tried across and down a room for its label."""


class View(NamedTuple):
    """Metres (y up) to window pixels (y down)."""

    scale: float
    """Pixels per metre."""
    left: float
    low: float
    """Metres at the lower left corner of `rect`."""
    rect: Rect

    def x(self, metres: float) -> float:
        return self.rect.x + (metres - self.left) * self.scale

    def y(self, metres: float) -> float:
        return self.rect.bottom - (metres - self.low) * self.scale

    def xy(self, point: XY) -> XY:
        return (self.x(point[0]), self.y(point[1]))

    @property
    def seen(self) -> Box:
        """In metres."""
        return (self.left, self.low, self.left + self.rect.w / self.scale, self.low + self.rect.h / self.scale)


def bounds(points: Iterable[XY]) -> Box:
    """Around points; at least one."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def view_of(focus: Box, whole: Box | None, rect: Rect, margin: int, largest: float = LARGEST_SCALE) -> View:
    """The view that shows all of `focus` with `margin` px around it, and as little outside the building as possible."""
    focus_w, focus_h = max(focus[2] - focus[0], 0.1), max(focus[3] - focus[1], 0.1)
    room_w, room_h = max(rect.w - 2 * margin, rect.w // 3), max(rect.h - 2 * margin, rect.h // 3)
    scale = min(room_w / focus_w, room_h / focus_h, largest)
    if whole is not None:
        edge = margin / 4
        whole_scale = min(
            (rect.w - edge) / max(whole[2] - whole[0], 0.1), (rect.h - edge) / max(whole[3] - whole[1], 0.1)
        )
        if whole_scale >= scale * 0.8:  # nearly everything fits: show everything
            return _centred(whole, min(whole_scale, largest), rect)
    view = _centred(focus, scale, rect)
    if whole is None:
        return view
    reserve = margin / 8 / scale
    left = _kept(view.left, rect.w / scale, whole[0] - reserve, whole[2] + reserve, focus[0], focus[2])
    low = _kept(view.low, rect.h / scale, whole[1] - reserve, whole[3] + reserve, focus[1], focus[3])
    return View(scale, left, low, rect)


def _centred(box: Box, scale: float, rect: Rect) -> View:
    left = (box[0] + box[2]) / 2 - rect.w / scale / 2
    low = (box[1] + box[3]) / 2 - rect.h / scale / 2
    return View(scale, left, low, rect)


def _kept(start: float, length: float, first: float, last: float, near: float, far: float) -> float:
    """Shift a window of `length` towards the building without losing what is between `near` and `far`."""
    if last - first <= length:
        wanted = (first + last - length) / 2
    else:
        wanted = min(max(start, first), last - length)
    return min(max(wanted, far - length), near) if far - near <= length else start


def meets(one: Box, other: Box) -> bool:
    """Whether two boxes share anything."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def inside(point: XY, ring: Sequence[XY]) -> bool:
    """Whether a point lies in a polygon (even-odd rule)."""
    x, y = point
    hit = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            hit = not hit
    return hit


class LabelPlan:
    """Which places on the map are taken. Boxes are in window pixels."""

    def __init__(self, limits: Rect) -> None:
        self.limits = limits
        self.taken: list[Rect] = []

    def take(self, rect: Rect) -> None:
        self.taken.append(rect)

    def take_line(self, points: Sequence[XY], width: float) -> None:
        """Keep a line free of labels."""
        for (ax, ay), (bx, by) in itertools.pairwise(points):
            steps = max(1, math.ceil(math.hypot(bx - ax, by - ay) / (width * 1.5)))
            for step in range(steps + 1):
                x, y = ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps
                self.take(Rect(round(x - width / 2), round(y - width / 2), round(width), round(width)))

    def free(self, rect: Rect) -> bool:
        return self.limits.holds(rect) and not any(rect.overlaps(other) for other in self.taken)

    def first_free(self, candidates: Iterable[Rect]) -> Rect | None:
        """The first place that is free; it is taken then."""
        for rect in candidates:
            if self.free(rect):
                self.take(rect)
                return rect
        return None

    def in_room(self, ring: Sequence[XY], width: int, height: int) -> Rect | None:
        """A place for a label wholly inside a room (pixels), as near to its middle as possible; it is taken then."""
        x0, y0, x1, y1 = bounds(ring)
        if x1 - x0 < width or y1 - y0 < height:
            return None
        x0, y0 = max(x0, self.limits.x), max(y0, self.limits.y)
        x1, y1 = min(x1, self.limits.right), min(y1, self.limits.bottom)
        middle = ((x0 + x1) / 2, (y0 + y1) / 2)
        spots = [
            (x0 + width / 2 + (x1 - x0 - width) * i / (GRID - 1), y0 + height / 2 + (y1 - y0 - height) * j / (GRID - 1))
            for i in range(GRID)
            for j in range(GRID)
            if x1 - x0 >= width and y1 - y0 >= height
        ]
        spots.sort(key=lambda spot: math.dist(spot, middle))
        for x, y in [middle, *spots]:
            rect = Rect(round(x - width / 2), round(y - height / 2), width, height)
            if self.free(rect) and _holds(ring, rect):
                self.take(rect)
                return rect
        return None


def _holds(ring: Sequence[XY], rect: Rect) -> bool:
    x0, y0, x1, y1 = rect.x, rect.y, rect.right, rect.bottom
    middle_x, middle_y = rect.centre
    probes = ((x0, y0), (x1, y0), (x1, y1), (x0, y1), (middle_x, y0), (middle_x, y1), (x0, middle_y), (x1, middle_y))
    if not all(inside(probe, ring) for probe in probes):
        return False
    return not any(x0 < x < x1 and y0 < y < y1 for x, y in ring)


def chevrons(points: Sequence[XY], pitch: float, clear: float) -> list[tuple[XY, float]]:
    """Places and directions (radians) of arrow heads along a line, none within `clear` of a corner or end."""
    places: list[tuple[XY, float]] = []
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        length = math.hypot(bx - ax, by - ay)
        usable = length - 2 * clear
        if usable < 0:
            continue
        count = int(usable // pitch) + 1
        angle = math.atan2(by - ay, bx - ax)
        for index in range(count):
            at = clear + usable * (index + 0.5) / count
            places.append(((ax + (bx - ax) * at / length, ay + (by - ay) * at / length), angle))
    return places
