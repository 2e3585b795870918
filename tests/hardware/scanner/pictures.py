"""What a camera sees of a code: drawn by segno (QR) or zxing-cpp, put into a hall, turned, tilted, blurred, dimmed."""

import cv2
import numpy as np
import segno
import zxingcpp
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
WIDTH, HEIGHT = 1280, 720
PAPER = 235
"""Grey of white paper; ink is 20."""


def qr(text: str, pixels: int = 8) -> Picture:
    """A QR code as on a telephone's screen or on paper.

    :param pixels: of a module.
    """
    modules = np.array([list(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=4)])
    return _inked(np.kron(modules == 0, np.ones((pixels, pixels))))


def code(text: str, kind: str, pixels: int = 5) -> Picture:
    """Any code that zxing-cpp can draw: Aztec, DataMatrix, PDF417, Code128."""
    drawn = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind)).to_image(scale=pixels)
    return _inked(np.pad(np.array(drawn), 10 * pixels, constant_values=255) > 0)


def _inked(white: NDArray[np.bool_] | NDArray[np.float64]) -> Picture:
    return np.where(white, PAPER, 20).astype(np.uint8)


def in_hall(
    small: Picture,
    *,
    seed: int,
    turned: float = 0.0,
    tilted: float = 0.0,
    blur: float = 0.0,
    light: float = 1.0,
    noise: float = 4.0,
) -> Picture:
    """The code somewhere in a picture of 1280 x 720.

    :param turned: degrees, at most; the seed says which way.
    :param tilted: how much shorter its far edge is (0 to 1); the seed says which edge.
    :param blur: sigma in pixels.
    :param light: 1 = well lit.
    :param noise: standard deviation of a pixel.
    """
    random = np.random.default_rng(seed)
    hall = cv2.resize(
        random.uniform(60, 190, (9, 16)).astype(np.float32), (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC
    )
    high, wide = small.shape
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    middle = np.array([random.uniform(0.4, 0.6) * WIDTH, random.uniform(0.45, 0.55) * HEIGHT])
    squeezed = corners - corners.mean(axis=0)
    far = np.roll(np.arange(4), random.integers(4))[:2]
    squeezed[far] *= 1 - tilted
    angle = np.radians(random.choice([-1, 1]) * turned)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    place = (squeezed @ turn.T + middle).astype(np.float32)
    how = cv2.getPerspectiveTransform(corners, place)
    seen = cv2.warpPerspective(small.astype(np.float32), how, (WIDTH, HEIGHT), flags=cv2.INTER_AREA)
    there = cv2.warpPerspective(np.ones_like(small, dtype=np.float32), how, (WIDTH, HEIGHT))
    picture = there * seen + (1 - there) * hall
    if blur:
        picture = cv2.GaussianBlur(picture, (0, 0), blur)
    picture = picture * light + noise * random.standard_normal(picture.shape, dtype=np.float32)
    return np.clip(picture, 0, 255).astype(np.uint8)


def colour(picture: Picture) -> Picture:
    """As a camera gives it: three bytes a pixel."""
    return np.stack([picture] * 3, axis=-1)
