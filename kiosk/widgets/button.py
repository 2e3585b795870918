"""Buttons: an icon and a verb on a face with a lower edge. The large tile and the search field are buttons too."""

from typing import Literal

from msgspec.structs import replace

from kiosk.presenters.contents import Action
from kiosk.widgets.control import Control
from kiosk.widgets.look import Look
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.strokes import Batch, dashes, rounded_outline
from kiosk.widgets.theme import Colour
from kiosk.widgets.typeset import Run, letter_height

PADDING = 36
"""Least space left and right of icon and label together."""

LEAST_ICON = 36
"""An icon smaller than this says nothing: the word stands alone."""

Style = Literal["row", "tile", "tall", "field"]


def draw_face(
    pen: Pen,
    rect: Rect,
    *,
    pressed: bool = False,
    primary: bool = False,
    chosen: bool = False,
    quiet: bool = False,
    radius: int = 0,
    edge: int = 0,
    border: int = 0,
) -> Rect:
    """The face of a control and its lower edge. `rect` holds both. Gives back the face."""
    theme, sizes = pen.theme, pen.sizes
    radius, edge = radius or sizes.radius, edge or sizes.edge_height
    border = border or sizes.border
    face = rect.above(edge)
    if pressed:
        face = face.moved(dy=edge)
        colour = theme.tint_strong if theme.bordered else theme.tint
        pen.box(face, colour, radius, border=theme.brand if primary else theme.line_strong, width=border)
        return face
    pen.box(face.moved(dy=edge).low(2 * radius + 2), theme.edge_brand if primary else theme.edge, radius)
    if primary:
        pen.box(face, theme.brand, radius)
    elif chosen:
        pen.box(face, theme.tint, radius, border=theme.brand, width=sizes.border_current)
    else:
        pen.box(face, theme.desk if quiet else theme.card, radius, border=theme.line_strong, width=border)
    return face


def draw_locked(pen: Pen, rect: Rect) -> Rect:
    """The face of a control that cannot be pressed: a dashed border, no edge."""
    face = rect.above(pen.sizes.edge_height)
    inner = face.inset(2)
    outline = rounded_outline(inner.x, pen.up(inner.bottom), inner.w, inner.h, pen.sizes.radius)
    batch = Batch()
    for start, end in dashes(outline, pen.look.px(12), pen.look.px(8)):
        batch.segment(start, end, pen.sizes.border)
    pen.batch(batch, pen.theme.line_strong)
    return face


class Button(Control):
    """Data: `action`, `style`: "row" (centred), "tile" (icon left, words in up to three lines), "tall" (words below
    the icon), "field"; `short`: in one word, where there is one.

    `size` and `above` (icon over the label) come from `kiosk.widgets.button_row`, so that neighbours look alike.
    """

    def changed(self) -> None:
        action: Action = self.data["action"]
        self.test_id = action.test_id
        self.event = None if action.locked else action.event
        self.then = action.then

    def draw(self, pen: Pen) -> None:
        action: Action = spoken_short(self.data["action"]) if self.data.get("short") else self.data["action"]
        style: Style = self.data.get("style", "row")
        theme = pen.theme
        if action.locked:
            face = draw_locked(pen, self.rect)
            words, sign = theme.ink_soft, theme.ink_soft
        else:
            face = draw_face(pen, self.rect, pressed=self.pressed, primary=action.primary)
            lit = action.primary and not self.pressed
            words, sign = (theme.on_brand, theme.on_brand) if lit else (theme.ink, theme.brand)
        if style == "field":
            _field(pen, face, action, theme.ink_soft if not action.primary else words, sign)
        elif style == "tile":
            _tile(pen, face, action, words, sign, self.data.get("size") or pen.sizes.type_lead)
        elif style == "tall":
            _tall(pen, face, action, words, sign, self.data.get("size") or pen.sizes.type_lead)
        elif self.data.get("above"):
            _above(pen, face, action, words, sign, self.data.get("size") or pen.sizes.type_body)
        else:
            _centred(pen, face, action, words, sign, self.data.get("size") or pen.sizes.type_lead)


