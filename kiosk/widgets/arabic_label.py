"""Arabic words from right to left, shaped by HarfBuzz inside SDL: joined letters, ligatures, vowel marks in place.

Kivy measures such words before it has told SDL how they run, and cuts what is wider; here they are measured as drawn.
Direction within a line is not its matter (`bidi`): it gets nothing but letters that run from right to left.
"""

import math

from kivy.core.text import Label as CoreLabel

POST = "|"
"""Stands on both sides of a word while it is measured, so that its side bearings count."""


class ArabicLabel(CoreLabel):
    """A label in one size of a font."""

    def __init__(self, file: str, size: int) -> None:
        # Kivy keeps an open font for each spelling of its size: a whole number is for words from left to right, which
        # would otherwise inherit this direction.
        super().__init__(
            font_name=file, font_size=float(size), font_hinting="light", font_direction="rtl", font_script_name="Arab"
        )
        self._posts = 0

    def advance(self, word: str) -> int:
        """Width of a word between others, px."""
        self._posts = self._posts or self._drawn(POST + POST)[1]
        return self._drawn(POST + word + POST)[1] - self._posts

    def get_extents(self, text: str) -> tuple[int, int]:
        """Room the letters take, px."""
        return self._drawn(text)[0] + 2 if text else 0, super().get_extents("|")[1]

    def _drawn(self, text: str) -> tuple[int, int]:
        """Right end of what is drawn, and its width, px."""
        guess, height = super().get_extents(text)
        self._size = (wide, high) = (2 * guess + math.ceil(self.options["font_size"]), max(1, height))
        self._render_begin()
        self._render_text(text, 0, 0)
        opacity = bytes(self._render_end().data)[3::4]
        rows = [opacity[start : start + wide] for start in range(0, wide * high, wide)]
        end = max(len(row.rstrip(b"\0")) for row in rows)
        begin = min((len(row) - len(row.lstrip(b"\0")) for row in rows if row.strip(b"\0")), default=0)
        return end, end - begin
