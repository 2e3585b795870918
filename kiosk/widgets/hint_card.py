"""A card that says where something is found: icon and heading, words below. Nothing to press."""

from kiosk.presenters import contents as c
from kiosk.widgets.cards import draw_card
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.typeset import Setting

PAD, ICON, HEAD = 28, 60, 76


class HintCard(Part):
    """Data: `line`, whose words in bold are the heading; `large`: in the size of what is read."""

    def draw(self, pen: Pen) -> None:
        line: c.IconLine = self.data["line"]
        look, theme, px = pen.look, pen.theme, pen.look.px
        draw_card(pen, self.rect)
        inner = self.rect.inset(px(PAD), px(18))
        large = self.data["large"]
        head = _heading(look, line, self.rect.w, large=large)
        top = Rect(inner.x, inner.y, inner.w, max(look.tx(HEAD), head.height))
        pen.icon(line.icon, top.x + look.tx(ICON) / 2, top.centre[1], look.tx(ICON), theme.brand)
        pen.put(head, top.inset(look.tx(ICON) + px(18), 0, 0), theme.ink)
        low = _words(look, line, self.rect.w, large=large)
        pen.put(low, Rect(inner.x, top.bottom + px(10), inner.w, low.height), theme.ink_soft)


def card_height(look: Look, line: c.IconLine, width: int, *, large: bool) -> int:
    """Height with all its words; 0 where a word is wider than the card."""
    heading = _heading(look, line, width, large=large)
    if not heading.fits or not _words(look, line, width, large=large).fits:
        return 0
    head = max(look.tx(HEAD), heading.height)
    return head + _words(look, line, width, large=large).height + look.px(18 + 18 + 12)


def _heading(look: Look, line: c.IconLine, width: int, *, large: bool) -> Setting:
    room = width - look.px(2 * PAD + 18) - look.tx(ICON)
    size = look.sizes.type_lead if large else look.sizes.type_body
    return look.scribe.set(line.bold, room, 9999, size, bold=True, leading=1.1, language=look.language)


def _words(look: Look, line: c.IconLine, width: int, *, large: bool) -> Setting:
    room = width - look.px(2 * PAD)
    size = look.sizes.type_body if large else look.sizes.type_min
    return look.scribe.set(line.rest, room, 9999, size, balance=True, language=look.language)
