"""The base of every screen: says each time what stands where, and only what changed is made or drawn again."""

import re
from collections.abc import Sequence
from typing import Any

from kivy.uix.widget import Widget

from kiosk.presenters.contents import Action, Frame, IconLine
from kiosk.screens.layout import WIDE, Regions, regions
from kiosk.widgets.button import Button
from kiosk.widgets.button_row import row_height, row_of_buttons, tile_size
from kiosk.widgets.control import Control, Hands
from kiosk.widgets.header import Clock, Header, clock_width
from kiosk.widgets.help_bar import BarGround, BarItem, bar_places
from kiosk.widgets.label import TEXT_LEADING, TITLE_LEADING, TextLabel, set_title
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect

LEAST_HALL = 200
"""Lower than this the town hall is left out."""


class Ground(Part):
    """Desk, and the line between it and the paper, which is the window's own colour. Data: `regions`."""

    def draw(self, pen: Pen) -> None:
        parts: Regions = self.data["regions"]
        pen.fill(parts.desk, pen.theme.desk)
        pen.fill(parts.line, pen.theme.brand)


class Board(Widget):
    """One screen. Subclasses lay out their content in `layout()` with `put()`; what is not put again disappears."""

    desk_from = WIDE

    def __init__(self, look: Look, hands: Hands) -> None:
        super().__init__(size_hint=(None, None), size=(look.panel.width_px, look.panel.height_px))
        self.look, self.hands, self.sizes, self.px = look, hands, look.sizes, look.px
        self.regions = regions(look.panel, self.desk_from)
        self._parts: dict[str, Widget] = {}
        self._kept: set[str] = set()

    def show(self, content: Any) -> None:
        """Show this content; nothing happens to parts that stay the same."""
        self.look.language = content.frame.language
        self._kept = set()
        self.put("ground", Ground, self.regions.window, regions=self.regions)
        self._frame(content.frame)
        self.layout(content)
        for key in [key for key in self._parts if key not in self._kept]:
            self.remove_widget(self._parts.pop(key))

    def layout(self, content: Any) -> None:
        raise NotImplementedError

    def rects(self) -> dict[str, Rect]:
        """Where each part stands, by its key."""
        return {key: part.rect for key, part in self._parts.items() if isinstance(part, Part)}

    def put(self, key: str, kind: type[Part], rect: Rect, **data: Any) -> Part:
        """This part stands here with this data."""
        part = self.keep(key, kind)
        part.show(rect, **data)
        return part

    def keep(self, key: str, kind: type) -> Any:
        """The part of this key, made if it does not exist yet."""
        self._kept.add(key)
        part = self._parts.get(key)
        if type(part) is not kind:
            if part is not None:
                self.remove_widget(part)
            part = kind(self.look, self.hands) if _takes_hands(kind) else kind(self.look)
            self._parts[key] = part
            self.add_widget(part)
        return part

    def _frame(self, frame: Frame) -> None:
        parts = self.regions
        clock = clock_width(self.look, frame.clock)
        header = parts.header.inset(0, 0, clock + self.px(24)) if parts.portrait else parts.header
        self.put("header", Header, header, frame=_names(frame))
        self.put("clock", Clock, parts.clock.inset(parts.clock.w - clock, 0, 0), clock=frame.clock)
        filled = tuple(action is not None for action in frame.help_bar)
        self.put("bar", BarGround, parts.help_bar, filled=filled, hint=frame.no_name_hint)
        for index, (action, place) in enumerate(zip(frame.help_bar, bar_places(parts.help_bar), strict=True)):
            if action is not None:
                self.put(f"bar.{index}", BarItem, place, action=action, accent=index == len(filled) - 1)
        if parts.footer and frame.footer:
            self.words("footer", frame.footer, parts.footer, self.sizes.type_min, colour=self.look.theme.ink_soft)

    def words(self, key: str, words: Any, rect: Rect, size: int, **data: Any) -> Part:
        """A text label."""
        return self.put(key, TextLabel, rect, words=words, size=size, **{"leading": TEXT_LEADING, **data})

    def title(self, words: str, rect: Rect, key: str = "title", size: int = 0) -> int:
        """The screen's title, at most two lines, at the top of `rect`. Gives back its lower edge."""
        setting = set_title(self.look, words, rect.w, rect.h, size)
        place = rect.top(setting.height + 1)
        self.words(
            key,
            words,
            place,
            size or self.sizes.type_title,
            bold=True,
            leading=TITLE_LEADING,
            max_lines=2,
            balance=True,
            valign="top",
            smallest=self.sizes.type_body,
        )
        return place.bottom

    def paragraph(self, key: str, words: Any, rect: Rect, size: int, **data: Any) -> int:
        """Words from the top of `rect`, as high as they need. Gives back their lower edge."""
        setting = self.look.scribe.set(
            words, rect.w, rect.h, size, bold=data.get("bold", False), language=self.look.language
        )
        place = rect.top(min(setting.height + 1, max(rect.h, setting.height + 1)))
        self.words(key, words, place, size, valign="top", **data)
        return place.bottom

    def heading(self, words: str, key: str = "heading") -> None:
        """Landscape: the words over the desk, in its free top."""
        if self.regions.heading and words:
            size = self.sizes.type_sub
            self.words(key, words, self.regions.heading, size, bold=True, max_lines=2, leading=TITLE_LEADING)

    def button(self, action: Action, rect: Rect, style: str = "row", size: int = 0, above: bool = False) -> None:
        """A button under the test id of its action."""
        key = f"button.{action.test_id}"
        self.put(key, Button, rect, action=action, style=style, size=size, above=above)

    def button_row(self, actions: Sequence[Action], area: Rect, usual: int) -> Rect:
        """Buttons side by side at the lower end of `area`. Gives back what is left above."""
        if not actions:
            return area
        gap = self.px(24)
        high = row_height(self.look, actions, area.w, gap, self.px(usual) + self.sizes.edge_height)
        bar = area.low(high)
        for action, placed in zip(actions, row_of_buttons(self.look, actions, bar, gap), strict=True):
            self.button(action, placed.rect, "row", placed.size, placed.above)
        return area.above(high + self.px(14))

    def tiles(self, actions: Sequence[Action], places: Sequence[Rect]) -> None:
        """Tiles whose words have one size."""
        size = tile_size(self.look, actions, places)
        for action, place in zip(actions, places, strict=False):
            self.button(action, place, "tile", size)

    def icon_lines(self, key: str, lines: tuple[IconLine, ...], rect: Rect, gap: int, size: int = 0) -> int:
        """Icon lines below each other. Gives back the lower edge of the last."""
        from kiosk.widgets.label import IconLine as Line
        from kiosk.widgets.label import stack_lines

        size = size or self.sizes.type_body
        bottom = rect.y
        for index, (line, place) in enumerate(zip(lines, stack_lines(self.look, lines, rect, size, gap), strict=True)):
            self.put(f"{key}.{index}", Line, place, line=line, size=size)
            bottom = place.bottom
        return bottom

    def town_hall(self, top: int, hour: int, minute: int) -> None:
        """The town hall at the foot of the reading area, where there is room for it."""
        from kiosk.widgets.town_hall import TownHall

        parts = self.regions
        ground, right = (parts.desk.y, parts.window.right) if parts.portrait else (parts.window.bottom, parts.desk.x)
        place = Rect(0, top, right, ground - top)
        if place.h >= self.px(LEAST_HALL):
            self.put("hall", TownHall, place, hour=hour, minute=minute)

    def street(self, frame: Frame, top: int) -> None:
        """The town hall on screens with little to read; its clock shows the time of the header."""
        time = re.match(r"(\d+):(\d+)", frame.clock)
        if time:
            self.town_hall(top, int(time[1]), int(time[2]))


def _takes_hands(kind: type) -> bool:
    return issubclass(kind, Control) or getattr(kind, "takes_hands", False)


def _names(frame: Frame) -> Frame:
    """Only what the header shows, so that it is not drawn again with the clock."""
    return Frame(language="", house=frame.house, town=frame.town, clock="", help_bar=(), only_german=frame.only_german)
