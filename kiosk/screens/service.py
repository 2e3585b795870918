"""The service page: facts first, then the check list of papers and what to do next."""

from kiosk.presenters.contents import ServicePage
from kiosk.screens.board import Board
from kiosk.screens.layout import stacked
from kiosk.widgets.button import row_of_buttons
from kiosk.widgets.cards import FactCard, value_size
from kiosk.widgets.label import IconLine, line_height
from kiosk.widgets.rect import Rect
from kiosk.widgets.rows import CheckRow, check_height

CARD = 242
ACTIONS = 120


class ServiceScreen(Board):
    def layout(self, content: ServicePage) -> None:
        self._reading(content)
        hands = self.regions.hands
        high = self.px(ACTIONS) + self.sizes.edge_height
        if content.actions:
            bar = hands.low(high)
            places = row_of_buttons(self.look, list(content.actions), bar, self.px(24))
            for action, place in zip(content.actions, places, strict=True):
                self.button(action, place)
            hands = hands.above(high + self.px(14))
        self._checks(content, hands)

    def _reading(self, content: ServicePage) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2)))
        y = self.icon_lines("lead", (content.lead,), area.below(y + px(22) - area.y), px(8))
        stand_high = line_height(self.look, content.stand, area.w, sizes.type_min)
        stand = area.low(stand_high).moved(dy=-px(20) if self.regions.portrait else 0)
        gap = px(24)
        cards = Rect(area.x, y + px(26), area.w, stand.y - px(20) - y - px(26))
        down = max(1, (len(content.facts) + 1) // 2)
        cards = cards.top(min(cards.h, down * px(CARD) + (down - 1) * gap))
        places = cards.grid(min(2, max(1, len(content.facts))), down, gap)
        size = value_size(self.look, content.facts, places[0].w, places[0].h)
        for index, (fact, place) in enumerate(zip(content.facts, places, strict=False)):
            self.put(f"fact.{index}", FactCard, place, fact=fact, value_size=size)
        stand = stand._replace(y=min(stand.y, cards.bottom + px(34)))
        self.put("stand", IconLine, stand, line=content.stand, size=sizes.type_min)

    def _checks(self, content: ServicePage, hands: Rect) -> None:
        sizes, px = self.sizes, self.px
        upper = self.regions.heading or hands.top(px(64))
        count = round(self.look.scribe.measure(content.check_count, False, sizes.type_body)) + 2
        title = upper.inset(0, 0, count + px(24) if content.check_count else 0)
        self.words("check.title", content.check_title, title, sizes.type_lead, bold=True, max_lines=2, leading=1.1)
        if content.check_count:
            place = upper.inset(upper.w - count, 0, 0)
            soft = self.look.theme.ink_soft
            self.words("check.count", content.check_count, place, sizes.type_body, colour=soft, max_lines=1)
        rows = hands if self.regions.heading else hands.below(px(64 + 12))
        if content.check_note and not content.checks:
            self.paragraph("check.note", content.check_note, rows.below(px(16)), sizes.type_lead)
        heights = [check_height(self.look, check, rows.w) for check in content.checks]
        places = stacked(rows, heights, px(8), stretch=px(8))
        for index, (check, place) in enumerate(zip(content.checks, places, strict=True)):
            self.put(f"check.{index}", CheckRow, place, check=check)
