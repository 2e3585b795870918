"""Small textures that smooth the edges: rounded corners and a ramp for lines. Made once by arithmetic, no files."""

import math
from functools import cache

from kivy.graphics.texture import Texture

ALL_CORNERS = (True, True, True, True)
"""Top left, top right, bottom right, bottom left."""


@cache
def rounded(radius: int, corners: tuple[bool, bool, bool, bool] = ALL_CORNERS) -> Texture:
    """A rounded square of side 2 * radius + 2 for a BorderImage with borders of radius + 1 pixels."""
    side = 2 * radius + 2
    top_left, top_right, low_right, low_left = corners
    pixels = bytearray()
    for row in range(side):  # textures begin at the lower left
        for column in range(side):
            is_low, is_left = row < radius, column < radius
            is_high, is_right = row >= side - radius, column >= side - radius
            cut = (
                (is_low and is_left and low_left)
                or (is_low and is_right and low_right)
                or (is_high and is_left and top_left)
                or (is_high and is_right and top_right)
            )
            pixels += bytes((255, 255, 255, _covered(row, column, radius, side) if cut else 255))
    return _texture(side, side, bytes(pixels))


@cache
def outside(radius: int) -> Texture:
    """What a rounded square of side 2 * radius + 2 leaves free in its corners: to round off what was drawn before."""
    side = 2 * radius + 2
    pixels = bytearray()
    for row in range(side):
        for column in range(side):
            corner = (row < radius or row >= side - radius) and (column < radius or column >= side - radius)
            pixels += bytes((255, 255, 255, 255 - _covered(row, column, radius, side) if corner else 0))
    return _texture(side, side, bytes(pixels))


def _covered(row: int, column: int, radius: int, side: int) -> int:
    x = radius if column < radius else side - radius
    y = radius if row < radius else side - radius
    distance = math.hypot(column + 0.5 - x, row + 0.5 - y)
    return round(255 * min(1.0, max(0.0, radius + 0.5 - distance)))


@cache
def ramp() -> Texture:
    """Clear at u = 0.25, solid at u = 0.75."""
    return _texture(2, 1, bytes((255, 255, 255, 0, 255, 255, 255, 255)))


def squares(rows: list[list[bool]]) -> Texture:
    """A black and white matrix as a texture, one pixel a cell, sharp when enlarged. First row on top."""
    pixels = b"".join(bytes((0, 0, 0, 255 if cell else 0)) for row in reversed(rows) for cell in row)
    texture = _texture(len(rows[0]), len(rows), pixels)
    texture.mag_filter = texture.min_filter = "nearest"
    return texture


def _texture(width: int, height: int, pixels: bytes) -> Texture:
    texture = Texture.create(size=(width, height), colorfmt="rgba", bufferfmt="ubyte")
    texture.blit_buffer(pixels, colorfmt="rgba", bufferfmt="ubyte")
    texture.wrap = "clamp_to_edge"
    return texture
