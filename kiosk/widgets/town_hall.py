"""The town hall with a clock that goes right. Rectangles and a few circles, drawn again once a minute."""

import math

from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.strokes import Batch

DRAWN_HEIGHT = 420
"""Height of the drawing in its own units, from the ground to the light."""
WING = 280
HOUSE_GAP = 30
TOWER = ((-120, 120, 260), (-84, 84, 310), (-48, 48, 372))
"""Left, right, top of the steps of the gable."""
HOUSES = ((120, 150), (150, 170), (96, 128), (170, 196))
"""Width and height of the houses beside, repeated to the screen's edge."""


class TownHall(Part):
    """Data: `hour`, `minute`; `ground`: with a line it stands on.

    Stands on the lower edge of its rectangle, in the middle, as large as fits."""

    def draw(self, pen: Pen) -> None:
        pen = pen.unmirrored()
        self.scale = min(1.0 * pen.look.panel.unit, self.rect.h / DRAWN_HEIGHT)
        self.middle = round(self.rect.centre[0])
        self.wall = pen.theme.tint_strong if pen.theme.bordered else pen.theme.tint
        with pen.clip(self.rect):
            self._houses(pen)
            self._wings(pen)
            self._tower(pen)
        if self.data.get("ground"):
            thick = pen.sizes.border_thin * 2
            pen.fill(self.rect.low(thick), pen.theme.line_strong if pen.theme.bordered else pen.theme.tint_strong)
        self._clock(pen, self.data["hour"], self.data["minute"])

    def at(self, left: float, top: float, width: float, height: float) -> Rect:
        """A rectangle in drawing units: from the middle, up from the ground."""
        x, right = (self.middle + round(v * self.scale) for v in (left, left + width))
        y, low = (self.rect.bottom - round(v * self.scale) for v in (top, top - height))
        return Rect(x, y, right - x, low - y)

    def _windows(self, pen: Pen, left: float, top: float, across: int, down: int, size, pitch) -> None:
        for row in range(down):
            for column in range(across):
                place = self.at(left + column * pitch[0], top - row * pitch[1], *size)
                pen.box(place, pen.theme.paper, round(6 * self.scale))

    def _houses(self, pen: Pen) -> None:
        reach = self.rect.w / 2 / self.scale
        for side in (-1, 1):
            x, index = 420 - HOUSE_GAP / 2, 0 if side < 0 else 1
            x += HOUSE_GAP / 2
            while x < reach:
                width, height = HOUSES[index % len(HOUSES)]
                left = x if side > 0 else -x - width
                pen.fill(self.at(left, height, width, height), self.wall)
                across = int((width - 24) // 48)
                margin = (width - (across * 48 - 20)) / 2
                self._windows(pen, left + margin, height - 28, across, 2, (28, 42), (48, 66))
                x, index = x + width + HOUSE_GAP, index + 1

    def _wings(self, pen: Pen) -> None:
        for left in (-120 - 270, 120):
            pen.fill(self.at(left, 230, 270, 230), self.wall)
            self._windows(pen, left + 22, 208, 4, 3, (34, 52), (64, 70))
        pen.fill(self.at(-400, 242, WING, 16), pen.theme.tint_strong)
        pen.fill(self.at(120, 242, WING, 16), pen.theme.tint_strong)

    def _tower(self, pen: Pen) -> None:
        theme = pen.theme
        for left, right, top in TOWER:
            pen.fill(self.at(left, top, right - left, top), theme.tint_strong)
        self._windows(pen, -85, 230, 3, 1, (34, 56), (68, 0))
        for left in (-85, 51):
            self._windows(pen, left, 150, 1, 1, (34, 56), (0, 0))
        pen.box(self.at(-40, 140, 80, 140), theme.brand, round(6 * self.scale), corners=(True, True, False, False))
        pen.fill(self.at(-2, 140, 4, 140), theme.tint_strong)
        pen.fill(self.at(-60, 382, 120, 14), theme.brand)
        light = self.at(0, 400, 0, 0)
        pen.disc(light.x, light.y, round(13 * self.scale), theme.sun)

    def _clock(self, pen: Pen, hour: int, minute: int) -> None:
        theme, centre = pen.theme, self.at(0, 302, 0, 0)
        radius = round(45 * self.scale)
        pen.disc(centre.x, centre.y, radius, theme.brand)
        pen.disc(centre.x, centre.y, radius - round(6 * self.scale), theme.card)
        hands = Batch()
        turns = ((hour % 12 + minute / 60) / 12, 20, 7.0), (minute / 60, 31, 5.0)
        for turn, length, width in turns:
            angle = 2 * math.pi * turn
            x, y = centre.x, pen.up(centre.y)
            tip = (x + math.sin(angle) * length * self.scale, y + math.cos(angle) * length * self.scale)
            hands.round_polyline([(x, y), tip], width * self.scale)
        pen.batch(hands, theme.ink)
