"""The waiting number: as on the paper above, the strip and what to do next below."""

from functools import partial

from msgspec.structs import replace

from kiosk.presenters.contents import Ticket
from kiosk.screens.board import Board
from kiosk.screens.layout import stacked
from kiosk.screens.reading import Block
from kiosk.widgets.qr_code import QrCode
from kiosk.widgets.rect import Rect
from kiosk.widgets.ticket import TakeStrip, TicketPaper, paper_height, strip_height

STRIP = 100
WIDE = 120
HIGHEST = 860


class TicketScreen(Board):
    def layout(self, content: Ticket) -> None:
        if not self.look.plain:
            self._pages(content)
            return
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        for index, sentence in enumerate(content.sentences):
            y = self.paragraph(f"sentence.{index}", sentence, area.below(y + px(8) - area.y), sizes.type_lead)
        low = px(30) if self.regions.portrait else 0
        paper = Rect(area.x, y + px(24), area.w, min(px(HIGHEST), area.bottom - low - y - px(24)))
        self._paper(content, paper)
        self._desk(content)

    def _paper(self, content: Ticket, place: Rect) -> None:
        sheet = self.put("paper", TicketPaper, place, ticket=content)
        if content.qr and sheet.qr_place:
            self.put("qr", QrCode, sheet.qr_place, content=content.qr)

    def _pages(self, content: Ticket) -> None:
        """Large type or a low desk: the number first, its lines below or on the next page; fewer buttons a page."""
        area = self.regions.reading
        self.read(self.fewest(partial(self._blocks, content), area), area, content.title + content.number)
        self._few(content)

    def _blocks(self, content: Ticket, share: float) -> list[Block]:
        px, sizes, width = self.px, self.sizes, self.regions.reading.w
        low, size = self.look.low_reach, round(sizes.type_body * share)
        title = self.title_block(content.title, width, sizes.type_sub if low else 0)
        sentences = [
            self.text_block(f"sentence.{index}", sentence, width, size, px(14))
            for index, sentence in enumerate(content.sentences)
        ]
        lines = [self.line_block(f"line.{i}", line, width, size, px(18)) for i, line in enumerate(content.lines)]
        short = replace(content, lines=(), qr="", heading="" if low else content.heading)
        paper = Block(paper_height(self.look, short, width), px(20), lambda rect: self._paper(short, rect))
        code = Block(px(300), px(20), lambda rect: self.put("qr", QrCode, rect, content=content.qr))
        head = [] if low and content.looks_like_paper else [title]
        return [*head, paper, *self._strip_block(content), *sentences, *lines, *([code] if content.qr else [])]

    def _strip_block(self, content: Ticket) -> list[Block]:
        """In portrait the strip is read below the number, because the desk has no room for it."""
        if content.strip is None or self.regions.heading:
            return []
        high = strip_height(self.look, content.strip, self.regions.reading.w)
        return [Block(high, self.px(16), lambda rect: self.put("strip", TakeStrip, rect, line=content.strip))]

    def _few(self, content: Ticket) -> None:
        px, hands, heading = self.px, self.regions.hands, self.regions.heading
        if content.strip is not None and heading:
            high = min(strip_height(self.look, content.strip, heading.w), heading.h - px(10))
            place = heading.below(px(40)).top(high) if self.look.low_reach else heading.low(high + px(10)).top(high)
            self.put("strip", TakeStrip, place, line=content.strip)
        if content.bottom is not None:
            high = self.turn_height
            self.button(content.bottom, hands.low(high))
            hands = hands.above(high + px(16))
        self.controls(content.actions, hands, px(16))

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
