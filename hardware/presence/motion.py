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
LEAST_ROOM = 0.15
"""So much of the picture must be neither black nor white, now and before, or it is not judged."""
REFINEMENTS = 3
PLAIN = 25.0
"""Variance of a plain wall: factor and offset cannot be told apart there."""
WHITE, BLACK = 240.0, 8.0
"""Grey levels beyond which a sensor has no room left, noise included."""

Grid = NDArray[np.float32]
Mask = NDArray[np.bool_]
Picture = NDArray[np.uint8]


class Memory(NamedTuple):
    """What is known from earlier pictures: averages of cells, no picture."""

    background: Grid
    restless: Grid
    last: Grid
    before_last: Grid
    over: Mask
    """Cells that were white when they were learnt: they may be brighter than anybody knows."""
    under: Mask
    """The same with black."""
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
        return Memory(now, np.zeros_like(now), now, now, now >= WHITE, now <= BLACK, LIGHT_PICTURES, ()), False
    seen_light = light(memory.background, now, ~(memory.over | memory.under))
    factor, offset = seen_light or (1.0, 0.0)
    expected = memory.background * factor + offset
    differs = now - np.clip(expected, 0.0, 255.0)
    revealed = (memory.over & (differs > 0)) | (memory.under & (differs < 0))
    differs = np.where(revealed, np.float32(0.0), differs)
    needed = np.maximum(LEAST_CHANGE, RESTLESS_FACTOR * memory.restless)
    changed = np.abs(differs) > needed
    jumped = (
        not seen_light or abs(factor - 1) > JUMP_FACTOR or abs(offset) > JUMP_OFFSET or changed.mean() > MOST_CHANGED
    )
    unsure = LIGHT_PICTURES if jumped else max(0, memory.unsure - 1)
    moving = changed & (np.abs(now - (memory.before_last * factor + offset)) > LEAST_MOVE)
    is_hit = not unsure and largest_blob(moving) >= smallest_blob / 100 * now.size
    hits = () if unsure else (*memory.hits, is_hit)[-HITS_OF:]
    share = LEARN_LIGHT if unsure else LEARN
    background = np.where(revealed, now, expected + share * differs)
    over = (memory.over & ~revealed) | ((now >= WHITE) & ~changed)
    under = (memory.under & ~revealed) | ((now <= BLACK) & ~changed)
    usual = np.minimum(np.abs(differs), MOST_RESTLESS)
    restless = memory.restless + LEARN_RESTLESS * (usual - memory.restless)
    known = Memory(background, restless, now, memory.last, over, under, unsure, hits)
    return known, sum(hits) >= HITS


def cells(picture: Picture) -> Grid:
    """Averages of the cells: CELLS_DOWN x CELLS_ACROSS."""
    if picture.shape != (HEIGHT, WIDTH):
        raise ValueError(f"the picture must be {HEIGHT} x {WIDTH} and grey, not {picture.shape}")
    parts = picture.reshape(CELLS_DOWN, CELL, CELLS_ACROSS, CELL).astype(np.float32)
    mean: Grid = parts.mean(axis=(1, 3), dtype=np.float32)
    return mean


def light(before: Grid, now: Grid, known: Mask) -> tuple[float, float] | None:
    """Factor and offset of the whole picture's brightness, as most cells see it: a person in it changes neither.

    :param known: cells whose brightness before is really known.
    :return: None: nearly all is black or white, and nothing can be said.
    """
    room = known & (before < WHITE) & (before > BLACK) & (now < WHITE) & (now > BLACK)
    if room.mean() < LEAST_ROOM:
        return None
    old, new = before[room], now[room]
    offset = float(np.median(new - old))
    factor = float(np.median(new / old))
    guesses = [(1.0, offset), (factor, 0.0), *_by_halves(old, new)]
    lines = [line for guess in guesses for line in (guess, _refined(old, new, guess))]
    return min(lines, key=lambda line: _unexplained(old, new, line))


def _unexplained(old: Grid, new: Grid, line: tuple[float, float]) -> float:
    """Mean grey levels that this light leaves over; a cell that has really changed counts no more than others."""
    left = np.abs(new - old * line[0] - line[1])
    return float(np.minimum(left, LEAST_CHANGE).mean())


def _by_halves(old: Grid, new: Grid) -> list[tuple[float, float]]:
    """The line through the middles of the darker and the brighter half; none on a plain wall."""
    bright = old > np.median(old)
    if not bright.any() or bright.all():
        return []
    (x, y), (x2, y2) = ((float(np.median(old[h])), float(np.median(new[h]))) for h in (~bright, bright))
    if x2 - x < LEAST_CHANGE:
        return []
    factor = (y2 - y) / (x2 - x)
    return [(factor, y - factor * x)]


def _refined(old: Grid, new: Grid, guess: tuple[float, float]) -> tuple[float, float]:
    """Least squares over the cells that agree, again and again."""
    for _ in range(REFINEMENTS):
        errors = np.abs(new - old * guess[0] - guess[1])
        agree = errors <= max(2.0, 2.5 * float(np.median(errors)))
        x, y = old[agree].astype(np.float64), new[agree].astype(np.float64)
        spread = float(x.var())
        if spread < PLAIN:
            return guess[0], float((y - guess[0] * x).mean())
        factor = float(((x - x.mean()) * (y - y.mean())).mean()) / spread
        guess = factor, float(y.mean() - factor * x.mean())
    return guess


def largest_blob(moving: NDArray[np.bool_]) -> int:
    """Most moving cells within a window of a person's shape."""
    total = np.pad(moving.astype(np.int32), ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    across, down = WINDOW_ACROSS, WINDOW_DOWN
    sums = total[down:, across:] - total[:-down, across:] - total[down:, :-across] + total[:-down, :-across]
    return int(sums.max())
