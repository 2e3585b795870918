"""The waiting number as the paper shows it, and the strip that says where the paper comes out."""

from kiosk.presenters import contents as c
from kiosk.widgets.label import draw_icon_line, icon_side, line_height, words_left
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.strokes import Batch, dashes
from kiosk.widgets.typeset import Setting

NEARLY = 0.75
"""Share of its size that is still large enough to spare a second line."""
NUMBER = 150
"""Height of the number where its lines stand on another page."""
POINTS = 41
"""Points of the zigzag, ends included."""


class TicketPaper(Part):
    """Data: `ticket` (contents.Ticket). White with a torn lower edge where paper comes, a framed card where not.

    The QR code is a part of its own; `qr_place` is where it goes, set while drawing.
    """

    def draw(self, pen: Pen) -> None:
        ticket: c.Ticket = self.data["ticket"]
        px = pen.look.px
        tooth = px(22) if ticket.looks_like_paper else 0
        sheet = self.rect.above(tooth)
        if ticket.looks_like_paper:
            self._torn(pen, sheet, tooth)
        else:
            width = pen.sizes.border_current
            pen.box(sheet, pen.theme.card, pen.sizes.radius, border=pen.theme.brand, width=width)
        self._contents(pen, sheet.inset(px(32), px(22)), ticket)

    def _torn(self, pen: Pen, sheet: Rect, tooth: int) -> None:
        theme, width = pen.theme, pen.sizes.border
        corners = (True, True, False, False)
        pen.box(sheet, theme.line_strong, pen.look.px(10), corners=corners)
        pen.box(sheet.inset(width, width, width, 0), theme.card, pen.look.px(10) - width, corners=corners)
        step = sheet.w / (POINTS - 1)
        points = [
            (
                sheet.x + width / 2 + index * (sheet.w - width) / (POINTS - 1),
                pen.up(sheet.bottom + (tooth if index % 2 else 0)),
            )
            for index in range(POINTS)
        ]
        teeth = Batch()
        for index in range(1, POINTS, 2):
            x = sheet.x + index * step
            corners_ = [
                (x - step, pen.up(sheet.bottom)),
                (x + step, pen.up(sheet.bottom)),
                (x, pen.up(sheet.bottom + tooth)),
            ]
            teeth.triangles(corners_, [True] * 3, (0, 1, 2))
        pen.batch(teeth, theme.card)
        line = Batch()
        line.polyline(points, width, longer=0.5)
        pen.batch(line, theme.line_strong)

    def _contents(self, pen: Pen, room: Rect, ticket: c.Ticket) -> None:
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        gap = px(16)
        y = room.y
        if ticket.heading:
            head = Rect(room.x, y, room.w, pen.look.tx(58))
            pen.text(ticket.heading, head, sizes.type_min, theme.ink, align="centre", max_lines=1)
            y = head.bottom
        low = self._lines_height(pen, room, ticket)
        concern = pen.look.scribe.set(
            ticket.concern, room.w, pen.look.tx(140), sizes.type_lead, bold=True, leading=1.1, max_lines=2, balance=True
        )
        dashed = (px(40) if ticket.looks_like_paper else px(20)) if ticket.lines else 0
        space = room.bottom - low - dashed - concern.height - gap - y
        capital = Rect(room.x, y, room.w, space)
        self._number(pen, capital, ticket.number)
        place = Rect(room.x, y + space + gap // 2, room.w, concern.height)
        pen.put(concern, place, theme.ink, align="centre")
        y = place.bottom + gap // 2 + dashed
        if ticket.looks_like_paper and ticket.lines:
            self._dashed(pen, y - dashed // 2)
        self._lines(pen, Rect(room.x, y, room.w, room.bottom - y), ticket)

    def _number(self, pen: Pen, room: Rect, number: str) -> None:
        # digits and capitals have no feet: the letters may fill the height that g and Ä would take
        for size in pen.sizes.ladder:
            wide = pen.look.scribe.measure(number, True, size)
            if (wide <= room.w and size * 0.74 + pen.look.px(12) <= room.h) or size == pen.sizes.type_min:
                break
        tall = room.around(room.w, max(room.h, round(size * 1.2)))
        pen.text(number, tall, size, pen.theme.ink, bold=True, align="centre", max_lines=1, capitals=True)

    def _dashed(self, pen: Pen, y: int) -> None:
        batch = Batch()
        start, end = (self.rect.x + 3, pen.up(y)), (self.rect.right - 3, pen.up(y))
        for a, b in dashes([start, end], pen.look.px(10), pen.look.px(6)):
            batch.segment(a, b, pen.look.px(5))
        pen.batch(batch, pen.theme.line_strong)

    def _lines_height(self, pen: Pen, room: Rect, ticket: c.Ticket) -> int:
        wide = self._lines_width(pen, room, ticket)
        heights = [line_height(pen.look, line, wide, self._size(pen, ticket, wide)) for line in ticket.lines]
        return max(sum(heights) + pen.look.px(12) * max(0, len(heights) - 1), self._code_side(pen, ticket))

    def _code_side(self, pen: Pen, ticket: c.Ticket) -> int:
        return pen.look.px(256) if ticket.qr else 0

    def _lines_width(self, pen: Pen, room: Rect, ticket: c.Ticket) -> int:
        code = self._code_side(pen, ticket)
        return room.w - (code + pen.look.px(16) if code else 0)

    def _size(self, pen: Pen, ticket: c.Ticket, wide: int) -> int:
        """Smaller words where they save a line from breaking."""
        body, small = pen.sizes.type_body, pen.sizes.type_min
        high = icon_side(pen.look, body)
        broken = any(line_height(pen.look, line, wide, body) > high + body for line in ticket.lines)
        return small if broken else body

    def _lines(self, pen: Pen, room: Rect, ticket: c.Ticket) -> None:
        look, wide = pen.look, self._lines_width(pen, room, ticket)
        size = self._size(pen, ticket, wide)
        heights = [line_height(look, line, wide, size) for line in ticket.lines]
        gap = look.px(12)
        y = room.y + max(0, (room.h - sum(heights) - gap * (len(heights) - 1)) // 2)
        for line, height in zip(ticket.lines, heights, strict=True):
            draw_icon_line(pen, Rect(room.x, y, wide, height), line, size, plain=True)
            y += height + gap
        side = self._code_side(pen, ticket)
        code = Rect(room.right - side, room.y + (room.h - side) // 2, side, side)
        self.qr_place = self.laid_out(code) if side else None


class TakeStrip(Part):
    """Data: `line`. Sun: take the paper, its arrow points to the slot; else the printer's state in its tone."""

    def draw(self, pen: Pen) -> None:
        line: c.IconLine = self.data["line"]
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        border = theme.ink if theme.bordered else None
        if line.tone:
            ground = theme.tone_tint(line.tone)
            pen.box(self.rect, ground, sizes.radius, border=border and theme.tone(line.tone), width=sizes.border)
            inner = self.rect.inset(px(28), 0)
            if pen.look.plain and line.rest and line_height(pen.look, line, inner.w, sizes.type_body) > inner.h:
                line = c.IconLine(icon=line.icon, bold=line.bold, tone=line.tone)
            draw_icon_line(pen, inner, line, sizes.type_body)
            return
        pen.box(self.rect, theme.sun, sizes.radius, border=border, width=sizes.border)
        left = words_left(pen.look, sizes.type_lead)
        words = " ".join(part for part in (line.bold, line.rest) if part)
        setting = set_strip(pen.look, words, self.rect.w, self.rect.h)
        start = self.rect.x + (self.rect.w - setting.width - left) // 2
        pen.icon(line.icon or "arrow-down-thick", start + px(30), self.rect.centre[1], px(62), theme.on_sun)
        pen.put(setting, Rect(start + left, self.rect.y, setting.width, self.rect.h), theme.on_sun)


def paper_height(look: Look, ticket: c.Ticket, width: int) -> int:
    """Height of a paper that shows heading, number and concern only."""
    concern = look.scribe.set(
        ticket.concern, width - look.px(64), look.tx(140), look.sizes.type_lead, bold=True, leading=1.1, max_lines=2
    )
    heading = look.tx(58) if ticket.heading else 0
    tooth = look.px(22) if ticket.looks_like_paper else 0
    return heading + round(NUMBER * look.panel.unit) + concern.height + look.px(60) + tooth


def strip_height(look: Look, line: c.IconLine, width: int) -> int:
    """Height of the strip with all its words."""
    if line.tone:
        return max(look.px(100), line_height(look, line, width - look.px(56), look.sizes.type_body) + look.px(20))
    words = " ".join(part for part in (line.bold, line.rest) if part)
    return max(look.px(100), set_strip(look, words, width, 9999).height + look.px(16))


def set_strip(look: Look, words: str, width: int, height: int) -> Setting:
    """In one line where the words stay nearly as large, else in two."""
    lead, room = look.sizes.type_lead, width - words_left(look, look.sizes.type_lead) - look.px(48)
    more = {"bold": True, "leading": 1.1}
    one = look.scribe.set(words, room, height, lead, max_lines=1, smallest=round(lead * NEARLY), **more)
    return one if one.fits else look.scribe.set(words, room, height, lead, max_lines=2, **more)
