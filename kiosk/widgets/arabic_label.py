"""Arabic words from right to left, shaped by HarfBuzz inside SDL: joined letters, ligatures, vowel marks in place.

Kivy measures such words before it has told SDL how they run, and cuts what is wider; here they are measured as drawn.
Direction within a line is not its matter (`bidi`): it gets nothing but letters that run from right to left.
"""

import math
from collections.abc import Callable

from kivy.core.text import Label as CoreLabel

POST = "|"
"""Stands on both sides of words while they are measured, so that their side bearings count."""


class ArabicLabel(CoreLabel):
    """Words in one size of a font. `width_of` tells how wide they are; a label that measures needs none."""

    def __init__(self, file: str, size: int, width_of: Callable[[str], float] | None = None) -> None:
        # Kivy keeps an open font for each spelling of its size: a whole number is for words from left to right, which
        # would otherwise inherit this direction.
        super().__init__(
            font_name=file, font_size=float(size), font_hinting="light", font_direction="rtl", font_script_name="Arab"
        )
        self._width_of = width_of
        self._high = super().get_extents(POST)[1]
        self._posts = 0

    def get_extents(self, text: str) -> tuple[int, int]:
        """Room for the letters, what hangs over included, px."""
        width = self._width_of(text) if self._width_of else super().get_extents(text)[0]
        return math.ceil(width + self.options["font_size"] / 6), self._high

    def advance(self, words: str) -> int:
        """Width of words between others, px."""
        self._posts = self._posts or self._drawn(POST + POST)
        return self._drawn(POST + words + POST) - self._posts

    def _drawn(self, text: str) -> int:
        """Width of what is drawn, px."""
        guess = super().get_extents(text)[0]  # of letters that are not joined, or joined the wrong way round
        wide = math.ceil(guess * 1.25 + self.options["font_size"])
        self._size = (wide, self._high)
        self._render_begin()
        self._render_text(text, 0, 0)
        opacity = self._render_end().data[3::4]
        rows = [opacity[start : start + wide] for start in range(0, wide * self._high, wide)]
        drawn = [row for row in rows if row.strip(b"\0")]
        end = max((len(row.rstrip(b"\0")) for row in drawn), default=0)
        return end - min((wide - len(row.lstrip(b"\0")) for row in drawn), default=0)
