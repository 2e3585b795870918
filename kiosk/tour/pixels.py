"""Measures on the finished picture what the layout only promises: the contrast of every word with its ground.

Source of the formula: WCAG 2.2, relative luminance and contrast ratio.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kiosk.widgets.rect import Rect

if TYPE_CHECKING:
    from kiosk.widgets.pen import Words

LEAST_CONTRAST = 4.5
INKED = 0.02
"""A piece of a picture with fewer other pixels than this share of it holds no letter."""
DESCENT = 0.12
"""Share of the size of type left out below the last line: tails of letters only, and the edge of a card close below."""
Pixels = NDArray[np.uint8]
"""height x width x 3, red green blue, upper row first."""


def contrasts(picture: Pixels, words: Sequence["Words"]) -> Iterator[tuple[str, float]]:
    """Words whose weakest part has less contrast than 4.5 with its ground, with that contrast.

    A line may hold runs of several colours: each stretch about two letters wide is measured by itself.
    """
    for one in words:
        weakest = min(_stretches(picture, one), default=None)
        if weakest is not None and weakest < LEAST_CONTRAST:
            yield one.text, weakest


def _stretches(picture: Pixels, words: "Words") -> Iterator[float]:
    rect = words.rect._replace(h=round(words.rect.h - DESCENT * words.size))
    lines = max(1, round(rect.h / (words.size * 1.05)))
    across = max(1, rect.w // (2 * words.size))
    for line in rect.rows(lines, 0):
        for piece in line.columns([1.0] * across, 0):
            measured = contrast(cut(picture, piece))
            if measured is not None:
                yield measured


def cut(picture: Pixels, rect: Rect) -> Pixels:
    """The part of the picture inside `rect`."""
    return picture[max(0, rect.y) : max(0, rect.bottom), max(0, rect.x) : max(0, rect.right)]


def contrast(piece: Pixels) -> float | None:
    """Contrast of the letters in a piece with the ground around them, 1 to 21; None where there is no letter.

    The ground is the colour of most pixels, a letter's that of most others: its rim has many shades, its core one.
    """
    colours = piece.reshape(-1, 3)
    if not len(colours):
        return None
    keys = colours.astype(np.uint32) @ np.array([65536, 256, 1], dtype=np.uint32)
    values, counts = np.unique(keys, return_counts=True)
    ground = values[np.argmax(counts)]
    other = values != ground
    if counts[other].sum() < INKED * len(colours):
        return None
    letter = values[other][np.argmax(counts[other])]
    bright, dark = sorted(_luminance(np.array([letter, ground])), reverse=True)
    return float((bright + 0.05) / (dark + 0.05))


def _luminance(keys: NDArray[np.uint32]) -> NDArray[np.float64]:
    channels = np.stack([(keys >> shift) & 255 for shift in (16, 8, 0)], axis=1) / 255.0
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    weighted: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return weighted
