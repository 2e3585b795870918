"""How much of the last half minute has passed. Changes once a second, with words beside it."""

from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen


class TimeBar(Part):
    """Data: `share` of the time that has passed, 0 to 1."""

    def draw(self, pen: Pen) -> None:
        theme, sizes, rect = pen.theme, pen.sizes, self.rect
        pen.box(rect, theme.card, rect.h // 2, border=theme.line_strong, width=sizes.border)
        filled = round(rect.w * min(1.0, max(0.0, self.data["share"])))
        if filled:
            pen.box(rect._replace(w=max(filled, rect.h)), theme.brand, rect.h // 2)
