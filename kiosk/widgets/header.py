"""The top of every screen: the mark, house and town, and the clock."""

from kiosk.presenters.contents import Frame, IconLine
from kiosk.widgets.label import draw_icon_line
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.typeset import Run


def draw_mark(pen: Pen, x: int, y: int, side: int) -> None:
    """The pilot's mark: a stepped gable with a light above. Drawn on a grid of 76."""
    theme = pen.theme
    cell = side / 76

    def bar(left: float, top: float, width: float, height: float) -> Rect:
        return Rect(x + round(left * cell), y + round(top * cell), round(width * cell), round(height * cell))

    pen.box(Rect(x, y, side, side), theme.brand, round(18 * cell))
    for left, top, width, height in ((14, 40, 13, 18), (32, 30, 12, 28), (49, 40, 13, 18), (14, 61, 48, 4)):
        pen.fill(bar(left, top, width, height), theme.on_brand)
    light = theme.on_brand if theme.ring_on_sun else theme.sun
    pen.disc(x + 38 * cell, y + 18.5 * cell, round(7 * cell), light)


class Header(Part):
    """Data: `frame`: house and town, and the mark `only_german`."""

    def draw(self, pen: Pen) -> None:
        frame: Frame = self.data["frame"]
        side = pen.look.px(76)
        draw_mark(pen, self.rect.x, self.rect.y + (self.rect.h - side) // 2, side)
        names = [Run(frame.house, True, pen.theme.ink), Run(" " + frame.town, False, pen.theme.ink_soft)]
        room = self.rect.inset(side + pen.look.px(22), 0, 0)
        if frame.only_german is not None:
            room = self._mark(pen, room, names, frame.only_german)
        if room.h:
            pen.text(names, room, pen.sizes.type_min, pen.theme.ink, max_lines=2, leading=1.05)

    def _mark(self, pen: Pen, room: Rect, names: list[Run], mark: IconLine) -> Rect:
        """The mark below the names, or in their place where they need both lines. Gives back the names' room."""
        size, high = pen.sizes.type_min, pen.look.px(50)
        one = pen.look.scribe.set(names, room.w, high, size, max_lines=1).fits
        top = room.y + room.h // 2
        place = Rect(room.x, top, room.w, high) if one else room
        draw_icon_line(pen, place, mark, size, plain=True)
        return Rect(room.x, top - high, room.w, high if one else 0)


class Clock(Part):
    """Data: `clock` ("10:42")."""

    def draw(self, pen: Pen) -> None:
        size = pen.sizes.type_body
        pen.text(self.data["clock"], self.rect, size, pen.theme.ink, bold=True, align="right", max_lines=1)


def clock_width(look: Look, clock: str) -> int:
    return round(look.scribe.measure(clock, True, look.sizes.type_body)) + 2
