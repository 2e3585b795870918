"""Which spaces a door joins, and doors where the plan lacks them. Works on metres; not responsible for routes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from content.wayfinding.building import XY, Connector, Door, Level, Space, SpaceKind, Walkway
from content.wayfinding.ground import Ground
from content.wayfinding.levels import written
from content.wayfinding.report import Report

ON_WALL_M = 0.08
"""A door this near to an outline stands in that wall."""
NEAR_WALL_M = 0.7
"""A door this near belongs to the wall where no nearer one is found: plans are drawn by hand."""
TOUCH_M = 0.4
"""Outlines this near share a wall."""
OPENING_M = 0.6
"""Narrowest gap that a person walks through."""
SPACING_M = 2.0
"""Distance of the passages along a wide border without a wall."""
TO_WALKWAY_M = 12.0
"""A room without a door is joined to a way this near."""

WALKED_THROUGH = (SpaceKind.CORRIDOR, SpaceKind.AREA, SpaceKind.STAIRS, SpaceKind.RAMP)


class Adjoining:
    """Joins doors to spaces, then adds what is missing."""

    def __init__(
        self,
        spaces: Iterable[Space],
        connectors: Iterable[Connector],
        walkways: Iterable[Walkway],
        walls: Sequence[tuple[Level, tuple[XY, ...]]],
        report: Report,
    ) -> None:
        self._ground = Ground(list(spaces), walls)
        self._spaces, self._shapes = self._ground.spaces, self._ground.shapes
        self._report = report
        self._by_level: dict[Level, list[str]] = defaultdict(list)
        lowest = {one.id: one.bottom for one in connectors}
        highest = {one.id: one.top for one in connectors}
        self._between = {
            space.id: (lowest.get(space.id, space.levels[0]), highest.get(space.id, space.levels[-1]))
            for space in self._spaces.values()
        }
        for space in self._spaces.values():
            for level in space.levels:
                self._by_level[level].append(space.id)
        self._walkways: dict[Level, list[LineString]] = defaultdict(list)
        for way in walkways:
            self._walkways[way.level].append(LineString(way.line))
        self._stairlike = [
            one.id for one in self._spaces.values() if one.kind in (SpaceKind.STAIRS, SpaceKind.LIFT, SpaceKind.RAMP)
        ]

    def complete(self, doors: Iterable[tuple[Door, tuple[str, ...]]]) -> tuple[Door, ...]:
        """All doors with their spaces, and the assumed ones after them."""
        found = [self._joined(door, named) for door, named in doors]
        for door in found:
            if not door.spaces:
                self._report.add(door.id, "lonely-door", f"stands in no wall of level {written(door.level)}")
        found = [door for door in found if door.spaces]
        return (*found, *self._openings(found), *self._missing(found))

    # --- doors that are there ------------------------------------------------------------------------------------

    def _joined(self, door: Door, named: tuple[str, ...]) -> Door:
        known = tuple(one for one in named if one in self._spaces)
        if known:
            return _with_spaces(door, known)
        at = Point(door.at)
        near = sorted((self._distance(one, at), one) for one in self._candidates(door.level, at))
        chosen = [one for distance, one in near if distance <= ON_WALL_M]
        for distance, one in near:
            if len(chosen) >= 2 or distance > NEAR_WALL_M:
                break
            if one not in chosen:
                chosen.append(one)
        return _with_spaces(door, tuple(chosen[:3]))

    def _distance(self, space: str, at: Point) -> float:
        shape = self._shapes[space]
        on_wall = shape.boundary.distance(at)
        if self._spaces[space].kind in WALKED_THROUGH and shape.covers(at):
            return min(on_wall, NEAR_WALL_M)  # an area drawn over its rooms: the door stands inside it
        return on_wall

    def _candidates(self, level: Level, at: BaseGeometry) -> list[str]:
        area = at.buffer(NEAR_WALL_M)
        found = self._ground.touching(level, area)
        for one in self._stairlike:  # landings between two levels
            low, high = self._between[one]
            if low <= level <= high and one not in found and self._shapes[one].intersects(area):
                found.append(one)
        return found

    # --- borders without walls -----------------------------------------------------------------------------------

    def _openings(self, doors: list[Door]) -> list[Door]:
        joined = {frozenset(pair) | {door.level} for door in doors for pair in _pairs(door.spaces)}
        found: list[Door] = []
        for level, names in self._by_level.items():
            open_ones = [one for one in names if self._spaces[one].kind in WALKED_THROUGH]
            for one, other in self._touching(level, open_ones):
                if frozenset((one, other)) | {level} in joined or not self._is_open(one, other):
                    continue
                drawn_open = SpaceKind.AREA in (self._spaces[one].kind, self._spaces[other].kind)
                passages = self._passages(one, other)
                for number, at in enumerate(passages, 1):
                    name = f"{one}~{other}~{written(level)}~{number}"
                    found.append(Door(id=name, at=at, level=level, spaces=(one, other), assumed=not drawn_open))
                if passages and not drawn_open:
                    message = f"touches {other} on level {written(level)}, no door is drawn; an opening is assumed"
                    self._report.add(one, "opening", message)
        return found

    def _is_open(self, one: str, other: str) -> bool:
        """Areas have no walls; corridors that touch go on in one another; stairs drawn as rooms have walls."""
        pair = {self._spaces[one].kind, self._spaces[other].kind}
        if pair & {SpaceKind.STAIRS}:
            stairs = next(s for s in (one, other) if self._spaces[s].kind is SpaceKind.STAIRS)
            return self._spaces[stairs].use != "stairs" and SpaceKind.AREA in pair
        return True

    def _touching(self, level: Level, names: list[str]) -> list[tuple[str, str]]:
        order = {name: i for i, name in enumerate(self._by_level[level])}
        wanted = set(names)
        found = []
        for one in names:
            near = self._ground.touching(level, self._shapes[one].buffer(0.1))
            found += [(one, other) for other in near if other in wanted and order[other] > order[one]]
        return found

    def _passages(self, one: str, other: str) -> list[XY]:
        border = _border(self._shapes[one], self._shapes[other], 0.1)
        points = []
        for part in border:
            if part.length < OPENING_M:
                continue
            count = max(1, round(part.length / SPACING_M))
            for i in range(count):
                at = part.interpolate((i + 0.5) / count, normalized=True)
                points.append((round(at.x, 3), round(at.y, 3)))
        return points

    # --- rooms, lifts and stairs without a door ------------------------------------------------------------------

    def _missing(self, doors: list[Door]) -> list[Door]:
        have = {
            (space, door.level)
            for door in doors
            for space in door.spaces
            if not door.closed or self._spaces[space].closed
        }
        found: list[Door] = []
        for space in self._spaces.values():
            if space.kind in (SpaceKind.CORRIDOR, SpaceKind.AREA, SpaceKind.RAMP):
                continue
            missing = [level for level in space.levels if (space.id, level) not in have]
            if space.kind is SpaceKind.ROOM and len(missing) < len(space.levels):
                continue  # a hall of two storeys needs one door
            for level in missing:
                door = self._assumed(space, level)
                if door is not None:
                    found.append(door)
                    have.update((one, level) for one in door.spaces)
                if door is not None and space.kind is SpaceKind.ROOM:
                    break
        return found

    def _assumed(self, space: Space, level: Level) -> Door | None:
        shape = self._shapes[space.id]
        names = self._ground.touching(level, shape.buffer(TOUCH_M))
        best: tuple[float, float, XY, str] | None = None
        for other in names:
            if other == space.id or self._spaces[other].kind is SpaceKind.LIFT:
                continue
            free = shapely.union_all(self._ground.free(self._spaces[other], level))
            walls = _border(shape, free, TOUCH_M)
            longest = max(walls, key=lambda part: part.length, default=None)
            if longest is None or longest.length < OPENING_M:
                continue
            rank = 1.0 if self._spaces[other].kind in (SpaceKind.CORRIDOR, SpaceKind.AREA) else 0.0
            middle = longest.interpolate(0.5, normalized=True)
            candidate = (rank, longest.length, (round(middle.x, 3), round(middle.y, 3)), other)
            if best is None or candidate > best:
                best = candidate
        if best is not None and (best[0] or space.kind is SpaceKind.ROOM):
            message = f"has no door on level {written(level)}; one towards {best[3]} is assumed"
            self._report.add(space.id, "assumed-door", message)
            return self._door(space.id, level, best[2], (space.id, best[3]))
        return self._towards_walkway(space, level)

    def _towards_walkway(self, space: Space, level: Level) -> Door | None:
        shape = self._shapes[space.id]
        lines = [line for line in self._walkways.get(level, []) if line.distance(shape) <= TO_WALKWAY_M]
        if not lines:
            return None
        nearest = min(lines, key=lambda line: line.distance(shape))
        at = nearest_points(shape.exterior, nearest)[0]
        message = f"has no door on level {written(level)}; one towards the nearest way is assumed"
        self._report.add(space.id, "assumed-door", message)
        return self._door(space.id, level, (round(at.x, 3), round(at.y, 3)), (space.id,))

    @staticmethod
    def _door(space: str, level: Level, at: XY, spaces: tuple[str, ...]) -> Door:
        return Door(id=f"{space}~door~{written(level)}", at=at, level=level, spaces=spaces, assumed=True)


def _with_spaces(door: Door, spaces: tuple[str, ...]) -> Door:
    return Door(
        id=door.id,
        at=door.at,
        level=door.level,
        spaces=spaces,
        width=door.width,
        entrance=door.entrance,
        automatic=door.automatic,
        closed=door.closed,
        assumed=door.assumed,
    )


def _pairs(spaces: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(one, other) for i, one in enumerate(spaces) for other in spaces[i + 1 :]]


def _border(one: Polygon, other: BaseGeometry, tolerance: float) -> list[LineString]:
    """Runs of the outline of `one` that lie on or in `other`."""
    shared = one.boundary.intersection(other.buffer(tolerance, cap_style="flat", join_style="mitre"))
    lines = [part for part in shapely.get_parts(shared) if isinstance(part, LineString) and not part.is_empty]
    if not lines:
        return []
    merged = shapely.line_merge(shapely.MultiLineString(lines))
    return [part for part in shapely.get_parts(merged) if isinstance(part, LineString)]
