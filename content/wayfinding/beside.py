"""What a walker sees beside and ahead of a leg: landmarks, halls, room doors. Not responsible for words."""

import math
from collections.abc import Collection, Iterator, Sequence

from content.wayfinding.building import XY, Building, Level, Space, SpaceKind
from content.wayfinding.legs import Leg, is_inside, to_line

PAST_M = 5.0
"""An open area or a mark this near to a leg is passed."""
DOOR_M = 3.0
"""A room is seen by its door, from this near."""
PASSED = {
    "waiting": 0,
    "info": 1,
    "cafe": 2,
    "photo": 3,
    "pickup": 3,
    "desk": 4,
    "library": 4,
    "toilets": 5,
    "vending": 6,
}
"""Landmarks, those told first in front."""
HALLS = (SpaceKind.CORRIDOR, SpaceKind.AREA)


class Beside:
    """Looks around in one building."""

    def __init__(self, building: Building) -> None:
        self._building = building
        self._spaces = {space.id: space for space in building.spaces}

    def passed(self, leg: Leg, level: Level, told: Collection[str]) -> str:
        """Id of the best landmark beside the leg that was not told yet."""
        found: list[tuple[int, float, str]] = []
        for identity, rank, middle, seen, reach in self._landmarks(level):
            if identity in told or not _is_beside(middle, leg.line):
                continue
            distance = min((to_line(point, leg.line) for point in seen), default=math.inf)
            if distance <= reach:
                found.append((rank, distance, identity))
        return min(found)[2] if found else ""

    def _landmarks(self, level: Level) -> Iterator[tuple[str, int, XY, Sequence[XY], float]]:
        """Id, rank, middle, what of it is seen, and from how far."""
        for space in self._building.spaces:
            if level in space.levels and space.landmark in PASSED and not space.closed and space.names:
                rank, middle = PASSED[space.landmark], _middle(space)
                if space.kind in HALLS:
                    yield space.id, rank, middle, space.outline, PAST_M
                else:
                    for at in self._doors(space.id, level):
                        yield space.id, rank, at, (at,), DOOR_M
        for mark in self._building.marks:
            if mark.level == level and mark.kind in PASSED and mark.names:
                yield mark.id, PASSED[mark.kind], mark.at, (mark.at,), PAST_M

    def _doors(self, space: str, level: Level) -> list[XY]:
        return [door.at for door in self._building.doors if door.level == level and space in door.spaces]

    def entered(self, leg: Leg, level: Level, told: Collection[str]) -> str:
        """Id of a named hall that a door at the end of a leg leads to, where the leg does not begin in it."""
        (ax, ay), (bx, by) = leg.line[:2]
        soon = ax + (bx - ax) * 0.1, ay + (by - ay) * 0.1
        for door in self._building.doors:
            if door.level == level and math.dist(door.at, leg.line[-1]) < 0.6:
                for identity in door.spaces:
                    space = self._spaces[identity]
                    hall = space.names and space.kind in HALLS and identity not in told
                    if hall and not is_inside(soon, space.outline):
                        return identity
        return ""

    def near_end(self, leg: Leg, level: Level) -> str:
        """Id of the numbered or named room whose door is nearest to the end of a leg, to walk towards."""
        found: list[tuple[float, str]] = []
        for door in self._building.doors:
            metres = math.dist(door.at, leg.line[-1])
            if door.level != level or door.closed or metres > PAST_M or metres > math.dist(door.at, leg.line[0]):
                continue
            for identity in door.spaces:
                space = self._spaces[identity]
                if space.kind is SpaceKind.ROOM and not space.closed and (space.ref or space.names):
                    found.append((metres, identity))
        return min(found)[1] if found else ""


def _middle(space: Space) -> XY:
    xs, ys = [x for x, _ in space.outline], [y for _, y in space.outline]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _is_beside(at: XY, line: Sequence[XY]) -> bool:
    """Whether a walker along the line comes level with a point; it is not behind the start, nor ahead of the end."""
    (ax, ay), (bx, by) = line[0], line[-1]
    whole = math.dist(line[0], line[-1])
    along = ((at[0] - ax) * (bx - ax) + (at[1] - ay) * (by - ay)) / whole if whole else -1.0
    return 0.0 < along < whole
