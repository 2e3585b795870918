"""Regions of panels: where the look says they are, and never over each other."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.screens.layout import NARROW, WIDE, regions, stacked
from kiosk.widgets.panel import Panel
from kiosk.widgets.rect import Rect


def test_an_upright_panel_has_the_bands_of_the_look() -> None:
    parts = regions(Panel())
    assert (parts.header.y, parts.header.bottom) == (0, 128)
    assert (parts.reading.y, parts.reading.bottom) == (144, 1089)
    assert (parts.desk.y, parts.desk.bottom) == (1113, 1920)
    assert (parts.help_bar.y, parts.help_bar.h) == (1792, 128)
    assert parts.footer is None
    assert (parts.hands.x, parts.hands.w) == (48, 984)


def test_a_lying_panel_has_its_desk_at_the_right() -> None:
    for begin in (NARROW, WIDE):
        parts = regions(Panel(width_px=1920, height_px=1080), begin)
        assert parts.desk.x == begin
        assert parts.hands.y >= 273
        assert parts.help_bar.bottom == 1080
        assert parts.heading is not None
        assert parts.heading.bottom <= parts.hands.y


def test_a_panel_that_hangs_low_has_a_footer() -> None:
    parts = regions(Panel(lower_edge_mm=800))
    assert parts.footer is not None
    assert parts.footer.y == parts.help_bar.bottom == 1718


@given(st.floats(700, 850), st.booleans())
def test_hands_stay_in_reach_and_apart_from_reading(lower_edge: float, portrait: bool) -> None:
    size = {"width_px": 1080, "height_px": 1920} if portrait else {"width_px": 1920, "height_px": 1080}
    panel = Panel(lower_edge_mm=lower_edge, **size)
    parts = regions(panel)
    reach = Rect(0, panel.reach_top, panel.width_px, panel.reach_bottom - panel.reach_top)
    assert reach.holds(parts.help_bar)
    assert parts.window.holds(parts.reading)
    assert not parts.hands.overlaps(parts.help_bar)
    assert not parts.hands.overlaps(parts.reading)
    if portrait:
        assert reach.holds(parts.hands)


@given(st.lists(st.integers(80, 200), min_size=1, max_size=6), st.integers(0, 40), st.integers(0, 60))
def test_stacked_rows_keep_their_order_and_their_gaps(heights: list[int], gap: int, stretch: int) -> None:
    area = Rect(10, 100, 500, 1500)
    places = stacked(area, heights, gap, stretch=stretch)
    for place, wanted in zip(places, heights, strict=True):
        assert wanted <= place.h <= wanted + stretch
        assert area.holds(place)
    for above, below in itertools.pairwise(places):
        assert below.y - above.bottom >= gap


def test_stacked_rows_shrink_to_their_least_height_where_room_is_short() -> None:
    places = stacked(Rect(0, 0, 100, 200), [100, 100], 10, least=[90, 80])
    assert places[-1].bottom <= 200
    assert [place.h for place in places] == [97, 93] or places[0].h >= 90


@pytest.mark.parametrize("weights", [(1, 1, 1), (1.5, 1.5, 3.9, 4.1)])
def test_columns_fill_the_width(weights: tuple[float, ...]) -> None:
    cells = Rect(48, 0, 984, 100).columns(weights, 8)
    assert cells[0].x == 48
    assert cells[-1].right == 1032
    assert all(right.x - left.right == 8 for left, right in itertools.pairwise(cells))
