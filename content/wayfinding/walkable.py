"""Makes the walkable graph of a building: spaces, doors, ways, connectors joined. Slow; the result is kept."""

from collections import defaultdict
from collections.abc import Iterable

import shapely
from shapely import LineString, Point, Polygon

from content.wayfinding import sight
from content.wayfinding.building import XY, Building, Connector, Door, Level, Space, SpaceKind
from content.wayfinding.ground import Ground
from content.wayfinding.graph import LEVEL_HEIGHT_M, STAIRS_PER_LEVEL_M, Going, Owner, WalkGraph
from content.wayfinding.thoroughfares import find_thoroughfares

GOING = {SpaceKind.STAIRS: Going.STAIRS, SpaceKind.LIFT: Going.LIFT, SpaceKind.RAMP: Going.RAMP}
NEAR_M = 0.35
"""A line's end this near to a space is in it."""
SNAP_M = 3.0
"""A line's end that touches nothing is joined to a space or line this near."""
HALLS = frozenset({"entrance", "lobby", "hall", "passage", "vestibule", "airlock", "waiting", "corridor", "foyer"})
"""Rooms of these uses are there to walk through."""


def build_graph(building: Building) -> WalkGraph:
    """The graph. Rooms are thoroughfares only where nothing else leads to what lies behind them."""
    making = _Making(building)
    making.spaces()
    making.lines()
    making.marks()
    return making.graph()


