"""The base of every screen: says each time what stands where, and only what changed is made or drawn again."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from kivy.uix.widget import Widget

from kiosk.presenters.contents import Action, Frame, IconLine
from kiosk.screens.desk import groups_of
from kiosk.screens.layout import WIDE, Regions, regions
from kiosk.screens.reading import LARGEST_HEAD, Block, pages_of, put_below
from kiosk.widgets.button import Button
from kiosk.widgets.button_row import row_height, row_of_buttons, tile_size
from kiosk.widgets.control import Control, Hands
from kiosk.widgets.header import Clock, Header, clock_width
from kiosk.widgets.held_mark import HeldMark
from kiosk.widgets.help_bar import BarGround, BarItem, bar_needs, bar_places, bar_size
from kiosk.widgets.label import TEXT_LEADING, TITLE_LEADING, TextLabel, line_height, set_title, smallest_title
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect

NEARLY = 0.85
"""Share of its size that is still large enough to spare a second line."""
LEAST_HALL = 200
"""Lower than this the town hall is left out."""


class Ground(Part):
    """Desk, and the line between it and the paper, which is the window's own colour. Data: `regions`."""

    def draw(self, pen: Pen) -> None:
        parts: Regions = self.data["regions"]
        pen.fill(parts.desk, pen.theme.desk)
        pen.fill(parts.line, pen.theme.brand)


class Turn(Button):
    """Shows what else there is to read and press; nothing of the session changes. Data as a button, and `turn`."""

    def pressable(self) -> bool:
        return True

    def act(self) -> None:
        self.data["turn"]()


