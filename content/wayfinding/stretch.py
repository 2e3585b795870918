"""Pieces of a found way, their drawn points and the time they take. Not responsible for finding or saying them."""

import math
from collections.abc import Sequence

from msgspec import Struct

from content.wayfinding.building import XY, Level
from content.wayfinding.graph import Going
from content.wayfinding.route import Point, Profile

WALKING_M_S = 1.0
"""Older visitors' comfortable pace; younger ones are early."""
WHEELS_M_S = 0.8
STAIRS_M_S = 0.5
LIFT_WAIT_S = 25.0
LIFT_M_S = 0.7
STRAIGHT_M = 0.03
"""A point this near to the line between its neighbours is not drawn."""


class Stretch(Struct, frozen=True, kw_only=True):
    """One edge as walked."""

    start: XY
    end: XY
    level: Level
    to_level: Level
    metres: float
    going: Going
    owner: str
    door: str
    """Id of the door at its end; "" for none."""


def duration(stretches: Sequence[Stretch], profile: Profile) -> float:
    """Seconds, with the wait for each lift."""
    pace = WALKING_M_S if profile is Profile.SHORTEST else WHEELS_M_S
    seconds = 0.0
    in_lift = ""
    for stretch in stretches:
        if stretch.going is Going.LIFT:
            seconds += stretch.metres / LIFT_M_S + (LIFT_WAIT_S if stretch.owner != in_lift else 0.0)
            in_lift = stretch.owner
        elif stretch.going in (Going.STAIRS, Going.ESCALATOR):
            seconds += stretch.metres / STAIRS_M_S
        else:
            seconds += stretch.metres / pace
    return seconds


def drawn(stretches: Sequence[Stretch]) -> tuple[Point, ...]:
    """Points of the way without those in the middle of a straight line."""
    points = [Point(*stretches[0].start, stretches[0].level)]
    points += [Point(*stretch.end, stretch.to_level) for stretch in stretches]
    kept: list[Point] = []
    for i, point in enumerate(points):
        if kept and point == kept[-1]:
            continue
        following = points[i + 1] if i + 1 < len(points) else None
        if (
            kept
            and following is not None
            and (_is_between(kept[-1], point, following) or _is_ridden_past(kept[-1], point, following))
        ):
            continue
        kept.append(point)
    return tuple(kept)


def _is_ridden_past(before: Point, at: Point, after: Point) -> bool:
    """A level that a lift or staircase passes without a stop."""
    upright = (before.x, before.y) == (at.x, at.y) == (after.x, after.y)
    return upright and (before.level < at.level < after.level or before.level > at.level > after.level)


def _is_between(before: Point, at: Point, after: Point) -> bool:
    if not before.level == at.level == after.level:
        return False
    ux, uy, vx, vy = at.x - before.x, at.y - before.y, after.x - at.x, after.y - at.y
    if ux * vx + uy * vy < 0:
        return False
    whole = math.hypot(after.x - before.x, after.y - before.y)
    return whole == 0 or abs(ux * vy - uy * vx) / whole <= STRAIGHT_M