class _Making:
    def __init__(self, building: Building) -> None:
        self._building = building
        self._ground = Ground(building.spaces, building.walls)
        self._spaces = self._ground.spaces
        self._shapes = self._ground.shapes
        self._at: list[tuple[float, float, Level]] = []
        self._edges: dict[tuple[int, int, int], float] = {}
        self._owners: list[Owner] = []
        self._owner_index: dict[str, int] = {}
        self._places: dict[str, list[int]] = defaultdict(list)
        self._place_owner: dict[str, int] = {}
        self._door_nodes: dict[str, int] = {}
        self._portals: dict[tuple[str, Level], list[int]] = defaultdict(list)
        self._line_nodes: dict[tuple[XY, Level], int] = {}

    # --- nodes, owners, edges ------------------------------------------------------------------------------------

    def _node(self, at: XY, level: Level) -> int:
        self._at.append((at[0], at[1], level))
        return len(self._at) - 1

    def _owner(self, owner: Owner) -> int:
        if owner.id not in self._owner_index:
            self._owner_index[owner.id] = len(self._owners)
            self._owners.append(owner)
        return self._owner_index[owner.id]

    def _edge(self, one: int, other: int, metres: float, owner: int) -> None:
        if one != other:
            key = (min(one, other), max(one, other), owner)
            self._edges[key] = min(metres, self._edges.get(key, metres))

    def _xy(self, node: int) -> XY:
        return self._at[node][0], self._at[node][1]

    # --- spaces --------------------------------------------------------------------------------------------------

    def spaces(self) -> None:
        """Doors first, then the inside of every space on every level, then lifts and stairs between levels."""
        for door in self._building.doors:
            if not door.closed or any(self._spaces[space].closed for space in door.spaces):
                self._door(door)  # the room's own closing decides where both are closed
        self._attach_lines()
        for space in self._building.spaces:
            owner = self._owner(_space_owner(space))
            self._place_owner[space.id] = owner
            if space.kind in (SpaceKind.LIFT, SpaceKind.STAIRS):
                self._shaft(space, owner)
            else:
                for level in self._levels(space):
                    self._inside(space, level, owner)
                if space.kind is SpaceKind.RAMP:
                    self._slope(space, owner)

    def _door(self, door: Door) -> None:
        node = self._node(door.at, door.level)
        self._door_nodes[door.id] = node
        for space in door.spaces:
            self._portals[space, door.level].append(node)

    def _levels(self, space: Space) -> list[Level]:
        """Levels of a space and of its doors (a landing's door lies between two)."""
        extra = {level for one, level in self._portals if one == space.id} if space.kind in GOING else set()
        return sorted({*space.levels, *extra})

    def _inside(self, space: Space, level: Level, owner: int) -> None:
        """Lines of sight between the doors of a space and its centre, around its corners."""
        doors = self._portals.get((space.id, level), [])
        is_room = space.kind is SpaceKind.ROOM
        parts = self._ground.free(space, level)
        largest = max(parts, key=lambda part: part.area, default=None)
        for part in parts:
            mine = doors if len(parts) == 1 else [n for n in doors if part.distance(Point(self._xy(n))) < 0.75]
            nodes = list(dict.fromkeys(mine))
            if part is largest:
                place = self._node(sight.centre(part), level)
                self._places[space.id].append(place)
                nodes.append(place)
            nodes += [self._node(corner, level) for corner in sight.corners(part)]
            # Between the doors of a room lines are drawn only if it is walked through; that is not known yet.
            for one, other, metres in sight.lines_of_sight(part, [self._xy(node) for node in nodes]):
                self._edge(nodes[one], nodes[other], metres, owner)
            if is_room and part is largest and len(parts) > 1:
                break

    def _shaft(self, space: Space, owner: int) -> None:
        """A lift or staircase: one node a level, joined to its doors there and to the next level."""
        at = sight.centre(self._shapes[space.id])
        rise = LEVEL_HEIGHT_M if space.kind is SpaceKind.LIFT else STAIRS_PER_LEVEL_M
        below: int | None = None
        for level in self._levels(space):
            doors = self._portals.get((space.id, level), [])
            if not doors and level != int(level):
                continue
            node = self._node(at, level)
            self._places[space.id].append(node)
            for door in doors:
                self._edge(door, node, _distance(self._xy(door), at), owner)
            if below is not None:
                self._edge(below, node, round((level - self._at[below][2]) * rise, 3), owner)
            below = node

    def _slope(self, space: Space, owner: int) -> None:
        """A ramp over several levels: from every door to every door of another level."""
        ends = [(level, node) for level in self._levels(space) for node in self._portals.get((space.id, level), [])]
        for i, (level, node) in enumerate(ends):
            for other_level, other in ends[i + 1 :]:
                if other_level != level:
                    self._edge(node, other, _distance(self._xy(node), self._xy(other)), owner)

    # --- ways drawn as lines -------------------------------------------------------------------------------------

    def _attach_lines(self) -> None:
        """Points of walkways and of the ends of stairs, lifts and ramps become doors of the spaces they lie in."""
        self._cut: dict[str, list[int]] = {}
        for way in self._building.walkways:
            points = self._with_crossings(way.line, way.level)
            self._cut[way.id] = [self._line_node(at, way.level) for at in points]
        for connector in self._building.connectors:
            if connector.line:
                for at, level in self._ends(connector):
                    self._line_node(at, level)
        for (at, level), node in self._line_nodes.items():
            for space in self._containing(at, level):
                self._portals[space, level].append(node)

    def _ends(self, connector: Connector) -> list[tuple[XY, Level]]:
        """Where one gets on and off: a lift at one point on each level, stairs at their two ends."""
        if len(connector.line) == 1:
            return [(connector.line[0], level) for level in connector.levels]
        first, last = connector.line[0], connector.line[-1]
        if connector.bottom != connector.top and self._fits_turned(connector):
            first, last = last, first
        return [(first, connector.bottom), (last, connector.top)]

    def _fits_turned(self, connector: Connector) -> bool:
        """Whether the line's ends meet other lines only if it is drawn from top to bottom."""
        at = {point for way in self._building.walkways for point in ((one, way.level) for one in way.line)}
        first, last = connector.line[0], connector.line[-1]
        as_drawn = ((first, connector.bottom) in at) + ((last, connector.top) in at)
        turned = ((last, connector.bottom) in at) + ((first, connector.top) in at)
        return turned > as_drawn

    def _line_node(self, at: XY, level: Level) -> int:
        key = (at, level)
        if key not in self._line_nodes:
            self._line_nodes[key] = self._node(at, level)
        return self._line_nodes[key]

    def _containing(self, at: XY, level: Level) -> list[str]:
        point = Point(at)
        found = self._ground.touching(level, point.buffer(NEAR_M))
        return [
            name
            for name in found
            if self._spaces[name].kind not in (SpaceKind.LIFT, SpaceKind.STAIRS)
            and (self._spaces[name].kind is not SpaceKind.ROOM or self._shapes[name].contains(point))
        ]

    def _with_crossings(self, line: tuple[XY, ...], level: Level) -> list[XY]:
        """The line with a point wherever it enters or leaves a hall, and beside a room's door without a neighbour."""
        drawn = LineString(line)
        extra: list[float] = []
        for name in self._ground.touching(level, drawn):
            if self._spaces[name].kind in (SpaceKind.CORRIDOR, SpaceKind.AREA):
                crossing = drawn.intersection(self._shapes[name].boundary)
                extra += [drawn.project(Point(c)) for c in shapely.get_coordinates(crossing)]
        for door in self._building.doors:
            if door.level == level and len(door.spaces) == 1 and not door.entrance and door.assumed:
                extra.append(drawn.project(Point(door.at)))
        at: dict[float, XY] = {drawn.project(Point(point)): point for point in line[1:-1]}
        at |= {0.0: line[0], drawn.length: line[-1]}
        for distance in extra:
            if all(abs(distance - other) > 0.05 for other in at):
                point = drawn.interpolate(distance)
                at[distance] = (round(point.x, 3), round(point.y, 3))
        return [at[distance] for distance in sorted(at)]

    def lines(self) -> None:
        """Edges along walkways, stairs, escalators, lifts and ramps that are drawn as lines."""
        for way in self._building.walkways:
            owner = self._owner(Owner(way.id, closed=way.closed, step_free=way.wheelchair is not False))
            nodes = self._cut[way.id]
            for one, other in zip(nodes, nodes[1:], strict=False):
                self._edge(one, other, _distance(self._xy(one), self._xy(other)), owner)
        for connector in self._building.connectors:
            if connector.line:
                self._along(connector)
        self._join_loose_ends()
        self._join_lonely_doors()

    def _along(self, connector: Connector) -> None:
        going = GOING[connector.kind]
        if connector.escalator:
            going = Going.ESCALATOR
        step_free = going in (Going.LIFT, Going.RAMP) and connector.wheelchair is not False
        owner = self._owner(Owner(connector.id, going=going, closed=connector.closed, step_free=step_free))
        nodes = [self._line_nodes[at, level] for at, level in self._ends(connector)]
        along = LineString(connector.line).length if len(connector.line) > 1 else 0.0
        for one, other in zip(nodes, nodes[1:], strict=False):
            levels = abs(self._at[other][2] - self._at[one][2])
            rise = STAIRS_PER_LEVEL_M if going in (Going.STAIRS, Going.ESCALATOR) else LEVEL_HEIGHT_M
            self._edge(one, other, round(max(along, levels * rise), 3), owner)
        self._places[connector.id] = nodes
        self._place_owner[connector.id] = owner

    def _join_loose_ends(self) -> None:
        """Ends of lines that touch nothing else are joined to the nearest hall or line near by."""
        used: dict[int, set[int]] = defaultdict(set)
        for one, other, owner in self._edges:
            used[one].add(owner)
            used[other].add(owner)
        joint = self._owner(Owner("joint"))
        by_level: dict[Level, list[tuple[int, XY]]] = defaultdict(list)
        for (at, level), node in self._line_nodes.items():
            by_level[level].append((node, at))
        for (at, level), node in self._line_nodes.items():
            if len(used[node]) > 1:
                continue
            near = [
                (_distance(at, xy), other)
                for other, xy in by_level[level]
                if other != node and not used[other] & used[node] and _distance(at, xy) <= SNAP_M
            ]
            if near:
                metres, other = min(near)
                self._edge(node, other, metres, joint)
            elif not any(node in nodes for (_, one), nodes in self._portals.items() if one == level):
                self._join_to_hall(node, at, level, joint)

    def _join_to_hall(self, node: int, at: XY, level: Level, joint: int) -> None:
        point = Point(at)
        best: tuple[float, int] | None = None
        for (space, one), nodes in self._portals.items():
            if one == level and space in self._shapes and self._shapes[space].distance(point) <= SNAP_M:
                for other in (n for n in nodes if n != node):
                    candidate = (_distance(at, self._xy(other)), other)
                    best = candidate if best is None or candidate < best else best
        if best is not None and best[0] <= 4 * SNAP_M:
            self._edge(node, best[1], best[0], joint)

    def _join_lonely_doors(self) -> None:
        """A room's assumed door without a neighbour leads to the nearest point of a walkway."""
        joint = self._owner(Owner("joint"))
        for door in self._building.doors:
            if door.closed or len(door.spaces) != 1 or door.entrance or not door.assumed:
                continue
            node = self._door_nodes[door.id]
            near = [
                (_distance(door.at, at), other) for (at, level), other in self._line_nodes.items() if level == door.level
            ]
            if near:
                metres, other = min(near)
                self._edge(node, other, round(metres, 3), joint)

    # --- marks and the whole -------------------------------------------------------------------------------------

    def marks(self) -> None:
        """Kiosks, desks and the like: joined to all that they see in their space."""
        for mark in self._building.marks:
            node = self._node(mark.at, mark.level)
            self._places[mark.id] = [node]
            space = self._spaces.get(mark.space)
            if space is None:
                self._mark_on_line(node, mark.at, mark.level)
                continue
            owner = self._owner_index[space.id]
            self._place_owner[mark.id] = owner
            inside = {n for one, other, own in self._edges if own == owner for n in (one, other)}
            others = [n for n in sorted(inside) if self._at[n][2] == mark.level]
            for part in self._ground.free(space, mark.level):
                if part.distance(Point(mark.at)) < 0.75:
                    points = [mark.at, *(self._xy(n) for n in others)]
                    for one, other, metres in _seen_from_first(part, points):
                        self._edge(node, others[other - 1], metres, owner)
                    break

    def _mark_on_line(self, node: int, at: XY, level: Level) -> None:
        near = [(_distance(at, xy), other) for (xy, one), other in self._line_nodes.items() if one == level]
        if near and min(near)[0] <= 4 * SNAP_M:
            self._edge(node, min(near)[1], min(near)[0], self._owner(Owner("joint")))

    def graph(self) -> WalkGraph:
        """Everything collected, rooms that must be walked through found."""
        edges = tuple((one, other, metres, owner) for (one, other, owner), metres in self._edges.items())
        rooms = {self._owner_index[s.id] for s in self._building.spaces if s.kind is SpaceKind.ROOM}
        owners = find_thoroughfares(len(self._at), edges, self._owners, rooms)
        return WalkGraph(
            xs=tuple(at[0] for at in self._at),
            ys=tuple(at[1] for at in self._at),
            levels=tuple(at[2] for at in self._at),
            owners=owners,
            edges=edges,
            places={place: tuple(nodes) for place, nodes in self._places.items()},
            place_owner=self._place_owner,
            doors={node: door for door, node in self._door_nodes.items()},
        )


def _space_owner(space: Space) -> Owner:
    going = GOING.get(space.kind, Going.WALK)
    return Owner(
        space.id,
        going=going,
        through=space.kind is not SpaceKind.ROOM or space.use in HALLS,
        closed=space.closed,
        # A toilet's tag speaks of the room inside: too narrow, but reached without steps.
        step_free=going is not Going.STAIRS and (space.wheelchair is not False or space.landmark == "toilets"),
    )


def _seen_from_first(polygon: Polygon, points: list[XY]) -> Iterable[tuple[int, int, float]]:
    """Lines of sight from the first point to all others."""
    no_need = [False] + [True] * (len(points) - 1)
    return [pair for pair in sight.lines_of_sight(polygon, points, no_need) if pair[0] == 0]


def _distance(one: XY, other: XY) -> float:
    return round(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5, 3)
