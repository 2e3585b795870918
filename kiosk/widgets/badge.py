"""A large icon on a round ground in its tone, at the head of a message."""

from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen


class Badge(Part):
    """Data: `icon`, `tone`."""

    def draw(self, pen: Pen) -> None:
        theme, rect = pen.theme, self.rect
        tone = self.data["tone"]
        border = theme.tone(tone) if theme.bordered else None
        pen.box(rect, theme.tone_tint(tone), rect.w // 2, border=border, width=pen.sizes.border)
        pen.icon(self.data["icon"], *rect.centre, round(rect.w * 0.58), theme.tone(tone))
