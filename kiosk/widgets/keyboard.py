"""The on-screen keyboard: eleven columns, small letters of the visitor's language, digits and signs behind "123"."""

from collections.abc import Iterable

from kivy.uix.widget import Widget

from kiosk.flows.events import Erased, Typed
from kiosk.presenters.contents import Choice, Search
from kiosk.widgets.button import draw_face
from kiosk.widgets.control import Control, Hands
from kiosk.widgets.letters import SIGNS, Layout, layers
from kiosk.widgets.look import Look
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect

COLUMNS = 11
WIDE = 1.5
"""Width of the keys at the ends of a row, in letter keys."""
ROWS = 4


class Key(Control):
    """Data: `label` or `icon`, `name` (test id), `event`; `primary`; `size` of the label; `turns` the layer.

    `spoken`: what it is called besides its label.
    """

    def changed(self) -> None:
        self.test_id, self.event = self.data["name"], self.data["event"]

    def pressable(self) -> bool:
        return self.event is not None or self.data.get("turns") is not None

    def act(self) -> None:
        if turn := self.data.get("turns"):
            turn()
        else:
            super().act()

    def draw(self, pen: Pen) -> None:
        sizes, theme, px = pen.sizes, pen.theme, pen.look.px
        primary = self.data.get("primary", False)
        if not primary:
            pen = pen.unmirrored()  # letters are typed from left to right, and erased towards the left
        face = draw_face(
            pen,
            self.rect,
            pressed=self.pressed,
            primary=primary,
            radius=sizes.radius_key,
            edge=sizes.edge_key,
            border=sizes.border_thin,
        )
        words = theme.on_brand if primary and not self.pressed else theme.ink
        label, icon = self.data.get("label", ""), self.data.get("icon", "")
        size = self.data.get("size") or sizes.type_lead
        bold = self.data.get("bold", False)
        if not label:
            pen.icon(icon, *face.centre, sizes.icon_bar, words)
            return
        wide = px(64) if icon else 0
        setting = pen.look.scribe.set(label, face.w - wide - px(16), face.h, size, bold=bold, max_lines=1)
        if not setting.fits and not icon:  # the narrow key beside nine letters
            setting = pen.look.scribe.set(label, face.w - px(4), face.h, pen.sizes.type_min, max_lines=1)
        start = face.x + (face.w - setting.width - wide) // 2
        pen.put(setting, Rect(start, face.y, setting.width, face.h), words)
        if icon:
            pen.icon(icon, start + setting.width + px(8) + px(28), face.centre[1], px(56), words)


class Word(Control):
    """A completion. Data: `choice`."""

    def changed(self) -> None:
        choice: Choice = self.data["choice"]
        self.test_id, self.event = choice.test_id, choice.event

    def draw(self, pen: Pen) -> None:
        choice: Choice = self.data["choice"]
        face = draw_face(
            pen, self.rect, pressed=self.pressed, radius=pen.sizes.radius_key, border=pen.sizes.border_thin
        )
        room = face.inset(pen.look.px(10), 0)
        pen.text(choice.label, room, pen.sizes.type_min, pen.theme.ink, align="centre", max_lines=1)


