"""The decision on painted pictures: light, noise and small things tell nothing; a person who walks by always does."""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hardware.presence import motion
from tests.hardware.presence.scenes import Scene, crossing, hall, seen, somebody, told

SIGMA = 4.0
SEEDS = st.integers(0, 2**32 - 1)
some = settings(max_examples=25, deadline=None)


def watched(scenes: Iterable[Scene], seed: int, memory: motion.Memory | None = None) -> tuple[int, motion.Memory]:
    """Pictures of scenes, as noisy as a cheap camera's."""
    random = np.random.default_rng(seed)
    return told((seen(scene, SIGMA, random) for scene in scenes), memory)


def learnt(scene: Scene, seed: int) -> motion.Memory:
    """The empty hall, watched for six seconds."""
    return watched([scene] * 30, seed)[1]


@some
@given(SEEDS, st.sampled_from([0.0, 1.0, 4.0]))
def test_an_empty_hall_tells_nothing_however_noisy(seed: int, sigma: float) -> None:
    random, scene = np.random.default_rng(seed), hall(seed, 0, 255)
    assert told(seen(scene, sigma, random) for _ in range(60))[0] == 0


@some
@given(SEEDS, st.floats(-0.02, 0.02), st.floats(0.0, 2.0))
@example(0, -1 / 64, 1.0)
@example(2_066_440_610, -0.02, 2.0)
def test_a_ramp_of_light_tells_nothing(seed: int, factor: float, offset: float) -> None:
    """Sunset, sunrise, auto-exposure: up to 2 % and 2 grey levels a picture, until all is white or black."""
    scene = hall(seed, 0, 255)
    sign = 1 if factor > 0 else -1
    ramp = (scene * (1 + factor) ** step + sign * offset * step for step in range(60))
    assert watched(ramp, seed, learnt(scene, seed))[0] == 0


@some
@given(SEEDS, st.floats(0.3, 3.0), st.floats(-60.0, 60.0))
def test_a_lamp_switched_on_and_off_tells_nothing(seed: int, factor: float, offset: float) -> None:
    scene = hall(seed)
    switched = (scene * factor + offset if step // 10 % 2 else scene for step in range(60))
    assert watched(switched, seed, learnt(scene, seed))[0] == 0


@some
@given(SEEDS, st.floats(0, motion.WIDTH), st.floats(0.3, 1.5))
def test_a_lamp_that_lights_one_side_tells_nothing(seed: int, where: float, strength: float) -> None:
    scene = hall(seed)
    shine = 1 + strength * np.exp(-(((np.arange(motion.WIDTH) - where) / 70) ** 2))
    assert watched([scene] * 5 + [scene * shine] * 40, seed, learnt(scene, seed))[0] == 0


@some
@given(SEEDS, st.floats(0, motion.WIDTH), st.floats(0, 255))
def test_something_small_that_jumps_about_tells_nothing(seed: int, where: float, grey: float) -> None:
    """A hand's breadth of a reflection, 12 px of 160."""
    scene = hall(seed)
    jumping = (somebody(scene, where + 5 * (step % 3), width=12, height=12, grey=grey) for step in range(60))
    assert watched(jumping, seed, learnt(scene, seed))[0] == 0


@some
@given(SEEDS, st.floats(0, 1), st.sampled_from([-60.0, -35.0, 35.0, 60.0]))
def test_a_person_who_crosses_in_one_second_is_always_told(seed: int, phase: float, contrast: float) -> None:
    scene = hall(seed)
    walk = crossing(scene, seconds=1, phase=phase, grey=float(np.median(scene)) + contrast)
    assert watched(walk, seed, learnt(scene, seed))[0] > 0


@some
@given(SEEDS, st.floats(1.5, 8.0), st.sampled_from([-50.0, 50.0]))
def test_a_slow_person_is_told_as_well(seed: int, seconds: float, contrast: float) -> None:
    scene = hall(seed)
    walk = crossing(scene, seconds=seconds, grey=float(np.median(scene)) + contrast)
    assert watched(walk, seed, learnt(scene, seed))[0] > 0


def test_a_person_is_told_while_the_camera_corrects_its_exposure() -> None:
    scene = hall(7)
    walk = crossing(scene, seconds=3, grey=20)
    corrected = [one * (1 + 0.25 * np.sin(np.pi * step / 15)) for step, one in enumerate(walk)]
    assert watched(corrected, 7, learnt(scene, 7))[0] > 0


def test_a_chair_that_was_put_there_tells_nothing_while_it_stands() -> None:
    scene = hall(3)
    with_chair = somebody(scene, 60, grey=float(np.median(scene)) + 60)
    assert watched([with_chair] * 60, 3, learnt(scene, 3))[0] == 0


def test_a_television_in_the_hall_is_learnt_and_somebody_beside_it_is_told() -> None:
    scene, random = hall(5), np.random.default_rng(5)

    def television() -> Iterable[Scene]:
        for _cut in range(150):
            shown = scene.copy()
            shown[20:60, 60:120] = random.uniform(20, 230)
            yield shown
            yield shown

    first, memory = watched(television(), 5)
    assert first > 0, "it is large, and it moves"
    later, memory = watched(television(), 5, memory)
    assert later == 0
    walk = crossing(scene, seconds=2, grey=float(np.median(scene)) + 60)
    assert watched(walk, 5, memory)[0] > 0


def test_one_broken_picture_tells_nothing() -> None:
    scene, random = hall(11), np.random.default_rng(11)
    broken = scene.copy()
    broken[40:] = random.uniform(0, 255, broken[40:].shape)
    assert watched([scene, scene, broken, scene, scene], 11, learnt(scene, 11))[0] == 0


def test_what_counts_as_small_is_a_setting() -> None:
    scene = hall(2)
    walk = [seen(one) for one in crossing(scene, seconds=2, grey=255, width=20, height=40)]
    _, memory = told(seen(scene) for _ in range(30))

    def moved(smallest: float) -> int:
        count, known = 0, memory
        for picture in walk:
            known, one = motion.look(known, picture, smallest)
            count += one
        return count

    assert moved(1.0) > 0
    assert moved(20.0) == 0


def test_nothing_is_told_before_the_hall_is_known() -> None:
    pictures = [seen(one) for one in crossing(hall(1), seconds=1, grey=255)]
    assert told(pictures[: motion.LIGHT_PICTURES])[0] == 0


def test_a_picture_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="120 x 160"):
        motion.cells(np.zeros((480, 640), np.uint8))


def test_no_picture_is_remembered() -> None:
    """Averages of cells only, sixteen pixels each."""
    memory = learnt(hall(1), 1)
    grids = [part for part in memory if isinstance(part, np.ndarray)]
    assert len(grids) == len(memory) - 2
    assert all(grid.shape == (30, 40) for grid in grids)
