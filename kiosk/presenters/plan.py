"""The floor plan of one level, turned so that up is where the visitor looks, with the route on it."""

import math
from functools import lru_cache
from itertools import pairwise

from content.wayfinding.building import XY, Building, Level, Ring, Space, SpaceKind
from content.wayfinding.route import Point, Route, StepKind
from kiosk.presenters.contents import MapContent, MapRoom
from kiosk.presenters.straight import Wall, tidied
from kiosk.presenters.world import World
from kiosk.texts import say

AROUND_M = 6.0
"""What is shown around the route at least, metres."""
SIGNS = {
    "toilets": "toilets",
    "toilet": "toilets",
    "info": "info",
    "information": "info",
    "cafe": "cafe",
}


class Turn:
    """Turns the plan so that the compass direction `facing` (degrees) points up."""

    def __init__(self, facing: float) -> None:
        self._cos, self._sin = math.cos(math.radians(facing)), math.sin(math.radians(facing))

    def point(self, at: XY) -> XY:
        """East and north in metres -> right and up in metres."""
        x, y = at
        return (round(x * self._cos - y * self._sin, 2), round(x * self._sin + y * self._cos, 2))

    def ring(self, ring: Ring) -> Ring:
        """Every point of an outline."""
        return tuple(self.point(at) for at in ring)


def plan(route: Route, level: Level, step: int, world: World, language: str) -> MapContent:
    """The map of `level` with `route`, the part of `step` set off."""
    building, turn = world.content.building, Turn(world.kiosk.facing)
    rooms, doors, outlines, walls = _still(_Key(building), level, world.kiosk.facing, language)
    gaps = tuple((x, y) for x, y, _ in doors)
    pieces = tuple(tidied(piece, walls, gaps) for piece in _pieces(route, level, turn))
    goal_here = bool(pieces) and route.points[-1].level == level
    start_here = bool(pieces) and route.points[0].level == level
    current = _current(route, level, step, turn)
    flag = _flag(route, level, step, world, language)
    return MapContent(
        rooms=tuple(_as_goal(room, space_id, route.goal, world, language) for room, space_id in rooms),
        outlines=outlines,
        doors=doors,
        route=pieces,
        current=current,
        here=turn.point(_xy(route.points[0])) if start_here else None,
        here_label=say("way.here", language) if start_here else "",
        goal=turn.point(_xy(route.points[-1])) if goal_here else None,
        goal_label=world.knowledge.place_name(route.goal, language) if goal_here else "",
        start=pieces[0][0] if pieces and not start_here else None,
        flag=flag[0],
        flag_at=turn.point(flag[1]) if flag[1] else None,
        focus=_focus(pieces, outlines, rooms),
    )


class _Key:
    """A building by identity, so that its unchanging map can be remembered."""

    def __init__(self, building: Building) -> None:
        self.building = building

    def __hash__(self) -> int:
        return id(self.building)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.building is self.building


_StillMap = tuple[
    tuple[tuple[MapRoom, str], ...],
    tuple[tuple[float, float, float], ...],
    tuple[tuple[XY, ...], ...],
    tuple[Wall, ...],
]


@lru_cache(maxsize=8)
def _still(key: _Key, level: Level, facing: float, language: str) -> _StillMap:
    """What does not depend on the route: rooms with their ids, doors, outlines, walls."""
    building, turn = key.building, Turn(facing)
    spaces = [space for space in building.spaces if level in space.levels]
    spaces.sort(key=lambda space: space.kind not in (SpaceKind.CORRIDOR, SpaceKind.AREA))
    rooms = tuple((_room(space, turn, language), space.id) for space in spaces)
    by_id = {space.id: space for space in spaces}
    doors = tuple(
        (*turn.point(door.at), _wall_angle(door.at, [by_id[i] for i in door.spaces if i in by_id], turn))
        for door in building.doors
        if door.level == level
    )
    outlines = tuple(turn.ring(ring) for ring in building.outlines.get(f"{level:g}", ()))
    walled = [turn.ring(space.outline) for space in spaces if space.kind is not SpaceKind.AREA]
    walls = tuple(pair for ring in (*walled, *outlines) for pair in pairwise(ring))
    return rooms, doors, outlines, walls


