"""Painted pictures of a hall: walls, noise, lamps, and somebody who walks through. Nothing of a camera is real here."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from hardware.presence import motion

PICTURES_PER_SECOND = 5
Scene = NDArray[np.float64]


def hall(seed: int, darkest: float = 40.0, brightest: float = 190.0) -> Scene:
    """Walls, doors and posters: patches of grey with a gradient of light over them."""
    random = np.random.default_rng(seed)
    picture = np.full((motion.HEIGHT, motion.WIDTH), random.uniform(darkest, brightest))
    for _ in range(int(random.integers(3, 12))):
        x, y = int(random.integers(0, motion.WIDTH)), int(random.integers(0, motion.HEIGHT))
        w, h = int(random.integers(8, 80)), int(random.integers(8, 80))
        picture[y : y + h, x : x + w] = random.uniform(darkest, brightest)
    return picture * np.linspace(0.9, 1.1, motion.WIDTH)


def seen(scene: Scene, sigma: float = 0.0, random: np.random.Generator | None = None) -> motion.Picture:
    """As a sensor gives it: with noise, rounded, never below 0 or above 255."""
    noise = random.normal(0.0, sigma, scene.shape) if random is not None and sigma else 0.0
    picture: motion.Picture = np.clip(np.rint(scene + noise), 0, 255).astype(np.uint8)
    return picture


def somebody(scene: Scene, x: float, *, width: int = 36, height: int = 84, grey: float, low: int = 110) -> Scene:
    """A person whose middle is at `x` (px from the left), and whose feet are at `low` (px from above)."""
    across, down = np.meshgrid(np.arange(motion.WIDTH), np.arange(motion.HEIGHT))
    body = ((across - x) / (width / 2)) ** 2 + ((down - (low - height / 2)) / (height / 2)) ** 2 <= 1
    return np.where(body, grey, scene)


def crossing(scene: Scene, *, seconds: float, grey: float, phase: float = 0.0, **size: int) -> Iterator[Scene]:
    """From beyond the left edge to beyond the right."""
    steps = int(seconds * PICTURES_PER_SECOND) + 1
    for step in range(steps):
        yield somebody(scene, -10 + (motion.WIDTH + 20) * (step + phase) / steps, grey=grey, **size)


def told(pictures: Iterable[motion.Picture], memory: motion.Memory | None = None) -> tuple[int, motion.Memory]:
    """How many of the pictures said that something moves, and what is remembered after."""
    count = 0
    for picture in pictures:
        memory, moved = motion.look(memory, picture)
        count += moved
    assert memory is not None
    return count, memory
