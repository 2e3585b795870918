"""How large letters really look: height of the capitals in the font that draws them, as an angle at the visitor's eye.

Source: EN 301 549, 5.1.4 (at least 0.7 degrees at the viewing distance).
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache

from kiosk.widgets import fonts
from kiosk.widgets.panel import Panel
from kiosk.widgets.pen import Words

LEAST_DEGREES = 0.7
ROUNDING = 0.005
"""Degrees: whole pixels of type cannot hit the angle exactly."""
ALEF = 0x0627


@cache
def cap_height(script: str, bold: bool) -> float:
    """Height of a capital, in Arabic of the alef, in em."""
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.ttLib import TTFont

    with TTFont(fonts.font_file(script, bold), lazy=True) as font:
        letter = font.getBestCmap().get(ALEF if script == fonts.ARABIC else ord("H"))
        glyphs = font.getGlyphSet()
        pen = BoundsPen(glyphs)
        glyphs[letter].draw(pen)
        height, em = pen.bounds[3], font["head"].unitsPerEm
        return float(height) / float(em)


def degrees(words: Words, panel: Panel) -> float:
    """Angle of the capitals of these words at the panel's viewing distance."""
    least = min(share * cap_height(face, words.bold) for face, share in words.faces)
    height_mm = words.size * least / panel.k
    return math.degrees(math.atan(height_mm / panel.viewing_distance_mm))


def too_small(words: Sequence[Words], panel: Panel) -> Iterator[tuple[str, float]]:
    """Words smaller than 0.7 degrees, with their angle."""
    for one in words:
        angle = degrees(one, panel)
        if angle < LEAST_DEGREES - ROUNDING:
            yield one.text, angle
