"""Cards to read: one fact, and the board of the last numbers called."""

from collections.abc import Sequence

from kiosk.presenters import contents as c
from kiosk.widgets.label import draw_icon_line
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect


def draw_card(pen: Pen, rect: Rect, radius: int = 0) -> None:
    """A card: no edge, nothing to press."""
    width = pen.sizes.border if pen.theme.bordered else pen.sizes.border_thin
    pen.box(rect, pen.theme.card, radius or pen.sizes.radius, border=pen.theme.line, width=width)


class FactCard(Part):
    """Data: `fact`, `value_size` (the same for all cards of a screen, see `value_size`)."""

    def draw(self, pen: Pen) -> None:
        fact: c.FactCard = self.data["fact"]
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        draw_card(pen, self.rect)
        inner = self.rect.inset(px(30), px(16))
        size = self.data["value_size"]
        heights = [px(56), round(size * 1.14), px(54) if fact.below else 0]
        gap = min(px(16), max(0, (inner.h - sum(heights)) // 2))
        top = inner.y + max(0, (inner.h - sum(heights) - gap * (2 if fact.below else 1)) // 2)
        label = Rect(inner.x, top, inner.w, heights[0])
        pen.icon(fact.icon, label.x + px(24), label.centre[1], px(48), theme.brand)
        pen.text(fact.label, label.inset(px(62), 0, 0), sizes.type_min, theme.ink_soft, max_lines=1)
        value = Rect(inner.x, label.bottom + gap, inner.w, heights[1])
        pen.text(fact.value, value, size, theme.ink, bold=True, max_lines=1)
        if fact.below:
            below = Rect(inner.x, value.bottom + gap, inner.w, inner.bottom - value.bottom - gap + px(8))
            pen.text(fact.below, below, sizes.type_min, theme.ink_soft, leading=1.1, max_lines=2, valign="top")


def value_size(look: Look, facts: Sequence[c.FactCard], width: int, height: int) -> int:
    """The largest type at which every value stands in one line of its card."""
    room = width - look.px(60)
    for size in (step for step in look.sizes.ladder if look.sizes.type_min <= step <= look.sizes.type_sub):
        fits = all(look.scribe.measure(fact.value, True, size) <= room for fact in facts)
        if fits and height >= look.px(56 + 54 + 32) + size * 1.14:
            return size
    return look.sizes.type_min


class Board(Part):
    """The last numbers called. Data: `title`, `lines` (contents.IconLine: bold number, rest the room)."""

    def draw(self, pen: Pen) -> None:
        lines: Sequence[c.IconLine] = self.data["lines"]
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        draw_card(pen, self.rect)
        head, rest = self.rect.top(px(96)), self.rect.below(px(96))
        pen.icon("bullhorn-outline", head.x + px(62), head.centre[1], px(58), theme.brand)
        title = head.inset(px(112), 0, px(24))
        pen.text(self.data["title"], title, sizes.type_lead, theme.ink, bold=True, max_lines=1)
        rows = rest.rows(max(1, len(lines)), 0)
        for row, line in zip(rows, lines, strict=False):
            pen.fill(Rect(row.x, row.y, row.w, sizes.border_thin), theme.line)
            number, arrow, room = row.inset(px(36), 0, px(24)).columns((5, 1, 5), 0)
            size = sizes.type_display if row.h >= sizes.type_display * 1.2 else sizes.type_sub
            pen.text(line.bold, number, size, theme.ink, bold=True, max_lines=1)
            pen.icon("arrow-right", *arrow.centre, px(56), theme.brand)
            pen.text(line.rest, room, sizes.type_sub, theme.ink, max_lines=2, leading=1.1)


def board_height(look: Look, count: int, available: int) -> int:
    """Height of the board: roomy rows where there is room."""
    return min(available, look.px(96) + count * look.px(150))


class Notice(Part):
    """A notice of the house. Data: `line`."""

    def draw(self, pen: Pen) -> None:
        theme, sizes = pen.theme, pen.sizes
        border = theme.line_strong if theme.bordered else None
        pen.box(self.rect, theme.tint, sizes.radius, border=border, width=sizes.border)
        draw_icon_line(pen, self.rect.inset(pen.look.px(24), 0), self.data["line"], sizes.type_body, plain=True)


class Card(Part):
    """A plain card under other parts. No data."""

    def draw(self, pen: Pen) -> None:
        draw_card(pen, self.rect)
