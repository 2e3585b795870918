"""The wall of doors as seen from the screen: real proportions, the own door in the sun's colour with its number.

Left is left in every language. Where the wall is wider than the picture, only what lies around the screen and the own
door is drawn, with a gap between both where need be.
"""

from collections.abc import Iterator, Sequence

from kiosk.presenters.pickup_contents import LockerWall as Wall
from kiosk.presenters.pickup_contents import WallColumn, WallDoor
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.strokes import Batch
from kiosk.widgets.wall_view import View, view_of

LABEL = 74
"""Height of the words below the floor line."""
FLOOR = 12
TAG = (132, 84)
"""The number beside a door too low to bear it."""
LEAF = 0.42
"""Width of the open leaf, share of the door's."""
SCREEN = (900, 1700)
"""Lower and upper edge of the machine's own screen (mm), as drawn."""


class LockerWall(Part):
    """Data: `wall`."""

    def draw(self, pen: Pen) -> None:
        wall: Wall = self.data["wall"]
        look, pen = pen.look, pen.unmirrored()
        label = look.tx(LABEL)
        floor = self.rect.bottom - label - look.px(FLOOR)
        place = Rect(self.rect.x, self.rect.y, self.rect.w, floor - self.rect.y)
        view = view_of(wall, place, look.px(4))
        with pen.clip(place):
            for column in wall.columns:
                for x in view.places(column.place):
                    self._column(pen, view, column, x)
            self._terminal(pen, view, floor)
            self._break(pen, view, place)
        pen.fill(Rect(self.rect.x, floor, self.rect.w, look.px(FLOOR)), pen.theme.ink)
        self._here(pen, wall, view, label)
        self._own(pen, view, wall, place)

    def _column(self, pen: Pen, view: View, column: WallColumn, x: int) -> None:
        theme, px = pen.theme, pen.look.px
        for door in column.doors:
            rect = view.door(x, door)
            if door.own:
                continue
            pen.box(rect, theme.card, min(px(6), rect.h // 4), border=theme.line_strong, width=px(2))
            if rect.h >= px(20):
                pen.disc(rect.right - px(14), rect.centre[1], px(4), theme.line_strong)

    def _terminal(self, pen: Pen, view: View, floor: int) -> None:
        theme, px = pen.theme, pen.look.px
        top = view.y(view.top)
        rect = Rect(view.terminal, top, view.terminal_width, floor - top)
        pen.box(rect, theme.tint, px(6), border=theme.line_strong, width=px(3))
        wide = round(rect.w * 0.6)
        low, high = view.y(SCREEN[0]), view.y(min(SCREEN[1], view.top - 60))
        screen = Rect(rect.x + (rect.w - wide) // 2, high, wide, low - high)
        pen.box(screen, theme.ink, px(6))
        inner = screen.low(round(screen.h * 0.4)).inset(px(4))
        pen.fill(inner, theme.brand)

    def _break(self, pen: Pen, view: View, place: Rect) -> None:
        """Columns are left out here."""
        if view.gap is None:
            return
        theme, px = pen.theme, pen.look.px
        left, right = view.gap
        pen.fill(Rect(left, place.y, right - left, place.h), theme.paper)
        for step in (-1, 0, 1):
            pen.disc((left + right) / 2 + step * px(20), place.centre[1], px(6), theme.ink)

    def _here(self, pen: Pen, wall: Wall, view: View, label: int) -> None:
        theme, px = pen.theme, pen.look.px
        size = pen.sizes.type_min
        wide = round(pen.look.scribe.set(wall.here, 9999, 9999, size, bold=True).width) + px(8)
        dot = px(22)
        middle = view.terminal + view.terminal_width // 2
        whole = wide + 2 * dot + px(16)
        x = max(self.rect.x, min(middle - whole // 2, self.rect.right - whole))
        row = self.rect.low(label - px(6))
        for radius, colour in ((dot, theme.ink), (px(17), theme.sun), (px(6), theme.on_sun)):
            pen.disc(x + dot, row.centre[1], radius, colour)
        pen.text(wall.here, Rect(x + 2 * dot + px(16), row.y, wide, row.h), size, theme.ink, bold=True, max_lines=1)

    def _own(self, pen: Pen, view: View, wall: Wall, place: Rect) -> None:
        found = next(_own_doors(wall.columns), None)
        if found is None:
            return
        column, door = found
        x = view.places(column.place)[-1]
        rect, px, theme = view.door(x, door), pen.look.px, pen.theme
        around = rect.inset(-px(5))
        pen.box(around, theme.on_sun if theme.bordered else theme.ink, px(10))
        pen.box(rect, theme.sun, px(6))
        tall = rect.h >= round(pen.sizes.type_min * 1.3)
        if wall.open:
            self._leaf(pen, rect, place)
        if tall:
            size = pen.sizes.type_title if rect.h >= px(100) else pen.sizes.type_min
            pen.text(wall.number, rect, size, theme.on_sun, bold=True, align="centre", max_lines=1, capitals=True)
        else:
            self._tag(pen, rect, wall.number, place)

    def _leaf(self, pen: Pen, rect: Rect, place: Rect) -> None:
        """The door swings towards who stands in front: drawn at its outer side, lower than the opening."""
        theme, px = pen.theme, pen.look.px
        right = rect.right + round(rect.w * LEAF) <= place.right
        hinge = rect.right if right else rect.x
        far = hinge + round(rect.w * LEAF) * (1 if right else -1)
        drop = max(px(14), rect.h // 4)
        corners = [
            (float(hinge), pen.up(rect.y)),
            (float(far), pen.up(rect.y + drop)),
            (float(far), pen.up(rect.bottom + drop)),
            (float(hinge), pen.up(rect.bottom)),
        ]
        face = Batch()
        face.triangles(corners, [True] * 4, (0, 1, 2, 0, 2, 3))
        pen.batch(face, theme.sun)
        line = Batch()
        line.round_polyline([*corners, corners[0]], px(5))
        pen.batch(line, theme.ink)

    def _tag(self, pen: Pen, rect: Rect, number: str, place: Rect) -> None:
        """The number above the door, or below it where it would leave the picture, with a pointer."""
        theme, px, sizes = pen.theme, pen.look.px, pen.sizes
        need = round(pen.look.scribe.measure(number, True, sizes.type_sub)) + px(40)
        wide, high = max(px(TAG[0]), need), max(px(TAG[1]), round(sizes.type_sub * 1.2))
        above = rect.y - high - px(26) >= place.y
        y = rect.y - high - px(26) if above else rect.bottom + px(26)
        x = max(place.x, min(rect.x + (rect.w - wide) // 2, place.right - wide))
        tag = Rect(x, y, wide, high)
        middle = rect.centre[0]
        base, tip = (tag.bottom - px(4), rect.y - px(4)) if above else (tag.y + px(4), rect.bottom + px(4))
        pointer = Batch()
        corners = [(middle - px(18), pen.up(base)), (middle + px(18), pen.up(base)), (middle, pen.up(tip))]
        pointer.triangles(corners, [True] * 3, (0, 1, 2))
        pen.batch(pointer, theme.ink)
        pen.box(tag, theme.sun, px(14), border=theme.on_sun if theme.bordered else theme.ink, width=px(5))
        pen.text(number, tag, sizes.type_sub, theme.on_sun, bold=True, align="centre", max_lines=1, capitals=True)


def _own_doors(columns: Sequence[WallColumn]) -> Iterator[tuple[WallColumn, WallDoor]]:
    return ((column, door) for column in columns for door in column.doors if door.own)


def wall_height(look: Look, width: int) -> int:
    """A good height of the picture at this width."""
    return min(look.px(620), width * 2 // 3)
