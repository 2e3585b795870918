"""A list to read and, on the desk, the chosen row in full with what can be done about it. Picture 20 of the look."""

from kiosk.presenters.contents import Action
from kiosk.presenters.staff.contents import StaffBoard
from kiosk.screens.board import Board
from kiosk.screens.layout import WIDE
from kiosk.screens.staff.note import put_note
from kiosk.widgets.button_row import tile_size
from kiosk.widgets.keypad import PadKey
from kiosk.widgets.label import IconLine as Line
from kiosk.widgets.label import line_height
from kiosk.widgets.rect import Rect
from kiosk.widgets.segment import SegmentPart, segment_parts
from kiosk.widgets.staff_parts import BoardLine, Chip, chip_width, least_line

LINE, LINE_GAP = 94, 12
CELL, LEAST_CELL = 143, 100
SEGMENT = 88


class StaffBoardScreen(Board):
    desk_from = WIDE

    def layout(self, content: StaffBoard) -> None:
        px = self.px
        area = self.regions.reading
        y = self._head(content, area)
        self._list(content, area.below(y + px(26) - area.y))
        rest = put_note(self, content.note, self.regions.hands)
        rest = self._cells(content, rest)
        rest = self._segment(content, rest)
        top = self.regions.heading.y if self.regions.heading else rest.y - px(6)
        self._words(content, Rect(rest.x, top, rest.w, rest.bottom - top))

    def _head(self, content: StaffBoard, area: Rect) -> int:
        px, chip = self.px, content.chip
        wide = chip_width(self.look, chip) if chip else 0
        title = area.below(px(2)).inset(0, 0, wide + px(24) if chip else 0, 0)
        y = self.title(content.title, title)
        if chip:
            high = px(72)
            place = Rect(area.right - wide, (title.y + y) // 2 - high // 2, wide, high)
            self.put("chip", Chip, place, line=chip)
        return y

    def _list(self, content: StaffBoard, area: Rect) -> None:
        px = self.px
        if not content.rows:
            self.paragraph("empty", content.empty, area.below(px(24)), self.sizes.type_lead)
            return
        gap = px(LINE_GAP)
        high = max(px(LINE), least_line(self.look))
        count = max(1, min(len(content.rows), (area.h + gap) // (high + gap)))
        chosen = next((i for i, row in enumerate(content.rows) if row.chosen), 0)
        first = max(0, min(chosen - count // 2, len(content.rows) - count))
        for index, row in enumerate(content.rows[first : first + count]):
            place = Rect(area.x, area.y + index * (high + gap), area.w, high)
            self.put(f"row.{index}", BoardLine, place, row=row)

    def _cells(self, content: StaffBoard, area: Rect) -> Rect:
        """Buttons two by two from below; the arrows share the last place."""
        px, gap = self.px, self.px(20)
        arrows = [action for action in (content.up, content.down) if action is not None]
        count = len(content.actions) + bool(arrows)
        if not count:
            return area
        down = -(-count // 2)
        share = round(area.h * (0.62 if self.regions.portrait else 0.8))
        cell = max(px(LEAST_CELL), min(px(CELL), (share - gap * (down - 1)) // down - self.sizes.edge_height))
        block = area.low(down * (cell + self.sizes.edge_height) + gap * (down - 1))
        places = block.grid(2, down, gap)
        if count % 2 and not arrows:
            last = places[count - 1]
            places[count - 1] = last._replace(w=block.w)
        size = tile_size(self.look, content.actions, places) if content.actions else 0
        for action, place in zip(content.actions, places, strict=False):
            self.button(action, place, "tile" if not action.locked or action.icon else "row", size)
        self._arrows(arrows, places[-1], gap)
        return area.above(block.h + px(18))

    def _arrows(self, arrows: list[Action], place: Rect, gap: int) -> None:
        for action, half in zip(arrows, place.columns((1, 1), gap), strict=False):
            self.put(f"arrow.{action.test_id}", PadKey, half, action=action)

    def _segment(self, content: StaffBoard, area: Rect) -> Rect:
        if not content.choices:
            return area
        bar = area.low(self.px(SEGMENT) + self.sizes.edge_height)
        last = len(content.choices) - 1
        for index, (choice, place) in enumerate(
            zip(content.choices, segment_parts(self.look, content.choices, bar), strict=True)
        ):
            self.put(f"segment.{index}", SegmentPart, place, choice=choice, first=index == 0, last=index == last)
        return area.above(bar.h + self.px(18))

    def _words(self, content: StaffBoard, area: Rect) -> None:
        """What the chosen row is about; what came of the last touch takes the sentences' place."""
        sizes, px = self.sizes, self.px
        y = area.y
        if content.heading:
            y = self.paragraph("heading", content.heading, area.top(px(66)), sizes.type_lead, bold=True, max_lines=1)
        rest = area.below(y + px(2) - area.y)
        if content.said is not None:
            high = min(rest.h, line_height(self.look, content.said, rest.w, sizes.type_body))
            self.put("said", Line, rest.top(high), line=content.said, size=sizes.type_body)
        elif content.sentences:
            self.words("sentences", " ".join(content.sentences), rest, sizes.type_body, valign="top")
