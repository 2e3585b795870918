"""A title to read and up to five rows to press: concerns, services of a topic, places."""

from kiosk.presenters.contents import Listing
from kiosk.screens.board import Board
from kiosk.screens.layout import stacked
from kiosk.screens.paging import paged
from kiosk.widgets.cards import Board as CallBoard
from kiosk.widgets.cards import board_height, board_rows
from kiosk.widgets.rows import ListRow

ROW, MAIN = 108, 112


class ListingScreen(Board):
    def layout(self, content: Listing) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        if content.lead:
            y = self.paragraph("lead", content.lead, area.below(y + px(20) - area.y), sizes.type_body)
        rest = area.below(y + px(34) - area.y)
        if content.lines_title and content.lines:
            lines = content.lines[: board_rows(self.look, len(content.lines), rest.h)]
            if lines:
                high = board_height(self.look, len(lines), rest.h)
                self.put("board", CallBoard, rest.top(high), title=content.lines_title, lines=lines)
        else:
            y = self.icon_lines("line", content.lines, rest, px(26))
            self.street(content.frame, y + px(40))
        hands = self.regions.hands
        if content.main is not None:
            high = self.tx(MAIN) + sizes.edge_height
            self.button(content.main, hands.low(high))
            hands = hands.above(high + px(20))
        rows = paged(self, content.earlier, content.later, hands)
        gap, count = px(14), max(1, len(content.rows))
        high = min(self.tx(ROW) + sizes.edge_height, (rows.h - gap * (count - 1)) // count)
        places = stacked(rows, [high] * len(content.rows), gap, stretch=px(32))
        for index, (row, place) in enumerate(zip(content.rows, places, strict=True)):
            self.put(f"row.{index}", ListRow, place, row=row)
