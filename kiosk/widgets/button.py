"""Buttons: an icon and a verb on a face with a lower edge. The large tile and the search field are buttons too."""

from typing import Literal

from kiosk.presenters.contents import Action
from kiosk.widgets.control import Control
from kiosk.widgets.look import Look
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.strokes import Batch, dashes, rounded_outline
from kiosk.widgets.theme import Colour
from kiosk.widgets.typeset import Run

Style = Literal["row", "tile", "field", "word"]


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
    pen.box(face.moved(dy=edge), theme.edge_brand if primary else theme.edge, radius)
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
    """Data: `action`, `style`: "row" (centred), "tile" (icon left, words may have two lines), "field", "word" (a key)."""

    def changed(self) -> None:
        action: Action = self.data["action"]
        self.test_id = action.test_id
        self.event = None if action.locked else action.event

    def draw(self, pen: Pen) -> None:
        action: Action = self.data["action"]
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
            _tile(pen, face, action, words, sign)
        elif style == "word":
            pen.text(action.label, face.inset(pen.look.px(14), 4), pen.sizes.type_min, words, align="centre", max_lines=1)
        elif wide_enough(pen.look, action, face.w):
            _centred(pen, face, action, words, sign)
        else:
            _above(pen, face, action, words, sign)


def _runs(action: Action, soft: Colour) -> str | list[Run]:
    if not action.locked:
        return action.label
    return [Run(action.label, True), Run("\n" + action.locked, False, soft)]


def _field(pen: Pen, face: Rect, action: Action, words: Colour, sign: Colour) -> None:
    px = pen.look.px
    pen.icon(action.icon or "magnify", face.x + px(66), face.centre[1], px(76), sign)
    pen.text(action.label, face.inset(px(126), 8, px(24)), pen.sizes.type_lead, words, max_lines=1)


def _tile(pen: Pen, face: Rect, action: Action, words: Colour, sign: Colour) -> None:
    px, sizes = pen.look.px, pen.sizes
    left = px(126) if action.icon else px(32)
    if action.icon:
        pen.icon(action.icon, face.x + px(66), face.centre[1], sizes.icon_tile, sign)
    room = face.inset(left, px(6), px(14))
    pen.text(_runs(action, words), room, sizes.type_lead, words, bold=True, leading=1.1, max_lines=3, balance=True)


def _centred(pen: Pen, face: Rect, action: Action, words: Colour, sign: Colour) -> None:
    px, sizes = pen.look.px, pen.sizes
    icon = (sizes.icon_button + px(14)) if action.icon else 0
    room = face.w - icon - px(40)
    setting = pen.look.scribe.set(
        _runs(action, words),
        room,
        face.h - px(8),
        sizes.type_lead,
        bold=True,
        leading=1.1,
        max_lines=2,
        balance=True,
        language=pen.look.language,
    )
    start = face.x + (face.w - icon - setting.width) // 2
    if action.icon:
        trailing = action.icon == "arrow-right"  # onwards: the arrow stands where it leads
        centre = face.x + (face.w + icon + setting.width) // 2 if trailing else start
        shift = -sizes.icon_button / 2 if trailing else sizes.icon_button / 2
        pen.icon(action.icon, centre + shift, face.centre[1], sizes.icon_button, sign)
        start += 0 if trailing else icon
    pen.put(setting, Rect(start, face.y, setting.width, face.h), words)


def _above(pen: Pen, face: Rect, action: Action, words: Colour, sign: Colour) -> None:
    px, sizes = pen.look.px, pen.sizes
    side = min(sizes.icon_bar, face.h // 2)
    pen.icon(action.icon, face.centre[0], face.y + px(10) + side / 2, side, sign)
    room = face.inset(px(8), px(10) + side, px(8), px(6))
    pen.text(_runs(action, words), room, sizes.type_body, words, bold=True, align="centre", leading=1.1, max_lines=1)


def natural_width(look: Look, action: Action, size: int = 0) -> int:
    """Width of a button with icon and label in one line."""
    icon = (look.sizes.icon_button + look.px(14)) if action.icon else 0
    return round(look.scribe.measure(action.label, True, size or look.sizes.type_lead)) + icon + look.px(40)


def wide_enough(look: Look, action: Action, width: int) -> bool:
    """Whether icon and label stand side by side; else the icon stands above."""
    if not action.icon or action.locked:
        return True
    if natural_width(look, action, look.sizes.type_body) <= width:
        return True
    return " " in action.label and look.scribe.measure(action.label, True, look.sizes.type_body) > width - look.px(16)


def row_of_buttons(look: Look, actions: list[Action], rect: Rect, gap: int) -> list[Rect]:
    """Widths for buttons in one row: as each needs, the rest to the first."""
    count = len(actions)
    if count < 2:
        return [rect] * count
    free = rect.w - gap * (count - 1)
    needs = [natural_width(look, action) for action in actions]
    least = [_least(look, action) for action in actions]
    while sum(needs) > free:
        slack = [need - low for need, low in zip(needs, least, strict=True)]
        widest = max(range(count), key=lambda i: (slack[i], i))
        if slack[widest] <= 0:
            return rect.columns([float(need) for need in needs], gap)
        needs[widest] = max(least[widest], needs[widest] - (sum(needs) - free))
    share, x, places = (free - sum(needs)) // count, rect.x, []
    for index, need in enumerate(needs):
        width = need + share if index < count - 1 else rect.right - x
        places.append(Rect(x, rect.y, width, rect.h))
        x += width + gap
    return places


def _least(look: Look, action: Action) -> int:
    words = max((look.scribe.measure(word, True, look.sizes.type_min) for word in action.label.split()), default=0)
    above = look.scribe.measure(action.label, True, look.sizes.type_min)
    icon = look.sizes.icon_button + look.px(14) if action.icon else 0
    return max(look.panel.target_min, round(min(above, words + icon)) + look.px(24))
