"""Draws boxes, words, icons and strokes into a canvas, in pixels from the upper left, and remembers the words.

Everything is written as for a language that runs from left to right. Where the look's language runs the other way,
the pen mirrors it: boxes, alignment, corners, icons that point somewhere. Letters, pictures, digits stay as they are.
"""

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
from kiosk.widgets.typeset import Piece, Run, Setting, line_width

BASELINE = 0.9
"""From the top of a line of letters to their baseline, in em."""
ARABIC_LIFT = 0.05
"""So much higher stands a line with Arabic letters, which reach deeper, in em."""
MIRRORED_ICONS = {
    one: other
    for pair in (
        ("arrow-left", "arrow-right"),
        ("chevron-left", "chevron-right"),
        ("arrow-left-bold", "arrow-right-bold"),
        ("chevron-double-left", "chevron-double-right"),
        ("backspace-outline", "backspace-reverse-outline"),
        ("undo", "redo"),
        ("page-previous-outline", "page-next-outline"),
    )
    for one, other in (pair, pair[::-1])
}
"""Icons that point along the line of reading. Thick arrows point at things in the hall and are not turned."""


class Words(NamedTuple):
    """Words as drawn, for audit, reading aloud and tests."""

    text: str
    rect: Rect
    """Around the letters."""
    size: int
    fits: bool
    bold: bool
    faces: tuple[tuple[str, float], ...] = ((fonts.LATIN, 1.0),)
    """The faces they are drawn in, each with its share of `size`."""


class Pen:
    """One drawing of one part. Coordinates are the window's."""

    def __init__(self, look: Look, canvas, words: list[Words], mirror: Rect | None = None) -> None:
        """:param mirror: what is drawn is mirrored about the middle of this in a language from right to left."""
        self.look, self.theme, self.sizes = look, look.theme, look.sizes
        self._canvas, self._words, self._height = canvas, words, look.panel.height_px
        self.mirror = mirror if look.mirrored else None

    def unmirrored(self) -> "Pen":
        """For what is the same in every language: maps, the town hall, a keyboard."""
        return Pen(self.look, self._canvas, self._words)

    def inside(self, rect: Rect) -> "Pen":
        """For something of its own at a given place, as a label on the map."""
        return Pen(self.look, self._canvas, self._words, rect)

    def _at(self, rect: Rect) -> Rect:
        return rect.mirrored(self.mirror) if self.mirror else rect

    def _x(self, x: float) -> float:
        return self.mirror.x + self.mirror.right - x if self.mirror else x

    def up(self, y: float) -> float:
        """Kivy's y, from below, of a y from above."""
        return self._height - y

    def fill(self, rect: Rect, colour: Colour) -> None:
        """A plain rectangle."""
        rect = self._at(rect)
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
        edge, rect = radius + 1, self._at(rect)
        if self.mirror:
            corners = (corners[1], corners[0], corners[3], corners[2])
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
        edge, rect = radius + 1, self._at(rect)
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
            if self.mirror:
                vertices = [self._x(value) if index % 4 == 0 else value for index, value in enumerate(vertices)]
            self._canvas.add(Color(*colour))
            self._canvas.add(Mesh(vertices=vertices, indices=indices, mode="triangles", texture=masks.ramp()))

    def picture(self, rect: Rect, texture, colour: Colour) -> None:
        """A texture stretched over `rect`."""
        rect = self._at(rect)
        self._canvas.add(Color(*colour))
        self._canvas.add(Rectangle(texture=texture, pos=(rect.x, self.up(rect.bottom)), size=(rect.w, rect.h)))

    def icon(self, name: str, x: float, y: float, size: int, colour: Colour) -> None:
        """An icon around x, y; `size` is the side of its square."""
        if self.mirror:
            name, x = MIRRORED_ICONS.get(name, name), self._x(x)
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
        """Words in a box. Gives back how they were set. `capitals`: nothing reaches above or below capitals.

        `align` speaks of a language from left to right: "left" is where a line begins.
        """
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
        rect = self._at(rect)
        if self.mirror:
            align = {"left": "right", "right": "left"}.get(align, align)
        free = rect.h - setting.height
        top = rect.y + {"top": 0, "middle": free / 2, "bottom": free}[valign]
        left, right = rect.right, rect.x
        for index, line in enumerate(setting.lines):
            width = line_width(line)
            start = rect.x + {"left": 0, "centre": (rect.w - width) / 2, "right": rect.w - width}[align]
            left, right = min(left, start), max(right, start + width)
            lift = ARABIC_LIFT if self.look.mirrored or any(piece.rtl for piece in line) else 0
            self._line(line, start, top + index * setting.leading + setting.size * (BASELINE - lift), setting, colour)
        around = Rect(int(left), int(top), int(right - left) + 1, setting.height)
        if capitals:
            around = around.inset(0, round(setting.size * 0.2))
        bold = any(piece.bold for piece in setting.lines[0])
        faces = self.look.scribe.faces(setting)
        self._words.append(Words(setting.text, around, setting.size, setting.fits, bold, faces))

    def _line(self, line: Sequence[Piece], start: float, baseline: float, setting: Setting, colour: Colour) -> None:
        scribe = self.look.scribe
        for piece in line:
            how = (piece.bold, setting.size, piece.face, piece.rtl)
            texture, ascent = scribe.texture(piece.text, *how), scribe.ascent(*how)
            place = (round(start + piece.x), round(self.up(baseline) + ascent) - texture.height)
            self._canvas.add(Color(*(piece.colour or colour)))
            self._canvas.add(Rectangle(texture=texture, pos=place, size=texture.size))

    @contextmanager
    def clip(self, rect: Rect):
        """What is drawn inside the block ends at `rect`. A stencil, because scissors ignore a scaled window."""
        rect = self._at(rect)
        place = {"pos": (rect.x, self.up(rect.bottom)), "size": (rect.w, rect.h)}
        for instruction in (StencilPush(), Rectangle(**place), StencilUse()):
            self._canvas.add(instruction)
        try:
            yield
        finally:
            for instruction in (StencilUnUse(), Rectangle(**place), StencilPop()):
                self._canvas.add(instruction)