class Board(Widget):
    """One screen. Subclasses lay out their content in `layout()` with `put()`; what is not put again disappears."""

    desk_from = WIDE

    def __init__(self, look: Look, hands: Hands) -> None:
        super().__init__(size_hint=(None, None), size=(look.panel.width_px, look.panel.height_px))
        self.look, self.hands, self.sizes, self.px, self.tx = look, hands, look.sizes, look.px, look.tx
        self.regions = regions(look.panel, self.desk_from, low=look.low_reach)
        self._parts: dict[str, Widget] = {}
        self._kept: set[str] = set()
        self._content: Any = None
        self._page, self._page_of = 0, ""
        self.pages = 1
        """Of what is to be read."""
        self.all_pages = 1
        """Of what is to be read and pressed: so often the button that turns pages leads on."""

    def show(self, content: Any) -> None:
        """Show this content; nothing happens to parts that stay the same."""
        self.look.language = content.frame.language
        self._kept, self._content, self.pages, self.all_pages = set(), content, 1, 1
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

    def drop(self, key: str) -> None:
        """This part is not wanted after all."""
        self._kept.discard(key)

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
        if frame.hold is not None:
            self.put("hold", HeldMark, parts.header._replace(x=0, w=parts.header.x + parts.header.h), event=frame.hold)
        filled = tuple(action is not None for action in frame.help_bar)
        needs = bar_needs(self.look, frame.help_bar)
        self.put("bar", BarGround, parts.help_bar, filled=filled, hint=frame.no_name_hint, needs=needs)
        places = bar_places(parts.help_bar, needs)
        size = bar_size(self.look, frame.help_bar, places)
        for index, (action, place) in enumerate(zip(frame.help_bar, places, strict=True)):
            if action is not None:
                self.put(f"bar.{index}", BarItem, place, action=action, accent=index == len(filled) - 1, size=size)
        if parts.quiet:
            self._quiet(frame, parts.quiet)
        if parts.footer and frame.footer:
            self.words("footer", frame.footer, parts.footer, self.sizes.type_min, colour=self.look.theme.ink_soft)

    def _quiet(self, frame: Frame, place: Rect) -> None:
        """Low-reach layout: the town hall above the eyes of seated people, on its ground."""
        from kiosk.widgets.town_hall import TownHall

        if place.h >= self.px(LEAST_HALL) and (time := _time(frame)):
            self.put("quiet", TownHall, place, hour=time[0], minute=time[1], ground=True)

    def read(self, blocks: Sequence[Block], area: Rect, of: str) -> int:
        """What is to be read, on as many pages as it needs. Gives back the lower edge of this page's last block.

        :param of: what the words are about; when that changes, the first page is shown again.
        """
        if of != self._page_of:
            self._page, self._page_of = 0, of
        pages = pages_of(blocks, area.h)
        self.pages = self.all_pages = len(pages)
        return put_below(pages[self._page % len(pages)], area)

    def fewest(self, make: Callable[[float], Sequence[Block]], area: Rect) -> Sequence[Block]:
        """The blocks at the largest of nearly equal sizes that spares a page. `make` takes a share of the size."""
        shares = (1.0, (1 + NEARLY) / 2, NEARLY) if self.look.scale > 1 else (1.0,)
        made = [make(share) for share in shares]
        return min(made, key=lambda blocks: len(pages_of(blocks, area.h)))

    def turn_button(self, place: Rect, label: str = "") -> None:
        """The button that shows the next page."""
        turn = Action(test_id="more", label=label or self._content.frame.more_label, icon="arrow-right")
        self.put("more", Turn, place, action=turn, style="row", turn=self._turn)

    def _turn(self) -> None:
        self._page = (self._page + 1) % self.all_pages
        self.show(self._content)
        self.hands.turned()

    def controls(self, actions: Sequence[Action], area: Rect, gap: int) -> None:
        """Buttons for large type or a low desk; the button that turns pages above them, where it is needed."""
        groups = groups_of(self.look, actions, area, gap) if actions else []
        if self.pages > 1 or len(groups) > 1:
            turn = area.top(self.turn_height)
            area = area.below(turn.h + gap)
            groups = groups_of(self.look, actions, area, gap) if actions else []
            self.turn_button(turn, self._content.frame.further_label if self.pages == 1 else "")
        self.all_pages = max(self.pages, len(groups))
        if groups:
            self._group(groups[self._page % len(groups)])

    def _group(self, group: Any) -> None:
        for action, place in zip(group.actions, group.places, strict=False):
            self.button(action, place, group.style, group.size)

    @property
    def turn_height(self) -> int:
        """Of the button that turns pages, edge included."""
        return self.px(88) + self.sizes.edge_height + max(0, self.sizes.type_lead - self.px(72))

    def title_block(self, words: str, width: int, size: int = 0, gap: int = 0) -> Block:
        """The title, to begin every page."""
        setting = set_title(self.look, words, width, 9999, size)
        return Block(setting.height + 1, gap, lambda rect: self.title(words, rect, size=size), head=True)

    def repeats(self, title: Block, area: Rect) -> bool:
        """Whether a title is so low that it begins every page."""
        return title.height <= area.h * LARGEST_HEAD

    def text_block(self, key: str, words: Any, width: int, size: int, gap: int) -> Block:
        """A paragraph."""
        setting = self.look.scribe.set(words, width, 9999, size, language=self.look.language)
        return Block(setting.height + 1, gap, partial(self._put_words, key, words, size))

    def _put_words(self, key: str, words: Any, size: int, rect: Rect) -> None:
        self.words(key, words, rect, size, valign="top")

    def line_block(self, key: str, line: IconLine, width: int, size: int, gap: int) -> Block:
        """An icon line; where nearly as large words save it from breaking, in those."""
        if self.look.scale > 1:
            steps = [step for step in self.sizes.ladder if size >= step >= size * NEARLY]
            one = line_height(self.look, line, 99999, size)
            size = next((step for step in steps if line_height(self.look, line, width, step) <= one), size)
        return Block(line_height(self.look, line, width, size), gap, partial(self._put_line, key, line, size))

    def _put_line(self, key: str, line: IconLine, size: int, rect: Rect) -> None:
        from kiosk.widgets.label import IconLine as Line

        self.put(key, Line, rect, line=line, size=size)

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
            smallest=smallest_title(self.look),
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

    def heading(self, words: str, place: Rect | None = None, key: str = "heading") -> None:
        """Landscape: the words over the desk, in its free top."""
        place = place or self.regions.heading
        if place and words:
            size = self.sizes.type_sub
            self.words(key, words, place, size, bold=True, max_lines=2, leading=TITLE_LEADING)

    def button(
        self, action: Action, rect: Rect, style: str = "row", size: int = 0, above: bool = False, short: bool = False
    ) -> None:
        """A button under the test id of its action."""
        key = f"button.{action.test_id}"
        self.put(key, Button, rect, action=action, style=style, size=size, above=above, short=short)

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

    def tiles(
        self, actions: Sequence[Action], places: Sequence[Rect], *, short: bool = False, tall: bool = False
    ) -> None:
        """Tiles whose words have one size. `short`: in one word; `tall`: below the icon."""
        size = tile_size(self.look, actions, places, short=short, tall=tall)
        for action, place in zip(actions, places, strict=False):
            self.button(action, place, "tall" if tall else "tile", size, short=short)

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
        if parts.quiet:
            return
        ground, right = (parts.desk.y, parts.window.right) if parts.portrait else (parts.window.bottom, parts.desk.x)
        place = Rect(0, top, right, ground - top)
        if place.h >= self.px(LEAST_HALL):
            self.put("hall", TownHall, place, hour=hour, minute=minute)

    def street(self, frame: Frame, top: int) -> None:
        """The town hall on screens with little to read; its clock shows the time of the header."""
        if time := _time(frame):
            self.town_hall(top, *time)


def _time(frame: Frame) -> tuple[int, int] | None:
    """What the header's clock says."""
    time = re.match(r"(\d+):(\d+)", frame.clock)
    return (int(time[1]), int(time[2])) if time else None


def _takes_hands(kind: type) -> bool:
    return issubclass(kind, Control) or getattr(kind, "takes_hands", False)


def _names(frame: Frame) -> Frame:
    """Only what the header shows, so that it is not drawn again with the clock."""
    return Frame(language="", house=frame.house, town=frame.town, clock="", help_bar=(), only_german=frame.only_german)
