"""Digits of a code: boxes and hints to read, a keypad for the hands. Picture 07 of the look."""

from collections.abc import Sequence

from kiosk.presenters.contents import Action, CodePad, IconLine
from kiosk.screens.board import Board
from kiosk.screens.reading import Block, height_of, put_below
from kiosk.widgets.code_boxes import WORD, CodeBoxes
from kiosk.widgets.hint_card import HintCard, card_height
from kiosk.widgets.keypad import PadKey
from kiosk.widgets.rect import Rect

KEY, BOX, LOW_BOX = 136, 170, 124
ORDER = (0, 1, 2, 4, 5, 6, 8, 9, 10)
"""Cells of the digits from 1 to 9, as on the tactile keypad."""


class CodePadScreen(Board):
    def layout(self, content: CodePad) -> None:
        put_below(self._reading(content), self.regions.reading)
        self._keys(content)

    def _reading(self, content: CodePad) -> Sequence[Block]:
        """As much as finds room: the cards go first, then the hint, then the lead where a line says more."""
        area, width = self.regions.reading, self.regions.reading.w
        sizes, px = self.sizes, self.px
        title = self.title_block(content.title, width)
        lead = self.text_block("lead", content.lead, width, sizes.type_sub, px(16))
        small = self.text_block("lead", content.lead, width, sizes.type_min, px(8))
        boxes = self._boxes(content, px(BOX))
        low = self._boxes(content, px(LOW_BOX))
        hint = self._line("hint", IconLine(icon="eye-off-outline", rest=content.hint))
        line = [self._line("line", content.line)] if content.line else []
        cards, large = (self._cards(content, width, large=size) for size in (False, True))
        large = large or cards
        ways = (
            [title, lead, boxes, *line, hint, *large],
            [title, lead, boxes, *line, hint, *cards],
            [title, lead, boxes, *line, *cards],
            [title, lead, low, *line, *cards],
            [title, small, low, *line, *cards],
            [title, lead, boxes, *line, hint],
            [title, lead, boxes, *line],
            [title, small, boxes, *line],
            [title, boxes, *(line or [small])],
            [title, self._boxes(content, px(96)), *(line or [small])],
        )
        return next(
            (way for way in ways if height_of(way) <= area.h), [self._boxes(content, px(96)), *(line or [small])]
        )

    def _boxes(self, content: CodePad, high: int) -> Block:
        words = self.tx(WORD) if content.group_words else 0
        return Block(high + words, self.px(28), lambda rect: self._put_boxes(content, rect))

    def _put_boxes(self, content: CodePad, rect: Rect) -> None:
        data = {"groups": content.groups, "words": content.group_words, "typed": content.typed, "last": content.last}
        self.put("boxes", CodeBoxes, rect, **data)

    def _line(self, key: str, line: IconLine) -> Block:
        return self.line_block(key, line, self.regions.reading.w, self.sizes.type_body, self.px(24))

    def _cards(self, content: CodePad, width: int, *, large: bool) -> list[Block]:
        """Side by side, all of one height."""
        if not content.cards:
            return []
        places = Rect(0, 0, width, 0).columns([1.0] * len(content.cards), self.px(24))
        highs = [
            card_height(self.look, card, place.w, large=large)
            for card, place in zip(content.cards, places, strict=True)
        ]
        if not all(highs):
            return []
        return [Block(max(highs), self.px(32), lambda rect: self._put_cards(content, rect, large=large))]

    def _put_cards(self, content: CodePad, rect: Rect, *, large: bool) -> None:
        for index, place in enumerate(rect.columns([1.0] * len(content.cards), self.px(24))):
            self.put(f"card.{index}", HintCard, place, line=content.cards[index], large=large)

    def _keys(self, content: CodePad) -> None:
        px, area = self.px, self.regions.hands
        gap = px(18)
        high = min(px(KEY) + self.sizes.edge_height, (area.h - 3 * gap) // 4)
        cells = Rect(area.x, area.y, area.w, 4 * high + 3 * gap).grid(4, 4, gap)
        pad = (cells[0], cells[1], cells[2])
        left = {cell.x: pad[2 - i].x for i, cell in enumerate(pad)} if self.look.mirrored else {}
        for action, index in zip(content.digits, (*ORDER, 13), strict=True):
            cell = cells[index]
            self._key(action, cell._replace(x=left.get(cell.x, cell.x)), digit=True)
        self._key(content.erase, cells[3])
        self._key(content.clear, cells[7])
        go = cells[11]
        self._key(content.go, go._replace(h=cells[15].bottom - go.y))
        if content.aside is not None:
            self._key(content.aside, cells[12])

    def _key(self, action: Action, cell: Rect, *, digit: bool = False) -> None:
        words = not digit and action.test_id == getattr(self._content.aside, "test_id", "")
        self.put(f"key.{action.test_id}", PadKey, cell, action=action, digit=digit, words=words)
