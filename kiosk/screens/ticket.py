"""The waiting number: as on the paper above, the strip and what to do next below."""

from kiosk.presenters.contents import Ticket
from kiosk.screens.board import Board
from kiosk.screens.layout import stacked
from kiosk.widgets.qr_code import QrCode
from kiosk.widgets.rect import Rect
from kiosk.widgets.ticket import TakeStrip, TicketPaper

STRIP = 100
WIDE = 120
HIGHEST = 860


class TicketScreen(Board):
    def layout(self, content: Ticket) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        for index, sentence in enumerate(content.sentences):
            y = self.paragraph(f"sentence.{index}", sentence, area.below(y + px(8) - area.y), sizes.type_lead)
        low = px(30) if self.regions.portrait else 0
        paper = Rect(area.x, y + px(24), area.w, min(px(HIGHEST), area.bottom - low - y - px(24)))
        sheet = self.put("paper", TicketPaper, paper, ticket=content)
        if content.qr and sheet.qr_place:
            self.put("qr", QrCode, sheet.qr_place, content=content.qr)
        self._desk(content)

    def _desk(self, content: Ticket) -> None:
        px, edge = self.px, self.sizes.edge_height
        hands, gap = self.regions.hands, px(20)
        heading = self.regions.heading
        if content.strip is not None:
            strip = heading.low(px(STRIP) + px(10)).top(px(STRIP)) if heading else hands.top(px(STRIP))
            self.put("strip", TakeStrip, strip, line=content.strip)
            if not heading:
                hands = hands.below(px(STRIP) + gap)
        if content.bottom is not None:
            high = px(WIDE) + edge
            self.button(content.bottom, hands.low(high))
            hands = hands.above(high + gap)
        down = (len(content.actions) + 1) // 2
        rows = stacked(hands, [px(136) + edge] * down, gap, stretch=px(20))
        pairs = [content.actions[i : i + 2] for i in range(0, len(content.actions), 2)]
        cells = [row.columns([1.0] * len(pair), px(24)) for row, pair in zip(rows, pairs, strict=True)]
        self.tiles(content.actions, [cell for row in cells for cell in row])
