"""The service page: facts first, then the check list of papers and what to do next."""

from collections.abc import Sequence

from kiosk.presenters.contents import CheckRow as Check
from kiosk.presenters.contents import FactCard as Fact
from kiosk.presenters.contents import ServicePage
from kiosk.screens.board import Board
from kiosk.screens.facts import fact_blocks
from kiosk.screens.layout import stacked
from kiosk.screens.reading import Block
from kiosk.widgets.cards import FactCard, all_beside, is_row, row_height, value_size
from kiosk.widgets.label import IconLine, line_height, set_title
from kiosk.widgets.rect import Rect
from kiosk.widgets.rows import CheckRow, check_height
from kiosk.widgets.typeset import NO_BREAK_SPACE, Run

CARD, LEAST_CARD = 242, 192
"""Height of a fact as a card, in portrait."""
ROW, LEAST_ROW = 128, 108
"""Height of a fact as a row, in landscape."""
HEAD = 62
"""Height of the heading over the check list, gap included."""
LARGEST_HEAD = 78
ACTIONS, LOW_ACTIONS = 120, 100


class ServiceScreen(Board):
    def layout(self, content: ServicePage) -> None:
        if not self.look.plain:
            self._pages(content)
            return
        self._reading(content)
        left = self.button_row(content.actions, self.regions.hands, ACTIONS)
        if self._check_room(left) < self._check_need(content.checks, left):
            left = self.button_row(content.actions, self.regions.hands, LOW_ACTIONS)
        self._checks(content, left)

    def _pages(self, content: ServicePage) -> None:
        """Large type or a low desk: facts over pages, and the check list over what the other controls leave."""
        px, area = self.px, self.regions.reading
        low = self.look.low_reach and self.regions.portrait
        self.read(self._blocks(content, area.w, low), area, content.title)
        actions = LOW_ACTIONS if self.look.low_reach else self.tx(ACTIONS)
        left = self.button_row(content.actions, self.regions.hands, actions)
        if self.pages > 1:
            self.turn_button(left.top(self.turn_height))
            left = left.below(self.turn_height + px(12))
        self._checks(content, left, heading=self._has_heading(content, left, low))

    def _has_heading(self, content: ServicePage, hands: Rect, low: bool) -> bool:
        """Whether the check list has room for its heading; else the heading is read above the desk only."""
        if self.regions.heading:
            return True
        least = sum(check_height(self.look, check, hands.w, least=True) + self.px(6) for check in content.checks)
        return not (low and self.pages > 1) and self._head + least <= hands.h + self.px(6)

    def _blocks(self, content: ServicePage, width: int, low: bool) -> list[Block]:
        sizes, px = self.sizes, self.px
        title = self.title_block(content.title, width, sizes.type_sub if low else 0)
        lead = self.line_block("lead.0", content.lead, width, sizes.type_body, px(22))
        stand = self.line_block("stand", content.stand, width, sizes.type_min, px(26))
        facts = fact_blocks(self, content.facts, width)
        check = self.text_block("check.read", self._counted(content), width, sizes.type_body, px(22))
        return [title, lead, *facts, stand, *([check] if low and content.checks else [])]

    def _counted(self, content: ServicePage) -> list[Run]:
        return [Run(content.check_title, True), Run(" " + content.check_count.replace(" ", NO_BREAK_SPACE))]

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
        if set_title(self.look, content.title, area.w).height <= room:
            return sizes.type_title
        least = 0 if self.regions.portrait else len(content.facts) * (px(LEAST_ROW) - row_height(self.look))
        fits = set_title(self.look, content.title, area.w, size=sizes.type_sub).height <= room + least
        return sizes.type_sub if fits or self.regions.portrait else sizes.type_lead

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
        row = is_row(lowest)
        size = value_size(self.look, facts, lowest, row)
        beside = all_beside(self.look, facts, lowest, size)
        for index, (fact, place) in enumerate(zip(facts, places, strict=False)):
            self.put(f"fact.{index}", FactCard, place, fact=fact, value_size=size, beside=beside, row=row)
        return area.bottom

    def _checks(self, content: ServicePage, hands: Rect, *, heading: bool = True) -> None:
        upper = self.regions.heading or hands.top(self._head - self.px(6))
        if heading:
            self._check_heading(content, upper)
        rows = hands if self.regions.heading or not heading else hands.below(self._head)
        if content.check_note and not content.checks:
            self._check_note(content.check_note, rows)
        heights = [check_height(self.look, check, rows.w) for check in content.checks]
        least = [check_height(self.look, check, rows.w, least=True) for check in content.checks]
        places = stacked(rows, heights, self.px(6), stretch=self.px(8), least=least)
        for index, (check, place) in enumerate(zip(content.checks, places, strict=True)):
            self.put(f"check.{index}", CheckRow, place, check=check)

    @property
    def _head(self) -> int:
        return min(self.tx(HEAD), self.px(LARGEST_HEAD))

    def _check_heading(self, content: ServicePage, upper: Rect) -> None:
        sizes, px = self.sizes, self.px
        size = sizes.type_min if self.look.scale > 1 else sizes.type_body
        size = self.look.scribe.set(content.check_count, upper.w // 3, upper.h, size, max_lines=1).size
        count = round(self.look.scribe.measure(content.check_count, False, size)) + 2
        title = upper.inset(0, 0, count + px(24) if content.check_count else 0)
        self.words("check.title", content.check_title, title, sizes.type_lead, bold=True, max_lines=2, leading=1.1)
        if content.check_count:
            place = upper.inset(upper.w - count, 0, 0)
            soft = self.look.theme.ink_soft
            self.words("check.count", content.check_count, place, size, colour=soft, max_lines=1)

    def _check_note(self, note: str, rows: Rect) -> None:
        size = self.look.scribe.set(note, rows.w, rows.h - self.px(16), self.sizes.type_lead).size
        self.paragraph("check.note", note, rows.below(self.px(16)), size)

    def _check_room(self, hands: Rect) -> int:
        return hands.h - (0 if self.regions.heading else self._head)

    def _check_need(self, checks: Sequence[Check], hands: Rect) -> int:
        heights = [check_height(self.look, check, hands.w) for check in checks]
        return sum(heights) + self.px(6) * max(0, len(heights) - 1)
