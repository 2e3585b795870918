"""A door of the wall: picture and words above, what to do below. Picture 08 of the look."""

from kiosk.presenters.contents import IconLine, LockerPage
from kiosk.screens.board import Board
from kiosk.screens.reading import Block, height_of, put_below
from kiosk.screens.stack import stack_of_buttons
from kiosk.widgets.chip import Chip, chip_height
from kiosk.widgets.locker_wall import LockerWall
from kiosk.widgets.rect import Rect
from kiosk.widgets.steps import DoStep, step_height

MOST_WALL, LEAST_WALL, PAGED_WALL = 640, 300, 420
PRIMARY, OTHER = 144, 112


class LockerPageScreen(Board):
    def layout(self, content: LockerPage) -> None:
        if not self.look.plain:
            self._pages(content)
            return
        area, px = self.regions.reading, self.px
        above = self._head(content)
        below = self._lines(content)
        room = area.h - height_of(above) - height_of(below) - px(24 + 28)
        wall = self._wall(content, min(room, px(MOST_WALL))) if room >= px(LEAST_WALL) else []
        put_below([*above, *wall, *below], area)
        self._desk(content)

    def _head(self, content: LockerPage) -> list[Block]:
        area, sizes, px = self.regions.reading, self.sizes, self.px
        size = sizes.type_display if not self.look.low_reach else sizes.type_title
        return [
            self.title_block(content.title, area.w, size),
            self.line_block("where", content.where, area.w, sizes.type_lead, px(14)),
        ]

    def _wall(self, content: LockerPage, high: int) -> list[Block]:
        if content.wall is None:
            return []
        return [Block(high, self.px(24), lambda rect: self.put("wall", LockerWall, rect, wall=content.wall))]

    def _lines(self, content: LockerPage) -> list[Block]:
        return [self._chip(f"line.{index}", line) for index, line in enumerate(content.lines)]

    def _chip(self, key: str, line: IconLine) -> Block:
        high = chip_height(self.look, line, self.regions.reading.w)
        return Block(high, self.px(18), lambda rect: self.put(key, Chip, rect, line=line))

    def _pages(self, content: LockerPage) -> None:
        """Large type or a low desk: words first, then the picture, on as many pages as they need."""
        area, px = self.regions.reading, self.px
        steps = [
            Block(step_height(self.look, step, area.w), px(14), lambda rect, step=step: self._step(step, rect))
            for step in content.steps
        ]
        high = min(px(PAGED_WALL), area.h - px(10))
        blocks = [*self._head(content), *self._lines(content), *steps, *self._wall(content, high)]
        self.read(blocks, area, content.title)
        self.controls(content.actions, self.regions.hands, px(16))

    def _step(self, step, rect: Rect) -> None:
        self.put(f"step.{step.number}", DoStep, rect, step=step)

    def _desk(self, content: LockerPage) -> None:
        px, edge, hands = self.px, self.sizes.edge_height, self.regions.hands
        for step in content.steps:
            high = step_height(self.look, step, hands.w)
            self._step(step, hands.top(high))
            hands = hands.below(high + px(14))
        others = content.actions[1:]
        if not content.steps and len(content.actions) < 4:
            stack_of_buttons(self, content.actions, hands)
            return
        down = (len(others) + 1) // 2
        gap = px(18)
        room = (hands.h - gap * down) // (down + 1)
        primary = min(px(PRIMARY) + edge, hands.h - down * (min(room, px(OTHER) + edge) + gap))
        self.button(content.actions[0], hands.top(primary))
        rest = hands.below(primary + gap)
        high = min(px(OTHER) + edge, (rest.h - gap * (down - 1)) // max(1, down))
        cells = []
        for row, place in enumerate(rest.top(down * high + gap * (down - 1)).rows(down, gap)):
            pair = others[2 * row : 2 * row + 2]
            cells += place.columns([1.0] * len(pair), px(24))
        self.tiles(others, cells)
