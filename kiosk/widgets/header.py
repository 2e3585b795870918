"""The top of every screen: the mark, house and town, and the clock."""

from kiosk.presenters.contents import Frame
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
    """Data: `frame`."""

    def draw(self, pen: Pen) -> None:
        frame: Frame = self.data["frame"]
        side = pen.look.px(76)
        draw_mark(pen, self.rect.x, self.rect.y + (self.rect.h - side) // 2, side)
        names = [Run(frame.house, True, pen.theme.ink), Run(" " + frame.town, False, pen.theme.ink_soft)]
        room = self.rect.inset(side + pen.look.px(22), 0, 0)
        pen.text(names, room, pen.sizes.type_min, pen.theme.ink, max_lines=2, leading=1.05)


class Clock(Part):
    """Data: `clock` ("10:42")."""

    def draw(self, pen: Pen) -> None:
        size = pen.sizes.type_body
        pen.text(self.data["clock"], self.rect, size, pen.theme.ink, bold=True, align="right", max_lines=1)


def clock_width(look: Look, clock: str) -> int:
    return round(look.scribe.measure(clock, True, look.sizes.type_body)) + 2
