"""The service page: facts first, then the check list of papers and what to do next."""

from collections.abc import Sequence

from kiosk.presenters.contents import CheckRow as Check
from kiosk.presenters.contents import FactCard as Fact
from kiosk.presenters.contents import ServicePage
from kiosk.screens.board import Board
from kiosk.screens.layout import stacked
from kiosk.widgets.cards import FactCard, all_beside, value_size
from kiosk.widgets.label import IconLine, line_height, set_title
from kiosk.widgets.rect import Rect
from kiosk.widgets.rows import CheckRow, check_height

CARD, LEAST_CARD = 242, 192
"""Height of a fact as a card, in portrait."""
ROW, LEAST_ROW = 128, 108
"""Height of a fact as a row, in landscape."""
HEAD = 62
"""Height of the heading over the check list, gap included."""
ACTIONS, LOW_ACTIONS = 120, 100


class ServiceScreen(Board):
    def layout(self, content: ServicePage) -> None:
        self._reading(content)
        left = self.button_row(content.actions, self.regions.hands, ACTIONS)
        if self._check_room(left) < self._check_need(content.checks, left):
            left = self.button_row(content.actions, self.regions.hands, LOW_ACTIONS)
        self._checks(content, left)

    def _reading(self, content: ServicePage) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2)), size=self._title_size(content))
        y = self.icon_lines("lead", (content.lead,), area.below(y + px(22) - area.y), px(8))
        high = line_height(self.look, content.stand, area.w, sizes.type_min)
        low = px(20) if self.regions.portrait else 0
        cards = Rect(area.x, y + px(26), area.w, area.bottom - low - high - px(20) - y - px(26))
        bottom = self._facts(content.facts, cards) if content.facts else cards.y - px(34)
        stand = Rect(area.x, min(area.bottom - low - high, bottom + px(34)), area.w, high)
        self.put("stand", IconLine, stand, line=content.stand, size=sizes.type_min)

    def _title_size(self, content: ServicePage) -> int:
        """A smaller title where the facts would else find no room."""
        area, px, sizes = self.regions.reading, self.px, self.sizes
        lines = sum(line_height(self.look, line, area.w, sizes.type_body) for line in (content.lead, content.stand))
        if self.regions.portrait:
            facts = (len(content.facts) + 1) // 2 * px(LEAST_CARD + 24)
        else:
            facts = len(content.facts) * px(LEAST_ROW + 12)
        room = area.h - lines - facts - px(2 + 22 + 26 + 20)
        return sizes.type_title if set_title(self.look, content.title, area.w).height <= room else sizes.type_sub

    def _facts(self, facts: Sequence[Fact], area: Rect) -> int:
        """Two in a row, or in landscape one below the other. Gives back their lower edge."""
        px = self.px
        if self.regions.portrait:
            gap, down, across = px(24), (len(facts) + 1) // 2, min(2, len(facts))
            most = down * px(CARD) + (down - 1) * gap
        else:
            gap, down, across = px(12), len(facts), 1
            most = down * px(ROW if down > 2 else CARD) + (down - 1) * gap
        area = area.top(min(area.h, most))
        places = area.grid(across, down, gap)
        lowest = min(places, key=lambda place: place.h)
        size = value_size(self.look, facts, lowest)
        beside = all_beside(self.look, facts, lowest, size)
        for index, (fact, place) in enumerate(zip(facts, places, strict=False)):
            self.put(f"fact.{index}", FactCard, place, fact=fact, value_size=size, beside=beside)
        return area.bottom

    def _checks(self, content: ServicePage, hands: Rect) -> None:
        sizes, px = self.sizes, self.px
        upper = self.regions.heading or hands.top(px(56))
        count = round(self.look.scribe.measure(content.check_count, False, sizes.type_body)) + 2
        title = upper.inset(0, 0, count + px(24) if content.check_count else 0)
        self.words("check.title", content.check_title, title, sizes.type_lead, bold=True, max_lines=2, leading=1.1)
        if content.check_count:
            place = upper.inset(upper.w - count, 0, 0)
            soft = self.look.theme.ink_soft
            self.words("check.count", content.check_count, place, sizes.type_body, colour=soft, max_lines=1)
        rows = hands if self.regions.heading else hands.below(px(HEAD))
        if content.check_note and not content.checks:
            self.paragraph("check.note", content.check_note, rows.below(px(16)), sizes.type_lead)
        heights = [check_height(self.look, check, rows.w) for check in content.checks]
        least = [check_height(self.look, check, rows.w, least=True) for check in content.checks]
        places = stacked(rows, heights, px(6), stretch=px(8), least=least)
        for index, (check, place) in enumerate(zip(content.checks, places, strict=True)):
            self.put(f"check.{index}", CheckRow, place, check=check)

    def _check_room(self, hands: Rect) -> int:
        return hands.h - (0 if self.regions.heading else self.px(HEAD))

    def _check_need(self, checks: Sequence[Check], hands: Rect) -> int:
        heights = [check_height(self.look, check, hands.w) for check in checks]
        return sum(heights) + self.px(6) * max(0, len(heights) - 1)
