"""One choice of a few side by side (languages, levels), and the switch."""

from collections.abc import Sequence

from kiosk.presenters.contents import Action, Choice
from kiosk.widgets.button import draw_face
from kiosk.widgets.control import Control
from kiosk.widgets.look import Look
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.theme import Colour


class SegmentPart(Control):
    """One part. Data: `choice`, `first`, `last`; `size` of the words, the same for all parts.

    The chosen part is filled, bold and, where there is room, ticked: nobody has to tell colours apart.
    """

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
        if choice.chosen:
            room = self._tick(pen, room, words)
        pen.text(choice.label, room, self._size, words, bold=choice.chosen, align="centre", max_lines=1)

    @property
    def _size(self) -> int:
        return self.data.get("size") or self.look.sizes.type_min

    def _tick(self, pen: Pen, room: Rect, colour: Colour) -> Rect:
        """A tick beside the word, if both find room. Gives back the room of the word."""
        side = round(self._size * 0.9)
        word = round(pen.look.scribe.measure(self.data["choice"].label, True, self._size))
        gap = pen.look.px(6)
        if word + side + gap > room.w:
            return room
        start = room.x + (room.w - word - side - gap) // 2
        pen.icon("check-bold", start + side / 2, room.centre[1], side, colour)
        return Rect(start + side + gap, room.y, word + 2, room.h)


class MorePart(Control):
    """The last part of a segment that has no room for all: an icon and how many more there are. Data: `action`,
    `count`."""

    joined = True

    def changed(self) -> None:
        action: Action = self.data["action"]
        self.test_id, self.event = action.test_id, action.event

    def draw(self, pen: Pen) -> None:
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        corners = (False, True, True, False)
        face = self.rect.above(sizes.edge_height)
        if self.pressed:
            face = face.moved(dy=sizes.edge_height)
        else:
            pen.box(
                face.moved(dy=sizes.edge_height).low(2 * sizes.radius + 2), theme.edge, sizes.radius, corners=corners
            )
        pen.box(face, theme.line_strong, sizes.radius, corners=corners)
        ground = (theme.tint_strong if theme.bordered else theme.tint) if self.pressed else theme.card
        pen.box(face.inset(0, sizes.border, sizes.border), ground, sizes.radius - sizes.border, corners=corners)
        side = pen.look.tx(46)
        words = f"+{self.data['count']}"
        wide = round(pen.look.scribe.measure(words, False, sizes.type_min)) + 2
        start = face.x + (face.w - side - px(10) - wide) // 2
        pen.icon(self.data["action"].icon, start + side / 2, face.centre[1], side, theme.brand)
        pen.text(words, Rect(start + side + px(10), face.y, wide, face.h), sizes.type_min, theme.ink, max_lines=1)


def more_width(look: Look) -> int:
    """Least width of the part that leads to the others."""
    return look.tx(46) + round(look.scribe.measure("+9", False, look.sizes.type_min)) + look.px(34)


def choices_that_fit(look: Look, choices: Sequence[Choice], width: int) -> list[Choice]:
    """All of them, or as many of the first as leave room for the part that leads on; the chosen one stays."""
    if segment_width(look, choices) <= width:
        return list(choices)
    room, kept = width - more_width(look), [choice for choice in choices if choice.chosen]
    for choice in choices:
        if not choice.chosen and segment_width(look, [*kept, choice]) <= room:
            kept.append(choice)
    return sorted(kept, key=list(choices).index)


def segment_width(look: Look, choices: Sequence[Choice], size: int = 0) -> int:
    """Least width of a segment whose every part could be the chosen, bold one."""
    return sum(part_width(look, choice, size) for choice in choices)


def part_width(look: Look, choice: Choice, size: int = 0) -> int:
    words = max(look.scribe.measure(choice.label, bold, size or look.sizes.type_min) for bold in (True, False))
    return max(look.panel.target_min, round(words) + look.px(16))


