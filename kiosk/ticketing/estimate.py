"""How long somebody will wait, from the day's own calls. Pure arithmetic in minutes; knows no ledger.

The wait is the people before times the usual gap between two calls, plus what is left of the gap that runs now. The
gap is the mean of the day's last gaps, blended with the concern's own guess: the guess counts as `GUESS_WEIGHT` gaps,
so it rules in the morning and fades as figures come. Gaps in which nobody waited say nothing about the desks' speed
and are left out; a lunch break is cut off at `LONGEST` times the middle gap. While the gap that runs now is longer
than usual it counts as well; when it is far too long nobody can tell, and the answer is that it is not known.
"""

import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise

GAPS = 12
"""The last gaps that count: older ones tell of desks that may be closed by now."""
GUESS_WEIGHT = 4.0
LONGEST = 3.0
STALLED_MINUTES = 45.0
STALLED_GAPS = 6.0


def busy_gaps(calls: Sequence[tuple[datetime, datetime]]) -> tuple[float, ...]:
    """Minutes between two calls, for those calls whose person waited already when the one before was called.

    :param calls: (drawn, called) of one concern, in the order of the calls. Gaps over a clock set back are left out.
    """
    gaps = (
        (called - before).total_seconds() / 60
        for (_, before), (drawn, called) in pairwise(calls)
        if drawn <= before <= called
    )
    return tuple(gaps)[-GAPS:]


def usual_gap(guess: float, gaps: Sequence[float], running: float = 0.0) -> float:
    """Minutes between two calls to reckon with.

    :param guess: the concern's `minutes_each`; :param running: how long somebody waits for the next call by now.
    """
    middle = sorted([*gaps, guess])[len(gaps) // 2]
    longest = LONGEST * middle
    total = GUESS_WEIGHT * guess + sum(min(gap, longest) for gap in gaps)
    count = GUESS_WEIGHT + len(gaps)
    usual = total / count
    if running > usual:
        usual = (total + min(running, longest)) / (count + 1)
    return usual


def is_stalled(usual: float, running: float) -> bool:
    """Whether the running gap is so long that no figure would be honest."""
    return running > max(STALLED_MINUTES, STALLED_GAPS * usual)


def wait(before: Iterable[tuple[int, float]], left_of_gap: float = 0.0) -> int:
    """Minutes to wait, rounded.

    :param before: (people, their usual gap) per concern that is called earlier; :param left_of_gap: of the own one.
    """
    return rounded(max(0.0, left_of_gap) + sum(people * gap for people, gap in before))


def rounded(minutes: float) -> int:
    """To whole minutes up to 20, to fives up to an hour, to tens above; halves up. Keeps the order of waits."""
    grain = 1 if minutes < 20 else 5 if minutes < 60 else 10
    return math.floor(minutes / grain + 0.5) * grain
