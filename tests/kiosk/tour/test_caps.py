"""Size of capitals as an angle at the eye."""

import pytest

from kiosk.tour.caps import cap_height, degrees, too_small
from kiosk.widgets import fonts
from kiosk.widgets.panel import Panel
from kiosk.widgets.pen import Words
from kiosk.widgets.rect import Rect


def words(size: int, text: str = "Zimmer", **more: object) -> Words:
    return Words(text, Rect(0, 0, 10, 10), size, fits=True, bold=False, **more)


def test_capitals_of_the_fonts() -> None:
    assert cap_height("latin", False) == pytest.approx(0.668, abs=0.01)
    assert cap_height("cyrillic", False) == pytest.approx(0.714, abs=0.01)


def test_45_px_on_the_usual_panel_are_large_enough_and_42_are_not() -> None:
    panel = Panel()
    assert list(too_small([words(45)], panel)) == []
    ((text, angle),) = too_small([words(42)], panel)
    assert text == "Zimmer"
    assert 0.6 < angle < 0.7


def test_every_face_is_measured_in_the_size_it_is_drawn_in() -> None:
    panel, beside = Panel(), fonts.optical(fonts.CYRILLIC, fonts.LATIN)
    mixed = words(45, "Zimmer Україна", faces=((fonts.CYRILLIC, beside), (fonts.LATIN, 1.0)))
    assert degrees(mixed, panel) == pytest.approx(degrees(words(45), panel), rel=0.01)
    smaller = words(45, "Україна", faces=((fonts.CYRILLIC, beside * 0.9),))
    assert list(too_small([smaller], panel)) != []


def test_who_stands_farther_away_sees_less() -> None:
    near, far = Panel(), Panel(viewing_distance_mm=1200)
    assert degrees(words(45), far) == pytest.approx(degrees(words(45), near) / 2, rel=0.01)
