"""Whether something moves in a row of small grey pictures. Pure arithmetic: no camera, no clock, nothing is kept.

What it lets pass: noise, a lamp or the sun (the whole picture gets brighter or darker, by factor and offset), whatever
is small, whatever flickers always at the same place, whatever changed once and stands still. What it tells: something
of a person's size that is in another place with every picture. Pictures come about five times a second.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 160, 120
"""Of a picture (px)."""
CELL = 4
"""Side of a cell (px): 16 pixels are averaged, which leaves a quarter of the noise."""
CELLS_ACROSS, CELLS_DOWN = WIDTH // CELL, HEIGHT // CELL
LEAST_CHANGE = 12.0
"""Grey levels by which a cell must differ from the background."""
LEAST_MOVE = 8.0
"""Grey levels by which it must differ from the picture before the last."""
RESTLESS_FACTOR, MOST_RESTLESS = 3.0, 64.0
"""A cell that differs all the time must differ by so many times its usual difference."""
LEARN, LEARN_RESTLESS, LEARN_LIGHT = 0.02, 0.01, 0.5
"""Shares of a picture that become background: usually (in 10 s), for restlessness (20 s), after a change of light."""
JUMP_FACTOR, JUMP_OFFSET = 0.12, 6.0
"""A change of the whole picture's light from one picture to the next that is more than dusk."""
MOST_CHANGED = 0.6
"""A larger part of the picture than this changes by light alone."""
LIGHT_PICTURES = 5
"""So many pictures after a jump of the light nothing is told, and the background is learnt anew."""
WINDOW_ACROSS, WINDOW_DOWN = 8, 12
"""Cells of the place in which a blob is looked for."""
HITS, HITS_OF = 3, 5
"""So many of the last pictures must show a moving blob."""
WHITE, BLACK = 250.0, 5.0
"""Grey levels at which a sensor has no room left."""

Grid = NDArray[np.float32]
Picture = NDArray[np.uint8]


class Memory(NamedTuple):
    """What is known from earlier pictures: averages of cells, no picture."""

    background: Grid
    restless: Grid
    last: Grid
    before_last: Grid
    unsure: int
    """So many pictures to come are not judged."""
    hits: tuple[bool, ...]


def look(memory: Memory | None, picture: Picture, smallest_blob: float = 2.0) -> tuple[Memory, bool]:
    """Take in the next picture; True: something moves.

    :param memory: what came out of the last call; None at the first.
    :param picture: HEIGHT x WIDTH, grey.
    :param smallest_blob: what is smaller does not count (% of the picture).
    """
    now = cells(picture)
    if memory is None:
        return Memory(now, np.zeros_like(now), now, now, LIGHT_PICTURES, ()), False
    factor, offset = light(memory.background, now)
    expected = memory.background * factor + offset
    differs = _difference(memory.background, expected, now)
    needed = np.maximum(LEAST_CHANGE, RESTLESS_FACTOR * memory.restless)
    changed = np.abs(differs) > needed
    jumped = abs(factor - 1) > JUMP_FACTOR or abs(offset) > JUMP_OFFSET or changed.mean() > MOST_CHANGED
    unsure = LIGHT_PICTURES if jumped else max(0, memory.unsure - 1)
    moving = changed & (np.abs(now - (memory.before_last * factor + offset)) > LEAST_MOVE)
    is_hit = not unsure and largest_blob(moving) >= smallest_blob / 100 * now.size
    hits = () if unsure else (*memory.hits, is_hit)[-HITS_OF:]
    share = LEARN_LIGHT if unsure else LEARN
    background = expected + share * differs
    usual = np.minimum(np.abs(differs), MOST_RESTLESS)
    restless = memory.restless + LEARN_RESTLESS * (usual - memory.restless)
    return Memory(background, restless, now, memory.last, unsure, hits), sum(hits) >= HITS


def cells(picture: Picture) -> Grid:
    """Averages of the cells: CELLS_DOWN x CELLS_ACROSS."""
    if picture.shape != (HEIGHT, WIDTH):
        raise ValueError(f"the picture must be {HEIGHT} x {WIDTH} and grey, not {picture.shape}")
    parts = picture.reshape(CELLS_DOWN, CELL, CELLS_ACROSS, CELL).astype(np.float32)
    mean: Grid = parts.mean(axis=(1, 3), dtype=np.float32)
    return mean


def light(before: Grid, now: Grid) -> tuple[float, float]:
    """Factor and offset of the whole picture's brightness, as most cells see it: a person in it changes neither."""
    room = (before < WHITE) & (before > BLACK) & (now < WHITE) & (now > BLACK)
    if room.mean() < 0.2:
        return 1.0, 0.0
    old, new = before[room], now[room]
    offset = float(np.median(new - old))
    factor = float(np.median(new / old))
    guesses = ((1.0, offset), (factor, 0.0))
    best = min(guesses, key=lambda guess: float(np.median(np.abs(new - old * guess[0] - guess[1]))))
    for _ in range(3):
        best = _refined(old, new, best)
    return best


def _refined(old: Grid, new: Grid, guess: tuple[float, float]) -> tuple[float, float]:
    """Least squares over the cells that agree with the guess."""
    errors = np.abs(new - old * guess[0] - guess[1])
    agree = errors <= max(2.0, 2.5 * float(np.median(errors)))
    x, y = old[agree].astype(np.float64), new[agree].astype(np.float64)
    spread = float(x.var())
    if spread < 25.0:  # a plain wall: factor and offset cannot be told apart
        return guess[0], float((y - guess[0] * x).mean())
    factor = float(((x - x.mean()) * (y - y.mean())).mean()) / spread
    return factor, float(y.mean() - factor * x.mean())


def _difference(background: Grid, expected: Grid, now: Grid) -> Grid:
    """What a change of light does not explain. Where the sensor had no room, only what it could have seen counts."""
    differs = now - np.clip(expected, 0.0, 255.0)
    differs = np.where(background >= WHITE, np.minimum(differs, 0.0), differs)
    return np.where(background <= BLACK, np.maximum(differs, 0.0), differs).astype(np.float32)


def largest_blob(moving: NDArray[np.bool_]) -> int:
    """Most moving cells within a window of a person's shape."""
    total = np.pad(moving.astype(np.int32), ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    across, down = WINDOW_ACROSS, WINDOW_DOWN
    sums = total[down:, across:] - total[:-down, across:] - total[down:, :-across] + total[:-down, :-across]
    return int(sums.max())
