"""The welcome screen: greeting, what is going on in the house, search, four tiles, languages."""

from kiosk.presenters.contents import IconLine, Welcome
from kiosk.screens.board import Board
from kiosk.screens.layout import NARROW
from kiosk.widgets.cards import Notice
from kiosk.widgets.label import line_height
from kiosk.widgets.rect import Rect
from kiosk.widgets.segment import SegmentPart, segment_parts


class WelcomeScreen(Board):
    desk_from = NARROW

    def layout(self, content: Welcome) -> None:
        self._reading(content)
        self._desk(content)

    def _reading(self, content: Welcome) -> None:
        parts, sizes, px = self.regions, self.sizes, self.px
        area = parts.reading
        y = self.title(content.greeting, area.below(px(2)), key="greeting", size=sizes.type_display)
        if parts.portrait:
            y = self.paragraph("question", content.question, area.below(y + px(6) - area.y), sizes.type_sub)
        else:
            self.heading(content.question, "question")
        y = self.icon_lines("line", content.lines, area.below(y + px(30) - area.y), px(26))
        if content.frame.notice:
            y = self._notice(content.frame.notice, y + px(24))
        self.town_hall(y + px(20), content.hour, content.minute)

    def _notice(self, notice: str, y: int) -> int:
        area, px = self.regions.reading, self.px
        line = IconLine(icon="information-outline", rest=notice)
        high = line_height(self.look, line, area.w - px(48), self.sizes.type_body) + px(28)
        self.put("notice", Notice, Rect(area.x, y, area.w, high), line=line)
        return y + high

    def _desk(self, content: Welcome) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.hands
        languages = px(92) + sizes.edge_height
        search = px(140) + sizes.edge_height
        gap = px(24)
        self.button(content.search, area.top(search), "field")
        tiles = Rect(area.x, area.y + search + gap, area.w, area.h - search - languages - 2 * gap)
        self.tiles(content.tiles, tiles.grid(2, 2, gap))
        bar = area.low(languages)
        last = len(content.languages) - 1
        places = segment_parts(self.look, content.languages, bar)
        for index, (choice, place) in enumerate(zip(content.languages, places, strict=True)):
            key = f"language.{index}"
            self.put(key, SegmentPart, place, choice=choice, first=index == 0, last=index == last)