def spoken_short(action: Action) -> Action:
    """The same action under its one word."""
    return replace(action, label=action.short or action.label)


def label_runs(action: Action, soft: Colour) -> str | list[Run]:
    if not action.locked:
        return action.label
    return [Run(action.label, True, soft), Run("\n" + action.locked, False, soft)]


def _field(pen: Pen, face: Rect, action: Action, words: Colour, sign: Colour) -> None:
    px = pen.look.px
    pen.icon(action.icon or "magnify", face.x + px(66), face.centre[1], px(76), sign)
    pen.text(action.label, face.inset(px(126), 8, px(24)), pen.sizes.type_lead, words, max_lines=1)


def _tile(pen: Pen, face: Rect, action: Action, words: Colour, sign: Colour, size: int) -> None:
    px, sizes = pen.look.px, pen.sizes
    if action.icon:
        pen.icon(action.icon, face.x + px(66), face.centre[1], sizes.icon_tile, sign)
    room = tile_room(pen.look, face, action)
    pen.text(label_runs(action, words), room, size, words, bold=True, leading=1.1, max_lines=3, balance=True)


def tile_room(look: Look, face: Rect, action: Action) -> Rect:
    """Where the words of a tile stand."""
    px = look.px
    return face.inset(px(124) if action.icon else px(32), 0, px(12))


def _centred(pen: Pen, face: Rect, action: Action, words: Colour, sign: Colour, size: int) -> None:
    px, sizes = pen.look.px, pen.sizes
    icon = (sizes.icon_button + px(14)) if action.icon and not action.locked else 0
    room = face.w - icon - px(PADDING)
    setting = pen.look.scribe.set(
        label_runs(action, words),
        room,
        face.h - px(6),
        size,
        bold=True,
        leading=1.1,
        max_lines=3,
        balance=True,
        language=pen.look.language,
    )
    start = face.x + (face.w - icon - setting.width) // 2
    if icon:
        trailing = action.icon == "arrow-right"  # onwards: the arrow stands where it leads
        centre = face.x + (face.w + icon + setting.width) // 2 if trailing else start
        shift = -sizes.icon_button / 2 if trailing else sizes.icon_button / 2
        pen.icon(action.icon, centre + shift, face.centre[1], sizes.icon_button, sign)
        start += 0 if trailing else icon
    align = "left" if icon else "centre"
    pen.put(setting, Rect(start, face.y, setting.width, face.h), words, align=align)


def _above(pen: Pen, face: Rect, action: Action, words: Colour, sign: Colour, size: int) -> None:
    px, size = pen.look.px, min(size, pen.sizes.type_body)
    low = letter_height(size) + px(4)
    side = min(px(62), face.h - low - px(6))
    room = face.low(low).inset(px(8), 0, px(8), px(4))
    if side < px(LEAST_ICON):
        room = face.inset(px(8), 0)
    else:
        pen.icon(action.icon, face.centre[0], face.y + (face.h - low - side) / 2 + px(2) + side / 2, side, sign)
    pen.text(action.label, room, size, words, bold=True, align="centre", leading=1.1, max_lines=1)


def _tall(pen: Pen, face: Rect, action: Action, words: Colour, sign: Colour, size: int) -> None:
    side = min(pen.look.px(92), face.h // 2)
    room = tall_room(pen.look, face)
    pen.icon(action.icon, face.centre[0], face.y + (room.y - face.y) / 2 + pen.look.px(8), side, sign)
    pen.text(action.label, room, size, words, bold=True, align="centre", leading=1.1, max_lines=2)


def tall_room(look: Look, face: Rect) -> Rect:
    """Where the words of a tile stand whose icon is above them."""
    return face.below(min(look.px(112), face.h // 2)).inset(look.px(8), 0)
