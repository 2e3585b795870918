"""Ways drawn along walls: corners where there is room, never through a wall."""

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from content.wayfinding.building import XY
from kiosk.presenters.straight import Wall, tidied


def box(x0: float, y0: float, x1: float, y1: float) -> list[Wall]:
    return list(pairwise([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]))


HALL = box(0, 0, 20, 10)


def test_a_diagonal_becomes_a_corner() -> None:
    assert tidied([(1, 1), (9, 6)], HALL, []) == ((1, 1), (1, 6), (9, 6))


def test_the_direction_so_far_goes_on() -> None:
    assert tidied([(1, 1), (5, 1), (9, 6)], HALL, []) == ((1, 1), (9, 1), (9, 6))


def test_no_corner_behind_a_wall() -> None:
    walls = HALL + box(0, 3, 6, 7)
    assert tidied([(1, 1), (9, 6)], walls, []) == ((1, 1), (9, 1), (9, 6))


def test_where_both_corners_are_behind_walls_the_diagonal_stays() -> None:
    walls = HALL + box(0, 3, 3, 9) + box(6, 0, 12, 2)
    assert tidied([(1, 1), (9, 6)], walls, []) == ((1, 1), (9, 6))


def test_a_door_is_no_wall() -> None:
    walls = [*HALL, ((0.0, 5.0), (20.0, 5.0))]
    assert tidied([(3, 1), (9, 8)], walls, [(3, 5)]) == ((3, 1), (3, 8), (9, 8))


def test_a_house_that_is_not_rectangular_keeps_its_diagonals() -> None:
    walls = list(pairwise([(0.0, 0.0), (10.0, 7.0), (4.0, 15.0), (0.0, 0.0)]))
    assert tidied([(1, 1), (5, 6)], walls, []) == ((1, 1), (5, 6))


points = st.tuples(st.floats(0.5, 19.5), st.floats(0.5, 9.5))


@given(st.lists(points, min_size=1, max_size=8))
def test_ends_stay_and_nothing_leaves_the_hall(line: list[XY]) -> None:
    found = tidied(line, HALL, [])
    assert math.dist(found[0], line[0]) < 0.02
    assert math.dist(found[-1], line[-1]) < 0.02
    assert all(-0.01 <= x <= 20.01 and -0.01 <= y <= 10.01 for x, y in found)
