"""The line below the map that explains its signs."""

from collections.abc import Sequence

from kiosk.presenters.contents import LegendSign
from kiosk.widgets.map_route import ROUTE, draw_here, draw_pin
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect

ICONS = {"lift": "elevator", "stairs": "stairs", "toilets": "human-male-female"}
WIDTHS = {"route": 70, "here": 44, "start": 44}
SIGN = 56


class Legend(Part):
    """Data: `signs` ((sign, word), ...). Signs that do not fit into the line are left out, the last first."""

    def draw(self, pen: Pen) -> None:
        signs: Sequence[tuple[LegendSign, str]] = self.data["signs"]
        px = pen.look.px
        while signs and self._wide(pen, signs) + px(24) * (len(signs) - 1) > self.rect.w:
            signs = signs[:-1]
        if not signs:
            return
        gap = min(px(72), (self.rect.w - self._wide(pen, signs)) // (len(signs) + 1))
        gap = max(gap, px(24))
        x = self.rect.x + (self.rect.w - self._wide(pen, signs) - gap * (len(signs) - 1)) // 2
        for sign, word in signs:
            x = self._item(pen, x, sign, word) + gap

    def _wide(self, pen: Pen, signs: Sequence[tuple[LegendSign, str]]) -> int:
        px = pen.look.px
        measure = pen.look.scribe.measure
        words = sum(round(measure(word, False, pen.sizes.type_min)) for _, word in signs)
        return words + sum(px(WIDTHS.get(sign, SIGN)) + px(16) for sign, _ in signs)

    def _item(self, pen: Pen, x: int, sign: LegendSign, word: str) -> int:
        theme, px, y = pen.theme, pen.look.px, self.rect.centre[1]
        wide = px(WIDTHS.get(sign, SIGN))
        middle = x + wide / 2
        if sign == "here":
            draw_here(pen, middle, y, 0.6)
        elif sign == "route":
            line = px(ROUTE)
            pen.box(Rect(x, round(y) - line // 2, wide, line), theme.brand, line // 2)
        elif sign == "start":
            pen.disc(middle, y, px(20), theme.brand)
            pen.disc(middle, y, px(11), theme.card)
        elif sign == "goal":
            draw_pin(pen, middle, y + px(26), px(58))
        else:
            pen.icon(ICONS[sign], middle, y, px(SIGN), theme.ink)
        wide_word = round(pen.look.scribe.measure(word, False, pen.sizes.type_min)) + 1
        room = Rect(x + wide + px(16), self.rect.y, wide_word, self.rect.h)
        pen.text(word, room, pen.sizes.type_min, theme.ink, max_lines=1)
        return room.right
