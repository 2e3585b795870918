"""A QR code for the visitor's phone, with the address in words."""

from kiosk.presenters.contents import QrPage
from kiosk.screens.board import Board
from kiosk.screens.reading import Block, height_of
from kiosk.screens.stack import stack_of_buttons
from kiosk.widgets.cards import Card
from kiosk.widgets.qr_code import QrCode
from kiosk.widgets.rect import Rect
from kiosk.widgets.typeset import Run

LARGEST = 560
LEAST = 360
"""Height of the code below which it stands on a page of its own."""


class QrPageScreen(Board):
    def layout(self, content: QrPage) -> None:
        if self.look.plain:
            self._whole(content)
            stack_of_buttons(self, content.actions, self.regions.hands)
            return
        area = self.regions.reading
        title = self.title_block(content.title, area.w)
        texts = [
            self.text_block(f"sentence.{index}", sentence, area.w, self.sizes.type_body, self.px(14))
            for index, sentence in enumerate(content.sentences)
        ]
        caption = [self.text_block("caption", [Run(content.caption, True)], area.w, self.sizes.type_body, self.px(14))]
        texts += caption if content.caption else []
        room = area.h - height_of([title, *texts]) - self.px(24)
        alone = room < self.px(LEAST)
        high = min(self.px(LARGEST), area.h - title.height - self.px(24)) if alone else min(self.px(LARGEST), room)
        code = Block(high, self.px(24), lambda rect: self._code(content, rect))
        self.read([title, code, *texts] if alone else [title, *texts, code], area, content.title)
        self.controls(content.actions, self.regions.hands, self.px(16))

    def _code(self, content: QrPage, rect: Rect) -> None:
        self.put("card", Card, rect)
        self.put("qr", QrCode, rect.around(rect.h - self.px(24), rect.h - self.px(24)), content=content.data)

    def _whole(self, content: QrPage) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2))) + px(18)
        for index, sentence in enumerate(content.sentences):
            y = self.paragraph(f"sentence.{index}", sentence, area.below(y - area.y), sizes.type_body) + px(8)
        self._card(content, area.below(y + px(16) - area.y))

    def _card(self, content: QrPage, rest: Rect) -> None:
        sizes, px = self.sizes, self.px
        caption = self._caption_height(content.caption, rest)
        side = min(rest.h - caption - px(24), rest.w - px(48), px(LARGEST))
        card = Rect(rest.x, rest.y, rest.w, min(rest.h, side + caption + px(24)))
        self.put("card", Card, card)
        inner = card.inset(px(24), px(12))
        code = Rect(inner.x + (inner.w - side) // 2, inner.y, side, side)
        self.put("qr", QrCode, code, content=content.data)
        if content.caption:
            place = Rect(inner.x, code.bottom, inner.w, inner.bottom - code.bottom)
            self.words("caption", content.caption, place, sizes.type_body, bold=True, align="centre", max_lines=2)

    def _caption_height(self, caption: str, rest: Rect) -> int:
        if not caption:
            return 0
        room = rest.w - self.px(48)
        setting = self.look.scribe.set(caption, room, self.px(140), self.sizes.type_body, bold=True, max_lines=2)
        return setting.height + self.px(20)
