"""Search as you type: field and results to read, words and keyboard for the hands."""

from kiosk.presenters.contents import IconLine, Search
from kiosk.screens.board import Board
from kiosk.screens.layout import MIDDLE
from kiosk.widgets.field import Field
from kiosk.widgets.keyboard import Keyboard, Word
from kiosk.widgets.label import IconLine as Line
from kiosk.widgets.label import line_height
from kiosk.widgets.rect import Rect
from kiosk.widgets.rows import ListRow
from kiosk.widgets.segment import word_places

ROWS = 3
ROW, LEAST_ROW = 166, 122
"""Height of a result; where the panel hangs low, fewer are shown and the arrows move through them."""


class SearchScreen(Board):
    desk_from = MIDDLE

    def layout(self, content: Search) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        air = px(20 if self.regions.portrait else 10)
        crowded = self.look.low_reach and self.regions.portrait  # the field says it too
        y = area.y - air if crowded else self.title(content.title, area.below(px(2)))
        field = Rect(area.x, y + air, area.w, px(120) if self.regions.portrait else px(108))
        self.put("field", Field, field, query=content.query, hint=content.hint)
        y = field.bottom + air
        if content.corrected:
            line = IconLine(icon="information-outline", rest=content.corrected_label, bold=content.corrected)
            high = line_height(self.look, line, area.w, sizes.type_min)
            self.put("corrected", Line, Rect(area.x, y, area.w, high), line=line, size=sizes.type_min, rest_first=True)
            y += high + px(10)
        rest = area.below(y + px(6) - area.y)
        if content.rows:
            self._rows(content, rest)
        elif content.message:
            self.words("message", content.message, rest.below(px(16)), sizes.type_lead, valign="top")
        self._desk(content)

    def _rows(self, content: Search, rest: Rect) -> None:
        sizes, px = self.sizes, self.px
        gap = px(16)
        least = px(LEAST_ROW) if self.look.scale == 1 else self.tx(ROW)
        count = max(1, min(ROWS, (rest.h + gap) // (least + gap)))
        high = min(self.tx(ROW) + sizes.edge_height, (rest.h - (count - 1) * gap) // count)
        chosen = next((i for i, row in enumerate(content.rows) if row.chosen), 0)
        first = max(0, min(chosen, len(content.rows) - count))
        for index, row in enumerate(content.rows[first : first + count]):
            place = Rect(rest.x, rest.y + index * (high + gap), rest.w, high)
            self.put(f"row.{index}", ListRow, place, row=row, doubled=True)

    def _desk(self, content: Search) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.hands
        words = area.top(px(90) + sizes.edge_height)
        for index, (choice, place) in enumerate(word_places(self.look, content.words, words)):
            self.put(f"word.{index}", Word, place, choice=choice)
        keys = area.below(words.h + px(20))
        keyboard = self.keep("keyboard", Keyboard)
        keyboard.show(keys, content)
