"""A rectangle in pixels from the upper left corner of the window, and how it is cut into parts. Pure."""

from collections.abc import Sequence
from typing import NamedTuple


class Rect(NamedTuple):
    """`x`, `y` is the upper left corner."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x + self.w / 2, self.y + self.h / 2)

    def inset(self, left: int, top: int | None = None, right: int | None = None, bottom: int | None = None) -> "Rect":
        """Smaller on every side; sides not given follow the opposite side, then `left`."""
        top = left if top is None else top
        right = left if right is None else right
        bottom = top if bottom is None else bottom
        return Rect(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)

    def moved(self, dx: int = 0, dy: int = 0) -> "Rect":
        return self._replace(x=self.x + dx, y=self.y + dy)

    def mirrored(self, around: "Rect") -> "Rect":
        """As seen in a mirror that stands upright in the middle of `around`."""
        return self._replace(x=around.x + around.right - self.right)

    def top(self, height: int) -> "Rect":
        """The upper `height` pixels."""
        return self._replace(h=height)

    def low(self, height: int) -> "Rect":
        """The lower `height` pixels."""
        return Rect(self.x, self.bottom - height, self.w, height)

    def below(self, height: int) -> "Rect":
        """What is left under the upper `height` pixels."""
        return Rect(self.x, self.y + height, self.w, self.h - height)

    def above(self, height: int) -> "Rect":
        """What is left over the lower `height` pixels."""
        return self._replace(h=self.h - height)

    def rows(self, count: int, gap: int) -> list["Rect"]:
        """`count` rows of the same height; the last takes what rounding leaves."""
        return [Rect(self.x, y, self.w, h) for y, h in _shares(self.y, self.h, [1.0] * count, gap)]

    def columns(self, weights: Sequence[float], gap: int) -> list["Rect"]:
        """Columns as wide as their weights say."""
        return [Rect(x, self.y, w, self.h) for x, w in _shares(self.x, self.w, weights, gap)]

    def grid(self, across: int, down: int, gap: int) -> list["Rect"]:
        """Cells in reading order."""
        return [cell for row in self.rows(down, gap) for cell in row.columns([1.0] * across, gap)]

    def around(self, width: int, height: int) -> "Rect":
        """A rectangle of that size with the same centre."""
        return Rect(self.x + (self.w - width) // 2, self.y + (self.h - height) // 2, width, height)

    def holds(self, other: "Rect", slack: int = 0) -> bool:
        """Whether `other` lies inside."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: "Rect", slack: int = 0) -> bool:
        """Whether more than `slack` pixels are shared in both directions."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > slack and down > slack


def _shares(start: int, length: int, weights: Sequence[float], gap: int) -> list[tuple[int, int]]:
    free = length - gap * (len(weights) - 1)
    total, used, shares = sum(weights), 0.0, []
    for index, weight in enumerate(weights):
        begin = round(free * used / total)
        used += weight
        shares.append((start + begin + gap * index, round(free * used / total) - begin))
    return shares
