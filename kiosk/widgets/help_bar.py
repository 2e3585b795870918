"""The help bar: five places whose order never changes, "Hilfe" last and in its own colour."""

from collections.abc import Sequence

from kiosk.presenters.contents import Action
from kiosk.widgets.control import Control
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect

PLACES = 5


class BarGround(Part):
    """The bar's ground, the lines between its places and the hint. Data: `filled` (five truths), `hint`, `needs`."""

    def draw(self, pen: Pen) -> None:
        theme, px = pen.theme, pen.look.px
        thin = pen.sizes.border_thin
        pen.fill(self.rect, theme.card)
        pen.fill(self.rect.top(thin), theme.line_strong)
        filled: Sequence[bool] = self.data["filled"]
        places = bar_places(self.rect, self.data["needs"])
        for index in range(1, PLACES):
            if filled[index - 1] and filled[index]:
                line = theme.line_strong if theme.bordered else theme.line
                pen.fill(Rect(places[index].x, self.rect.y + thin, thin, self.rect.h - thin), line)
        if hint := self.data["hint"]:
            free = next((i for i, full in enumerate(filled) if full), PLACES)
            room = Rect(self.rect.x, self.rect.y, places[free - 1].right - self.rect.x, self.rect.h)
            words = round(pen.look.scribe.measure(hint, False, pen.sizes.type_least)) + 2
            side, gap = (px(54), px(11)) if words + px(54 + 11 + 8) <= room.w else (px(44), px(6))
            start = room.x + min(px(51), max(px(4), (room.w - side - gap - words) // 2))
            pen.icon("shield-lock-outline", start + side / 2, room.centre[1], side, theme.ink_soft)
            place = room.inset(start - room.x + side + gap, 0, 0)
            pen.text(hint, place, pen.sizes.type_min, theme.ink_soft, max_lines=1)


class BarItem(Control):
    """One place. Data: `action`, `accent` (help), `size` of the words, the same for all places."""

    joined = True

    def changed(self) -> None:
        action: Action = self.data["action"]
        self.test_id = action.test_id
        self.event = None if action.locked else action.event

    def draw(self, pen: Pen) -> None:
        action: Action = self.data["action"]
        theme, px = pen.theme, pen.look.px
        if self.pressed:
            pen.fill(self.rect.inset(2, 2), theme.tint_strong if theme.bordered else theme.tint)
        accent = self.data["accent"]
        colour = theme.brand if accent else theme.ink_soft if action.locked else theme.ink
        pen.icon(action.icon, self.rect.centre[0], self.rect.y + px(40 if pen.look.scale == 1 else 35), px(54), colour)
        room, size = bar_words(pen.look, self.rect), self.data["size"]
        bold = accent and pen.look.scribe.measure(action.label, True, size) <= room.w
        pen.text(action.label, room, size, colour, bold=bold, align="centre", max_lines=1)


def bar_words(look: Look, place: Rect) -> Rect:
    """Where the word of a place stands."""
    if look.scale == 1:
        return place.inset(look.px(2), look.px(66), look.px(2), look.px(4))
    return place.inset(look.px(2), look.px(61), look.px(2), look.px(2))


def bar_size(look: Look, actions: Sequence[Action | None], places: Sequence[Rect]) -> int:
    """The largest type at which every word of the bar stands in one line."""
    sizes = [look.sizes.type_min]
    for action, place in zip(actions, places, strict=True):
        if action is not None:
            room = bar_words(look, place)
            sizes.append(look.scribe.set(action.label, room.w, room.h, sizes[0], max_lines=1).size)
    return min(sizes)


def bar_places(rect: Rect, needs: Sequence[float] = ()) -> list[Rect]:
    """Five places, the last a little wider: its word is bold, and long in Ukrainian.

    :param needs: widths that the words take; a longer word gets what it needs, the others share the rest.
    """
    weights = [1.0] * (PLACES - 1) + [1.05]
    usual = [rect.w * weight / sum(weights) for weight in weights]
    wider = [need if need > width else 0.0 for need, width in zip(needs, usual, strict=False)]
    if not any(wider):
        return rect.columns(weights, 0)
    shared = (rect.w - sum(wider)) / wider.count(0.0)
    return rect.columns([width or shared for width in wider], 0)


def bar_needs(look: Look, actions: Sequence[Action | None]) -> list[float]:
    """Widths of the places that the words take in the smallest type there is."""
    size, air = look.scribe.type_min, look.px(6)
    return [look.scribe.measure(action.label, False, size) + air if action else 0.0 for action in actions]
