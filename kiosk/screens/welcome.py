"""The welcome screen: greeting, what is going on in the house, search, four tiles, languages."""

from collections.abc import Sequence

from kiosk.presenters.contents import IconLine, Welcome
from kiosk.screens.board import NEARLY, Board
from kiosk.screens.layout import NARROW
from kiosk.widgets.cards import Notice
from kiosk.widgets.label import line_height, stack_lines
from kiosk.widgets.rect import Rect
from kiosk.widgets.segment import MorePart, SegmentPart, choices_that_fit, more_width, segment_parts


class WelcomeScreen(Board):
    desk_from = NARROW

    def layout(self, content: Welcome) -> None:
        self._reading(content)
        self._desk(content)

    def _reading(self, content: Welcome) -> None:
        parts, sizes, px = self.regions, self.sizes, self.px
        area = parts.reading
        size = sizes.type_display if self.look.plain or not self.look.low_reach else sizes.type_title
        y = self.title(content.greeting, area.below(px(2)), key="greeting", size=size)
        notice = self._notice_height(content.frame.notice)
        low = notice + px(24) if notice else 0
        asked = y
        if parts.portrait:
            size = sizes.type_sub if self.look.plain else sizes.type_body
            asked = self._question(content.question, area.below(y + px(6) - area.y), size)
            rest = area.below(asked + px(16) - area.y).above(low)
            if self.look.plain or self._set_lines(content.lines, rest):
                self.words("question", content.question, area.below(y + px(6) - area.y).top(asked - y - px(6)), size)
                y = asked
        else:
            self.heading(content.question, key="question")
        rest = area.below(y + px(30 if self.look.plain else 16) - area.y).above(low)
        y = self._lines(content.lines, rest, y)
        if notice:
            y = self._notice(content.frame.notice, y + px(24), notice)
        self.town_hall(y + px(20), content.hour, content.minute)

    def _question(self, words: str, place: Rect, size: int) -> int:
        """The lower edge of the question, were it to stand here."""
        setting = self.look.scribe.set(words, place.w, place.h, size, language=self.look.language)
        return place.y + setting.height + 1

    def _set_lines(self, lines: Sequence[IconLine], rest: Rect) -> int:
        """The largest type, up to the body's and not much below, at which all lines fit; 0: none."""
        sizes, plain = self.sizes, self.look.plain
        least = sizes.type_least if plain else sizes.type_body * NEARLY
        steps = [step for step in sizes.ladder if sizes.type_body >= step >= least]
        fits = (s for s in steps if stack_lines(self.look, lines, rest, s, self._gap)[-1].bottom <= rest.bottom)
        return next(fits, 0)

    @property
    def _gap(self) -> int:
        return self.px(26 if self.look.plain else 14)

    def _lines(self, lines: Sequence[IconLine], rest: Rect, y: int) -> int:
        """What is going on; the last lines give way where large type leaves no room. Gives back the lower edge."""
        for count in range(len(lines), 0, -1):
            if size := self._set_lines(lines[:count], rest):
                return self.icon_lines("line", tuple(lines[:count]), rest, self._gap, size)
        return y

    def _notice_height(self, notice: str) -> int:
        line = IconLine(icon="information-outline", rest=notice)
        wide = self.regions.reading.w - self.px(48)
        return line_height(self.look, line, wide, self.sizes.type_body) + self.px(28) if notice else 0

    def _notice(self, notice: str, y: int, high: int) -> int:
        area = self.regions.reading
        line = IconLine(icon="information-outline", rest=notice)
        self.put("notice", Notice, Rect(area.x, y, area.w, high), line=line)
        return y + high

    def _desk(self, content: Welcome) -> None:
        sizes, px = self.sizes, self.px
        area, low = self.regions.hands, self.look.low_reach
        languages = px(92) + sizes.edge_height
        search = px(96 if low else 140) + sizes.edge_height
        gap = px(16 if low else 24)
        self.button(content.search, area.top(search), "field")
        tiles = Rect(area.x, area.y + search + gap, area.w, area.h - search - languages - 2 * gap)
        if low and self.look.scale == 1:
            self.tiles(content.tiles, tiles.columns([1.0] * len(content.tiles), px(24)), short=True, tall=True)
        else:
            self.tiles(content.tiles, tiles.grid(2, 2, gap), short=not self.look.plain)
        self._languages(content, area.low(languages))

    def _languages(self, content: Welcome, bar: Rect) -> None:
        """As many languages as find room, and the way to the others."""
        shown = choices_that_fit(self.look, content.languages, bar.w)
        others = len(content.languages) - len(shown)
        if others:
            last = max(more_width(self.look), self.look.panel.target_min)
            place = bar.inset(bar.w - last, 0, 0)
            self.put("language.more", MorePart, place, action=content.more_languages, count=others)
            bar = bar.inset(0, 0, last)
        for index, (choice, place) in enumerate(zip(shown, segment_parts(self.look, shown, bar), strict=True)):
            ends = {"first": index == 0, "last": index == len(shown) - 1 and not others}
            self.put(f"language.{index}", SegmentPart, place, choice=choice, **ends)
