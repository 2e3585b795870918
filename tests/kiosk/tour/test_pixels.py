"""Contrast as measured on pictures: letters drawn by a real font in known colours."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from kiosk.tour.pixels import Pixels, contrast, contrasts
from kiosk.widgets.fonts import font_file
from kiosk.widgets.pen import Words
from kiosk.widgets.rect import Rect
from kiosk.widgets.theme import THEMES
from kiosk.widgets.theme import contrast as promised

RGB = tuple[int, int, int]


def drawn(words: list[tuple[str, RGB]], ground: RGB, size: int = 48) -> tuple[Pixels, Words]:
    """Words one after the other, each in its colour."""
    font = ImageFont.truetype(font_file("latin"), size)
    image = Image.new("RGB", (900, 100), ground)
    draw, x = ImageDraw.Draw(image), 20.0
    for text, colour in words:
        draw.text((x, 20), text, fill=colour, font=font)
        x += draw.textlength(text, font=font)
    text = "".join(text for text, _ in words)
    return np.asarray(image), Words(text, Rect(20, 20, int(x) - 20, 60), size, fits=True, bold=False)


def test_words_as_the_themes_promise_pass() -> None:
    for theme in THEMES.values():
        ink, paper = (tuple(round(c * 255) for c in colour[:3]) for colour in (theme.ink, theme.paper))
        picture, words = drawn([("Was möchten Sie erledigen?", ink)], paper)
        assert list(contrasts(picture, [words])) == []


def test_one_pale_word_among_dark_ones_is_found() -> None:
    picture, words = drawn([("Geöffnet ", (16, 38, 43)), ("bis 16:00 Uhr", (170, 170, 170))], (250, 248, 243))
    ((text, ratio),) = contrasts(picture, [words])
    assert text == "Geöffnet bis 16:00 Uhr"
    assert 2.0 < ratio < 2.6


def test_a_ground_without_letters_says_nothing() -> None:
    assert contrast(np.full((20, 20, 3), 7, dtype=np.uint8)) is None
    assert contrast(np.zeros((0, 5, 3), dtype=np.uint8)) is None


@settings(max_examples=60, deadline=None)
@given(st.tuples(*[st.integers(0, 255)] * 3), st.tuples(*[st.integers(0, 255)] * 3))
def test_measured_contrast_is_that_of_the_two_colours(ink: RGB, ground: RGB) -> None:
    picture, words = drawn([("Hamburg", ink)], ground, size=90)
    expected = promised(*((*(c / 255 for c in colour), 1.0) for colour in (ink, ground)))
    found = list(contrasts(picture, [words]))
    if expected > 4.8:
        assert found == []
    if 1.2 < expected < 4.2:
        assert found[0][1] == pytest.approx(expected, rel=0.1)


def test_what_lies_under_the_letters_is_not_measured() -> None:
    """A card's edge right below a line is not part of it."""
    picture, words = drawn([("Geöffnet bis 16:00 Uhr", (16, 38, 43))], (250, 248, 243), size=30)
    edged = picture.copy()
    edged[80:] = (238, 232, 220)
    assert list(contrasts(edged, [words])) == []


def test_an_edge_that_runs_along_a_line_is_no_letter() -> None:
    piece = np.full((40, 60, 3), 250, dtype=np.uint8)
    piece[36:] = (200, 200, 200)
    assert contrast(piece) is None
