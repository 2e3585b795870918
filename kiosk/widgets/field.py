"""The field that shows what was typed, with a caret. It is read, not touched: the keyboard is always there."""

from kiosk.widgets.bidi import is_rtl
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect


class Field(Part):
    """Data: `query`, `hint`. A query longer than the field shows its end."""

    def draw(self, pen: Pen) -> None:
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        query: str = self.data["query"]
        pen.box(self.rect, theme.card, sizes.radius, border=theme.brand, width=sizes.border_current)
        pen.icon("magnify", self.rect.x + px(60), self.rect.centre[1], px(62), theme.brand)
        room = self.rect.inset(px(112), px(8), px(40))
        measure, size = pen.look.scribe.measure, sizes.type_lead
        caret = room.x
        if query:
            shown = query
            while len(shown) > 1 and measure(shown, False, size) > room.w - px(16):
                shown = shown[1:]
            wide = round(measure(shown, False, size))
            if pen.mirror and not is_rtl(
                shown
            ):  # Latin words in a field that begins at the right: the caret follows them
                caret, room = room.x, room.inset(px(8), 0, 0)
            else:
                caret += wide + px(4)
            pen.text(shown.replace(" ", "\u00a0"), room, size, theme.ink, max_lines=1)
        else:
            pen.text(self.data["hint"], room.inset(px(16), 0, 0), size, theme.ink_soft, max_lines=1)
        high = px(68)
        pen.fill(Rect(caret, self.rect.y + (self.rect.h - high) // 2, px(4), high), theme.brand)
