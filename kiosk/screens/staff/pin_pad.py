"""The PIN: boxes to look at, a keypad for the hands."""

from kiosk.presenters.staff.contents import PinPad
from kiosk.screens.board import Board
from kiosk.widgets.keypad import CodeBoxes, PadKey
from kiosk.widgets.label import IconLine as Line
from kiosk.widgets.label import line_height
from kiosk.widgets.rect import Rect

KEY = 136
BOX = 170


class PinPadScreen(Board):
    def layout(self, content: PinPad) -> None:
        sizes, px = self.sizes, self.px
        area = self.regions.reading
        y = self.title(content.title, area.below(px(12)))
        y = self.paragraph("lead", content.lead, area.below(y + px(16) - area.y), sizes.type_sub)
        boxes = Rect(area.x, y + px(36), area.w, px(BOX))
        self.put(
            "boxes",
            CodeBoxes,
            boxes,
            typed=content.typed,
            last=content.last,
            places=content.places,
            clear_text=content.clear_text,
        )
        from kiosk.presenters.contents import IconLine

        hint = IconLine(icon="eye-off-outline", rest=content.hint)
        y = boxes.bottom + px(24)
        for key, line in (("hint", hint if content.hint else None), ("line", content.line)):
            if line is None:
                continue
            high = line_height(self.look, line, area.w, sizes.type_body)
            self.put(key, Line, Rect(area.x, y, area.w, high), line=line, size=sizes.type_body)
            y += high + px(30)
        self._keys(content)

    def _keys(self, content: PinPad) -> None:
        px = self.px
        area = self.regions.hands
        gap = px(18)
        high = min(px(KEY) + self.sizes.edge_height, (area.h - 3 * gap) // 4)
        cells = Rect(area.x, area.y, area.w, 4 * high + 3 * gap).grid(4, 4, gap)
        digits = {action.label: action for action in content.digits}
        for label, cell in zip("123456789", [cells[i] for i in (0, 1, 2, 4, 5, 6, 8, 9, 10)], strict=True):
            self._key(digits[label], cell, digit=True)
        self._key(digits["0"], cells[13], digit=True)
        self._key(content.erase, cells[3])
        self._key(content.clear, cells[7])
        go = cells[11]
        self._key(content.go, go._replace(h=cells[15].bottom - go.y))

    def _key(self, action, cell: Rect, *, digit: bool = False) -> None:
        self.put(f"key.{action.test_id}", PadKey, cell, action=action, digit=digit)