class Keyboard(Widget):
    """Typing sends `Typed` and `Erased`; the lowest row sends the actions it is given."""

    takes_hands = True

    def __init__(self, look: Look, hands: Hands) -> None:
        super().__init__(size_hint=(None, None))
        self.look, self.hands = look, hands
        self._layer, self._language = 0, ""
        self._keys: dict[str, Key] = {}
        self._shown: tuple | None = None

    def show(self, rect: Rect, content: Search) -> None:
        """Lay the keys out in `rect`. Keys that stay the same are not drawn again.

        The order of keys is the same in every language; only the place of the whole is mirrored.
        """
        self._shown = (rect, content)
        if self.look.language != self._language:
            self._layer, self._language = 0, self.look.language
        rect = self.look.placed(rect)
        self.pos = (rect.x, self.look.panel.height_px - rect.bottom)
        self.size = (rect.w, rect.h)
        wanted = dict(self._keyed(rect, content))
        for name in [name for name in self._keys if name not in wanted]:
            self.remove_widget(self._keys.pop(name))
        for name, (place, data) in wanted.items():
            if name not in self._keys:
                self._keys[name] = Key(self.look, self.hands)
                self.add_widget(self._keys[name])
            self._keys[name].show(self.look.placed(place), name=name, **data)

    def turn(self) -> None:
        """The next layer: letters, where the language has its own also German ones, signs."""
        self._layer += 1
        if self._shown:
            self.show(*self._shown)
        self.hands.turned()

    def _keyed(self, rect: Rect, content: Search) -> Iterable:
        gap = self.look.px(8)
        rows = rect.rows(ROWS, self.look.px(10))
        choice = layers(self.look.language)
        layer, following = (choice[(self._layer + by) % len(choice)] for by in (0, 1))
        for row, letters in zip(rows, layer.rows[:2], strict=False):
            yield from self._letters(letters, row.columns([1.0] * COLUMNS, gap))
        turn = {"label": following.name, "bold": True, "size": self.look.sizes.type_body, "event": None}
        turn |= {"turns": self.turn, "spoken": content.signs_label if following is SIGNS else content.letters_label}
        ends = third_row(rows[2], len(layer.rows[2]), gap)
        yield "key.turn", (ends[0], turn)
        yield from self._letters(layer.rows[2], ends[1:-1])
        yield "key.erase", (ends[-1], {"icon": "backspace-outline", "event": Erased(), "spoken": content.erase_label})
        yield from self._last_row(rows[3], layer, content)

    def _last_row(self, row: Rect, layer: Layout, content: Search) -> Iterable:
        extra, up, down, open_, space = layer.extra, content.up, content.down, content.open, content.space_label
        arrows = 1.0 if extra else WIDE
        widths = (arrows, arrows, *(1.0 for _ in extra), COLUMNS - 2 * arrows - len(extra) - 4.1, 4.1)
        places = row.columns(widths, self.look.px(8))
        yield up.test_id, (places[0], {"icon": up.icon or "arrow-up", "event": up.event})
        yield down.test_id, (places[1], {"icon": down.icon or "arrow-down", "event": down.event})
        yield from self._letters("".join(extra), places[2:-2])
        yield "key.space", (places[-2], {"label": space, "size": self.look.sizes.type_min, "event": Typed(" ")})
        opening = {"label": open_.label, "bold": True, "icon": open_.icon or "arrow-right", "primary": True}
        yield open_.test_id, (places[-1], {**opening, "event": open_.event})

    def _letters(self, letters: str, places: list[Rect]) -> Iterable:
        for letter, place in zip(letters, places, strict=True):
            size = self._letter_size(letter, place)
            yield f"key.{letter}", (place, {"label": letter, "event": Typed(letter), "size": size})

    def _letter_size(self, letter: str, place: Rect) -> int:
        """As large as the widest usual letter allows, so that neighbours have one size; a wider one is smaller."""
        face, look = place.above(self.look.sizes.edge_key), self.look
        size = look.sizes.type_lead
        for widest in ("m", letter):
            size = look.scribe.set(widest, face.w - look.px(16), face.h, size, max_lines=1).size
        return size


def third_row(row: Rect, count: int, gap: int) -> list[Rect]:
    """Two wide ends and `count` keys exactly as wide as those of the rows above."""
    letter = (row.w - gap * (COLUMNS - 1)) / COLUMNS
    inner = round(letter * count + gap * (count - 1))
    end = (row.w - inner - 2 * gap) // 2
    middle = Rect(row.x + end + gap, row.y, row.w - 2 * (end + gap), row.h)
    return [row._replace(w=end), *middle.columns([1.0] * count, gap), Rect(row.right - end, row.y, end, row.h)]
