"""A step to be done by hand: its number in a disc, the words beside it. Only read."""

from kiosk.presenters import contents as c
from kiosk.widgets.cards import draw_card
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.typeset import Setting

DISC = 32
LEFT = 112
LEAST = 92


class DoStep(Part):
    """Data: `step`; the current one is tinted and bold."""

    def draw(self, pen: Pen) -> None:
        step: c.StepRow = self.data["step"]
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        if step.current:
            pen.box(self.rect, theme.tint, sizes.radius, border=theme.brand, width=sizes.border_current)
        else:
            draw_card(pen, self.rect)
        disc = Rect(self.rect.x + px(22), self.rect.y, 2 * px(DISC), self.rect.h)
        pen.disc(*disc.centre, px(DISC), theme.brand)
        pen.text(step.number, disc, sizes.type_least, theme.on_brand, bold=True, align="centre", capitals=True)
        pen.put(_words(pen.look, step, self.rect.w), self.rect.inset(px(LEFT), 0, px(20)), theme.ink)


def step_height(look: Look, step: c.StepRow, width: int) -> int:
    """Height with all its words, the same whether it is the current one or not."""
    return max(look.px(LEAST), _words(look, step, width).height + look.px(20))


def _words(look: Look, step: c.StepRow, width: int) -> Setting:
    room = width - look.px(LEFT + 20)
    return look.scribe.set(step.text, room, 9999, look.sizes.type_body, bold=True, leading=1.1, language=look.language)
