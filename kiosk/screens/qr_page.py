"""A QR code for the visitor's phone, with the address in words."""

from kiosk.presenters.contents import QrPage
from kiosk.screens.board import Board
from kiosk.screens.stack import stack_of_buttons
from kiosk.widgets.cards import Card
from kiosk.widgets.qr_code import QrCode
from kiosk.widgets.rect import Rect

LARGEST = 560


class QrPageScreen(Board):
    def layout(self, content: QrPage) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = self.title(content.title, area.below(px(2))) + px(18)
        for index, sentence in enumerate(content.sentences):
            y = self.paragraph(f"sentence.{index}", sentence, area.below(y - area.y), sizes.type_body) + px(8)
        rest = area.below(y + px(16) - area.y)
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
        stack_of_buttons(self, content.actions, self.regions.hands)

    def _caption_height(self, caption: str, rest: Rect) -> int:
        if not caption:
            return 0
        room = rest.w - self.px(48)
        setting = self.look.scribe.set(caption, room, self.px(140), self.sizes.type_body, bold=True, max_lines=2)
        return setting.height + self.px(20)
