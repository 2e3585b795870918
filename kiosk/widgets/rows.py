"""Rows to read and press: list row, check row; and the step row, which is only read."""

import math

from msgspec.structs import replace

from kiosk.presenters import contents as c
from kiosk.widgets.button import draw_face
from kiosk.widgets.control import Control
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.scribe import Scribe
from kiosk.widgets.theme import Colour
from kiosk.widgets.typeset import Setting

NEARLY = 0.75
"""Share of its size that a row's title keeps at least in large type, before its second line gives way."""


class ListRow(Control):
    """Data: `row`, optionally `doubled` (it may stand outside the reach zone)."""

    def changed(self) -> None:
        row: c.Row = self.data["row"]
        self.test_id, self.event = row.test_id, row.event
        self.doubled = self.data.get("doubled", False)

    def draw(self, pen: Pen) -> None:
        row: c.Row = self.data["row"]
        theme, px = pen.theme, pen.look.px
        spent = row.second_tone == "warn"
        face = draw_face(pen, self.rect, pressed=self.pressed, chosen=row.chosen, quiet=spent)
        sign = theme.ink_soft if spent else theme.brand
        pen.icon(row.icon or "circle-small", face.x + px(62), face.centre[1], px(72), sign)
        pen.icon("chevron-right", face.right - px(46), face.centre[1], px(60), theme.brand)
        words = face.inset(px(118), px(2), px(84))
        words = words._replace(w=words.w - self._value(pen, face, row))
        self._title(pen, words, row, theme.warn if spent else theme.ink)

    def _value(self, pen: Pen, face: Rect, row: c.Row) -> int:
        """Draw value and note at the right; the width they take."""
        if not row.value and not row.value_note:
            return 0
        theme, size, px = pen.theme, pen.sizes.type_min, pen.look.px
        scribe, most = pen.look.scribe, face.w * 3 // 10
        steps = [step for step in pen.sizes.ladder if pen.sizes.type_least <= step <= size]
        wide = 0
        for size in steps:
            value, note = _line_width(scribe, row.value, True, size), _line_width(scribe, row.value_note, False, size)
            wide = max(value, note)
            if wide <= most:
                break
        half = pen.look.tx(56 if pen.look.mirrored else 48) if row.value and row.value_note else 0
        room = Rect(face.right - px(90) - wide, face.y, wide + 1, face.h)
        if row.value_note:
            pen.text(row.value_note, room.moved(dy=-half // 2), size, theme.ink_soft, align="right", max_lines=1)
        if row.value:
            pen.text(row.value, room.moved(dy=half - half // 2), size, theme.ink, bold=True, align="right", max_lines=1)
        return wide + px(24)

    def _title(self, pen: Pen, room: Rect, row: c.Row, second: Colour) -> None:
        look, sizes, theme = pen.look, pen.sizes, pen.theme
        set_ = look.scribe.set
        low = set_(row.second, room.w, room.h, sizes.type_min, leading=1.1, language=look.language)
        tuck = 0 if look.mirrored else look.tx(9)  # the second line may reach into the free strip under the title
        below = low.height - tuck if row.second else 0
        title = self._set_title(look, row, room.w, room.h - below)
        if look.scale > 1 and row.second and title.size < NEARLY * sizes.type_lead:
            alone = self._set_title(look, replace(row, second=""), room.w, room.h)
            if alone.size > title.size:  # large words rather than many: the second line is left to the next screen
                pen.put(alone, room, theme.ink)
                return
        if row.second and not title.fits:
            self._beside(pen, room, row, second)
            return
        top = room.y + (room.h - title.height - below) // 2
        pen.put(title, Rect(room.x, top, room.w, title.height), theme.ink)
        if row.second:
            pen.put(low, Rect(room.x, top + title.height - tuck, room.w, low.height), second)

    def _set_title(self, look: Look, row: c.Row, width: int, height: int) -> Setting:
        """In one line where a second one follows, in two where need be."""
        more = {"bold": True, "leading": 1.1, "balance": True, "language": look.language}
        one = look.scribe.set(row.title, width, height, look.sizes.type_lead, max_lines=1, **more)
        if one.fits and row.second:
            return one
        return look.scribe.set(row.title, width, height, look.sizes.type_lead, max_lines=2, **more)

    def _beside(self, pen: Pen, room: Rect, row: c.Row, second: Colour) -> None:
        """The second line at the right, because a long title needs both lines; where neither fits, the title alone."""
        look, size = pen.look, pen.sizes.type_min
        wide = look.scribe.set(row.second, room.w * 2 // 5, room.h, size, leading=1.1, max_lines=2, balance=True)
        title = self._set_title(look, row, room.w - wide.width - look.px(24), room.h)
        if not (title.fits and wide.fits):
            pen.put(self._set_title(look, row, room.w, room.h), room, pen.theme.ink)
            return
        pen.put(title, room, pen.theme.ink)
        pen.put(wide, room, second, align="right")


def _line_width(scribe: Scribe, words: str, bold: bool, size: int) -> int:
    """Width at which words surely stand in one line: as they are broken, and as they are drawn in their faces."""
    drawn = scribe.set(words, 9999, 9999, size, bold=bold, smallest=size).width
    return max(drawn, math.ceil(scribe.measure(words, bold, size)))


class CheckRow(Control):
    """Data: `check`. A row with an icon leads on instead of being ticked."""

    def changed(self) -> None:
        check: c.CheckRow = self.data["check"]
        self.test_id, self.event = check.test_id, check.event

    def draw(self, pen: Pen) -> None:
        check: c.CheckRow = self.data["check"]
        theme, px = pen.theme, pen.look.px
        face = draw_face(pen, self.rect, pressed=self.pressed, border=pen.sizes.border_thin)
        if check.ticked and not self.pressed:
            border = theme.line_strong
            pen.box(face, theme.tint, pen.sizes.radius, border=border, width=pen.sizes.border_thin)
        box = "checkbox-marked" if check.ticked else "checkbox-blank-outline"
        plain = theme.line_strong if not check.ticked and not check.icon else theme.brand
        pen.icon(check.icon or box, face.x + px(58), face.centre[1], px(68), plain)
        room = check_words(pen.look, face)
        if check.icon:
            pen.icon("chevron-right", face.right - px(52), face.centre[1], px(60), theme.brand)
            room = room._replace(w=room.w - px(68))
        pen.text(check.text, room, pen.sizes.type_body, theme.ink, leading=1.1, max_lines=2)


def check_words(look: Look, face: Rect) -> Rect:
    """Where the words of a check row stand."""
    return face.inset(look.px(112), 0, look.px(20))


def check_height(look: Look, check: c.CheckRow, width: int, *, least: bool = False) -> int:
    """Height a check row needs, its lower edge included; `least`: without any air, large type stepped down."""
    room = check_words(look, Rect(0, 0, width - (look.px(68) if check.icon else 0), 200)).w
    sizes = look.sizes
    size = sizes.type_least if least and look.scale > 1 else sizes.type_body
    words = look.scribe.set(check.text, room, look.tx(104), size, leading=1.1, max_lines=2, language=look.language)
    usual = look.panel.target_min if least else look.px(90)
    return max(usual, words.height + (0 if least else look.px(6))) + sizes.edge_height


class StepRow(Part):
    """Data: `step`. Not a control."""

    def draw(self, pen: Pen) -> None:
        step: c.StepRow = self.data["step"]
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        if step.current:
            pen.box(self.rect, theme.tint, sizes.radius, border=theme.brand, width=sizes.border_current)
        else:
            width = sizes.border if theme.bordered else sizes.border_thin
            pen.box(self.rect, theme.card, sizes.radius, border=theme.line, width=width)
        x, y = self.rect.x + px(57), self.rect.centre[1]
        radius = min(pen.look.tx(32), px(46))
        pen.disc(x, y, radius, theme.brand if step.current else theme.line_strong)
        if not step.current:
            pen.disc(x, y, radius - sizes.border, theme.card)
        badge = Rect(round(x) - radius, round(y) - radius, 2 * radius, 2 * radius)
        words = theme.on_brand if step.current else theme.ink
        pen.text(step.number, badge, sizes.type_min, words, bold=True, align="centre", max_lines=1)
        room = step_words(pen.look, self.rect, step)
        pen.text(step.text, room, sizes.type_body, theme.ink, bold=step.current, leading=1.1)
        if step.metres:
            metres = self.rect.inset(0, 0, px(24))
            pen.text(step.metres, metres, sizes.type_min, theme.ink_soft, align="right", max_lines=1)


def step_words(look: Look, rect: Rect, step: c.StepRow) -> Rect:
    """Where the words of a step stand."""
    metres = round(look.scribe.measure(step.metres, False, look.sizes.type_min)) + look.px(24) if step.metres else 0
    return rect.inset(look.px(112), 0, look.px(20) + metres)


def step_height(look: Look, step: c.StepRow, width: int) -> int:
    """Height a step row needs."""
    room = step_words(look, Rect(0, 0, width, 200), step).w
    words = look.scribe.set(
        step.text, room, 9999, look.sizes.type_body, bold=step.current, leading=1.1, language=look.language
    )
    return max(look.px(82), words.height + look.px(16))
