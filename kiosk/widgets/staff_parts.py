"""Parts of the staff's screens: a line of a list, a chip, a bar of a picture."""

from kiosk.presenters import contents as c
from kiosk.presenters.staff.contents import Bar, BoardRow
from kiosk.widgets.control import Control
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.typeset import letter_height

NARROW = 900
"""Lines of less width have less air."""
SIGNS = {"ok": "check-circle", "warn": "alert", "fault": "alert-circle-outline"}


class BoardLine(Control):
    """Icon, name, state, sign. Data: `row`. Stands above the reach zone; arrows on the desk choose it too."""

    doubled = True

    def changed(self) -> None:
        row: BoardRow = self.data["row"]
        self.test_id, self.event = row.test_id, row.event

    def draw(self, pen: Pen) -> None:
        row: BoardRow = self.data["row"]
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        if row.chosen:
            pen.box(self.rect, theme.tint, sizes.radius, border=theme.brand, width=sizes.border_current)
        else:
            ground = theme.tint_strong if self.pressed else theme.card
            thin = sizes.border if theme.bordered else sizes.border_thin
            pen.box(self.rect, ground, sizes.radius, border=theme.line, width=thin)
        narrow = self.rect.w < px(NARROW)
        pen.icon(row.icon, self.rect.x + px(48 if narrow else 60), self.rect.centre[1], px(58), theme.brand)
        inner = self.rect.inset(px(92 if narrow else 112), 0, px(86 if narrow else 100) if row.tone else px(30))
        if row.tone:
            sign = self.rect.right - px(46 if narrow else 54)
            pen.icon(SIGNS[row.tone], sign, self.rect.centre[1], px(54), theme.tone(row.tone))
        name, state = line_rooms(pen.look, inner, row)
        pen.text(row.name, name, sizes.type_body, theme.ink, bold=True, leading=1.05, max_lines=2)
        if row.state:
            pen.text(row.state, state, sizes.type_min, theme.ink_soft, leading=1.05, max_lines=2)


def line_rooms(look: Look, inner: Rect, row: BoardRow) -> tuple[Rect, Rect]:
    """Where name and state stand: states of all rows begin at the same place where both find room."""
    if not row.state:
        return inner, inner
    measure, gap = look.scribe.measure, look.px(20)
    name, state = measure(row.name, True, look.sizes.type_body), measure(row.state, False, look.sizes.type_min)
    usual = round(inner.w * 0.48)
    first = usual if name <= usual - gap and state <= inner.w - usual else round(name) + gap + 2
    if first + state > inner.w:
        word = max(measure(one, False, look.sizes.type_min) for one in row.state.split())
        two_lines = min(round(inner.w * 0.6), round(max(state * 0.56, word)) + look.px(8))
        first = min(first, inner.w - two_lines)
    return inner._replace(w=first - gap), inner.inset(first, 0, 0)


class Chip(Part):
    """A word with its sign on a round ground. Data: `line`."""

    def draw(self, pen: Pen) -> None:
        line: c.IconLine = self.data["line"]
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        tone = theme.tone(line.tone)
        border = tone if theme.bordered else None
        pen.box(self.rect, theme.tone_tint(line.tone), self.rect.h // 2, border=border, width=sizes.border)
        pen.icon(line.icon, self.rect.x + px(46), self.rect.centre[1], px(48), tone)
        pen.text(line.rest, self.rect.inset(px(82), 0, px(20)), sizes.type_min, tone, max_lines=1)


def chip_width(look: Look, line: c.IconLine) -> int:
    """Width a chip needs."""
    return round(look.scribe.measure(line.rest, False, look.sizes.type_min)) + look.px(82 + 24)


class BarLine(Part):
    """One bar: name left, bar and value right of it. Data: `bar`; widths of all bars: `names`, `values`."""

    def draw(self, pen: Pen) -> None:
        bar: Bar = self.data["bar"]
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        names = self.data["names"]
        label, rest = self.rect._replace(w=names), self.rect.inset(names + px(20), 0, 0)
        pen.text(bar.label, label, sizes.type_min, theme.ink, leading=1.0, max_lines=2)
        wide = round(pen.look.scribe.measure(bar.value, True, sizes.type_min)) + 2
        room = rest.w - self.data["values"] - px(16)  # the same for all bars: their lengths are compared
        high = min(px(54), self.rect.h - px(8))
        track = Rect(rest.x, self.rect.y + (self.rect.h - high) // 2, max(0, round(room * bar.share)), high)
        if track.w > 0:
            pen.box(track._replace(w=max(track.w, px(8))), theme.brand, px(6))
        else:
            pen.fill(track._replace(w=px(4)), theme.line_strong)
        value = Rect(rest.x + max(track.w, px(4)) + px(16), self.rect.y, wide, self.rect.h)
        pen.text(bar.value, value, sizes.type_min, theme.ink, bold=True, max_lines=1)


def names_width(look: Look, bars: tuple[Bar, ...], most: int) -> int:
    """Width that the names of all bars share; longer ones go over two lines."""
    widest = max((look.scribe.measure(bar.label, False, look.sizes.type_min) for bar in bars), default=0.0)
    return min(most, round(widest) + 4)


def values_width(look: Look, bars: tuple[Bar, ...]) -> int:
    """Width of the longest value."""
    return round(max((look.scribe.measure(bar.value, True, look.sizes.type_min) for bar in bars), default=0.0)) + 2


def least_line(look: Look) -> int:
    """Least height of a line whose words may need two."""
    return max(look.panel.target_min, 2 * letter_height(look.sizes.type_min))
