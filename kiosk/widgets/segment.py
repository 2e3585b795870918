"""One choice of a few side by side (languages, levels), and the switch."""

from collections.abc import Sequence

from kiosk.presenters.contents import Choice
from kiosk.widgets.button import draw_face
from kiosk.widgets.control import Control
from kiosk.widgets.look import Look
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect


class SegmentPart(Control):
    """One part. Data: `choice`, `first`, `last`."""

    joined = True
    """Touches its neighbours on purpose; the audit asks for no gap."""

    def changed(self) -> None:
        choice: Choice = self.data["choice"]
        self.test_id, self.event = choice.test_id, choice.event

    def draw(self, pen: Pen) -> None:
        choice: Choice = self.data["choice"]
        first, last = self.data["first"], self.data["last"]
        theme, sizes = pen.theme, pen.sizes
        corners = (first, last, last, first)
        face = self.rect.above(sizes.edge_height)
        if self.pressed:
            face = face.moved(dy=sizes.edge_height)
        else:
            chosen_edge = theme.edge_brand if choice.chosen else theme.edge
            low = face.moved(dy=sizes.edge_height).low(2 * sizes.radius + 2)
            pen.box(low, chosen_edge, sizes.radius, corners=corners)
        border = theme.brand if choice.chosen else theme.line_strong
        pen.box(face, border, sizes.radius, corners=corners)
        left, right = (sizes.border if first else 0), (sizes.border if last else sizes.border_thin)
        inner = face.inset(left, sizes.border, right)
        pressed = theme.tint_strong if theme.bordered else theme.tint
        ground = pressed if self.pressed else theme.brand if choice.chosen else theme.card
        pen.box(inner, ground, sizes.radius - sizes.border, corners=corners)
        words = theme.on_brand if choice.chosen and not self.pressed else theme.ink
        room = face.inset(pen.look.px(6), 0)
        pen.text(choice.label, room, sizes.type_min, words, bold=choice.chosen, align="centre", max_lines=1)


def segment_width(look: Look, choices: Sequence[Choice]) -> int:
    """Least width of a segment whose every part could be the chosen, bold one."""
    return sum(part_width(look, choice) for choice in choices)


def part_width(look: Look, choice: Choice) -> int:
    words = max(look.scribe.measure(choice.label, bold, look.sizes.type_min) for bold in (True, False))
    return max(look.panel.target_min, round(words) + look.px(16))


def segment_parts(look: Look, choices: Sequence[Choice], rect: Rect) -> list[Rect]:
    """Every part as wide as its word, the rest shared."""
    spare = rect.w - segment_width(look, choices)
    return rect.columns([part_width(look, choice) + spare / len(choices) for choice in choices], 0)


class Switch(Control):
    """Data: `choice` (chosen = on), `icon`."""

    def changed(self) -> None:
        choice: Choice = self.data["choice"]
        self.test_id, self.event = choice.test_id, choice.event

    def draw(self, pen: Pen) -> None:
        choice: Choice = self.data["choice"]
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        face = draw_face(pen, self.rect, pressed=self.pressed)
        pen.icon(self.data["icon"], face.x + px(42), face.centre[1], px(54), theme.brand)
        room = face.inset(px(74), 0, px(104))
        pen.text(choice.label, room, sizes.type_min, theme.ink, max_lines=1)
        track = Rect(face.right - px(102), face.y + (face.h - px(54)) // 2, px(90), px(54))
        on = choice.chosen
        pen.box(track, theme.brand if on else theme.line_strong, px(27))
        if not on:
            pen.box(track.inset(sizes.border), theme.card, px(24))
        knob = track.right - px(27) if on else track.x + px(27)
        pen.disc(knob, track.centre[1], px(21), theme.on_brand if on else theme.line_strong)


def switch_width(look: Look, choice: Choice) -> int:
    """Least width of a switch."""
    return round(look.scribe.measure(choice.label, False, look.sizes.type_min)) + look.px(74 + 104 + 4)


def word_places(look: Look, choices: Sequence[Choice], rect: Rect) -> list[tuple[Choice, Rect]]:
    """Completions side by side, as wide as their words ask; those that find no room are left out, the last first."""
    gap, kept = look.px(24), list(choices)
    needs = [part_width(look, choice) + look.px(24) for choice in kept]
    while kept and sum(needs) + gap * (len(kept) - 1) > rect.w:
        kept, needs = kept[:-1], needs[:-1]
    if not kept:
        return []
    spare = (rect.w - sum(needs) - gap * (len(kept) - 1)) / len(kept)
    return list(zip(kept, rect.columns([need + spare for need in needs], gap), strict=True))
