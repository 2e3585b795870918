"""Every language in its own name, as large tiles."""

from kiosk.presenters.contents import Languages
from kiosk.screens.board import Board
from kiosk.screens.paging import paged
from kiosk.widgets.segment import ChoiceTile, choices_size

TILE = 200


class LanguagesScreen(Board):
    def layout(self, content: Languages) -> None:
        px, area = self.px, self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        y = self.paragraph("lead", content.lead, area.below(y + px(20) - area.y), self.sizes.type_body)
        self.street(content.frame, y + px(40))
        tiles = paged(self, content.earlier, content.later, self.regions.hands)
        gap, down = px(16), max(1, (len(content.choices) + 1) // 2)
        high = min(tiles.h, down * px(TILE) + (down - 1) * gap)
        places = tiles.top(high).grid(2, down, gap)
        size = choices_size(self.look, content.choices, places)
        for choice, place in zip(content.choices, places, strict=False):
            self.put(choice.test_id, ChoiceTile, place, choice=choice, size=size)
