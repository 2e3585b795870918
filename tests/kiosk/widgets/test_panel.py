"""The arithmetic of panels and colours, against the figures the look is given in."""

import pytest

from kiosk.widgets.panel import Panel
from kiosk.widgets.theme import CONTRAST_DARK, CONTRAST_LIGHT, LIGHT, THEMES, Theme, colour, contrast, sizes_for


@pytest.mark.parametrize(
    ("lower_edge", "top", "bottom"), [(850, 1113, 1920), (800, 912, 1718), (750, 710, 1517), (700, 508, 1315)]
)
def test_the_reach_zone_of_an_upright_panel(lower_edge: float, top: int, bottom: int) -> None:
    panel = Panel(lower_edge_mm=lower_edge)
    assert panel.reach_top == pytest.approx(top, abs=1)
    assert panel.reach_bottom == pytest.approx(bottom, abs=1)


def test_a_lying_panel() -> None:
    panel = Panel(width_px=1920, height_px=1080)
    assert not panel.portrait
    assert (panel.reach_top, panel.reach_bottom) == (273, 1080)


def test_targets_and_type_grow_with_the_pixels() -> None:
    hall, robot = Panel(), Panel(width_px=800, height_px=1280, diagonal_inch=10.1)
    assert hall.k == pytest.approx(4.034, abs=0.001)
    assert robot.k == pytest.approx(5.884, abs=0.001)
    assert (hall.target_min, robot.target_min) == (81, 118)
    assert (hall.type_min, robot.type_min) == (45, 65)
    followed = Panel(width_px=800, height_px=1280, diagonal_inch=10.1, viewing_distance_mm=1500)
    assert followed.type_min == 162


def test_sizes_are_those_drawn_and_never_smaller() -> None:
    assert sizes_for(Panel()).type_body == 48
    assert sizes_for(Panel(diagonal_inch=32)).type_body == 48
    fine = Panel(width_px=2160, height_px=3840)
    assert sizes_for(fine).type_min == fine.type_min
    assert sizes_for(fine).type_title == pytest.approx(168, abs=2)


PAIRS = [
    ("ink", "paper", 14.8, 21.0, 21.0),
    ("ink", "desk", 12.8, 21.0, 21.0),
    ("ink", "tint", 11.8, 21.0, 21.0),
    ("ink_soft", "paper", 8.0, 21.0, 21.0),
    ("ink_soft", "desk", 7.0, 21.0, 21.0),
    ("on_brand", "brand", 8.4, 15.1, 12.9),
    ("brand", "desk", 6.9, 15.1, 12.9),
    ("brand", "tint", 6.3, 15.1, 12.9),
    ("brand", "room", 7.4, 15.1, 12.9),
    ("ok", "ok_tint", 6.0, 15.1, 10.4),
    ("warn", "warn_tint", 6.5, 15.1, 10.8),
    ("fault", "fault_tint", 6.5, 10.4, 10.8),
    ("on_sun", "sun", 9.6, 15.1, 12.8),
    ("line_strong", "desk", 4.2, 21.0, 21.0),
    ("wall", "room", 3.5, 21.0, 21.0),
]


@pytest.mark.parametrize(("one", "other", "light", "dark", "contrast_light"), PAIRS)
def test_contrasts_are_those_measured(one: str, other: str, light: float, dark: float, contrast_light: float) -> None:
    for theme, wanted in ((LIGHT, light), (CONTRAST_DARK, dark), (CONTRAST_LIGHT, contrast_light)):
        assert contrast(getattr(theme, one), getattr(theme, other)) == pytest.approx(wanted, abs=0.06)


TEXT_PAIRS = [
    ("ink", "card"),
    ("ink_soft", "card"),
    ("on_brand", "brand"),
    ("on_sun", "sun"),
    ("warn", "desk"),
    ("warn", "warn_tint"),
    ("ok", "ok_tint"),
    ("fault", "fault_tint"),
]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_text_is_readable_in_every_theme(theme: Theme) -> None:
    for words, ground in TEXT_PAIRS:
        assert contrast(getattr(theme, words), getattr(theme, ground)) >= 4.5, (words, ground)


def test_colours_are_read_from_codes() -> None:
    assert colour("#FF8000") == (1.0, 128 / 255, 0.0, 1.0)
