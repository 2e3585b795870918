"""A title to read and up to five rows to press: concerns, services of a topic, places."""

from kiosk.presenters.contents import Listing
from kiosk.screens.board import Board
from kiosk.screens.layout import stacked
from kiosk.screens.paging import paged
from kiosk.widgets.cards import Board as CallBoard
from kiosk.widgets.cards import board_height
from kiosk.widgets.rows import ListRow

ROW = 108


class ListingScreen(Board):
    def layout(self, content: Listing) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        if content.lead:
            y = self.paragraph("lead", content.lead, area.below(y + px(20) - area.y), sizes.type_body)
        rest = area.below(y + px(34) - area.y)
        if content.lines_title and content.lines:
            high = board_height(self.look, len(content.lines), rest.h)
            self.put("board", CallBoard, rest.top(high), title=content.lines_title, lines=content.lines)
        else:
            self.icon_lines("line", content.lines, rest, px(26))
        rows = paged(self, content.earlier, content.later, self.regions.hands)
        low = sizes.edge_height
        heights = [min(px(ROW) + low, (rows.h - px(14) * (len(content.rows) - 1)) // len(content.rows))] * len(content.rows)
        for index, (row, place) in enumerate(zip(content.rows, stacked(rows, heights, px(14), stretch=px(24)), strict=True)):
            self.put(f"row.{index}", ListRow, place, row=row)
