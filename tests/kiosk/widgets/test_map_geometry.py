"""What part of a plan is seen, and that labels never lie on each other, on the route or outside their room."""

import math

from hypothesis import given
from hypothesis import strategies as st

from kiosk.widgets.map_geometry import LabelPlan, bounds, chevrons, inside, view_of
from kiosk.widgets.rect import Rect

AREA = Rect(48, 300, 984, 680)
sides = st.floats(0.5, 400)


@given(st.floats(-500, 500), st.floats(-500, 500), sides, sides, st.floats(0, 100), st.floats(0, 100))
def test_the_focus_is_always_seen(x: float, y: float, w: float, h: float, more_x: float, more_y: float) -> None:
    focus = (x, y, x + w, y + h)
    whole = (x - more_x, y - more_y, x + w + more_x, y + h + more_y)
    seen = view_of(focus, whole, AREA, 96).seen
    assert seen[0] <= focus[0] + 0.01
    assert seen[1] <= focus[1] + 0.01
    assert seen[2] >= focus[2] - 0.01
    assert seen[3] >= focus[3] - 0.01


def test_a_small_house_is_shown_whole_and_as_large_as_fits() -> None:
    view = view_of((5, 5, 17, 10), (0, 0, 22, 15), AREA, 96)
    assert view.seen[0] <= 0
    assert view.seen[2] >= 22
    assert 40 < view.scale <= 46


def test_a_view_moves_towards_the_building_instead_of_showing_nothing() -> None:
    view = view_of((0, 0, 20, 10), (0, 0, 300, 200), AREA, 96)
    assert -1.5 <= view.seen[0] <= 0
    assert -1.5 <= view.seen[1] <= 0


def test_pixels_run_down_and_metres_run_up() -> None:
    view = view_of((0, 0, 20, 10), None, AREA, 96)
    assert view.y(10) < view.y(0)
    assert view.x(20) > view.x(0)


ROOM = [(100.0, 400.0), (500.0, 400.0), (500.0, 600.0), (100.0, 600.0)]


@given(st.lists(st.tuples(st.integers(20, 300), st.integers(20, 150)), min_size=1, max_size=12))
def test_labels_in_one_room_never_overlap_and_stay_inside(sizes: list[tuple[int, int]]) -> None:
    plan = LabelPlan(AREA)
    placed = [place for w, h in sizes if (place := plan.in_room(ROOM, w, h))]
    for index, one in enumerate(placed):
        assert Rect(100, 400, 400, 200).holds(one, 1)
        assert not any(one.overlaps(other) for other in placed[:index])


def test_the_route_stays_free() -> None:
    plan = LabelPlan(AREA)
    plan.take_line([(300.0, 350.0), (300.0, 700.0)], 30)
    place = plan.in_room(ROOM, 150, 60)
    assert place is not None
    assert place.right <= 286 or place.x >= 314


def test_a_label_finds_the_wide_part_of_a_room_with_a_corner() -> None:
    corner = [(100.0, 400.0), (800.0, 400.0), (800.0, 440.0), (300.0, 440.0), (300.0, 800.0), (100.0, 800.0)]
    place = LabelPlan(AREA).in_room(corner, 180, 120)
    assert place is not None
    assert all(inside(point, corner) for point in ((place.x + 1, place.y + 1), (place.right - 1, place.bottom - 1)))


def test_a_room_too_small_gets_no_label() -> None:
    assert LabelPlan(AREA).in_room(ROOM, 401, 60) is None


def test_arrow_heads_point_along_the_line_and_keep_off_its_corners() -> None:
    heads = chevrons([(0.0, 0.0), (200.0, 0.0), (200.0, 300.0)], 72, 30)
    assert heads
    for (x, y), angle in heads:
        assert (math.isclose(angle, 0.0) and 30 <= x <= 170) or (math.isclose(angle, math.pi / 2) and 30 <= y <= 270)
    assert chevrons([(0.0, 0.0), (50.0, 0.0)], 72, 30) == []


def test_bounds_of_points() -> None:
    assert bounds([(1, 5), (-2, 3), (0, 9)]) == (-2, 3, 1, 9)