def _room(space: Space, turn: Turn, language: str) -> MapRoom:
    look = "closed" if space.closed else "room"
    if space.kind in (SpaceKind.CORRIDOR, SpaceKind.AREA) and not space.closed:
        look = "corridor"
    sign = SIGNS.get(space.landmark) or SIGNS.get(space.use, "")
    if space.kind is SpaceKind.LIFT:
        sign = "lift"
    elif space.kind is SpaceKind.STAIRS:
        sign = "stairs"
    elif space.kind is SpaceKind.RAMP:
        sign = "ramp"
    elif sign == "toilets" and space.wheelchair:
        sign = "toilets-wheelchair"
    return MapRoom(
        outline=turn.ring(space.outline),
        holes=tuple(turn.ring(hole) for hole in space.holes),
        look=look,  # type: ignore[arg-type]
        number=space.ref,
        name=space.names.get(language) or space.names.get("", ""),
        sign=sign,  # type: ignore[arg-type]
    )


def _as_goal(room: MapRoom, space_id: str, goal: str, world: World, language: str) -> MapRoom:
    if space_id != goal:
        return room
    return MapRoom(
        outline=room.outline, holes=room.holes, look="goal", number=room.number, name=room.name, sign=room.sign
    )


def _wall_angle(at: XY, spaces: list[Space], turn: Turn) -> float:
    """Direction of the wall nearest to a door, radians on the turned plan."""
    best, angle = math.inf, 0.0
    for space in spaces:
        for ring in (space.outline, *space.holes):
            for a, b in pairwise(ring):
                distance = _to_segment(at, a, b)
                if distance < best:
                    (ax, ay), (bx, by) = turn.point(a), turn.point(b)
                    best, angle = distance, math.atan2(by - ay, bx - ax)
    return round(angle, 4)


def _to_segment(p: XY, a: XY, b: XY) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) if length else 0.0
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


def _xy(point: Point) -> XY:
    return (point.x, point.y)


def _pieces(route: Route, level: Level, turn: Turn) -> tuple[tuple[XY, ...], ...]:
    """Runs of the route on the level, up to the doors of lifts and stairs; those of a single point left out."""
    inside = _inside_connectors(route)
    pieces: list[list[XY]] = [[]]
    for i, point in enumerate(route.points):
        if point.level == level and i not in inside:
            pieces[-1].append(turn.point(_xy(point)))
        elif pieces[-1]:
            pieces.append([])
    return tuple(tuple(piece) for piece in pieces if len(piece) > 1)


def _inside_connectors(route: Route) -> set[int]:
    """Indexes of points within a lift or staircase that changes the level: the way is drawn to its door."""
    found: set[int] = set()
    for step, following in pairwise(route.steps):
        if step.kind in (StepKind.LIFT, StepKind.STAIRS) and step.to_level not in (None, step.level):
            found.update(range(step.first_point + 1, following.first_point))
    return found


def _current(route: Route, level: Level, step: int, turn: Turn) -> tuple[XY, ...]:
    if not 0 <= step < len(route.steps):
        return ()
    first = route.steps[step].first_point
    last = route.steps[step + 1].first_point if step + 1 < len(route.steps) else len(route.points) - 1
    points = [turn.point(_xy(p)) for p in route.points[first : last + 1] if p.level == level]
    return tuple(points) if len(points) > 1 else ()


def _flag(route: Route, level: Level, step: int, world: World, language: str) -> tuple[str, XY | None]:
    """ "↑ 1. Stock" where the route leaves the level (the next time after `step`)."""
    leaving = [s for s in route.steps if s.to_level is not None and s.to_level != s.level and s.level == level]
    if not leaving:
        return "", None
    chosen = next((s for s in leaving if route.steps.index(s) >= step), leaving[-1])
    assert chosen.to_level is not None
    key = "way.up" if chosen.to_level > chosen.level else "way.down"
    words = say(key, language, level=world.knowledge.level_name(chosen.to_level, language))
    return words, _xy(route.points[min(chosen.first_point, len(route.points) - 1)])


def _focus(
    pieces: tuple[tuple[XY, ...], ...], outlines: tuple[tuple[XY, ...], ...], rooms: tuple[tuple[MapRoom, str], ...]
) -> tuple[float, float, float, float]:
    points = [at for piece in pieces for at in piece]
    if not points:
        points = [at for ring in outlines for at in ring] or [at for room, _ in rooms for at in room.outline]
    if not points:
        return (0.0, 0.0, 1.0, 1.0)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs) - AROUND_M, min(ys) - AROUND_M, max(xs) + AROUND_M, max(ys) + AROUND_M)
