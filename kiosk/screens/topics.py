"""Life situations as at most six tiles, two in a row."""

from kiosk.presenters.contents import Topics
from kiosk.screens.board import Board
from kiosk.screens.paging import paged

TILE = 200


class TopicsScreen(Board):
    def layout(self, content: Topics) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        if content.lead:
            y = self.paragraph("lead", content.lead, area.below(y + px(20) - area.y), sizes.type_sub)
        self.street(content.frame, y + px(40))
        tiles = paged(self, content.earlier, content.later, self.regions.hands)
        across = 1 if self.look.scale > 1 else 2
        down = max(1, (len(content.tiles) + across - 1) // across)
        gap = px(24 if content.earlier is None and content.later is None else 16)
        high = min(tiles.h, down * px(TILE) + (down - 1) * gap)
        self.tiles(content.tiles, tiles.top(high).grid(across, down, gap))
