"""A keypad for codes, in the order of the tactile one, the boxes its digits go to, and keys that show only a sign."""

from kiosk.presenters.contents import Action
from kiosk.widgets.button import draw_face, draw_locked
from kiosk.widgets.control import Control
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect

NIB = (44, 7)
"""Below the five, as on keys that are felt."""
GAP = 10
"""Between two boxes."""


class PadKey(Control):
    """Data: `action`; `digit`: set large; `words`: a word or two instead of the icon, in two lines at most.

    An icon alone, or a word alone; a high key has the icon above its word.
    """

    def changed(self) -> None:
        action: Action = self.data["action"]
        self.test_id = action.test_id
        self.event = None if action.locked else action.event

    def draw(self, pen: Pen) -> None:
        action: Action = self.data["action"]
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        if self.event is None:
            face, words, sign = draw_locked(pen, self.rect), theme.ink_soft, theme.ink_soft
        else:
            face = draw_face(pen, self.rect, pressed=self.pressed, primary=action.primary)
            lit = action.primary and not self.pressed
            words, sign = (theme.on_brand, theme.on_brand) if lit else (theme.ink, theme.ink)
        if self.data.get("digit"):
            pen.text(action.label, face, sizes.type_title, words, bold=True, align="centre", max_lines=1)
            if action.label == "5":
                nib = Rect(0, 0, px(NIB[0]), px(NIB[1]))
                middle = round(face.centre[0] - nib.w / 2)
                pen.box(Rect(middle, face.bottom - px(22), nib.w, nib.h), theme.brand, px(3))
        elif action.icon and face.h > px(200):
            pen.icon(action.icon, face.centre[0], face.centre[1] - px(40), sizes.icon_button, sign)
            room = face.inset(px(8), face.h // 2, px(8), px(8)).top(px(90))
            pen.text(action.label, room, sizes.type_lead, words, bold=True, align="centre", max_lines=1)
        elif action.icon and not self.data.get("words"):
            pen.icon(action.icon, *face.centre, sizes.icon_button, sign)
        else:
            room = face.inset(px(8), 0)
            pair = self.data.get("words")
            size, lines = (sizes.type_min, 2) if pair else (sizes.type_lead, 1)
            pen.text(action.label, room, size, words, bold=True, align="centre", max_lines=lines, leading=1.1)


class CodeBoxes(Part):
    """The digits typed so far. Data: `typed` (how many), `last` (the newest digit while it may be seen, or ""),
    `places`, and `clear_text`, the digits where they are no secret.
    """

    def draw(self, pen: Pen) -> None:
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        typed = self.data["typed"]
        shown = self.data.get("clear_text") or " " * (typed - 1) + (self.data["last"] or " ")
        places = max(self.data["places"], typed)
        for index, box in enumerate(box_places(self.rect, places, px(GAP))):
            here = index == typed
            border, width = (theme.brand, sizes.border_current) if here else (theme.line_strong, sizes.border)
            pen.box(box, theme.card, sizes.radius_key, border=border, width=width)
            if here:
                pen.fill(box.around(px(6), min(px(84), box.h // 2)), theme.brand)
            elif index < typed and shown[index] != " ":
                pen.text(shown[index], box, sizes.type_title, theme.ink, bold=True, align="centre", max_lines=1)
            elif index < typed:
                pen.disc(*box.centre, min(px(22), box.w // 4), theme.ink)


def box_places(rect: Rect, count: int, gap: int) -> list[Rect]:
    """Boxes side by side; six fill the width, more become narrower."""
    return rect.columns([1.0] * count, gap)
