"""One picture of the day: bars with their numbers, and the views to choose from."""

from kiosk.presenters.staff.contents import FiguresPage
from kiosk.screens.board import Board
from kiosk.screens.layout import WIDE
from kiosk.screens.staff.note import put_note
from kiosk.widgets.rect import Rect
from kiosk.widgets.segment import SegmentPart, segment_parts
from kiosk.widgets.staff_parts import BarLine, names_width, values_width

BAR, LEAST_BAR, TWO_LINES = 84, 56, 104
SEGMENT = 104


class FiguresScreen(Board):
    desk_from = WIDE

    def layout(self, content: FiguresPage) -> None:
        px, sizes = self.px, self.sizes
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        y = self.paragraph("lead", content.lead, area.below(y + px(10) - area.y), sizes.type_min)
        rest = area.below(y + px(22) - area.y)
        if content.bars:
            self._bars(content, rest)
        else:
            self.paragraph("empty", content.empty, rest.below(px(20)), sizes.type_lead)
        self._desk(content)

    def _bars(self, content: FiguresPage, area: Rect) -> None:
        """As many as there is room for; where a name needs two lines, that is fewer."""
        px, most = self.px, round(area.w * 0.6)
        names = names_width(self.look, content.bars, most)
        values = values_width(self.look, content.bars)
        least = px(LEAST_BAR) if names < most else px(TWO_LINES)
        count = max(1, min(len(content.bars), area.h // least))
        high = max(least, min(px(BAR), area.h // count))
        for index, bar in enumerate(content.bars[:count]):
            place = Rect(area.x, area.y + index * high, area.w, high)
            self.put(f"bar_line.{index}", BarLine, place, bar=bar, names=names, values=values)

    def _desk(self, content: FiguresPage) -> None:
        px, sizes = self.px, self.sizes
        rest = put_note(self, content.note, self.regions.hands)
        bar = rest.low(px(SEGMENT) + sizes.edge_height)
        last = len(content.views) - 1
        for index, (choice, place) in enumerate(
            zip(content.views, segment_parts(self.look, content.views, bar), strict=True)
        ):
            self.put(f"view.{index}", SegmentPart, place, choice=choice, first=index == 0, last=index == last)
        words = rest.above(bar.h + px(24))
        if self.regions.heading:
            top = self.regions.heading.y
            words = Rect(words.x, top, words.w, words.bottom - top)
        y = self.paragraph("heading", content.heading, words.top(px(90)), sizes.type_sub, bold=True, max_lines=1)
        self.icon_lines("line", content.lines, words.below(y + px(20) - words.y), px(22))
