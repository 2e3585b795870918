"""Boxes for digits in groups, as codes and dates are written; only the newest digit is seen, for a second."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock

from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect

SEEN_SECONDS = 1.0
GAP, BETWEEN = 10, 36
"""Between two boxes, between two groups."""
WORD = 62
"""Height of the words below the groups."""


class CodeBoxes(Part):
    """Data: `groups`, `words` (below each group), `typed` (how many), `last` (the newest digit).

    Digits run from left to right in every language. What was typed before the boxes came is covered at once.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._before: int | None = None
        self._seen = False
        self._cover: Any = None

    def changed(self) -> None:
        typed = self.data["typed"]
        if typed != self._before:
            self._seen = typed == (self._before or 0) + 1
            self._before = typed
            if self._cover is not None:
                self._cover.cancel()
            self._cover = Clock.schedule_once(self.cover, SEEN_SECONDS) if self._seen else None

    def cover(self, *_: Any) -> None:
        """A dot instead of the newest digit."""
        self._seen = False
        self.redraw()

    def draw(self, pen: Pen) -> None:
        words: Sequence[str] = self.data["words"]
        boxes = self.rect.above(pen.look.tx(WORD)) if words else self.rect
        pen = pen.unmirrored()
        places = group_places(pen.look, boxes, self.data["groups"])
        for index, box in enumerate(box for group in places for box in group):
            self._box(pen, index, box)
        for word, group in zip(words, places, strict=False):
            wide = Rect(group[0].x, boxes.bottom, group[-1].right - group[0].x, self.rect.bottom - boxes.bottom)
            pen.text(word, wide, pen.sizes.type_min, pen.theme.ink_soft, align="centre", max_lines=1)

    def _box(self, pen: Pen, index: int, box: Rect) -> None:
        theme, sizes, px = pen.theme, pen.sizes, pen.look.px
        typed = self.data["typed"]
        here = index == typed
        border, width = (theme.brand, sizes.border_current) if here else (theme.line_strong, sizes.border)
        pen.box(box, theme.card, sizes.radius_key, border=border, width=width)
        if here:
            pen.fill(box.around(px(6), min(px(84), box.h // 2)), theme.brand)
        elif index == typed - 1 and self._seen:
            pen.text(self.data["last"], box, sizes.type_title, theme.ink, bold=True, align="centre", max_lines=1)
        elif index < typed:
            pen.disc(*box.centre, min(px(22), box.w // 4), theme.ink)


def group_places(look: Look, rect: Rect, groups: Sequence[int]) -> list[list[Rect]]:
    """The boxes of each group, all of one width, the groups further apart."""
    gap, between = look.px(GAP), look.px(BETWEEN)
    count = sum(groups)
    free = rect.w - gap * (count - len(groups)) - between * (len(groups) - 1)
    wide = min(free // count, round(rect.h * 0.92))
    whole = count * wide + (count - len(groups)) * gap + (len(groups) - 1) * between
    places, x = [], rect.right - whole if look.mirrored else rect.x
    for group in groups:
        places.append([Rect(x + i * (wide + gap), rect.y, wide, rect.h) for i in range(group)])
        x += group * wide + (group - 1) * gap + between
    return places
