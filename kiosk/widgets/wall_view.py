"""Which part of the wall a picture shows, and where each door stands in it. Pure geometry."""

from typing import NamedTuple

from kiosk.presenters.pickup_contents import LockerWall, WallDoor
from kiosk.widgets.rect import Rect

COLUMN_MM, TERMINAL_MM = 420, 560
"""Width of a column of doors, and of the column with the screen, as drawn."""
TERMINAL_TOP = 1800
"""The column with the screen is at least so high (mm)."""
GAP = 96
"""Pixels of the gap where columns are left out."""


class View(NamedTuple):
    """A picture of the wall, in pixels from the upper left."""

    rect: Rect
    unit: float
    """Pixels a millimetre."""
    top: int
    """Upper edge of the wall (mm)."""
    terminal: int
    """Left edge of the column with the screen."""
    between: int
    """Pixels between two doors."""
    own: int
    """Column of the own door; 0: none."""
    shift: int
    """Columns beyond the gap stand so much nearer to the screen."""
    first_beyond: int
    """Distance of the first column beyond the gap; 0: there is no gap."""
    gap: tuple[int, int] | None
    """Left and right edge of the gap."""

    @property
    def column(self) -> int:
        """Width of a column."""
        return round(COLUMN_MM * self.unit)

    @property
    def terminal_width(self) -> int:
        """Width of the column with the screen."""
        return round(TERMINAL_MM * self.unit)

    def y(self, mm: float) -> int:
        """A height above the floor."""
        return self.rect.bottom - round(mm * self.unit)

    def left_of(self, place: int) -> int:
        """Left edge of a column, as if none were left out."""
        if place > 0:
            return self.terminal + self.terminal_width + (place - 1) * self.column
        return self.terminal + place * self.column

    def places(self, place: int) -> tuple[int, ...]:
        """Left edge of a column in the picture; () where it is left out or outside."""
        x = self.left_of(place)
        if self.gap is not None and place * self.own > 0:
            if abs(place) >= self.first_beyond:
                x -= self.shift if place > 0 else -self.shift
            elif (place > 0 and x + self.column > self.gap[0]) or (place < 0 and x < self.gap[1]):
                return ()
        return (x,) if x < self.rect.right and x + self.column > self.rect.x else ()

    def door(self, x: int, door: WallDoor) -> Rect:
        """A door of the column that begins at `x`."""
        upper, lower = self.y(door.bottom + door.height), self.y(door.bottom)
        return Rect(x, upper, self.column, lower - upper).inset(self.between)


def view_of(wall: LockerWall, rect: Rect, between: int) -> View:
    """The part of the wall that shows the screen and the own door, as large as the height allows."""
    top = max([TERMINAL_TOP, *(door.bottom + door.height for column in wall.columns for door in column.doors)])
    unit = rect.h / (top + 40)
    own = next((column.place for column in wall.columns for door in column.doors if door.own), 0)
    lefts = -min([0, *(column.place for column in wall.columns)])
    rights = max([0, *(column.place for column in wall.columns)])
    column, terminal = round(COLUMN_MM * unit), round(TERMINAL_MM * unit)
    span = terminal + abs(own) * column
    if span + column // 2 <= rect.w:
        return View(rect, unit, top, _centred(rect, own, lefts, rights, column, terminal), between, own, 0, 0, None)
    return _broken(rect, unit, top, own, column, terminal, between)


def _centred(rect: Rect, own: int, lefts: int, rights: int, column: int, terminal: int) -> int:
    """Left edge of the screen's column: all of the wall in the middle, or the part around screen and own door."""
    whole = terminal + (lefts + rights) * column
    if whole <= rect.w:
        return rect.x + (rect.w - whole) // 2 + lefts * column
    span = terminal + abs(own) * column
    begin = rect.x + (rect.w - span) // 2
    x = begin + (abs(own) * column if own < 0 else 0)
    most, least = rect.x + lefts * column, rect.right - terminal - rights * column
    return max(least, min(most, x))


def _broken(rect: Rect, unit: float, top: int, own: int, column: int, terminal: int, between: int) -> View:
    """The screen at one end, the own door at the other, and a gap for the columns left out."""
    room = rect.w - terminal - GAP
    near = max(1, (room // column - 1) // 2)
    beyond = max(1, (room - near * column) // column)
    first = abs(own) - max(0, beyond - 2)
    left_out = (first - 1 - near) * column
    shift = left_out - GAP
    spare = rect.w - terminal - GAP - near * column - (abs(own) - first + 1) * column
    if own > 0:
        x = rect.x + spare // 2
        edge = x + terminal + near * column
        return View(rect, unit, top, x, between, own, shift, first, (edge, edge + GAP))
    x = rect.right - terminal - spare // 2
    edge = x - near * column
    return View(rect, unit, top, x, between, own, shift, first, (edge - GAP, edge))
