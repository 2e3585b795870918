"""A state in a word or two: icon and words on a rounded ground in its tone."""

from kiosk.presenters import contents as c
from kiosk.widgets.label import draw_icon_line, icon_side, line_height, words_left
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen

PAD = 30


class Chip(Part):
    """Data: `line`. As wide as its words; in two lines where one does not hold them."""

    def draw(self, pen: Pen) -> None:
        line: c.IconLine = self.data["line"]
        look, theme, sizes, px = pen.look, pen.theme, pen.sizes, pen.look.px
        tone = theme.tone(line.tone)
        need = words_left(look, sizes.type_body) + 2 * px(PAD) + px(4)
        words = look.scribe.set(line.bold + line.rest, 99999, 999, sizes.type_body, bold=bool(line.bold))
        ground = self.rect._replace(w=min(self.rect.w, need + round(words.width)))
        radius = min(sizes.radius_chip, self.rect.h // 2)
        border = tone if theme.bordered else None
        pen.box(ground, theme.tone_tint(line.tone), radius, border=border, width=sizes.border)
        draw_icon_line(pen, ground.inset(px(PAD), 0), line, sizes.type_body)


def chip_height(look: Look, line: c.IconLine, width: int) -> int:
    """Height with all its words."""
    words = line_height(look, line, width - 2 * look.px(PAD), look.sizes.type_body)
    return max(words, icon_side(look, look.sizes.type_body)) + look.px(20)
