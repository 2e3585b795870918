"""Lines as triangles: right place, right width, and never more than a mesh can count."""

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from kiosk.widgets.strokes import MOST_INDICES, Batch, dashes, rounded_outline


def corners(batch: Batch) -> list[tuple[float, float, float]]:
    """x, y, u of every vertex."""
    flat = [value for vertices, _ in batch.parts() for value in vertices]
    return list(zip(flat[::4], flat[1::4], flat[2::4], strict=True))


def test_a_stroke_is_as_wide_as_asked_with_a_feather_of_a_pixel() -> None:
    batch = Batch()
    batch.segment((0, 0), (10, 0), 4)
    solid = [y for _, y, u in corners(batch) if u > 0.5]
    clear = [y for _, y, u in corners(batch) if u < 0.5]
    assert (min(solid), max(solid)) == (-1.5, 1.5)
    assert (min(clear), max(clear)) == (-2.5, 2.5)


def test_nothing_is_drawn_for_a_line_without_length() -> None:
    batch = Batch()
    batch.segment((3, 3), (3, 3), 4)
    assert list(batch.parts()) == []


def test_many_lines_are_split_where_a_mesh_ends() -> None:
    batch = Batch()
    for n in range(10_000):
        batch.segment((n, 0), (n, 9), 3)
    parts = list(batch.parts())
    assert len(parts) > 1
    for vertices, indices in parts:
        assert len(vertices) // 4 <= MOST_INDICES + 8
        assert max(indices) < len(vertices) // 4
        assert max(indices) < 65_536


coordinates = st.floats(-2000, 2000, allow_nan=False)
points = st.tuples(coordinates, coordinates)


@given(st.lists(points, min_size=2, max_size=8), st.floats(3, 40))
def test_a_round_line_stays_near_its_points(line: list[tuple[float, float]], width: float) -> None:
    batch = Batch()
    batch.round_polyline(line, width)
    xs, ys = [x for x, _ in line], [y for _, y in line]
    for x, y, _ in corners(batch):
        assert min(xs) - width <= x <= max(xs) + width
        assert min(ys) - width <= y <= max(ys) + width


@given(st.floats(5, 50), st.floats(2, 20))
def test_dashes_cover_their_share_of_the_outline(dash: float, gap: float) -> None:
    outline = rounded_outline(0, 0, 400, 120, 18)
    length = sum(math.dist(a, b) for a, b in itertools.pairwise(outline))
    drawn = sum(math.dist(a, b) for a, b in dashes(outline, dash, gap))
    rounds = int(length // (dash + gap))
    assert rounds * dash - 0.01 <= drawn <= (rounds + 1) * dash + 0.01
