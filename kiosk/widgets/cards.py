"""Cards to read: one fact, and the board of the last numbers called."""

from collections.abc import Sequence

from kiosk.presenters import contents as c
from kiosk.widgets.label import draw_icon_line
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.typeset import letter_height


def draw_card(pen: Pen, rect: Rect, radius: int = 0) -> None:
    """A card: no edge, nothing to press."""
    width = pen.sizes.border if pen.theme.bordered else pen.sizes.border_thin
    pen.box(rect, pen.theme.card, radius or pen.sizes.radius, border=pen.theme.line, width=width)


class FactCard(Part):
    """Data: `fact`; `value_size`, `beside` and `row`, the same for all cards of a screen (see `value_size` and others).

    `row`: so low that the value stands beside the label instead of below.
    """

    def draw(self, pen: Pen) -> None:
        draw_card(pen, self.rect)
        if self.data["row"]:
            self._row(pen, self.data["fact"])
        else:
            self._card(pen, self.data["fact"])

    def _row(self, pen: Pen, fact: c.FactCard) -> None:
        """Label over the line below at the left, the value at the right."""
        theme, sizes, px, tx = pen.theme, pen.sizes, pen.look.px, pen.look.tx
        inner = self.rect.inset(px(30), px(4))
        size = self.data["value_size"]
        small = sizes.type_min
        wide = round(pen.look.scribe.measure(fact.value, True, size)) + 1
        line = inner.inset(tx(66), 0, 0)
        beside = self.data["beside"]
        value = line.inset(line.w - wide, 0, 0)
        heads = letter_height(small)
        pair = row_height(pen.look) if fact.below else heads
        top = inner.y + (inner.h - pair) // 2
        if not beside:
            value = Rect(value.x, max(inner.y, top + (heads - letter_height(size)) // 2), wide, letter_height(size))
        pen.icon(fact.icon, inner.x + tx(24), inner.centre[1], tx(48), theme.brand)
        air = 0 if pen.look.plain else px(20)
        pen.text(fact.label, Rect(line.x, top, line.w - wide - air, heads), small, theme.ink_soft, max_lines=1)
        pen.text(fact.value, value, size, theme.ink, bold=True, align="right", max_lines=1)
        low = Rect(line.x, top + pair - heads, line.w, heads)
        if beside or value.bottom > low.y:
            low = low._replace(w=line.w - wide - air)
        least = small if pen.look.scale == 1 else 0
        note = pen.look.scribe.set(fact.below, low.w, low.h, small, max_lines=1, smallest=least)
        if fact.below and note.fits:  # a longer note stands under "Mehr" only
            pen.put(note, low, theme.ink_soft)

    def _card(self, pen: Pen, fact: c.FactCard) -> None:
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        size = self.data["value_size"]
        tx = pen.look.tx
        heights = [tx(56), letter_height(size), tx(54) if fact.below else 0]
        inner = self.rect.inset(px(30), max(px(2), min(px(16), (self.rect.h - sum(heights)) // 2)))
        gap = min(px(16), max(0, (inner.h - sum(heights)) // 2))
        top = inner.y + max(0, (inner.h - sum(heights) - gap * (2 if fact.below else 1)) // 2)
        label = Rect(inner.x, top, inner.w, heights[0])
        side = tx(48)
        pen.icon(fact.icon, label.x + side // 2, label.centre[1], side, theme.brand)
        pen.text(fact.label, label.inset(side + px(14), 0, 0), sizes.type_min, theme.ink_soft, max_lines=1)
        value = Rect(inner.x, label.bottom + gap, inner.w, heights[1])
        pen.text(fact.value, value, size, theme.ink, bold=True, max_lines=1)
        if fact.below:
            below = Rect(inner.x, value.bottom + gap, inner.w, inner.bottom - value.bottom - gap + px(8))
            note = pen.look.scribe.set(fact.below, below.w, below.h, sizes.type_min, leading=1.1, max_lines=2)
            if note.fits:  # a longer note stands under "Mehr" only
                pen.put(note, below.top(note.height), theme.ink_soft)


def all_beside(look: Look, facts: Sequence[c.FactCard], place: Rect, size: int) -> bool:
    """Whether in low cards every value finds room beside both lines; else the values stand beside the labels only."""
    measure, room = look.scribe.measure, place.w - look.px(60 + 82)
    return all(
        measure(fact.below, False, look.sizes.type_min) + measure(fact.value, True, size) <= room for fact in facts
    )


def row_height(look: Look) -> int:
    """Height of the two lines of a low card, without air."""
    small = look.sizes.type_min
    return letter_height(small) + round(small * (1.22 if look.mirrored else 1.1))


def is_row(place: Rect) -> bool:
    """Whether a card is so low that the value stands beside the label instead of below."""
    return place.w > 5 * place.h


def value_size(look: Look, facts: Sequence[c.FactCard], place: Rect, row: bool) -> int:
    """The largest type at which every value stands in one line of its card, beside or below its label."""
    measure, smallest = look.scribe.measure, look.sizes.type_least
    room, give = place.w - look.px(60), 1 if look.scale == 1 else 0.8

    def fits(fact: c.FactCard, size: int) -> bool:
        if not row:
            return measure(fact.value, True, size) <= room and look.tx(56 + 54 + 6) + letter_height(size) <= place.h
        small = look.sizes.type_min
        label, below = measure(fact.label, False, small), measure(fact.below, False, small)
        value = measure(fact.value, True, size) + look.px(82)
        return value + max(label, below) <= room or (size <= look.sizes.type_lead and value + label * give <= room)

    steps = [step for step in look.sizes.ladder if smallest <= step <= look.sizes.type_sub]
    return next((step for step in steps if all(fits(fact, step) for fact in facts)), smallest)


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
            one = pen.look.scribe.set(line.rest, room.w, room.h, sizes.type_sub, max_lines=1)
            pen.text(line.rest, room, one.size, theme.ink, max_lines=1 if one.fits else 2, leading=1.1)


def board_rows(look: Look, count: int, available: int) -> int:
    """How many of `count` rows find room; the first are the newest."""
    return max(0, min(count, (available - look.px(96)) // look.tx(90)))


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