def segment_size(look: Look, choices: Sequence[Choice], width: int) -> int:
    """The largest type, up to that of small labels, at which all parts find room."""
    sizes = look.sizes
    steps = [step for step in sizes.ladder if sizes.type_least <= step <= sizes.type_min]
    return next((step for step in steps if segment_width(look, choices, step) <= width), steps[-1])


def segment_parts(look: Look, choices: Sequence[Choice], rect: Rect, size: int = 0) -> list[Rect]:
    """Every part as wide as its word, the rest shared."""
    spare = rect.w - segment_width(look, choices, size)
    return rect.columns([part_width(look, choice, size) + spare / len(choices) for choice in choices], 0)


class ChoiceTile(Control):
    """A large tile of which one is chosen: border, ground and a tick. Data: `choice`, `size`."""

    def changed(self) -> None:
        choice: Choice = self.data["choice"]
        self.test_id, self.event = choice.test_id, choice.event

    def draw(self, pen: Pen) -> None:
        choice: Choice = self.data["choice"]
        px, theme = pen.look.px, pen.theme
        face = draw_face(pen, self.rect, pressed=self.pressed, chosen=choice.chosen)
        side = choice_icon(pen.look)
        pen.icon(
            "check-circle" if choice.chosen else "circle-outline",
            face.x + px(20) + side / 2,
            face.centre[1],
            side,
            theme.brand,
        )
        room = choice_room(pen.look, face)
        pen.text(
            choice.label, room, self.data["size"], theme.ink, bold=choice.chosen, leading=1.1, max_lines=2, balance=True
        )


def choice_room(look: Look, face: Rect) -> Rect:
    """Where the words of a choice tile stand."""
    return face.inset(choice_icon(look) + look.px(36), 0, look.px(8))


def choice_icon(look: Look) -> int:
    """Side of the sign that says which tile is chosen."""
    return min(look.tx(56), look.px(62))


def choices_size(look: Look, choices: Sequence[Choice], places: Sequence[Rect]) -> int:
    """The largest type at which the words of every choice tile fit."""
    sizes = [look.sizes.type_lead]
    for choice, place in zip(choices, places, strict=False):
        room = choice_room(look, place.above(look.sizes.edge_height))
        setting = look.scribe.set(choice.label, room.w, room.h, sizes[0], bold=True, leading=1.1, max_lines=2)
        sizes.append(setting.size)
    return min(sizes)


class Switch(Control):
    """Data: `choice` (chosen = on), `icon`; `size` of the words."""

    def changed(self) -> None:
        choice: Choice = self.data["choice"]
        self.test_id, self.event = choice.test_id, choice.event

    def draw(self, pen: Pen) -> None:
        choice: Choice = self.data["choice"]
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        face = draw_face(pen, self.rect, pressed=self.pressed)
        side = min(pen.look.tx(54), px(72))
        pen.icon(self.data["icon"], face.x + px(15) + side // 2, face.centre[1], side, theme.brand)
        room = face.inset(px(28) + side, 0, px(104))
        size = self.data.get("size") or sizes.type_min
        pen.text(choice.label, room, size, theme.ink, max_lines=1 if face.h < size * 2.4 else 2, leading=1.1)
        track = Rect(face.right - px(102), face.y + (face.h - px(54)) // 2, px(90), px(54))
        on = choice.chosen
        pen.box(track, theme.brand if on else theme.line_strong, px(27))
        if not on:
            pen.box(track.inset(sizes.border), theme.card, px(24))
        knob = track.right - px(27) if on else track.x + px(27)
        pen.disc(knob, track.centre[1], px(21), theme.on_brand if on else theme.line_strong)


def switch_width(look: Look, choice: Choice) -> int:
    """Least width of a switch."""
    return (
        round(look.scribe.measure(choice.label, False, look.sizes.type_min))
        + min(look.tx(54), look.px(72))
        + look.px(28 + 104 + 4)
    )


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
