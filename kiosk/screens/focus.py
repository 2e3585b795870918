"""Where the focus goes: to the next control in reading order, or to the nearest one in a direction. Pure geometry."""

from collections.abc import Mapping, Sequence
from typing import Literal

from kiosk.widgets.rect import Rect

Direction = Literal["up", "down", "left", "right"]
ASIDE = 2
"""So many times a pixel across the direction counts as one along it."""


def stepped(order: Sequence[str], now: str, by: int) -> str:
    """The control `by` places after `now`, round at the ends; from nowhere the first, or the last backwards."""
    if not order:
        return ""
    if now not in order:
        return order[0 if by > 0 else -1]
    return order[(order.index(now) + by) % len(order)]


def nearest(rects: Mapping[str, Rect], now: str, direction: Direction) -> str:
    """The nearest control in this direction; `now` itself where there is none.

    Controls that share a line with `now` come first, then distance along and, more dearly, across the direction.
    """
    if now not in rects:
        return now
    here = rects[now]
    found = []
    for place, (name, rect) in enumerate(rects.items()):
        along = _along(here, rect, direction)
        if name != now and along is not None:
            across = _across(here, rect, direction)
            found.append((across > 0, along + ASIDE * across, place, name))
    return min(found)[-1] if found else now


def _along(here: Rect, there: Rect, direction: Direction) -> int | None:
    """Free pixels between the two in this direction; None: it does not lie there."""
    ahead, beyond = {
        "up": (here.y - there.bottom, here.centre[1] - there.centre[1]),
        "down": (there.y - here.bottom, there.centre[1] - here.centre[1]),
        "left": (here.x - there.right, here.centre[0] - there.centre[0]),
        "right": (there.x - here.right, there.centre[0] - here.centre[0]),
    }[direction]
    shared = (here.w if direction in ("left", "right") else here.h) // 2
    return max(0, ahead) if beyond > 0 and ahead > -shared else None


def _across(here: Rect, there: Rect, direction: Direction) -> int:
    """Pixels by which the two miss each other sideways; 0 where they share a line."""
    if direction in ("up", "down"):
        return max(0, there.x - here.right, here.x - there.right)
    return max(0, there.y - here.bottom, here.y - there.bottom)
