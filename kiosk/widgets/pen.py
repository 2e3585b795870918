"""Draws boxes, words, icons and strokes into a canvas, in pixels from the upper left, and remembers the words."""

from collections.abc import Sequence
from contextlib import contextmanager
from typing import Literal, NamedTuple

from kivy.graphics import (
    BorderImage,
    Color,
    Mesh,
    Rectangle,
    StencilPop,
    StencilPush,
    StencilUnUse,
    StencilUse,
)

from kiosk.widgets import fonts, masks
from kiosk.widgets.look import Look
from kiosk.widgets.rect import Rect
from kiosk.widgets.strokes import Batch
from kiosk.widgets.theme import Colour
from kiosk.widgets.typeset import Run, Setting


class Words(NamedTuple):
    """Words as drawn, for audit, reading aloud and tests."""

    text: str
    rect: Rect
    """Around the letters."""
    size: int
    fits: bool
    bold: bool


class Pen:
    """One drawing of one part. Coordinates are the window's."""

    def __init__(self, look: Look, canvas, words: list[Words]) -> None:
        self.look, self.theme, self.sizes = look, look.theme, look.sizes
        self._canvas, self._words, self._height = canvas, words, look.panel.height_px

    def up(self, y: float) -> float:
        """Kivy's y, from below, of a y from above."""
        return self._height - y

    def fill(self, rect: Rect, colour: Colour) -> None:
        """A plain rectangle."""
        self._canvas.add(Color(*colour))
        self._canvas.add(Rectangle(pos=(rect.x, self.up(rect.bottom)), size=(rect.w, rect.h)))

    def box(
        self,
        rect: Rect,
        colour: Colour,
        radius: int = 0,
        *,
        border: Colour | None = None,
        width: int = 0,
        corners: tuple[bool, bool, bool, bool] = masks.ALL_CORNERS,
    ) -> None:
        """A rounded rectangle; the border lies inside `rect`."""
        if border is not None and width:
            self._rounded(rect, border, radius, corners)
            self._rounded(rect.inset(width), colour, max(0, radius - width), corners)
        else:
            self._rounded(rect, colour, radius, corners)

    def _rounded(self, rect: Rect, colour: Colour, radius: int, corners: tuple[bool, bool, bool, bool]) -> None:
        radius = min(radius, rect.w // 2 - 1, rect.h // 2 - 1)
        if radius <= 0:
            self.fill(rect, colour)
            return
        edge = radius + 1
        self._canvas.add(Color(*colour))
        self._canvas.add(
            BorderImage(
                texture=masks.rounded(radius, corners),
                border=(edge, edge, edge, edge),
                pos=(rect.x, self.up(rect.bottom)),
                size=(rect.w, rect.h),
            )
        )

    def round_off(self, rect: Rect, colour: Colour, radius: int) -> None:
        """Paint over the corners of what was drawn in `rect`, so that it looks rounded."""
        edge = radius + 1
        self._canvas.add(Color(*colour))
        self._canvas.add(
            BorderImage(
                texture=masks.outside(radius),
                border=(edge, edge, edge, edge),
                pos=(rect.x, self.up(rect.bottom)),
                size=(rect.w, rect.h),
            )
        )

    def disc(self, x: float, y: float, radius: int, colour: Colour) -> None:
        """A filled circle around x, y."""
        batch = Batch()
        batch.disc((x, self.up(y)), radius, corners=max(24, radius))
        self.batch(batch, colour)

    def batch(self, batch: Batch, colour: Colour) -> None:
        """Strokes collected before; their coordinates are Kivy's, from below."""
        for vertices, indices in batch.parts():
            self._canvas.add(Color(*colour))
            self._canvas.add(Mesh(vertices=vertices, indices=indices, mode="triangles", texture=masks.ramp()))

    def picture(self, rect: Rect, texture, colour: Colour) -> None:
        """A texture stretched over `rect`."""
        self._canvas.add(Color(*colour))
        self._canvas.add(Rectangle(texture=texture, pos=(rect.x, self.up(rect.bottom)), size=(rect.w, rect.h)))

    def icon(self, name: str, x: float, y: float, size: int, colour: Colour) -> None:
        """An icon around x, y; `size` is the side of its square."""
        texture = self.look.scribe.texture(fonts.icon(name), False, size, fonts.ICONS)
        left, low = round(x - texture.width / 2), round(self.up(y) - texture.height / 2)
        self._canvas.add(Color(*colour))
        self._canvas.add(Rectangle(texture=texture, pos=(left, low), size=texture.size))

    def text(
        self,
        runs: str | Sequence[Run],
        rect: Rect,
        size: int,
        colour: Colour,
        *,
        bold: bool = False,
        align: Literal["left", "centre", "right"] = "left",
        valign: Literal["top", "middle", "bottom"] = "middle",
        leading: float = 1.22,
        max_lines: int = 99,
        balance: bool = False,
        smallest: int = 0,
        capitals: bool = False,
    ) -> Setting:
        """Words in a box. Gives back how they were set. `capitals`: nothing reaches above or below capitals."""
        setting = self.look.scribe.set(
            runs,
            rect.w,
            rect.h,
            size,
            bold=bold,
            leading=leading,
            max_lines=max_lines,
            balance=balance,
            smallest=smallest,
            language=self.look.language,
        )
        self.put(setting, rect, colour, align=align, valign=valign, capitals=capitals)
        return setting

    def put(
        self,
        setting: Setting,
        rect: Rect,
        colour: Colour,
        *,
        align: Literal["left", "centre", "right"] = "left",
        valign: Literal["top", "middle", "bottom"] = "middle",
        capitals: bool = False,
    ) -> None:
        """Words already set."""
        if not setting.lines:
            return
        free = rect.h - setting.height
        top = rect.y + {"top": 0, "middle": free / 2, "bottom": free}[valign]
        left, right = rect.right, rect.x
        for index, line in enumerate(setting.lines):
            width = line[-1].x + line[-1].width
            start = rect.x + {"left": 0, "centre": (rect.w - width) / 2, "right": rect.w - width}[align]
            middle = top + index * setting.leading + setting.size * 0.57
            left, right = min(left, start), max(right, start + width)
            for piece in line:
                texture = self.look.scribe.texture(piece.text, piece.bold, setting.size)
                self._canvas.add(Color(*(piece.colour or colour)))
                place = (round(start + piece.x), round(self.up(middle) - texture.height / 2))
                self._canvas.add(Rectangle(texture=texture, pos=place, size=texture.size))
        around = Rect(int(left), int(top), int(right - left) + 1, setting.height)
        if capitals:
            around = around.inset(0, round(setting.size * 0.2))
        words = " ".join(piece.text for line in setting.lines for piece in line)
        self._words.append(Words(words, around, setting.size, setting.fits, any(p.bold for p in setting.lines[0])))

    @contextmanager
    def clip(self, rect: Rect):
        """What is drawn inside the block ends at `rect`. A stencil, because scissors ignore a scaled window."""
        place = {"pos": (rect.x, self.up(rect.bottom)), "size": (rect.w, rect.h)}
        for instruction in (StencilPush(), Rectangle(**place), StencilUse()):
            self._canvas.add(instruction)
        try:
            yield
        finally:
            for instruction in (StencilUnUse(), Rectangle(**place), StencilPop()):
                self._canvas.add(instruction)
